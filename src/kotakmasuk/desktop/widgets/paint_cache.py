"""Keeps what costs time to draw: cut and shaped texts, and small pictures.

The one rule: both have a bound and forget everything when the theme changes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from kotakmasuk.desktop.theme import Theme


KEPT_TEXTS = 1500
KEPT_PICTURES = 300


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text cut to its room and shaped for drawing; sizes in pixels."""

    static: QStaticText
    width: float
    height: float


class TextCache(QObject):
    """Draws one-line texts that were measured and shaped once."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Forget all measurements whenever the theme changes."""
        super().__init__(parent)
        self._theme = theme
        self._metrics: dict[str, QFontMetricsF] = {}
        self._kept: dict[tuple[str, str, int], FittedText] = {}
        theme.changed.connect(self.forget)

    def draw(
        self,
        painter: QPainter,
        line: QRectF,
        text: str,
        role: str,
        *,
        right: bool = False,
    ) -> float:
        """Draw what fits into the line, in its middle; gives the width drawn."""
        fitted = self.fit(text, role, int(line.width()))
        x = line.right() - fitted.width if right else line.x()
        y = line.y() + (line.height() - fitted.height) / 2
        painter.setFont(self._theme.font(role))
        painter.drawStaticText(QPointF(x, y), fitted.static)
        return fitted.width

    def fit(self, text: str, role: str, room: int) -> FittedText:
        """The text cut to so many pixels, ending in … where it was cut."""
        key = (text, role, room)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT_TEXTS:
                self._kept.clear()
            found = self._kept[key] = self._shape(text, role, room)
        return found

    def kept(self) -> int:
        """How many texts are kept now."""
        return len(self._kept)

    def forget(self) -> None:
        """Measure everything anew."""
        self._metrics.clear()
        self._kept.clear()

    def _shape(self, text: str, role: str, room: int) -> FittedText:
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self._theme.font(role))
        metrics = self._metrics[role]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(QTransform(), self._theme.font(role))
        return FittedText(static, metrics.horizontalAdvance(shown), metrics.height())


class PictureCache(QObject):
    """Draws small things once, such as a capsule, and shows them many times."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Forget all pictures whenever the theme changes."""
        super().__init__(parent)
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._kept.clear)

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        key: tuple[object, ...],
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Show the picture of that key in the box; paint it when it is new."""
        ratio = painter.device().devicePixelRatioF()
        full_key = (*key, box.width(), box.height(), ratio)
        picture = self._kept.get(full_key)
        if picture is None:
            if len(self._kept) >= KEPT_PICTURES:
                self._kept.clear()
            picture = self._kept[full_key] = _painted(box, ratio, paint)
        painter.drawPixmap(box.topLeft(), picture)


def _painted(
    box: QRectF, ratio: float, paint: Callable[[QPainter, QRectF], None]
) -> QPixmap:
    picture = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, box.width(), box.height()))
    painter.end()
    return picture
