"""The approvals page over a place with one request, and the people who sit there.

Rule: real services on a real file; only the lanes answer at once.
"""

from dataclasses import dataclass, replace

from kotakmasuk.desktop.approvals.presenter import ApprovalsPresenter
from kotakmasuk.desktop.approvals.view import ApprovalsPage
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.team import Seat
from tests.helpers.asking import Asked
from tests.helpers.lanes import ImmediateLanes
from tests.helpers.workplaces import Told, make_workplace


@dataclass
class Deciding:
    """The page, what was told, and whoever sits at the desk."""

    asked: Asked
    work: Workplace
    told: Told
    page: ApprovalsPage

    @property
    def presenter(self) -> ApprovalsPresenter:
        """What decides for the page."""
        return self.page.presenter

    def toasts(self) -> list[str]:
        """The words that were shown for a while."""
        return [words for words, _ in self.told.toasts]

    def sit(self, seat: Seat) -> None:
        """Let somebody else sit down."""
        self.work.chair.take(seat)
        self.presenter.reload()


def deciding(asked: Asked, seat: Seat | None = None) -> Deciding:
    """Open the page at the desk of the approver, or of somebody else."""
    told = Told()
    place = asked.place
    lanes = ImmediateLanes(None, place.reader)
    work = make_workplace(lanes, place.office, told)
    lanes._desk = replace(place.desk, seat=work.chair)
    work.chair.take(seat or asked.seat)
    presenter = ApprovalsPresenter(work)
    page = ApprovalsPage(work.theme, presenter)
    presenter.setParent(page)
    page.resize(1306, 720)
    presenter.reload()
    return Deciding(asked, work, told, page)
