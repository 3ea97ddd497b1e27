"""A row of the list is drawn and heard whole."""

from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.focus_ring import focus_by_keyboard
from kotakmasuk.desktop.widgets.paint_cache import KEPT_TEXTS, TextCache
from kotakmasuk.desktop.widgets.row_content import RowContent, spoken
from kotakmasuk.desktop.widgets.row_delegate import ConversationRowDelegate


ROW = RowContent(
    name="dewi.anjani.smj",
    glyph="IG",
    form_word="Komentar",
    time_word="13.42",
    snippet="Sudah saya DM ya Min",
    tags=("jalan-rusak", "keselamatan"),
    deadline="soon",
    deadline_words="sisa 3 jam",
    unread=True,
    personal_data=True,
    assignee_initials="SR",
    assignee_name="Sari Rahmawati",
    mine=True,
)
GROUP = RowContent(is_group=True, group_title="Hari ini", group_count=1204)


def view_of(theme: Theme, qtbot: QtBot, contents: list[Any]) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    for content in contents:
        item = QStandardItem()
        item.setData(content, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(ConversationRowDelegate(theme, view))
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().setDefaultSectionSize(72)
    view.resize(QSize(360, 400))
    view.selectRow(0)
    return view


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("compact", [False, True], ids=["nyaman", "padat"])
def test_rows_are_drawn_without_a_warning(
    theme: Theme, qtbot: QtBot, *, compact: bool
) -> None:
    """Conversations, a group, a row not loaded yet, and an empty one."""
    theme.compact = compact
    view = view_of(theme, qtbot, [ROW, GROUP, None, RowContent()])
    drawn = colours(view.viewport().grab().toImage())
    theme.compact = False

    assert theme.color("warnLine").name() in drawn
    assert theme.color("marker").name() in drawn


def test_a_row_is_heard_as_one_sentence() -> None:
    """The order is that in which an officer decides."""
    assert spoken(ROW) == (
        "Belum dibaca. Instagram, komentar, dewi.anjani.smj, sisa 3 jam, "
        "ditangani Sari Rahmawati, memuat data pribadi. Sudah saya DM ya Min"
    )


def test_a_group_is_heard_with_its_number() -> None:
    """So that a listener knows how much lies in it."""
    assert spoken(GROUP) == "Hari ini, 1204 percakapan"


def test_rows_are_as_high_as_the_look_says(theme: Theme) -> None:
    """72, or 50 when compact, and 26 for a group."""
    delegate = ConversationRowDelegate(theme)
    comfortable = delegate.row_height(group=False)
    theme.compact = True
    compact = delegate.row_height(group=False)
    theme.compact = False

    assert (comfortable, compact, delegate.row_height(group=True)) == (72, 50, 26)


def test_what_is_kept_between_paints_has_a_bound(theme: Theme) -> None:
    """A day of scrolling does not fill the memory."""
    texts = TextCache(theme, theme)

    for number in range(KEPT_TEXTS + 50):
        texts.fit(f"pesan {number}", "rowText", 200)

    assert texts.kept() <= KEPT_TEXTS


def test_a_long_text_is_cut_with_an_ellipsis(theme: Theme) -> None:
    """The row never runs into its neighbour."""
    fitted = TextCache(theme, theme).fit("kata " * 80, "rowText", 200)

    assert fitted.static.text().endswith("…")
    assert fitted.width <= 200


def test_the_row_with_the_keyboard_wears_the_ring(theme: Theme, qtbot: QtBot) -> None:
    """F6 into the list shows at once where J and K will start."""
    view = view_of(theme, qtbot, [RowContent(name="Nur Aini"), RowContent()])
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    before = view.viewport().grab().toImage()

    focus_by_keyboard(view)
    view.viewport().update()

    assert view.viewport().grab().toImage() != before
