"""The text of a template: its tabs, the text itself, and the offer of isian at "{".

The one rule: every tab keeps its own words; changing a tab loses none.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.templates.examples import EXAMPLES, origin
from kotakmasuk.desktop.templates.marking import IsianPen
from kotakmasuk.desktop.templates.variant_tabs import COMMON, VariantTabs
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.domain.placeholders import fields_in, placeholders, with_required


BODY, HIGHEST = 140, 320
INNER = 16  # above and below the lines
FIXED_LINE = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, as its setter asks
A_DAY = "tanggal"


class BodyText(QTextEdit):
    """Plain text in which an opened brace asks which isian is meant."""

    brace_typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setObjectName("templateBody")
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write the brace, then ask."""
        super().keyPressEvent(event)
        if event.text() == "{":
            self.brace_typed.emit()


class BodyPart(QWidget):
    """`written` at each change by hand, `turned` with the platform of the open tab."""

    written = Signal()
    turned = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bodies: dict[str, str] = {COMMON: ""}
        self.tab = COMMON
        self.text = BodyText()
        self.tabs = VariantTabs(theme)
        self.field = Field(theme, self.tr("Isi"), self.text)
        self._label_beside_tabs()
        self._pen = IsianPen(self.text.document(), theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self.field)
        self._popover: ChoicePopover | None = None
        self.text.textChanged.connect(self._take)
        self.text.brace_typed.connect(self.offer_isian)
        self.tabs.opened.connect(self.open_tab)
        self.tabs.added.connect(self.add_variant)
        self.tabs.dropped.connect(self.drop_variant)
        self._dress()
        theme.changed.connect(self._dress)

    def show_bodies(self, body: str, variants: Mapping[str, str]) -> None:
        """Show other words; the open tab stays open where it is still there."""
        self._bodies = {COMMON: body, **variants}
        self.open_tab(self.tab if self.tab in self._bodies else COMMON)

    def body(self) -> str:
        """The common words."""
        return self._bodies[COMMON]

    def variants(self) -> dict[str, str]:
        """The words of single platforms."""
        return {name: body for name, body in self._bodies.items() if name}

    def open_tab(self, platform: str) -> None:
        """Show the words of one tab."""
        self.tab = platform
        self.tabs.show_tabs([name for name in self._bodies if name], platform)
        with QSignalBlocker(self.text):
            self.text.setPlainText(self._bodies[platform])
        self._set_lines()
        self._fit()
        self.turned.emit(platform)

    def add_variant(self, platform: str) -> None:
        """Begin the words for a platform with the common ones."""
        self._bodies.setdefault(platform, self.body())
        self.open_tab(platform)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit()

    def drop_variant(self, platform: str) -> None:
        """Let a platform have the common words again."""
        if platform and self._bodies.pop(platform, None) is not None:
            self.open_tab(COMMON)
            self.written.emit()

    def set_required(self, name: str, required: bool) -> None:  # noqa: FBT001  a Qt slot
        """Write or take away the "?" of an isian, as one step that can be undone."""
        whole = with_required(self.text.toPlainText(), name, required=required)
        if whole != self.text.toPlainText():
            cursor = QTextCursor(self.text.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(whole)

    def set_error(self, platform: str, sentence: str) -> None:
        """Say below the text what is wrong with the words of a platform."""
        if sentence and platform != self.tab and platform in self._bodies:
            self.open_tab(platform)
        self.field.set_error(sentence)
        danger = self._theme.color("danger").name()
        self.text.setStyleSheet(f"border-color:{danger}" if sentence else "")

    def offer_isian(self) -> None:
        """Ask which isian is meant; what is typed instead is taken as it is."""
        if self._popover is None:
            name = self.tr("Sisipkan isian")
            self._popover = ChoicePopover(self._theme, name, self.window())
            self._popover.chosen.connect(lambda ids: self._insert(ids[0]))
            self._popover.created.connect(self._insert)
            self._popover.cancelled.connect(self._give_back)
            self._popover.field.textEdited.connect(self._take_closed)
        below = self.text.cursorRect().bottomLeft()
        at = self.text.viewport().mapToGlobal(below)
        self._popover.open_choices(self._offered(), at, new_words=self.tr("Isian baru"))

    def _offered(self) -> list[Choice]:
        used = placeholders("\n".join(self._bodies.values()))
        names = dict.fromkeys((*used, *EXAMPLES, A_DAY))
        return [
            Choice(one.name, one.name, origin(one))
            for name in names
            for one in fields_in(f"{{{name}}}")
        ]

    def _take_closed(self, typed: str) -> None:
        """A brace that was closed by hand is a whole isian."""
        if typed.endswith("}") and self._popover is not None:
            self._popover.created.emit(typed.removesuffix("}"))
            self._popover.field.clear()
            self._popover.hide()

    def _insert(self, name: str) -> None:
        self.text.insertPlainText(f"{name}}}")
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _give_back(self) -> None:
        if self._popover is not None:
            self.text.insertPlainText(self._popover.field.text())
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        self._bodies[self.tab] = self.text.toPlainText()
        if self.field.error():
            self.set_error(self.tab, "")
        self._fit()
        self.written.emit()

    def _label_beside_tabs(self) -> None:
        """The field's own label stands before the tabs, as they name its contents."""
        fields = self.field.layout()
        item = fields.takeAt(0) if fields is not None else None
        label = item.widget() if item is not None else None
        if label is not None:
            self.tabs.put_first(label)

    def _fit(self) -> None:
        """As high as the words, between some lines and half a window."""
        wanted = round(self.text.document().size().height()) + INNER
        self.text.setFixedHeight(max(BODY, min(wanted, HIGHEST)))

    def _set_lines(self) -> None:
        with QSignalBlocker(self.text):
            cursor = QTextCursor(self.text.document())
            cursor.select(QTextCursor.SelectionType.Document)
            lines = QTextBlockFormat()
            lines.setLineHeight(self._theme.line_height("composer"), FIXED_LINE)
            cursor.mergeBlockFormat(lines)

    def _dress(self) -> None:
        self.text.setFont(self._theme.font("composer"))
        self._set_lines()
        self._fit()
