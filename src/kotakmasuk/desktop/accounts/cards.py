"""A problem of one account in its own card: what happened, what was kept, one action.

The one rule: one card, one action.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kotakmasuk.desktop.accounts.presenter import Problem
from kotakmasuk.desktop.accounts.wording import LOOKS
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel


class ProblemCard(Plane):
    """Emits `acted` with the problem when its button is pressed."""

    acted = Signal(object)

    def __init__(self, theme: Theme, problem: Problem) -> None:
        """Show the problem; a sign-in is red, everything else stays quiet."""
        urgent = problem.action == "sign_in"
        surface, edge = ("dangerSoft", "danger") if urgent else ("surface", "card")
        super().__init__(surface, edge=edge)
        self._problem = problem
        look = LOOKS[problem.condition]
        tone = "danger" if urgent else "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(8)
        icon = IconLabel(theme, look.icon, 16, tone)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(
            TextLabel(theme, problem.title, role="bodyStrong", tone=tone, wrap=True)
        )
        ink = "text" if urgent else "text2"
        column.addWidget(TextLabel(theme, problem.text, tone=ink, wrap=True))
        column.addSpacing(6)
        self.button = Button(theme, problem.action_words)
        name = f"{problem.action_words}: {problem.title}"
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self._act)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{problem.title}. {problem.text}")

    def _act(self) -> None:
        self.acted.emit(self._problem)
