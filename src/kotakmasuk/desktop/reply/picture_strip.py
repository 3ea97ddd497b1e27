"""The pictures that go with an answer, each with the words for who cannot see it.

The one rule: the field for those words stands open beside every picture.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.reply.wording import size_words
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.buttons import IconButton
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.domain.replies import Picture


SIDE = 40
ROW = 52
MOST_ROWS = 2


class PictureStrip(QWidget):
    """One row a picture; beyond two it scrolls."""

    described = Signal(str, str)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show nothing; `load` gives a picture's bytes."""
        super().__init__()
        self._theme = theme
        self.load: Callable[[Picture], bytes] = lambda _: b""
        self._rows: list[PictureRow] = []
        self._low = False
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 2, 10, 2)
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._inside))
        self.hide()

    def show_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Show these; what is being typed beside one of them stays as it is."""
        if [row.digest for row in self._rows] != [one.digest for one in pictures]:
            self._make(pictures)
        for row, picture in zip(self._rows, pictures, strict=True):
            row.show_alt(picture.alt)
        self.setVisible(bool(pictures))

    def set_low(self, *, low: bool) -> None:
        """Show one row alone in a low window."""
        if low != self._low:
            self._low = low
            self._fit()

    def focus_missing(self) -> None:
        """Put the keyboard where words are still missing."""
        for row in self._rows:
            if not row.alt.text().strip():
                row.alt.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _make(self, pictures: tuple[Picture, ...]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PictureRow(self._theme, one, self.load(one)) for one in pictures]
        for row in self._rows:
            row.described.connect(self.described)
            row.removed.connect(self.removed)
            self._column.addWidget(row)
        self._fit()

    def _fit(self) -> None:
        most = 1 if self._low else MOST_ROWS
        self.setFixedHeight(min(len(self._rows), most) * ROW + 4)


class PictureRow(QWidget):
    """Thumbnail, what it shows, and the way to leave it out."""

    described = Signal(str, str)
    removed = Signal(str)

    def __init__(self, theme: Theme, picture: Picture, content: bytes) -> None:
        super().__init__()
        self.digest = picture.digest
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(_thumbnail(theme, content))
        self.alt = QLineEdit()
        self.alt.setPlaceholderText(
            self.tr("Jelaskan isi gambar untuk yang tidak dapat melihatnya")
        )
        words = self.tr("Teks alternatif {name}").format(name=picture.name)
        self.alt.setAccessibleName(words)
        self.alt.setToolTip(words)
        size = TextLabel(theme, size_words(picture.size), role="meta", tone="text2")
        said = self.tr("Lepas gambar {name}").format(name=picture.name)
        cross = IconButton(theme, "x", said)
        row.addWidget(self.alt, 1)
        row.addWidget(size)
        row.addWidget(cross)
        self.alt.textEdited.connect(self._say_described)
        cross.clicked.connect(self._say_removed)

    def show_alt(self, alt: str) -> None:
        """Show what is said of it."""
        if self.alt.text() != alt:
            self.alt.setText(alt)

    def _say_described(self, alt: str) -> None:
        self.described.emit(self.digest, alt)

    def _say_removed(self) -> None:
        self.removed.emit(self.digest)


def _thumbnail(theme: Theme, content: bytes) -> QWidget:
    drawn = QPixmap()
    if not drawn.loadFromData(content):
        plane = Plane("hover", edge="strip")
        plane.setFixedSize(SIDE, SIDE)
        inside = QHBoxLayout(plane)
        icon = IconLabel(theme, "image", 18, "text3")
        inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignCenter)
        return plane
    label = QLabel()
    ratio = label.devicePixelRatioF()
    side = round(SIDE * ratio)
    fitted = drawn.scaled(
        QSize(side, side),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (fitted.width() - side) // 2, (fitted.height() - side) // 2
    cut = fitted.copy(left, top, side, side)
    cut.setDevicePixelRatio(ratio)
    label.setPixmap(cut)
    label.setFixedSize(SIDE, SIDE)
    return label
