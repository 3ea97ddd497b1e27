"""PySide must not lose references to None: 6.12 does on Python 3.11, and crashes.

Rule: none of these calls may move the count of None by as much as one a call.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget


CALLS = 2000
pytestmark = pytest.mark.usefixtures("qapp")


class Bell(QObject):
    rung = Signal(int)


def drift(call: Callable[[], object]) -> float:
    """Say by how many references to None one call moves the count."""
    for _ in range(10):
        call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return abs(sys.getrefcount(None) - before) / CALLS


def test_painting_keeps_none_alive() -> None:
    """A list may repaint all day."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    color = QColor("navy")

    def paint() -> None:
        painter.setPen(color)
        painter.fillRect(0, 0, 8, 8, color)
        painter.drawText(0, 12, "x")

    assert drift(paint) < 0.5
    painter.end()


def test_signals_keep_none_alive() -> None:
    """A signal may be emitted all day, to a slot that returns nothing."""
    bell, heard = Bell(), []
    bell.rung.connect(heard.append)

    assert drift(lambda: bell.rung.emit(1)) < 0.5
    assert len(heard) == CALLS + 10


def test_signals_keep_true_alive() -> None:
    """Emitting gives True back, which was lost as well."""
    bell = Bell()
    before = sys.getrefcount(True)  # noqa: FBT003 - the very object is counted

    for _ in range(CALLS):
        bell.rung.emit(1)

    assert abs(sys.getrefcount(True) - before) / CALLS < 0.5  # noqa: FBT003


def test_timers_keep_none_alive() -> None:
    """A timer may be started and stopped all day."""
    timer = QTimer()

    def tick() -> None:
        timer.start(60_000)
        timer.stop()

    assert drift(tick) < 0.5


def test_widgets_keep_none_alive() -> None:
    """Titles, parents and the event loop's turns as well."""
    widget = QWidget()

    def turn() -> None:
        widget.setWindowTitle("x")
        widget.parent()
        QApplication.processEvents()

    assert drift(turn) < 0.5
    widget.deleteLater()
