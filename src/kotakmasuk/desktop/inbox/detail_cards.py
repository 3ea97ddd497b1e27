"""The sections of the details: who, what kind, until when, which tags, what happened.

The one rule: every deadline and every suggestion carries its reason beside it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox.flow import FlowLayout
from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.avatar import Avatar
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.chips import DEADLINES, DeadlineKind, StateChip, TagChip
from kotakmasuk.desktop.widgets.column_header import SectionHeader
from kotakmasuk.desktop.widgets.labels import ElidedLabel, KeyCap, Plane, TextLabel


class Section(Plane):
    """A labelled part with a line below it."""

    def __init__(self, theme: Theme, title: str = "") -> None:
        """Show the title, if there is one, above what is put into `body`."""
        super().__init__("sunken", edge="bottom")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.setSpacing(6)
        if title:
            self.body.addWidget(SectionHeader(theme, title))


def person(theme: Theme, name: str, handle: str, words: str) -> Section:
    """Who the citizen is on that platform."""
    section = Section(theme)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Avatar(theme, name or handle, side=36))
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(ElidedLabel(theme, name or handle, role="bodyStrong"))
    if name and handle:
        lines.addWidget(ElidedLabel(theme, handle, role="meta", tone="text2"))
    lines.addWidget(ElidedLabel(theme, words, role="meta", tone="text2"))
    row.addLayout(lines, 1)
    section.body.addLayout(row)
    return section


def facts(
    theme: Theme, title: str, lines: Sequence[tuple[str, str, Callable[[], object]]]
) -> Section:
    """Names and values; a press on a value changes it."""
    section = Section(theme, title)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnMinimumWidth(0, 76)
    grid.setColumnStretch(1, 1)
    for place, (name, value, run) in enumerate(lines):
        grid.addWidget(TextLabel(theme, name, tone="text2"), place, 0)
        button = Button(theme, value, kind="link")
        button.setAccessibleName(f"{name}: {value}")
        button.clicked.connect(run)
        grid.addWidget(button, place, 1, Qt.AlignmentFlag.AlignLeft)
    section.body.addLayout(grid)
    return section


def clock_section(
    theme: Theme, kind: DeadlineKind, *, chip: str, when: str, why: str
) -> Section:
    """Until when an answer is due, and how that was reckoned."""
    section = Section(theme, say("Tenggat"))
    row = QHBoxLayout()
    row.addWidget(TextLabel(theme, say("Balasan")), 1)
    look = DEADLINES.get(kind)
    if look is not None and chip:
        row.addWidget(StateChip(theme, look, chip))
    section.body.addLayout(row)
    if when:
        section.body.addWidget(TextLabel(theme, when, role="bodyStrong", wrap=True))
    section.body.addWidget(TextLabel(theme, why, role="meta", tone="text2", wrap=True))
    return section


class TagSection(Section):
    """The tags of a conversation and what the text help suggests."""

    added = Signal()
    removed = Signal(str)
    accepted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[str],
        suggestions: Sequence[tuple[str, str]],
    ) -> None:
        """Suggestions are (what, why); the first three have keys."""
        super().__init__(theme, say("Tag"))
        chips = QWidget()
        flow = FlowLayout(chips)
        for tag in tags:
            chip = TagChip(theme, tag)
            chip.removed.connect(self.removed)
            flow.addWidget(chip)
        more = IconButton(theme, "plus", say("Tambah tag"), shortcut="T")
        more.clicked.connect(self.added)
        flow.addWidget(more)
        self.body.addWidget(chips)
        for place, (what, why) in enumerate(suggestions):
            self.body.addLayout(self._suggestion(theme, place, what=what, why=why))

    def _suggestion(
        self, theme: Theme, place: int, *, what: str, why: str
    ) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        button = Button(theme, f"+ {what}", kind="link")
        button.setAccessibleName(say("Terima saran {what}").format(what=what))
        button.setAccessibleDescription(why)
        button.clicked.connect(lambda: self.accepted.emit(place))
        lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        reason = TextLabel(theme, why, role="caption", tone="text2", wrap=True)
        reason.setContentsMargins(3, 0, 0, 0)
        lines.addWidget(reason)
        row.addLayout(lines, 1)
        row.addWidget(KeyCap(theme, str(place + 1)), 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def notices(theme: Theme, lines: Sequence[str]) -> Section:
    """What the text help noticed that is nothing to accept."""
    section = Section(theme, say("Perlu diperhatikan"))
    for line in lines:
        section.body.addWidget(TextLabel(theme, line, role="meta", wrap=True))
    return section


def history(theme: Theme, lines: Sequence[str], title: str) -> Section:
    """What was done, newest first."""
    section = Section(theme, title)
    for line in lines:
        section.body.addWidget(
            TextLabel(theme, line, role="meta", tone="text2", wrap=True)
        )
    if not lines:
        words = say("Belum ada tindakan.")
        section.body.addWidget(TextLabel(theme, words, role="meta", tone="text2"))
    return section
