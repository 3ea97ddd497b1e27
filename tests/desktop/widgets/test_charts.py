"""A chart is a picture, a sentence and a table at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.charts import Bar, BarChart, ChartWidget, Histogram
from kotakmasuk.desktop.widgets.figures import Figure, FigureBox, FigureStrip, TableTwin
from kotakmasuk.desktop.widgets.heat_table import HeatRow, HeatTable


BARS = (Bar("road", "Jalan", 96, "96", "+31"), Bar("rest", "Lainnya", 0, "0"))
DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")


def bar_chart(theme: Theme) -> ChartWidget:
    chart = BarChart(theme, "Topik")
    chart.show_bars(BARS)
    return chart


def histogram(theme: Theme) -> ChartWidget:
    chart = Histogram(theme, "Waktu tanggap")
    late = Bar("late", "> 24", 10, "10", open_ended=True)
    chart.show_buckets([*BARS, late], foot="jam kerja")
    return chart


def heat_table(theme: Theme) -> HeatTable:
    chart = HeatTable(theme, "Pesan per hari")
    chart.show_rows(DAYS, [HeatRow("IG", (1, 2, 3, 4, 5, 6, 1000), "+5")])
    return chart


@pytest.mark.parametrize("make", [bar_chart, histogram, heat_table])
def test_charts_are_drawn_and_named(theme: Theme, qtbot: QtBot, make: object) -> None:
    """Full or empty, in any width."""
    chart = make(theme)  # type: ignore[operator]
    qtbot.addWidget(chart)
    chart.resize(300, 200)

    assert not chart.grab().isNull()
    assert chart.accessibleName()


@pytest.mark.parametrize("make", [BarChart, Histogram, HeatTable])
def test_an_empty_chart_is_drawn_too(theme: Theme, qtbot: QtBot, make: object) -> None:
    """A week without messages is a week."""
    chart = make(theme, "Kosong")  # type: ignore[operator]
    qtbot.addWidget(chart)

    assert not chart.grab().isNull()


def test_the_table_has_the_totals(theme: Theme, qtbot: QtBot) -> None:
    """The twin can be added up by hand."""
    chart = heat_table(theme)
    qtbot.addWidget(chart)

    assert chart.table() == [
        ("", *DAYS, "Jumlah"),
        ("Instagram", "1", "2", "3", "4", "5", "6", "1.000", "1.021"),
        ("Jumlah", "1", "2", "3", "4", "5", "6", "1.000", "1.021"),
    ]


def test_f2_asks_for_the_table(theme: Theme, qtbot: QtBot) -> None:
    """The same numbers, cell by cell, for who cannot see the bars."""
    chart = bar_chart(theme)
    qtbot.addWidget(chart)

    with qtbot.waitSignal(chart.table_requested):
        QTest.keyClick(chart, Qt.Key.Key_F2)


def test_a_number_opens_its_list(theme: Theme, qtbot: QtBot) -> None:
    """A click on a bar tells which."""
    chart = bar_chart(theme)
    qtbot.addWidget(chart)
    chart.resize(300, 60)
    chart.grab()
    picked: list[str] = []
    chart.picked.connect(picked.append)

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect().topLeft())

    assert picked == ["road"]


def test_the_twin_holds_what_the_chart_shows(theme: Theme, window: QWidget) -> None:
    """Title, sentence and cells."""
    chart = bar_chart(theme)
    chart.setParent(window)
    chart.say("Jalan terbanyak, 96 pesan.")

    twin = TableTwin(theme, window, chart)

    grid = twin.findChild(QTableWidget)
    assert grid.item(0, 1).text() == "96"
    assert grid.accessibleDescription() == "Jalan terbanyak, 96 pesan."


def test_a_figure_is_heard_with_its_change(theme: Theme, qtbot: QtBot) -> None:
    """Arrow and colour are not all: the words say it."""
    strip = FigureStrip(theme)
    qtbot.addWidget(strip)
    faster = Figure(
        "Median",
        "1 j 49 m",
        change="42 menit lebih cepat",
        direction="down",
        better=True,
    )
    strip.show_figures([faster, Figure("Pesan", "486")])
    strip.show_figures([faster])

    heard = [box.accessibleName() for box in strip._boxes if isinstance(box, FigureBox)]
    assert heard == ["Median, 1 j 49 m, 42 menit lebih cepat"]
