"""What every screen is given: the threads, the look, the settings and two calls.

The one rule: a feature never imports another feature; it asks `go` for another page
and `tell` for a toast.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Seat


# Only for its name: what it holds takes longer to load than the first paint.
if TYPE_CHECKING:
    from kotakmasuk.services.desk import Chair, Office

Page = Literal[
    "inbox",
    "outbox",
    "approvals",
    "summary",
    "templates",
    "accounts",
    "settings",
    "tags",
    "issues",
    "announcements",
    "checklist",
    "contacts",
    "welcome",
    "seat",
]


@dataclass(frozen=True)
class Workplace:
    """Handed to each feature's `build(workplace)`.

    `go(page, what)` shows a page: `what` is a Listing or a conversation's id for the
    inbox, an account's id or a way to a new one ("connect", "import", "capture") for
    Kanal, "prove" for a seat whose passphrase is asked at once, the conversations that
    are to become an Isu, an announcement's id or a kind of it to begin, the code of an
    item of the checklist, else None.
    `tell(words, undo)` shows a toast; `undo` is a token for services.inbox.undo or None.
    """

    lanes: Lanes
    theme: Theme
    office: "Office"
    settings: Callable[[], Settings]
    chair: "Chair"
    go: Callable[[Page, object], None]
    tell: Callable[[str, str | None], None]

    def seat(self) -> Seat:
        """Who sits at this desk now, and as what."""
        return self.chair()

    def officer(self) -> str:
        """The name of who sits at this desk now."""
        return self.chair().officer
