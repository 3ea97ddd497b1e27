"""What an approver weighs: the clock, why she is asked, what was checked, what was done.

The one rule: every line says who or which rule stands behind it, and when.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.approvals import wording
from kotakmasuk.desktop.approvals.presenter import Shown
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.chips import DEADLINES, StateChip
from kotakmasuk.desktop.widgets.column_header import ColumnHeader
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.scrolling import refill, scrolled
from kotakmasuk.desktop.widgets.times import moment_words
from kotakmasuk.domain.approvals import CheckLine
from kotakmasuk.domain.checklist import BLOCK, FAILED, OVERRIDDEN, UNTICKED


EDGE = 14
TRAIL = 8


class WeighingColumn(Plane):
    """The column at the right; below the wordings where the window is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="left")
        self._theme = theme
        self.setAccessibleName(self.tr("Pertimbangan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ColumnHeader(theme, self.tr("Pertimbangan"), surface=""))
        self._area = scrolled(QWidget())
        column.addWidget(self._area, 1)

    def show_request(self, shown: Shown | None) -> None:
        """Tell of one request, or of none."""
        body = sections(self._theme, shown) if shown else QWidget()
        refill(self._area, body)


def sections(theme: Theme, shown: Shown) -> QWidget:
    """The parts one under the other, with lines between them."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 12)
    column.setSpacing(0)
    made = [
        _deadlines(theme, shown),
        _why(theme, shown),
        _checks(theme, shown),
        _trail(theme, shown),
    ]
    for place, part in enumerate(part for part in made if part is not None):
        part.setProperty("edge", "top" if place else "")
        column.addWidget(part)
    column.addStretch(1)
    return body


def _part(theme: Theme, title: str) -> tuple[Plane, QVBoxLayout]:
    part = Plane("")
    column = QVBoxLayout(part)
    column.setContentsMargins(EDGE, 11, EDGE, 12)
    column.setSpacing(5)
    column.addWidget(TextLabel(theme, title, role="sectionLabel", tone="text2"))
    return part, column


def _deadlines(theme: Theme, shown: Shown) -> Plane:
    part, column = _part(theme, wording.say("Tenggat"))
    row = shown.view.row
    kind, words = wording.time_left(shown.moment, row.due_at, shown.soon)
    value: QWidget = TextLabel(theme, wording.say("tidak ada"), tone="text2")
    if kind in DEADLINES and words:
        value = StateChip(theme, DEADLINES[kind], words)
    column.addLayout(_pair(theme, wording.say("Target tanggap"), value))
    if row.due_at is not None:
        at = moment_words(shown.moment, row.due_at)
        value = TextLabel(theme, at)
        column.addLayout(_pair(theme, wording.say("Jatuh tempo"), value))
    if row.not_before is not None:
        value = TextLabel(theme, wording.coming(shown.moment, row.not_before))
        column.addLayout(_pair(theme, wording.say("Dijadwalkan"), value))
    return part


def _pair(theme: Theme, label: str, value: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(TextLabel(theme, label), 1)
    line.addWidget(value)
    return line


def _why(theme: Theme, shown: Shown) -> Plane:
    part, column = _part(theme, wording.say("Mengapa perlu persetujuan"))
    for line in shown.view.why:
        words = f"{line.evidence[:1].upper()}{line.evidence[1:]}" or line.text
        column.addWidget(TextLabel(theme, words, wrap=True))
        column.addWidget(
            TextLabel(theme, line.basis, role="meta", tone="text2", wrap=True)
        )
    if not shown.view.why:
        lifted = shown.option.with_outcome(OVERRIDDEN)
        words = wording.say("Diminta petugas.")
        if lifted:
            words = wording.say("Petugas meminta pengecualian dari ceklis.")
        column.addWidget(TextLabel(theme, words, wrap=True))
    return part


def _checks(theme: Theme, shown: Shown) -> Plane:
    part, column = _part(theme, wording.say("Ceklis etika"))
    column.setSpacing(8)
    option = shown.option
    for line in option.lines:
        if line.outcome == UNTICKED or _blocks(line):
            column.addLayout(_problem(theme, line))
    words = wording.say("{n} pemeriksaan otomatis lolos").format(
        n=wording.passed(option)
    )
    again = ""
    if option.edited_at is not None:
        time = moment_words(shown.moment, option.checked_at)
        again = wording.say("diulang {time} setelah perubahan").format(time=time)
    column.addLayout(_sign(theme, "circle-check", "ok", words, again))
    if option.ticks:
        words = wording.say("{n} butir dicentang {name}").format(
            n=len(option.ticks),
            name=wording.named(option.ticked_by, shown.seat.officer),
        )
        time = moment_words(shown.moment, option.ticked_at)
        column.addLayout(_sign(theme, "circle-check", "ok", words, time))
    source = shown.view.source
    if source is not None:
        words = wording.say("Sumber: jawaban {unit}").format(unit=source.unit)
        time = moment_words(shown.moment, source.answered_at)
        column.addLayout(_sign(theme, "circle-check", "ok", words, time))
    return part


def _blocks(line: CheckLine) -> bool:
    return line.outcome in (FAILED, OVERRIDDEN) and line.severity == BLOCK


def _problem(theme: Theme, line: CheckLine) -> QHBoxLayout:
    quoted = f"“{line.evidence}”" if line.evidence else ""
    if line.outcome == OVERRIDDEN:
        words = wording.say("Diminta dikecualikan: {rule}").format(rule=line.text)
        return _sign(theme, "shield-alert", "danger", words, quoted)
    words = wording.say("Belum dicentang: {rule}").format(rule=line.text)
    if line.outcome == FAILED:
        words = line.text
    return _sign(theme, "circle-x", "danger", words, quoted)


def _sign(theme: Theme, icon: str, tone: str, words: str, meta: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    top = Qt.AlignmentFlag.AlignTop
    sign = QVBoxLayout()
    sign.setContentsMargins(0, 2, 0, 0)
    sign.addWidget(IconLabel(theme, icon, 16, tone))
    line.addLayout(sign)
    line.setAlignment(sign, top)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(TextLabel(theme, words, wrap=True))
    if meta:
        told.addWidget(TextLabel(theme, meta, role="meta", tone="text2", wrap=True))
    line.addLayout(told, 1)
    return line


def _trail(theme: Theme, shown: Shown) -> Plane | None:
    if not shown.view.trail:
        return None
    part, column = _part(theme, wording.say("Jejak"))
    column.setSpacing(2)
    for line in shown.view.trail[:TRAIL]:
        words = wording.trail_line(shown.moment, line, shown.seat.officer)
        column.addWidget(TextLabel(theme, words, role="meta", tone="text2", wrap=True))
    return part
