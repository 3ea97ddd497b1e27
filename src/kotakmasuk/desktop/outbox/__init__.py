"""The outbox (Kiriman): answers on their way, and what became of each.

The one rule: unknown is called unknown, and the thread is read before anything goes
again.
"""

from kotakmasuk.desktop.outbox.view import OutboxPage, build


__all__ = ["OutboxPage", "build"]
