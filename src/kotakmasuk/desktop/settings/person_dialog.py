"""Asks what somebody may do: role, title, and the days as a deputy.

The one rule: a deputy's post and days are asked for together, or not at all.
"""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kotakmasuk.desktop.settings.judging import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import DateField, Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.team import (
    DEPUTY_KINDS,
    ROLE_WORDS,
    Officer,
    Role,
    wrong_deputy,
)


class PersonDialog(Dialog):
    """Emits `chosen` with the officer as they should be."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget, officer: Officer, *, today: str
    ) -> None:
        """Today (ISO date) is where a new deputy's days begin."""
        super().__init__(
            theme,
            parent,
            title=say("Peran {name}").format(name=officer.name),
            verb=say("Simpan peran"),
        )
        self._theme = theme
        self._officer = officer
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(ROLE_WORDS[role], role)
        self.title = QLineEdit(officer.title)
        self.kind = QComboBox()
        self.kind.addItem(say("Tidak ada"), "")
        for kind in DEPUTY_KINDS:
            self.kind.addItem(kind, kind)
        self.post = QLineEdit(officer.deputy_for)
        self.since = _dated(officer.deputy_since or today)
        self.until = _dated(officer.deputy_until or today)
        self.sentence = TextLabel(theme, tone="text2", wrap=True)
        self.fields: dict[str, Field] = {}
        self._build()
        self.role.setCurrentIndex(self.role.findData(officer.role))
        self.kind.setCurrentIndex(self.kind.findData(officer.deputy_kind))
        self.role.currentIndexChanged.connect(self._show)
        self.kind.currentIndexChanged.connect(self._show)
        self._show()
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def officer(self) -> Officer:
        """The officer as the fields say."""
        before = self._officer
        kind = self.kind.currentData()
        days = [box.date().toString("yyyy-MM-dd") for box in (self.since, self.until)]
        return Officer(
            before.name,
            before.initials,
            Role(self.role.currentData()),
            self.title.text().strip(),
            kind,
            self.post.text().strip() if kind else "",
            days[0] if kind else "",
            days[1] if kind else "",
        )

    def accept(self) -> None:
        """Hand on what was chosen; a deputy without post or days stays here."""
        wrong = wrong_deputy(self.officer())
        if wrong:
            self.fields["post" if not self.post.text().strip() else "until"].set_error(
                wrong
            )
            self._fit()
            return
        self.chosen.emit(self.officer())
        super().accept()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        listed = (
            ("role", say("Peran"), self.role),
            ("title", say("Jabatan"), self.title),
            ("kind", say("Pelaksana harian atau tugas"), self.kind),
            ("post", say("Jabatan yang digantikan"), self.post),
            ("since", say("Mulai"), self.since),
            ("until", say("Sampai dengan"), self.until),
        )
        for place, (name, label, control) in enumerate(listed):
            self.fields[name] = Field(self._theme, label, control)
            grid.addWidget(self.fields[name], *divmod(place, 2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.sentence)

    def _show(self) -> None:
        deputy = bool(self.kind.currentData())
        for name in ("post", "since", "until"):
            self.fields[name].setVisible(deputy)
        self.sentence.setText(
            say("Pada hari-hari itu ia menyetujui dengan kata sandinya sendiri.")
            if deputy
            else MEANINGS[Role(self.role.currentData())]()
        )
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.maximumWidth()))


def _dated(day: str) -> DateField:
    box = DateField()
    box.setDate(QDate.fromString(day, "yyyy-MM-dd"))
    return box


MEANINGS = {
    Role.OBSERVER: lambda: say("Melihat semuanya, tidak mengubah apa pun."),
    Role.OFFICER: lambda: say(
        "Menanggapi warga; yang diminta aturan disetujui dahulu."
    ),
    Role.APPROVER: lambda: say("Menyetujui balasan dan pengumuman, dengan kata sandi."),
    Role.ADMIN: lambda: say("Menyetujui, dan mengatur peran serta kata sandi."),
}
