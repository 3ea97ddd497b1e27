"""The undo strip counts honestly and takes things back once."""

from PySide6.QtWidgets import QLineEdit, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.toast import UndoToast


def test_the_strip_counts_down_in_words(theme: Theme, window: QWidget) -> None:
    """The officer reads how many seconds she still has."""
    toast = UndoToast(theme, window)
    strip = toast.show_message("Akan dikirim dalam {seconds} detik", 10)

    strip.tick()

    assert strip.words() == "Akan dikirim dalam 9 detik"
    assert strip.accessibleName() == "Akan dikirim dalam 9 detik"


def test_urungkan_takes_it_back_once(theme: Theme, window: QWidget) -> None:
    """Pressing twice does not undo twice."""
    undone: list[str] = []
    strip = UndoToast(theme, window).show_message(
        "Selesai", 10, lambda: undone.append("selesai")
    )

    strip.button.click()
    strip.undo_now()

    assert undone == ["selesai"]
    assert strip.is_over()


def test_ctrl_z_takes_back_the_newest(theme: Theme, window: QWidget) -> None:
    """Of two things done, the later is undone first."""
    undone: list[str] = []
    toast = UndoToast(theme, window)
    toast.show_message("Satu", 10, lambda: undone.append("satu"))
    toast.show_message("Dua", 10, lambda: undone.append("dua"))

    assert toast.undo_latest()

    assert undone == ["dua"]
    assert [strip.words() for strip in toast.strips()] == ["Satu"]


def test_after_its_time_nothing_can_be_taken_back(
    theme: Theme, window: QWidget
) -> None:
    """When the seconds are over the strip is gone and undo says so."""
    undone: list[str] = []
    toast = UndoToast(theme, window)
    strip = toast.show_message("Satu", 2, lambda: undone.append("satu"))

    strip.tick()
    strip.tick()

    assert not toast.undo_latest()
    assert (undone, toast.strips()) == ([], ())


def test_only_three_strips_are_shown(theme: Theme, window: QWidget) -> None:
    """The oldest makes room."""
    toast = UndoToast(theme, window)
    for word in ("satu", "dua", "tiga", "empat"):
        toast.show_message(word, 10)

    assert [strip.words() for strip in toast.strips()] == ["dua", "tiga", "empat"]


def test_a_strip_never_takes_the_focus(theme: Theme, window: QWidget) -> None:
    """Who is typing goes on typing."""
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()

    UndoToast(theme, window).show_message("Satu", 10, lambda: None)

    assert window.focusWidget() is field


def test_the_newest_stands_on_top(theme: Theme, window: QWidget) -> None:
    """The stack keeps to the lower left corner and grows upwards."""
    toast = UndoToast(theme, window)
    first, second = toast.show_message("Satu", 10), toast.show_message("Dua", 10)

    assert first.geometry().bottom() < window.height()
    assert second.geometry().bottom() < first.geometry().top()
