"""The drawing that a style sheet cannot do: marks, the focus ring, tooltip delay.

The one rule: `dress` is called once per process; the style is kept alive by the theme's
application and never deleted from Python. It also puts Qt's own words into Indonesian.
"""

from typing import Literal, cast

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.focus_ring import FocusRing


MARK = 16
_COLOR_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def dress(application: QApplication, theme: Theme) -> "Wardrobe":
    """Give the whole application the look, now and whenever the theme changes."""
    wardrobe = Wardrobe(application, theme)
    wardrobe.setParent(application)
    return wardrobe


class NilaStyle(QProxyStyle):
    """Fusion with Nila's check marks and without its own focus rectangle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw check boxes and radio buttons; the ring has a widget of its own."""
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            draw_mark(painter, self._theme, option, shape="box")
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            draw_mark(painter, self._theme, option, shape="dot")
        else:
            super().drawPrimitive(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give marks their 16 px and leave the rest to Fusion."""
        if metric in _MARK_METRICS:
            return MARK
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  Qt's own name
    ) -> int:
        """Show tooltips after half a second."""
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return self._theme.duration("tooltipDelay")
        return super().styleHint(
            hint, option, widget, cast("QStyleHintReturn", returnData)
        )


def draw_mark(
    painter: QPainter,
    theme: Theme,
    option: QStyleOption,
    *,
    shape: Literal["box", "dot"],
) -> None:
    """Draw a check box or radio button in the state the option tells."""
    on = bool(option.state & QStyle.StateFlag.State_On)
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    square = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = (on or partly) and enabled
    edge = "accentFill" if filled else "lineStrong" if enabled else "disabledText"
    fill = "accentFill" if filled else "surface" if enabled else "disabledFill"
    painter.setPen(QPen(theme.color(edge), 1.25))
    painter.setBrush(theme.color(fill))
    corner = 4.0 if shape == "box" else square.height() / 2
    painter.drawRoundedRect(square, corner, corner)
    ink = theme.color("onAccent" if enabled else "disabledText")
    if on and shape == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(square.center(), 3.5, 3.5)
    elif on or partly:
        pen = QPen(ink, 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = _TICK if on else _DASH
        painter.drawPolyline(
            QPolygonF([square.topLeft() + QPointF(x, y) for x, y in points])
        )
    painter.restore()


class Wardrobe(QObject):
    """Keeps the style and the ring, and puts new colours on when the theme changes."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self.style = NilaStyle(theme)
        application.setStyle(self.style)
        self.ring = FocusRing(application, theme)
        # Made by `pyside6-lrelease` from the .ts beside it.
        self.qt_words = QTranslator(self)
        self.qt_words.load(str(theme.resources / "i18n" / "qt_id.qm"))
        application.installTranslator(self.qt_words)
        theme.changed.connect(self._put_on)
        self._put_on()

    def take_off(self) -> None:
        """Stop following the theme and the focus, and clear the style sheet."""
        self._theme.changed.disconnect(self._put_on)
        self.ring.retire()
        self._application.removeTranslator(self.qt_words)
        self._application.setStyleSheet("")

    def _put_on(self) -> None:
        hints = QGuiApplication.styleHints()
        if self._theme.scheme == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_COLOR_SCHEMES[self._theme.scheme])
        self._application.setPalette(self._theme.palette())
        self._application.setFont(self._theme.font("body"))
        self._application.setStyleSheet(self._theme.style_sheet())


_MARK_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    }
)
_TICK = ((3.8, 7.8), (6.4, 10.4), (11.4, 4.8))
_DASH = ((4.0, 7.5), (11.0, 7.5))
