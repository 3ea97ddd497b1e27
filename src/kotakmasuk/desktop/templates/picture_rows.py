"""The pictures of a template: small, with the words that tell a blind reader of them.

The one rule: a picture without words is not saved; what is missing is asked for here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.replies import Picture


Load = Callable[[Picture], bytes]


class PictureRows(QWidget):
    """`wanted` asks for a file; `written` says that words or pictures changed."""

    wanted = Signal()
    written = Signal()

    def __init__(self, theme: Theme, load: Load) -> None:
        """`load` gives the bytes of a picture."""
        super().__init__()
        self._theme = theme
        self._load = load
        self._pictures: list[Picture] = []
        self.described: list[QLineEdit] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add = Button(theme, self.tr("Tambah gambar…"), icon="image")
        self.add.clicked.connect(self.wanted)
        self._wrong = TextLabel(theme, role="meta", tone="danger", wrap=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(theme, self.tr("Gambar"), role="meta", tone="text2"))
        column.addLayout(self._rows)
        column.addWidget(self._wrong)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these, each with its words."""
        if list(pictures) == self._pictures:
            return
        self._pictures = list(pictures)
        self._lay_out()

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures with their words as they stand."""
        return tuple(self._pictures)

    def take(self, picture: Picture) -> None:
        """Add one and ask for its words."""
        if all(one.digest != picture.digest for one in self._pictures):
            self._pictures.append(picture)
            self._lay_out()
            self.written.emit()
        self.described[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, sentence: str) -> None:
        """Say below what is missing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def error(self) -> str:
        """The sentence shown as an error, or an empty text."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def _lay_out(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.described = []
        for place, picture in enumerate(self._pictures):
            self._rows.addWidget(self._row(place, picture))
        self.set_error("")

    def _row(self, place: int, picture: Picture) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._thumbnail(picture), 0, Qt.AlignmentFlag.AlignBottom)
        alt = QLineEdit(picture.alt)
        alt.setPlaceholderText(self.tr("mis. Peta jalan yang ditutup"))
        alt.textEdited.connect(lambda words: self._describe(place, words))
        self.described.append(alt)
        words = self.tr("Yang terlihat pada {name}").format(name=picture.name)
        row.addWidget(Field(self._theme, words, alt), 1)
        words = self.tr("Lepas {name}").format(name=picture.name)
        remove = IconButton(self._theme, "trash-2", words)
        remove.clicked.connect(lambda: self._remove(place))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _thumbnail(self, picture: Picture) -> QLabel:
        side = self._theme.size("thumbnail")
        drawn = QPixmap()
        drawn.loadFromData(self._load(picture))
        label = QLabel()
        label.setFixedSize(side, side)
        label.setAccessibleName(picture.alt or picture.name)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if drawn.isNull():
            label.setPixmap(self._theme.pixmap("image", 18, "text3"))
        else:
            label.setPixmap(
                drawn.scaled(
                    side,
                    side,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return label

    def _describe(self, place: int, words: str) -> None:
        self._pictures[place] = replace(self._pictures[place], alt=words)
        self.set_error("")
        self.written.emit()

    def _remove(self, place: int) -> None:
        del self._pictures[place]
        self._lay_out()
        self.written.emit()
