"""Templates from and to files: what an import would do is looked at before it is done.

The one rule: nothing is stored until the officer has seen what is new, what changes and
what is refused, line by line.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.template_tables import CHANGED, NEW, REFUSED, SAME, Planned
from kotakmasuk.services import template_exchange
from kotakmasuk.services.template_exchange import Intake


Ask = Callable[[QWidget], str]

HIGH, LINES = 260, 16
SIGNS = {
    NEW: ("plus", "ok"),
    CHANGED: ("pencil", "accent"),
    SAME: ("check", "text3"),
    REFUSED: ("circle-x", "danger"),
}


class Exchange(QObject):
    """Looks, stores and writes; `looked` carries a path and what an import would do."""

    looked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace

    def look(self, path: Path) -> None:
        """Find out what an import would do."""
        self._work.lanes.read(
            template_exchange.preview,
            path,
            then=lambda found: self.looked.emit(path, found),
            failed=self.failed.emit,
        )

    def take(self, path: Path, found: Intake) -> None:
        """Store what is new or changed."""
        words = self.tr("{n} templat diimpor").format(n=_stored(found))
        self._work.lanes.write(
            template_exchange.take_in_changes,
            path,
            then=lambda _changes: self._work.tell(words, None),
            failed=self.failed.emit,
        )

    def write(self, path: Path) -> None:
        """Write all templates out."""
        self._work.lanes.read(
            template_exchange.write_files,
            path,
            then=lambda files: self._written(path, files),
            failed=self.failed.emit,
        )

    def _written(self, path: Path, files: list[Path]) -> None:
        words = self.tr("{n} berkas tertulis di {name}")
        self._work.tell(words.format(n=len(files), name=path.name), None)


class IntakeDialog(Dialog):
    """What an import would do, row by row; accepted to do it."""

    def __init__(
        self, theme: Theme, parent: QWidget, path: Path, found: Intake
    ) -> None:
        """The verb counts what would be stored."""
        title = _say("Impor templat dari {name}?").format(name=path.name)
        count = _stored(found)
        verb = _say("Impor {n} templat").format(n=count)
        super().__init__(theme, parent, title=title, verb=verb)
        summary = self.tr(
            "{new} baru, {changed} berubah, {same} sama, {refused} ditolak."
        )
        counts = {name: found.count(name) for name in (NEW, CHANGED, SAME, REFUSED)}
        self.summary = Passage(
            theme, summary.format(**counts), role="body", tone="text2"
        )
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Baris berkas"))
        self.rows.setWordWrap(True)
        self.rows.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self.rows.setFont(theme.font("listText"))
        wanted = len(found.planned) * theme.size("menuItem") + LINES
        self.rows.setFixedHeight(min(HIGH, wanted, max(parent.height() - 220, 90)))
        for one in found.planned:
            icon, ink = SIGNS[one.action]
            item = QListWidgetItem(theme.icon(icon, 16, ink), _told(one))
            self.rows.addItem(item)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.rows)
        self.verb_button.setEnabled(bool(count))
        self.verb_button.setDefault(bool(count))


def exchange_menu(theme: Theme, page: QWidget, exchange: Exchange) -> Menu:
    """The four ways in and out."""
    menu = Menu(theme, _say("Impor dan ekspor"), page)
    rows: tuple[tuple[str, Ask, Callable[[Path], None], str], ...] = (
        (_say("Impor tabel (CSV)…"), ask_for_table, exchange.look, "upload"),
        (_say("Impor folder…"), ask_for_folder, exchange.look, "upload"),
        (_say("Ekspor tabel (CSV)…"), ask_for_new_table, exchange.write, "file-down"),
        (_say("Ekspor folder…"), ask_for_folder, exchange.write, "file-down"),
    )
    for words, ask, use, icon in rows:
        menu.add(words, partial(_ask_and_use, page, ask, use), icon=icon)
    return menu


def _ask_and_use(page: QWidget, ask: Ask, use: Callable[[Path], None]) -> None:
    found = ask(page)
    if found:
        use(Path(found))


def ask_for_table(page: QWidget) -> str:
    """Let a table be chosen in the system's own dialog."""
    return QFileDialog.getOpenFileName(page, _say("Impor templat"), "", _table())[0]


def ask_for_new_table(page: QWidget) -> str:
    """Let a name be given to a new table."""
    name = f"{_say('templat')}.csv"
    title = _say("Ekspor templat")
    found = QFileDialog.getSaveFileName(page, title, name, _table())[0]
    return str(Path(found).with_suffix(".csv")) if found else ""


def ask_for_folder(page: QWidget) -> str:
    """Let a folder be chosen."""
    return QFileDialog.getExistingDirectory(page, _say("Folder templat"))


def _table() -> str:
    return f"{_say('Tabel templat')} (*.csv)"


def _stored(found: Intake) -> int:
    return found.count(NEW) + found.count(CHANGED)


def _told(one: Planned) -> str:
    place = _say("Baris {n}").format(n=one.line)
    if one.file:
        place = one.file
    words = {
        NEW: _say("baru"),
        CHANGED: _say("berubah"),
        SAME: _say("sama"),
        REFUSED: _say("ditolak"),
    }[one.action]
    title = one.template.title or _say("(tanpa judul)")
    reason = f". {one.reason}" if one.reason else ""
    return f"{place} · {words}: {title}{reason}"


def _say(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
