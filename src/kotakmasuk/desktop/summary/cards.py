"""The three charts on their cards, each with its table twin at F2."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kotakmasuk.desktop.summary import wording
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.charts import BarChart, ChartWidget, Histogram
from kotakmasuk.desktop.widgets.figures import TableTwin
from kotakmasuk.desktop.widgets.heat_table import HeatTable
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.wording import SHORT_DAYS, number


SIDE_BY_SIDE = 860


class Charts(QWidget):
    """Messages a day, time to answer, topics; `picked` names what was clicked."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start empty; `show_summary` fills them."""
        super().__init__()
        self._theme = theme
        self._summary: WeeklySummary | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._heat = HeatTable(theme, self.tr("Pesan per hari"))
        self._histogram = Histogram(theme, self.tr("Waktu tanggap"))
        self._topics = BarChart(theme, self.tr("Topik"))
        self._notes = [
            self._add(self._heat, stretch=39),
            self._add(self._histogram, stretch=32),
            self._add(self._topics, stretch=30),
        ]
        self._heat.picked.connect(self._pick_account)
        self._topics.picked.connect(self._pick)

    def show_summary(self, summary: WeeklySummary) -> None:
        """Draw the figures of a week."""
        self._summary = summary
        change = wording.signed(summary.total.change)
        self._heat.show_rows(
            SHORT_DAYS, wording.heat_rows(summary), total_change=change
        )
        self._heat.say(wording.heat_sentence(summary))
        sentence = wording.response_sentence(summary)
        self._histogram.show_buckets(wording.buckets(summary), foot=sentence)
        self._histogram.say(sentence)
        self._topics.show_bars(wording.topics(summary))
        self._topics.say(wording.topics_sentence(summary))
        answers = number(summary.answering.response.answers)
        for note, words in zip(
            self._notes,
            (
                self.tr("per kanal"),
                self.tr("{number} jawaban").format(number=answers),
                self.tr("pesan, dibanding pekan lalu"),
            ),
            strict=True,
        ):
            note.setText(words)

    def fit(self, width: int) -> None:
        """Stand side by side where there is room, else one below the other."""
        way = QBoxLayout.Direction
        wide = width >= SIDE_BY_SIDE
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _add(self, chart: ChartWidget, *, stretch: int) -> TextLabel:
        card = Plane("surface", edge="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = chart.accessibleName()
        head.addWidget(TextLabel(self._theme, title, role="bodyStrong"))
        note = TextLabel(self._theme, role="meta", tone="text2")
        head.addWidget(note, 1)
        column.addLayout(head)
        column.addWidget(chart)
        column.addStretch(1)
        self._row.addWidget(card, stretch)
        chart.table_requested.connect(lambda: self._open_table(chart))
        return note

    def _open_table(self, chart: ChartWidget) -> None:
        TableTwin(self._theme, self.window(), chart).open()

    def _pick(self, what: str) -> None:
        if what:
            self.picked.emit(what)

    def _pick_account(self, glyph: str) -> None:
        if self._summary is not None:
            self._pick(wording.account_link(self._summary, glyph))
