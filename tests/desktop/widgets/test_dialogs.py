"""Dialogs ask in a sentence and their buttons repeat the verb."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.desktop.widgets.dialogs import QuestionDialog


TAGS = (
    Choice("1", "jalan-rusak", checked=True),
    Choice("2", "adminduk"),
    Choice("3", "air-minum"),
)


def test_a_question_repeats_its_verb(theme: Theme, window: QWidget) -> None:
    """There is no *OK*: the button says what will happen."""
    dialog = QuestionDialog(
        theme,
        window,
        title="Hapus 3 percakapan?",
        sentence="Dapat dikembalikan selama 30 hari.",
        verb="Hapus 3 percakapan",
        danger=True,
    )

    assert dialog.verb_button.text() == "Hapus 3 percakapan"
    assert dialog.accessibleDescription() == "Dapat dikembalikan selama 30 hari."
    assert dialog.cancel_button.isDefault()


def test_a_long_question_is_shown_whole(theme: Theme, window: QWidget) -> None:
    """The dialog grows with its sentence."""
    heights = []
    for sentence in ("Pendek.", "Panjang sekali. " * 30):
        dialog = QuestionDialog(
            theme, window, title="Yakin?", sentence=sentence, verb="Hapus"
        )
        dialog.adjustSize()
        heights.append(dialog.height())

    assert heights[1] > heights[0] + 100


def opened(theme: Theme, window: QWidget, *, several: bool) -> ChoicePopover:
    popover = ChoicePopover(theme, "Tag", window, several=several)
    popover.open_choices(TAGS, QPoint(10, 10), new_words="Buat tag")
    return popover


def test_typing_filters_and_enter_takes(theme: Theme, window: QWidget) -> None:
    """Three letters and Enter assign a conversation."""
    popover = opened(theme, window, several=False)
    taken: list[list[str]] = []
    popover.chosen.connect(taken.append)

    QTest.keyClicks(popover.field, "adm")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)

    assert taken == [["2"]]
    assert popover.isHidden()


def test_several_are_checked_and_kept(theme: Theme, window: QWidget) -> None:
    """What was set stays set, what is added is added."""
    popover = opened(theme, window, several=True)
    taken: list[list[str]] = []
    popover.chosen.connect(taken.append)

    QTest.keyClick(popover.field, Qt.Key.Key_Down)
    QTest.keyClick(popover.field, Qt.Key.Key_Space)
    QTest.keyClick(popover.field, Qt.Key.Key_Return)

    assert taken == [["1", "2"]]


def test_esc_leaves_everything_as_it_was(theme: Theme, window: QWidget) -> None:
    """Nothing is set by looking."""
    popover = opened(theme, window, several=True)
    taken: list[list[str]] = []
    left: list[bool] = []
    popover.chosen.connect(taken.append)
    popover.cancelled.connect(lambda: left.append(True))

    QTest.keyClick(popover.field, Qt.Key.Key_Space)
    QTest.keyClick(popover.field, Qt.Key.Key_Escape)

    assert (taken, left) == ([], [True])


def test_a_new_name_can_be_made_from_what_was_typed(
    theme: Theme, window: QWidget
) -> None:
    """Only when there is no such name yet."""
    popover = opened(theme, window, several=True)
    made: list[str] = []
    popover.created.connect(made.append)
    QTest.keyClicks(popover.field, "sampah")
    offered = popover.titles()

    QTest.keyClick(popover.field, Qt.Key.Key_Return)

    assert offered == ["Buat tag “sampah”"]
    assert made == ["sampah"]
