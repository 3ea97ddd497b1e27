"""A mistake of the program: what is told, and what never is."""

from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.crash import place_of
from kotakmasuk.desktop.pictures import settle


def test_a_bug_is_told_without_anybodys_words():
    """Neither the page nor the log repeats what a citizen wrote."""
    try:
        int("NIK 3201010101010001")
    except ValueError as error:
        told = place_of(error)

    assert told.startswith("ValueError\ntest_crash.py:")
    assert "3201" not in told


def test_a_bug_shows_the_crash_page_once(started, caplog):
    """The page says that the data is safe; a second bug opens no second page."""
    for _ in range(2):
        started.lanes.read(lambda _: 1 / 0)
    settle(started)

    pages = [one for one in QApplication.topLevelWidgets() if is_crash_page(one)]
    assert len(pages) == 1
    assert "Data Anda aman" in pages[0].accessibleName()
    assert "ZeroDivisionError" in caplog.text
    pages[0].accept()


def is_crash_page(widget):
    return type(widget).__name__ == "CrashPage" and widget.isVisible()
