"""A card that is one button: badge or icon, a title and a sentence.

The one rule: the whole card is the target, for the mouse, Space and Enter.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.glyph import draw_glyph


LEFT = 52
TOP = 10
RIGHT = 36
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class ChoiceCard(QAbstractButton):
    """Emits `clicked`; drawn as a card with an arrow."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        *,
        glyph: str = "",
        icon: str = "",
    ) -> None:
        """Glyph are a platform's letters; else the icon is drawn."""
        super().__init__()
        self._theme = theme
        self._title = title
        self._sentence = sentence
        self._glyph = glyph
        self._icon = icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as the sentence needs at a usual width."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Room for the title and two lines."""
        return QSize(200, self.heightForWidth(420))

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        metrics = QFontMetricsF(self._theme.font("meta"))
        room = QRectF(0, 0, width - LEFT - RIGHT, 1000)
        text = metrics.boundingRect(room, int(_WRAPPED), self._sentence).height()
        return round(2 * TOP + self._theme.line_height("body") + text + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(self._theme.color("hover" if lit else "surface"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        radius = self._theme.radius("card")
        painter.drawRoundedRect(box, radius, radius)
        self._paint_sign(painter, box)
        line = self._theme.line_height("body")
        words = box.adjusted(LEFT, TOP, -RIGHT, -TOP)
        painter.setFont(self._theme.font("bodyStrong"))
        painter.setPen(self._theme.color("text"))
        above = QRectF(words.x(), words.y(), words.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(words.adjusted(0, line, 0, 4), int(_WRAPPED), self._sentence)

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        top = box.y() + TOP + (self._theme.line_height("body") - 17) / 2
        if self._glyph:
            badge = QRectF(box.x() + 15, top, 22, 17)
            draw_glyph(painter, self._theme, badge, self._glyph)
        else:
            icon = self._theme.pixmap(self._icon, 18, "accent")
            painter.drawPixmap(int(box.x() + 17), int(top), icon)
        arrow = self._theme.pixmap("chevron-right", 16, "text3")
        spot = box.right() - 26
        painter.drawPixmap(int(spot), int(box.center().y() - 8), arrow)
