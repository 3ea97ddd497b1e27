"""The page of the weekly summary as an officer meets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QTableView

from kotakmasuk.desktop.summary import build
from kotakmasuk.desktop.widgets.charts import Histogram
from kotakmasuk.desktop.widgets.figures import FigureBox, TableTwin
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.inbox import Listing
from tests.helpers.summaries import at
from tests.helpers.week_file import SECRETS, WeekFile


@pytest.fixture
def file(place, tmp_path):
    made = WeekFile(tmp_path, place.desk.database)
    made.say("a", at(0, 9), tags=("jalan-rusak",), answered_at=at(0, 10))
    made.say("b", at(1, 9), tags=("sampah",))
    return made


@pytest.fixture
def page(place, file, qtbot):
    assert file
    made = build(place.work)
    qtbot.addWidget(made)
    made.resize(1306, 736)
    made.show()
    return made


def button(page, name):
    return next(
        one
        for one in page.findChildren(QAbstractButton)
        if name in (one.accessibleName(), one.text())
    )


def words(page):
    shown = [one.text() for one in page.findChildren(TextLabel) if one.isVisible()]
    return " | ".join(shown)


def test_the_figures_of_the_week_are_shown(page):
    """With their labels and how they changed."""
    names = [box.accessibleName() for box in page.findChildren(FigureBox)]
    assert names[0] == "Pesan masuk, 2, naik 2"
    assert names[1] == "Dijawab, 1, dari 2, naik 1"
    assert names[2].startswith("Median waktu tanggap, 1 jam")
    assert names[4] == "Lewat batas, 1, naik 1"


def test_overdue_cases_open_their_conversation(page, place, qtbot):
    """A click on the reference; the row tells of no citizen."""
    table = page.findChild(QTableView, "overdueTable")
    index = table.model().index(0, 0)
    spot = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    (kind, conversation), told = place.told.pages[0], table.model().index(0, 1).data()
    assert (kind, type(conversation)) == ("inbox", int)
    assert told == "Bernada aduan, #sampah"


def test_a_key_figure_is_a_link_for_mouse_and_keyboard(page, place, qtbot):
    """Enter on it opens the messages of the week."""
    box = page.findChildren(FigureBox)[0]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    listing = Listing(search="sejak:2026-11-09 sebelum:2026-11-16")
    assert place.told.pages == [("inbox", listing)] * 2


def test_the_keyboard_turns_weeks(page, qtbot):
    """Alt and the arrows; a week without messages offers the nearest."""
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Minggu ke-45" in words(page)
    nearest = button(page, "Buka 9\N{EN DASH}15 November 2026")
    qtbot.mouseClick(nearest, Qt.MouseButton.LeftButton)
    assert "Minggu ke-46" in words(page)


def test_the_pages_of_the_report_are_turned(page, qtbot):
    """One by one, and not beyond the last."""
    back, forth = button(page, "Halaman sebelumnya"), button(page, "Halaman berikutnya")
    assert "1 / " in words(page)
    assert not back.isEnabled()
    while forth.isEnabled():
        qtbot.mouseClick(forth, Qt.MouseButton.LeftButton)
    assert back.isEnabled()
    assert "1 / " not in words(page)


def test_a_report_may_go_out_when_its_sum_agrees(page):
    """And says what was checked."""
    assert button(page, "Ekspor PDF").isEnabled()
    assert "Jumlah cocok dengan kotak masuk" in words(page)
    assert "Tanpa nama dan nomor warga" in words(page)


def test_personal_data_in_a_tag_stops_the_export(page, file):
    """The reason stands beside the button."""
    file.say("c", at(2), tags=("nik-3578121505900001",))
    page._presenter.step(0)
    assert not button(page, "Ekspor PDF").isEnabled()
    assert "Nama tag memuat data pribadi" in words(page)


def test_the_export_asks_for_a_file_with_a_name_ready(page, qtbot):
    """Ringkasan, week and format."""
    qtbot.mouseClick(button(page, "Ekspor PDF"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("ringkasan-2026-W46.pdf")
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_f2_opens_a_chart_as_a_table(page, qtbot):
    """For whom a drawing says nothing."""
    chart = page.findChild(Histogram)
    assert "median" in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_F2)
    twin = page.findChild(TableTwin)
    assert twin.isVisible()
    twin.reject()


@pytest.mark.parametrize(("wide", "seen"), [(1306, True), (860, False), (620, False)])
def test_the_page_gives_up_its_preview_for_room(page, wide, seen):
    """It never asks for more than the window has."""
    page.resize(wide, 600)
    assert page.width() == wide
    assert page._preview.isVisible() is seen


def test_no_citizen_is_on_the_page(page):
    """Neither in a label nor in a table."""
    table = page.findChild(QTableView, "overdueTable").model()
    cells = [
        str(table.index(row, column).data())
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]
    told = words(page) + " ".join(cells)
    assert [secret for secret in SECRETS if secret in told] == []
