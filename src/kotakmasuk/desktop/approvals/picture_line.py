"""A picture of a wording: a small view of it, its name, and the words that describe it.

The one rule: what would go out is seen before it is approved.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.replies import Picture


SIDE = 72


class PictureLine(QWidget):
    """The picture at the left, no larger than needed to know it."""

    def __init__(self, theme: Theme, picture: Picture, content: bytes) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        self.view = QLabel()
        self.view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view.setAccessibleName(picture.alt or picture.name)
        self._draw(content)
        row.addWidget(self.view)
        words = self.tr("Gambar {name}: {alt}").format(
            name=picture.name, alt=picture.alt or self.tr("tanpa teks alternatif")
        )
        row.addWidget(TextLabel(theme, words, role="meta", tone="text2", wrap=True), 1)

    def _draw(self, content: bytes) -> None:
        whole = QPixmap()
        self.view.setVisible(whole.loadFromData(content))
        if whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(SIDE, SIDE) * ratio
        keep, smooth = Qt.AspectRatioMode, Qt.TransformationMode
        small = whole.scaled(room, keep.KeepAspectRatio, smooth.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        self.view.setPixmap(small)
