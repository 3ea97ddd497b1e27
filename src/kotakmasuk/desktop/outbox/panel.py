"""The side panel of the outbox: what is known of one answer, and what can be done.

The one rule: an action that cannot be taken now says why, right under its button.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kotakmasuk.desktop.outbox.delegate import look_of
from kotakmasuk.desktop.outbox.panel_state import Action, PanelState
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.chips import OUTBOX, StateChip
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.domain.replies import REPLY_WORDS


EDGE = 14


class OutboxPanel(Plane):
    """Says what it is told; `acted` carries the deed of the pressed button."""

    acted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("sunken", edge="left")
        self._theme = theme
        self._state: PanelState | None = None
        self._buttons: dict[str, Button] = {}
        self.setObjectName("outboxPanel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 0, 0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._area)

    def show_state(self, state: PanelState | None) -> None:
        """Tell of one answer, or of none."""
        if state == self._state:
            return
        kept = self._focused_deed()
        actions_stay = self._same_parts(state)
        self._state = state
        if state is not None and actions_stay:
            self._explanation.setText(state.explanation)
            return
        self._buttons = {}
        body = self._filled(state) if state else QWidget()
        self._area.setWidget(body)
        # QScrollArea switches the filling on; the plane's own colour must show.
        self._area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self.setAccessibleName(state.title if state else "")
        if kept in self._buttons:
            self._buttons[kept].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_edge(self, edge: str) -> None:
        """Draw the line to the table: at the left beside it, on top below it."""
        if self.property("edge") != edge:
            self.setProperty("edge", edge)
            self.style().polish(self)

    def offered(self) -> tuple[Action, ...]:
        """What it offers now."""
        return self._state.actions if self._state is not None else ()

    def button(self, deed: str) -> Button:
        """The button for a deed."""
        return self._buttons[deed]

    def _same_parts(self, state: PanelState | None) -> bool:
        """While a second passes only the explanation changes; keep the buttons."""
        was = self._state
        if was is None or state is None:
            return False
        return replace(was, explanation="", url="") == replace(
            state, explanation="", url=""
        )

    def _focused_deed(self) -> str:
        for deed, button in self._buttons.items():
            if button.hasFocus():
                return deed
        return ""

    def _filled(self, state: PanelState) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        column.addWidget(self._head(state))
        if state.looks or state.next_look:
            column.addWidget(self._looks(state))
        column.addWidget(self._actions(state))
        column.addWidget(self._text(state))
        column.addStretch(1)
        return body

    def _head(self, state: PanelState) -> QWidget:
        part, column = _part("")
        column.setSpacing(6)
        look = OUTBOX[look_of(state.row.state)]
        column.addWidget(StateChip(self._theme, look, REPLY_WORDS[state.row.state]))
        title = TextLabel(self._theme, state.title, role="bodyStrong", wrap=True)
        column.addWidget(title)
        self._explanation = TextLabel(
            self._theme, state.explanation, tone="text2", wrap=True
        )
        self._explanation.setObjectName("outboxExplanation")
        column.addWidget(self._explanation)
        return part

    def _looks(self, state: PanelState) -> QWidget:
        part, column = _part("top")
        column.setSpacing(4)
        words = self.tr("Hasil pemeriksaan utas")
        column.addWidget(
            TextLabel(self._theme, words, role="sectionLabel", tone="text2")
        )
        for line in state.looks:
            column.addWidget(self._look("circle-dashed", "text2", line))
        if state.next_look:
            column.addWidget(self._look("loader", "accent", state.next_look))
        return part

    def _look(self, icon: str, ink: str, words: str) -> QWidget:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        sign = IconLabel(self._theme, icon, 14, ink)
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(TextLabel(self._theme, words, wrap=True), 1)
        return row

    def _actions(self, state: PanelState) -> QWidget:
        """One under the other; two halves stand beside each other."""
        part, column = _part("top")
        column.setSpacing(8)
        pair: QHBoxLayout | None = None
        for action in state.actions:
            if not action.half:
                column.addWidget(self._button(action))
            elif pair is None:
                pair = QHBoxLayout()
                pair.setSpacing(8)
                column.addLayout(pair)
            if action.half and pair is not None:
                pair.addWidget(self._button(action), 1)
            if action.reason:
                column.addWidget(self._reason(action.reason))
        return part

    def _reason(self, words: str) -> TextLabel:
        return TextLabel(self._theme, words, role="meta", tone="text2", wrap=True)

    def _button(self, action: Action) -> Button:
        kind = "primary" if action.primary else "secondary"
        button = Button(self._theme, action.words, kind=kind, icon=action.icon)  # type: ignore[arg-type]
        button.set_large()
        button.setObjectName(f"deed-{action.deed}")
        button.setEnabled(not action.reason)
        button.setAccessibleDescription(action.reason)
        button.clicked.connect(lambda: self.acted.emit(action.deed))
        self._buttons[action.deed] = button
        return button

    def _text(self, state: PanelState) -> QWidget:
        part, column = _part("top")
        column.setSpacing(6)
        title = self.tr("Isi")
        column.addWidget(
            TextLabel(self._theme, title, role="sectionLabel", tone="text2")
        )
        column.addWidget(Passage(self._theme, state.content, role="body"))
        if state.foot:
            column.addWidget(
                TextLabel(self._theme, state.foot, role="meta", tone="text3", wrap=True)
            )
        return part


def _part(edge: str) -> tuple[Plane, QVBoxLayout]:
    part = Plane("", edge=edge)
    column = QVBoxLayout(part)
    column.setContentsMargins(EDGE, 0 if not edge else 12, EDGE, 12)
    return part, column
