"""What stands above a status, asked for once a page.

The way up decides in which conversation a message belongs, so a line that breaks here
fails the page; only a server that has no answer is worked around.
"""

from collections.abc import Iterable

from kotakmasuk.connectors.kit.answers import check
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import BadAnswer, NotAllowed, Refused, TargetGone
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.parsing import Status, is_status, text


BROKEN = 500


class Threads:
    """The statuses above others, kept while one page is read."""

    def __init__(self, access: Access, page: Iterable[Status] = ()) -> None:
        self._access = access
        self._above: dict[str, tuple[Status, ...]] = {}
        self._statuses: dict[str, Status] = {}
        for status in page:
            self._statuses[text(status["id"])] = status
            if not status.get("in_reply_to_id"):
                self._above[text(status["id"])] = ()

    def above(self, status: Status) -> tuple[Status, ...]:
        """Give the statuses above this one, the root first; asks at most once."""
        status_id = text(status["id"])
        if not status.get("in_reply_to_id"):
            return ()
        if status_id not in self._above:
            self._above[status_id] = self._known(status) or self._asked(status_id)
        return self._above[status_id]

    def _known(self, status: Status) -> tuple[Status, ...]:
        parent = text(status["in_reply_to_id"])
        if parent in self._above and parent in self._statuses:
            return (*self._above[parent], self._statuses[parent])
        return ()

    def _asked(self, status_id: str) -> tuple[Status, ...]:
        chain = tuple(each for each in self._context(status_id) if is_status(each))
        for place, ancestor in enumerate(chain):
            self._statuses[text(ancestor["id"])] = ancestor
            self._above[text(ancestor["id"])] = chain[:place]
        return chain

    def _context(self, status_id: str) -> list[Status]:
        access = self._access
        path = f"/api/v1/statuses/{server.quoted(status_id)}/context"
        url = server.address(access, path)
        answer = access.http.get(url, token=server.token(access))
        if answer.status == BROKEN:
            return []
        try:
            context = check(answer, access.now()).json()
        except (TargetGone, NotAllowed, Refused, BadAnswer):
            return []
        found = context.get("ancestors") if isinstance(context, dict) else None
        return found if isinstance(found, list) else []
