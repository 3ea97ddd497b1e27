"""Several boxes to tick under one label, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget


class BoxRow(QWidget):
    """`changed` after another tick by hand."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], *, columns: int) -> None:
        """Choices are id and words."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(columns, 1)
        self.boxes: dict[str, QCheckBox] = {}
        for place, (name, words) in enumerate(choices):
            box = QCheckBox(words)
            box.clicked.connect(self.changed)
            self.boxes[name] = box
            grid.addWidget(box, *divmod(place, columns))
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Tick these and no others."""
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The ids of those that are ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())
