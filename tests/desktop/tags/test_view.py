"""The dialog *Kelola tag*: what an officer does there, and how it is taken back."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.desktop.tags.view import TagsDialog
from kotakmasuk.services import tags
from tests.helpers.workplaces import immediate_place


@pytest.fixture
def place(qapp, tmp_path):
    assert qapp is not None
    made = immediate_place(tmp_path)
    yield made
    made.close()


@pytest.fixture
def dialog(place, qtbot):
    for name in ("jalan rusak", "lampu jalan", "air minum"):
        tags.create(place.desk, name)
    made = TagsDialog(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


def names(dialog):
    return [tag.name for tag in dialog.presenter.tags]


def choose(dialog, name):
    row = names(dialog).index(name)
    dialog.table.setCurrentIndex(dialog.model.index(row, 0))


def test_a_new_tag_is_written_the_one_way_it_is_stored(dialog, qtbot):
    """Whoever types *Pasar Pagi* gets the tag pasar-pagi, and is told so."""
    dialog.name.setText("Pasar Pagi")

    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert "pasar-pagi" in names(dialog)
    assert "Tag #pasar-pagi dibuat." in dialog.banner.words()
    assert dialog.name.text() == ""


def test_a_name_that_is_none_is_refused_beside_the_field(dialog, qtbot):
    """What was typed stays, and the sentence stands under it."""
    dialog.name.setText("!!!")

    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)

    assert "1 sampai 40" in dialog.name_field.error()
    assert dialog.name.text() == "!!!"
    assert len(names(dialog)) == 3


def test_a_name_that_is_taken_is_refused_in_words(dialog):
    """The officer is told to use that tag or to merge the two."""
    dialog.name.setText("air minum")

    dialog.create_tag()

    assert "sudah ada" in dialog.banner.words()
    assert dialog.name.text() == "air minum"


def test_a_tag_is_renamed_in_its_row(dialog):
    """An edit in place gives every conversation the new name."""
    choose(dialog, "lampu-jalan")
    row = dialog.table.currentIndex().row()

    dialog.model.setData(dialog.model.index(row, 0), "Penerangan jalan")

    assert "penerangan-jalan" in names(dialog)
    assert "lampu-jalan" not in names(dialog)


def test_two_tags_become_one_and_are_parted_again_by_ctrl_z(dialog, qtbot):
    """Merging can be tried without fear."""
    choose(dialog, "lampu-jalan")
    into = next(tag.id for tag in dialog.presenter.tags if tag.name == "jalan-rusak")

    dialog.presenter.merge(
        dialog.presenter.tags[dialog.table.currentIndex().row()].id, into
    )
    assert "lampu-jalan" not in names(dialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "lampu-jalan" in names(dialog)


def test_the_targets_of_a_merge_leave_out_the_tag_itself(dialog):
    """A tag cannot be put under itself."""
    choose(dialog, "air-minum")

    dialog.choose_target()

    titles = dialog.targets.titles()
    dialog.targets.hide()
    assert len(titles) == 2
    assert not any("air-minum" in title for title in titles)


def test_the_delete_key_removes_and_the_banner_brings_back(dialog, qtbot):
    """Removing does not ask, because it can be undone where it is told."""
    choose(dialog, "air-minum")
    dialog.table.setFocus()

    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert "air-minum" not in names(dialog)
    dialog.banner.acted.emit()

    assert "air-minum" in names(dialog)


def test_the_newest_change_can_be_undone_in_the_window_after_closing(dialog, place):
    """The toast takes over where the dialog ends."""
    choose(dialog, "air-minum")
    dialog.remove_tag()

    dialog.accept()

    words, token = place.told.toasts[0]
    assert words.startswith("Tag #air-minum dihapus")
    assert token


def test_a_row_tells_a_screen_reader_its_name_and_number(dialog):
    """The number alone would say nothing."""
    choose(dialog, "air-minum")
    index = dialog.table.currentIndex()

    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Tag air-minum, 0 percakapan terbuka"
