"""The approvals page (Setujui): what waits for a second person, and her decision.

The one rule: nothing is decided by who has not proved the role; the reason stands beside
the button.
"""

from kotakmasuk.desktop.approvals.view import ApprovalsPage, build


__all__ = ["ApprovalsPage", "build"]
