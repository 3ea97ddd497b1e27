"""The fields of an announcement: title, what its kind asks for, and the channels.

The one rule: a field that the kind does not ask for is not seen; what is missing is said
below the field, but only once the officer tried to submit.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.announcements.layouts import empty
from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.announcements.wording import (
    EXAMPLE,
    handle_words,
    moment_text,
    read_moment,
)
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import FIELD_WORDS, FORMS, Form
from kotakmasuk.domain.issues import Issue
from kotakmasuk.domain.replies import Identity


TEXTS = ("source", "contact")
MOMENTS = ("happens_at", "expires_at")
HINTS = {
    "source": "mis. BPBD Sukamaju, laporan pukul 14.10",
    "contact": "mis. Call Center 112",
}


class FormPart(QWidget):
    """Emits `put` with a field's name and value; `chosen` with an account's number."""

    put = Signal(str, object)
    chosen = Signal(int, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._zone = "Asia/Jakarta"
        self._boxes: dict[int, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.title = QLineEdit()
        self.title.textEdited.connect(lambda text: self.put.emit("title", text))
        self.fields = {"title": Field(theme, self.tr("Judul di daftar"), self.title)}
        column.addWidget(self.fields["title"])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        column.addLayout(self._grid)
        self._make_fields()
        self._channels = QVBoxLayout()
        self._channels.setSpacing(6)
        inside = QWidget()
        inside.setLayout(self._channels)
        self.fields["accounts"] = Field(theme, self.tr("Kanal"), inside)
        column.addWidget(self.fields["accounts"])

    def show_sheet(
        self, sheet: Sheet, approvers: Iterable[str], issues: Iterable[Issue], zone: str
    ) -> None:
        """Fill every field anew for another announcement."""
        self._zone = zone
        one, form = sheet.announcement, FORMS[sheet.announcement.preset]
        self.title.setText(one.title)
        self.title.setPlaceholderText(f"mis. {form.example}")
        for name in TEXTS:
            self._line(name).setText(getattr(one, name))
        for name in MOMENTS:
            self._line(name).setText(moment_text(getattr(one, name), zone))
        self._fill("approver", [("", "")] + [(who, who) for who in approvers])
        known = [(issue.id, issue.title) for issue in issues]
        self._fill("issue", [(None, self.tr("Tanpa isu")), *known])
        self._select("approver", one.approver)
        self._select("issue", one.issue)
        self._arrange(form)
        self._show_channels(sheet.places)
        self.show_state(sheet)
        self.show_faults({})

    def offer_contacts(self, contacts: Iterable[str]) -> None:
        """Offer the agency's own public contacts while one is typed."""
        line = self._line("contact")
        offered = QCompleter(list(contacts), line)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.activated.connect(lambda _: self._typed("contact"))
        line.setCompleter(offered)

    def show_state(self, sheet: Sheet) -> None:
        """Mark the chosen channels; what has left is not edited."""
        for account, box in self._boxes.items():
            box.setChecked(account in sheet.announcement.accounts)
        self.fields["accounts"].setVisible(sheet.editable)
        for field in self.fields.values():
            if isinstance(field.control, QLineEdit):
                field.control.setReadOnly(not sheet.editable)
            else:
                field.control.setEnabled(sheet.editable)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say below each field what keeps it back."""
        for name, field in self.fields.items():
            field.set_error(faults.get(name, ""))

    def read_moment(self, name: str) -> int | None:
        """The typed moment of a field as UTC ms."""
        return read_moment(self._line(name).text(), self._zone)

    def _make_fields(self) -> None:
        for name in (*TEXTS, *MOMENTS):
            line = QLineEdit()
            line.setPlaceholderText(HINTS.get(name) or f"mis. {EXAMPLE}")
            line.textEdited.connect(lambda _, one=name: self._typed(one))
            self.fields[name] = Field(self._theme, FIELD_WORDS[name], line)
        for name in ("approver", "issue"):
            box = QComboBox()
            box.activated.connect(lambda _, one=name: self._picked(one))
            self.fields[name] = Field(self._theme, FIELD_WORDS[name], box)
        for name in (*TEXTS, *MOMENTS, "approver", "issue"):
            # Shown before it has a parent, it would be a window of its own.
            self.fields[name].setParent(self)

    def _typed(self, name: str) -> None:
        text = self._line(name).text()
        self.put.emit(name, text if name in TEXTS else self.read_moment(name))

    def _picked(self, name: str) -> None:
        self.put.emit(name, self._box(name).currentData())

    def _line(self, name: str) -> QLineEdit:
        control = self.fields[name].control
        assert isinstance(control, QLineEdit)  # noqa: S101  made so above
        return control

    def _box(self, name: str) -> QComboBox:
        control = self.fields[name].control
        assert isinstance(control, QComboBox)  # noqa: S101  made so above
        return control

    def _fill(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        box = self._box(name)
        box.clear()
        for value, words in choices:
            box.addItem(words, value)

    def _select(self, name: str, value: object) -> None:
        box = self._box(name)
        box.setCurrentIndex(max(0, box.findData(value)))

    def _arrange(self, form: Form) -> None:
        """Two fields a line; the source, which is a sentence, has a line of its own."""
        while self._grid.count():
            self._grid.takeAt(0)
        place = 0
        for name in (*TEXTS, *MOMENTS, "approver", "issue"):
            field = self.fields[name]
            field.setVisible(name in form.fields)
            if name not in form.fields:
                continue
            if name == "source":
                self._grid.addWidget(field, 0, 0, 1, 2)
                place = 2
            else:
                self._grid.addWidget(field, place // 2, place % 2)
                place += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _show_channels(self, places: Mapping[int, Identity]) -> None:
        empty(self._channels)
        self._boxes = {}
        for place in places.values():
            self._channels.addWidget(self._channel(place))

    def _channel(self, place: Identity) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = platform_of(place.platform)
        handle = handle_words(place.handle)
        box = QCheckBox(handle)
        way = (
            self.tr("terbit otomatis") if place.sends else self.tr("Anda kirim sendiri")
        )
        box.setAccessibleName(f"{handle}, {name.name}, {way}")
        box.clicked.connect(
            lambda on, account=place.account: self.chosen.emit(account, on)
        )
        row.addWidget(box)
        row.addWidget(PlatformGlyph(self._theme, name.glyph))
        words = f"{name.name} · {way}"
        row.addWidget(TextLabel(self._theme, words, role="meta", tone="text2"), 1)
        self._boxes[place.account] = box
        return line
