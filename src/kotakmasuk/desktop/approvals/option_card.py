"""One wording as a card: chosen by a radio button, its changes underlined and struck.

The one rule: the officer's own words can always be seen again, whatever was edited.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.approvals import wording
from kotakmasuk.desktop.approvals.edit_box import EditBox
from kotakmasuk.desktop.approvals.picture_line import PictureLine
from kotakmasuk.desktop.approvals.presenter import Shown
from kotakmasuk.desktop.approvals.standing import to_lift
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.chips import ChipLook, StateChip
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import ElidedLabel, IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage, Span
from kotakmasuk.domain.approvals import Option
from kotakmasuk.domain.changed_words import ADDED, SAME, Part, changed_words
from kotakmasuk.domain.team import may_approve


CHANGES, RESULT, BEFORE = range(3)
EDITED = ChipLook("pencil", "warn", "warnSoft", "warnLine")


class OptionCard(Plane):
    """Emits `chosen` with the reply, `edited` with the new words."""

    chosen = Signal(int)
    edited = Signal(str)
    reasoned = Signal(str, str)

    def __init__(self, theme: Theme, shown: Shown, option: Option) -> None:
        super().__init__("surface", edge="card")
        self._theme = theme
        self._option = option
        self.is_open = option.reply == shown.option.reply
        if self.is_open:
            self.setProperty("edge", "chosen")
        self.setObjectName(f"option-{option.letter}")
        self._column = QVBoxLayout(self)
        inset = 13 if self.is_open else 14
        self._column.setContentsMargins(inset, inset - 2, inset, inset)
        self._column.setSpacing(6)
        self.radio = QRadioButton()
        self.modes = QComboBox()
        self.passage = Passage(theme, tone="text" if self.is_open else "text2")
        self.edit_button = IconButton(theme, "pencil", self.tr("Ubah balasan"))
        self.editor: EditBox | None = None
        self._build(shown)

    def _build(self, shown: Shown) -> None:
        self._column.addLayout(self._head(shown))
        self.passage.installEventFilter(self)
        self._column.addWidget(self.passage)
        for picture in self._option.composition.pictures:
            content = shown.pictures.get(picture.digest, b"")
            self._column.addWidget(PictureLine(self._theme, picture, content))
        for icon, tone, words in self._remarks():
            self._column.addLayout(self._line(icon, tone, words))
        if self.is_open:
            self._add_reasons()
        self.modes.currentIndexChanged.connect(self._draw)
        self.edit_button.clicked.connect(self.begin_edit)
        self._draw()

    def begin_edit(self) -> None:
        """Open the words for editing, in their place."""
        if self.editor is not None or self.edit_button.isHidden():
            return
        self.editor = EditBox(self._theme, self._option.composition.text)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self.leave_edit)
        place = self._column.indexOf(self.passage)
        self._column.insertWidget(place, self.editor)
        self.passage.hide()
        self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_edit(self) -> bool:
        """Save what was changed in an open editor; False where nothing was."""
        if self.editor is None or not self.editor.is_changed:
            return False
        self.editor.save.click()
        return True

    def leave_edit(self) -> bool:
        """Show the words as they were; False where none were being edited."""
        if self.editor is None:
            return False
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None
        self.passage.show()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a press anywhere on the card."""
        super().mousePressEvent(event)
        self.chosen.emit(self._option.reply)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by a press on the words, too; they can still be marked."""
        if event.type() == QEvent.Type.MouseButtonPress and not self.is_open:
            self.chosen.emit(self._option.reply)
        return super().eventFilter(watched, event)

    def _head(self, shown: Shown) -> QHBoxLayout:
        option = self._option
        row = QHBoxLayout()
        row.setSpacing(8)
        self.radio.setChecked(self.is_open)
        self.radio.setAccessibleName(self._name())
        self.radio.setAccessibleDescription(option.composition.text)
        self.radio.clicked.connect(lambda: self.chosen.emit(option.reply))
        row.addWidget(self.radio)
        row.addWidget(TextLabel(self._theme, self._name(), role="bodyStrong"))
        words = wording.edited_line(shown.moment, option, shown.seat.officer)
        if words:
            row.addWidget(StateChip(self._theme, EDITED, words))
        remark = ElidedLabel(self._theme, option.label, role="meta", tone="text2")
        row.addWidget(remark, 1)
        row.addWidget(self._mode_box())
        self.edit_button.setParent(self)
        self.edit_button.setVisible(
            self.is_open
            and may_approve(shown.seat)
            and option.parts == 1
            and bool(option.composition.text)
        )
        row.addWidget(self.edit_button)
        return row

    def _name(self) -> str:
        return self.tr("Pilihan {letter}").format(letter=self._option.letter)

    def _mode_box(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(self._theme, self.tr("Tampilkan:"), tone="text2"))
        self.modes.addItems([self.tr("Perubahan"), self.tr("Hasil"), self.tr("Semula")])
        self.modes.setAccessibleName(self.tr("Tampilkan"))
        row.addWidget(self.modes)
        changed = self._option.submitted.text != self._option.composition.text
        self.modes.setCurrentIndex(CHANGES if changed else RESULT)
        box.setVisible(False)
        if changed and self._option.edited_at is not None:
            box.setVisible(True)
        return box

    def _remarks(self) -> list[tuple[str, str, str]]:
        lines = (
            ("info", "warn", wording.recheck_line(self._option)),
            ("triangle-alert", "danger", wording.voided_line(self._option)),
        )
        return [line for line in lines if line[2]]

    def _line(self, icon: str, tone: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(self._theme, icon, 16, tone), 0, top)
        row.addWidget(TextLabel(self._theme, words, tone=tone, wrap=True), 1)
        return row

    def _add_reasons(self) -> None:
        for line in to_lift(self._option):
            evidence = f" “{line.evidence}”" if line.evidence else ""
            words = self.tr("Pengecualian: {rule}.").format(rule=line.text) + evidence
            self._column.addLayout(self._line("shield-alert", "danger", words))
            field = QLineEdit()
            field.setObjectName(f"reason-{line.rule}")
            field.textChanged.connect(
                lambda why, rule=line.rule: self.reasoned.emit(rule, why)
            )
            label = self.tr("Alasan tertulis untuk {rule}").format(rule=line.rule)
            self._column.addWidget(Field(self._theme, label, field))

    def _draw(self) -> None:
        option = self._option
        mode = self.modes.currentIndex()
        if mode == BEFORE:
            self.passage.set_text(option.submitted.text)
            return
        if mode == RESULT:
            self.passage.set_text(option.composition.text)
            return
        parts = changed_words(option.submitted.text, option.composition.text)
        self.passage.set_text(*_with_marks(parts))

    def _save(self, text: str) -> None:
        self.leave_edit()
        self.edited.emit(text)


def _with_marks(parts: Sequence[Part]) -> tuple[str, list[Span]]:
    """The text of all parts, with some room between what went and what came."""
    text, spans = "", []
    for place, part in enumerate(parts):
        after_removed = place > 0 and parts[place - 1].kind not in (SAME, ADDED)
        if part.kind == ADDED and after_removed and not text.endswith(" "):
            text += " "
        if part.kind != SAME:
            spans.append(Span(len(text), len(text) + len(part.text), part.kind))
        text += part.text
    return text, spans
