"""When an item applies: for what, to whom, on which channels, between which days.

The one rule: what is left open means all.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.checklist.box_row import BoxRow
from kotakmasuk.desktop.checklist.many_field import ManyField
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.column_header import SectionHeader
from kotakmasuk.desktop.widgets.day_field import DayField
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.domain.checklist import SENSITIVE_TOPICS, Rule


TOP = Qt.AlignmentFlag.AlignTop
# Tags that the shipped items ask for, offered also where nobody has made them yet.
TOPICS = (*sorted(SENSITIVE_TOPICS), "anonim", "duka", "rahasia")


class WhenPart(QWidget):
    """`written` at each change by hand."""

    written = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._make(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.head = SectionHeader(theme, "")
        column.addWidget(self.head)
        column.addWidget(self.fields["purposes"])
        column.addWidget(self.fields["risk"])
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(12)
        days = ("starts", "ends")
        lists = ("applies", "platforms", "kinds", "topics", "urgencies")
        for place, name in enumerate((*days, *lists)):
            grid.addWidget(self.fields[name], *divmod(place, 2), TOP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.first_exempt)
        column.addWidget(self.media)
        self._connect()

    def offer_topics(self, tags: Sequence[str]) -> None:
        """Let the agency's tags be picked, beside those the shipped items know."""
        names = dict.fromkeys((*sorted(tags), *TOPICS))
        self.topics.offer([(name, name) for name in names])

    def show_rule(self, rule: Rule, *, is_firm: bool) -> None:
        """Fill the fields; a firm item applies as it was shipped."""
        self.setEnabled(not is_firm)
        self.purposes.show_chosen(rule.purposes)
        self.risk.show_chosen(rule.risk)
        self.applies.setCurrentIndex(max(0, self.applies.findData(rule.applies)))
        for name, field in self.lists.items():
            field.show_chosen(getattr(rule, name))
        self.starts.show_iso(rule.starts)
        self.ends.show_iso(rule.ends)
        self.first_exempt.setChecked(rule.first_exempt)
        self.media.setChecked(rule.media)
        self.follow(rule.check)

    def follow(self, check: str) -> None:
        """Ask only what makes sense for this way to check."""
        self.fields["risk"].setVisible(not check)
        title = self.tr("Kapan berlaku")
        if check == "needs_approver":
            title = self.tr("Minta persetujuan bila")
        self.head.set_title(title)

    def values(self, start: Rule) -> Rule:
        """The item as it stands in the fields."""
        return replace(
            start,
            purposes=self.purposes.chosen(),
            risk=self.risk.chosen(),
            applies=self.applies.currentData(),
            starts=self.starts.iso(),
            ends=self.ends.iso(),
            first_exempt=self.first_exempt.isChecked(),
            media=self.media.isChecked(),
            kinds=self.lists["kinds"].chosen(),
            topics=self.topics.chosen(),
            urgencies=self.lists["urgencies"].chosen(),
            platforms=self.lists["platforms"].chosen(),
        )

    def _make(self, theme: Theme) -> None:
        self.purposes = BoxRow(wording.purposes(), columns=3)
        self.risk = BoxRow(wording.risks(), columns=1)
        self.applies = QComboBox()
        ignored = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.applies.setSizePolicy(ignored)
        for name, words in wording.reaches():
            self.applies.addItem(words, name)
        self.topics = ManyField(
            theme, self.tr("Tag percakapan"), new_words=self.tr("Tag lain")
        )
        self.lists = {
            "kinds": ManyField(theme, self.tr("Jenis pesan")),
            "topics": self.topics,
            "urgencies": ManyField(theme, self.tr("Urgensi")),
            "platforms": ManyField(theme, self.tr("Kanal")),
        }
        self.lists["kinds"].offer(wording.kinds())
        self.lists["urgencies"].offer(wording.urgencies())
        self.lists["platforms"].offer(wording.platforms())
        self.starts, self.ends = DayField(theme), DayField(theme)
        words = self.tr("Kecuali tanggapan pertama yang memakai templat utuh")
        self.first_exempt = QCheckBox(words)
        self.media = QCheckBox(self.tr("Hanya bila ada gambar"))
        labelled = {
            "purposes": (self.tr("Untuk"), self.purposes),
            "risk": (self.tr("Ditanyakan pada"), self.risk),
            "applies": (self.tr("Siapa yang dapat membaca"), self.applies),
            "kinds": (self.tr("Jenis pesan"), self.lists["kinds"]),
            "topics": (self.tr("Tag percakapan"), self.topics),
            "urgencies": (self.tr("Urgensi"), self.lists["urgencies"]),
            "platforms": (self.tr("Kanal"), self.lists["platforms"]),
            "starts": (self.tr("Periode mulai"), self.starts),
            "ends": (self.tr("Periode sampai"), self.ends),
        }
        self.fields = {
            name: Field(theme, label, control)
            for name, (label, control) in labelled.items()
        }

    def _connect(self) -> None:
        for boxes in (self.purposes, self.risk):
            boxes.changed.connect(self.written)
        for field in self.lists.values():
            field.changed.connect(self.written)
        self.applies.activated.connect(self.written)
        for day in (self.starts, self.ends):
            day.textChanged.connect(self.written)
        for box in (self.first_exempt, self.media):
            box.clicked.connect(self.written)
