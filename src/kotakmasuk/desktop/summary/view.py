"""The page of the weekly summary: figures, charts, overdue cases, preview.

The one rule: it shows what the presenter found; an export that may not go out says why
beside its button.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, QStandardPaths, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kotakmasuk.desktop.summary import wording
from kotakmasuk.desktop.summary.cards import Charts
from kotakmasuk.desktop.summary.cases import OverdueCases
from kotakmasuk.desktop.summary.head import SummaryHead
from kotakmasuk.desktop.summary.links import FigureLinks
from kotakmasuk.desktop.summary.presenter import Shown, SummaryPresenter
from kotakmasuk.desktop.summary.preview import PreviewColumn
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.figures import FigureBox, FigureStrip
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.summary_words import period
from kotakmasuk.domain.weeks import Week


ROOM_FOR_PREVIEW = 940
LINKS = {0: wording.MESSAGES, 4: wording.OVERDUE}


class SummaryPage(QWidget):
    """Built once; each showing of it refreshes what is stale."""

    def __init__(self, theme: Theme, presenter: SummaryPresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        presenter.setParent(self)
        self.setObjectName("summaryPage")
        self.setAccessibleName(self.tr("Laporan"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = SummaryHead(theme)
        column.addWidget(self._head)
        self._problem = StateBanner(theme)
        column.addWidget(self._problem)
        body = QHBoxLayout()
        body.setSpacing(0)
        column.addLayout(body, 1)
        body.addWidget(self._make_figures(), 1)
        self._preview = PreviewColumn(theme)
        body.addWidget(self._preview)
        self._links = FigureLinks(self)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is not fresh."""
        super().showEvent(event)
        self._presenter.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop reading."""
        super().hideEvent(event)
        self._presenter.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the preview and stack the charts where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= ROOM_FOR_PREVIEW
        self._preview.setVisible(wide)
        self._charts.fit(self.width() - (self._preview.width() if wide else 0) - 40)

    def _make_figures(self) -> QScrollArea:
        inside = QFrame()
        inside.setProperty("surface", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(16)
        self._strip = FigureStrip(self._theme)
        self._charts = Charts(self._theme)
        self._cases = OverdueCases(self._theme)
        column.addWidget(self._strip)
        column.addWidget(self._charts)
        column.addWidget(self._cases, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._head.show_weeks)
        presenter.loading.connect(self._begin)
        presenter.shown.connect(self._show)
        presenter.previewed.connect(self._preview.show_pages)
        presenter.writing.connect(self._tell_writing)
        presenter.failed.connect(self._tell_problem)
        self._problem.acted.connect(self._go_to_nearest)
        self._head.stepped.connect(presenter.step)
        self._head.chosen.connect(presenter.show_week)
        self._head.export_requested.connect(self._ask_file)
        self._charts.picked.connect(presenter.follow)
        self._links.followed.connect(presenter.follow)
        self._cases.opened.connect(self._open_case)
        for keys, weeks in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda weeks=weeks: presenter.step(weeks))

    def _begin(self, monday: date) -> None:
        self._head.show_week(monday)
        self._problem.hide()

    def _show(self, shown: Shown) -> None:
        summary = shown.summary
        figures = wording.figures(summary)
        self._strip.show_figures(figures)
        # Those of the last week are on their way out and still stand before these.
        boxes = self._strip.findChildren(FigureBox)[-len(figures) :]
        for place, what in LINKS.items():
            self._links.attach(boxes[place], what)
        self._charts.show_summary(summary)
        self._cases.show_cases(summary)
        self._preview.show_checks(shown)
        self._allow(shown)
        if not summary.total.now:
            self._tell_empty()

    def _tell_empty(self) -> None:
        near = self._presenter.nearest()
        words = self.tr("Belum ada pesan pada pekan ini.")
        action = ""
        if near is not None:
            action = self.tr("Buka {week}").format(week=period(Week(near, "UTC")))
        self._problem.show_state("info", words, action=action)

    def _go_to_nearest(self) -> None:
        near = self._presenter.nearest()
        if near is not None:
            self._presenter.show_week(near)

    def _allow(self, shown: Shown) -> None:
        reason = ""
        if not shown.proof.agrees:
            reason = self.tr("Angka belum cocok")
        elif shown.proof.personal:
            reason = self.tr("Nama tag memuat data pribadi")
        self._head.allow_exports(allowed=not reason, reason=reason)

    def _tell_writing(self, writing: bool) -> None:  # noqa: FBT001  a Qt slot
        if writing:
            self._head.allow_exports(allowed=False, reason=self.tr("Menulis berkas…"))
        elif self._presenter.current is not None:
            self._allow(self._presenter.current)

    def _tell_problem(self, error: KnownError) -> None:
        self._problem.show_error(error)

    def _open_case(self, index: QModelIndex) -> None:
        conversation = self._cases.model.case(index.row()).conversation
        self._presenter.follow(f"{wording.CASE}{conversation}")

    def _ask_file(self, kind: str) -> None:
        title = self.tr("Simpan ringkasan")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(self, title, folder, f"{kind.upper()} (*.{kind})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(self._presenter.file_name(kind))
        dialog.fileSelected.connect(lambda path: self._presenter.export(Path(path)))
        dialog.open()
