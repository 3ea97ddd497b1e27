"""Decides what the outbox shows: which tab, which answer, and what is told of it.

The one rule: the choice stays on the same answer however its state moves on.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.outbox.errands import Errands
from kotakmasuk.desktop.outbox.model import same, time_left
from kotakmasuk.desktop.outbox.panel_state import PanelState, panel_state
from kotakmasuk.desktop.outbox.wording import ALL, THROUGH, day_start, in_order
from kotakmasuk.desktop.tasks import Task
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.replies import OutboxRow
from kotakmasuk.services import replies


TICK, SLOW_TICK = 1000, 30_000
SOON = 90_000
SENT_SHOWN = 4


@dataclass(frozen=True)
class Shown:
    """The rows of the open tab and the moment for which their times are told.

    `hidden` counts what was sent today and is not listed yet.
    """

    rows: tuple[OutboxRow, ...]
    moment: Moment
    chosen: OutboxRow | None
    hidden: int = 0


class OutboxPresenter(QObject):
    """Keeps the rows, the open tab and the chosen answer."""

    listed = Signal(object)
    counted = Signal(dict)
    described = Signal(object)
    time_passed = Signal(object)
    undo_known = Signal(int)
    hold_known = Signal(bool)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self._rows: tuple[OutboxRow, ...] = ()
        self._tab = ALL
        self._chosen: OutboxRow | None = None
        self._whole = False
        self.errands = Errands(workplace)
        self.errands.begun.connect(self._describe)
        self.errands.done.connect(self.reload)
        self._task: Task | None = None
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._tell_time)
        workplace.lanes.changed.connect(self._take_changes)

    @property
    def chosen(self) -> OutboxRow | None:
        """The answer that the panel tells of."""
        return self._chosen

    def reload(self) -> None:
        """Read all rows again; the choice stays on the same answer."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._work.lanes.read(
            replies.outbox_rows, now=self._work.office.now(), then=self._show
        )

    def open_tab(self, tab: str) -> None:
        """Show one state, or all of them."""
        self._tab = tab
        self._list()

    def show_whole(self) -> None:
        """List everything that was sent today as well."""
        self._whole = True
        self._list()

    def switch_hold(self) -> None:
        """Hold every sending back, or let them go on."""
        self.errands.hold_all(held=not self.errands.is_held())

    def choose(self, row: OutboxRow | None) -> None:
        """Tell of this answer in the panel."""
        self._chosen = row
        self._describe()

    def moment(self) -> Moment:
        """Now, in the agency's zone."""
        return Moment(self._work.office.now(), self._work.settings().zone)

    def _show(self, rows: list[OutboxRow]) -> None:
        self._task = None
        self.undo_known.emit(self._work.settings().undo_seconds)
        since = day_start(self.moment())
        kept = [row for row in rows if row.state not in THROUGH or row.at >= since]
        self._rows = tuple(in_order(kept))
        self._count()
        self._list()
        self._set_clock()
        self.hold_known.emit(self.errands.is_held())

    def _count(self) -> None:
        counts: dict[str, int] = {ALL: len(self._rows)}
        for row in self._rows:
            counts[row.state.value] = counts.get(row.state.value, 0) + 1
        self.counted.emit(counts)

    def _list(self) -> None:
        rows = tuple(row for row in self._rows if self._tab in (ALL, row.state.value))
        hidden = 0
        if self._tab == ALL and not self._whole:
            through = [row for row in rows if row.state in THROUGH]
            hidden = max(0, len(through) - SENT_SHOWN)
            rows = rows[: len(rows) - hidden]
        self._chosen = self._again(rows)
        self.listed.emit(Shown(rows, self.moment(), self._chosen, hidden))
        self._describe()

    def _again(self, rows: tuple[OutboxRow, ...]) -> OutboxRow | None:
        """The chosen answer among new rows, else the first."""
        was = self._chosen
        for row in rows:
            if was is None:
                break
            if same(row, was):
                return row
        return rows[0] if rows else None

    def _describe(self) -> None:
        state: PanelState | None = None
        if self._chosen is not None:
            state = panel_state(
                self._chosen, self.moment(), self.errands.ways(self._chosen)
            )
        self.described.emit(state)

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        told = changes.replies or changes.conversations or changes.settings
        if told or changes.announcements:
            self.reload()

    def _tell_time(self) -> None:
        self.time_passed.emit(self.moment())
        self._describe()
        self._set_clock()

    def _set_clock(self) -> None:
        left = time_left(self._rows, self.moment())
        if left is None:
            self._clock.stop()
        else:
            self._clock.start(TICK if left < SOON else SLOW_TICK)
