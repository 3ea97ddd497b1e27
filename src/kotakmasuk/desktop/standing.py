"""How the office stands as the frame shows it: badges, title, the strip without a line.

The one rule: a number in indigo needs the officer; all others only inform.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.theme import Scheme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.rail import Rail
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import AccountState, Health
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.inbox import Counts, View
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.domain.team import may_approve
from kotakmasuk.domain.weeks import local
from kotakmasuk.services import accounts


WAITING = (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.UNSURE, ReplyState.FAILED)
AFTER_PAINT = 120  # ms; the outbox can wait that long
SCHEMES: dict[str, Scheme] = {"light": "light", "dark": "dark"}


class Standing(QObject):
    """Fills the rail and the strip, and follows the settings."""

    title_changed = Signal(str)

    def __init__(self, workplace: Workplace, rail: Rail, strip: StateBanner) -> None:
        super().__init__()
        self._work = workplace
        self._rail = rail
        self._strip = strip
        workplace.lanes.changed.connect(self._take_changes)

    def show_counts(self, counts: Counts) -> None:
        """Show what waits for an answer, and what is on its way."""
        waiting = counts.views.get(View.TO_ANSWER, 0)
        self._rail.set_badge("inbox", waiting, needs_you=True)
        self.show_accounts()
        QTimer.singleShot(AFTER_PAINT, self, self.show_outbox)

    def show_outbox(self) -> None:
        """Show how many answers have not arrived yet."""
        if self._work.lanes.is_closing():
            return
        from kotakmasuk.services import counting  # noqa: PLC0415  after the paint

        found = counting.outbox_counts(self._work.lanes.reader)
        under_way = sum(found.get(state, 0) for state in WAITING)
        stuck = found.get(ReplyState.UNSURE, 0) + found.get(ReplyState.FAILED, 0)
        self._rail.set_badge("outbox", under_way, needs_you=bool(stuck))
        asked = found.get(ReplyState.WAITING, 0)
        mine = may_approve(self._work.seat())
        self._rail.set_badge("approvals", asked, needs_you=mine and bool(asked))

    def show_accounts(self) -> None:
        """Show which accounts have a problem, and when there is no line at all."""
        every = accounts.overview(self._work.lanes.reader)
        troubled = sum(bool(one.problem) for one in every)
        self._rail.set_badge("accounts", troubled)
        since = offline_since(every)
        if since is None:
            self._strip.hide()
            return
        moment = local(since, self._work.settings().zone)
        self._strip.show_state(
            "offline",
            self.tr("Luring sejak {time}.").format(time=f"{moment:%H.%M}"),
            self.tr("Semua pesan dapat dibaca; balasan menunggu di Kiriman."),
            action=self.tr("Ambil sekarang"),
        )

    def show_settings(self) -> None:
        """Follow the settings: title, colours, rows and text size."""
        settings, theme = self._work.settings(), self._work.theme
        agency = settings.agency
        # The program's name comes last, or Qt would put it behind once more.
        self.title_changed.emit(f"{agency} — Kotak Masuk" if agency else "Kotak Masuk")
        self.show_seat()
        scheme = SCHEMES.get(settings.theme, "system")
        if theme.scheme != scheme:
            theme.set_scheme(scheme)
        if theme.compact != (settings.density == "compact"):
            theme.set_compact(settings.density == "compact")
        if theme.text_percent != settings.text_size:
            theme.set_text_percent(settings.text_size)

    def show_seat(self) -> None:
        """Show who sits here, and what was proved."""
        self._rail.seat.set_seat(self._work.seat())

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.show_settings()
        if changes.replies:
            self.show_outbox()
        if changes.accounts:
            self.show_accounts()


def offline_since(every: list[Health]) -> int | None:
    """Since when no account could be read (UTC ms); None while one can be."""
    machine = [
        one
        for one in every
        if not one.manual and one.account.state is AccountState.CONNECTED
    ]
    if not machine or not all(one.problem for one in machine):
        return None
    return max((one.last_success or 0 for one in machine), default=0) or None
