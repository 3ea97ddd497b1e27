"""The page *Kontak resmi*: a table under its units, and what can be done with a row.

The one rule: Enter changes, Delete removes, and the toast takes the removal back; the
buttons say the same.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.contacts.dialogs import NEW, ContactDialog, PasteDialog
from kotakmasuk.desktop.contacts.model import (
    KIND,
    LABEL,
    VALUE,
    ContactModel,
    lines_of,
)
from kotakmasuk.desktop.contacts.presenter import ContactsPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.buttons import Button, IconButton
from kotakmasuk.desktop.widgets.column_header import PageHeader
from kotakmasuk.desktop.widgets.fields import SearchField
from kotakmasuk.desktop.widgets.labels import Plane, TextLabel
from kotakmasuk.desktop.widgets.list_parts import make_table
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.widgets.states import EmptyState
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.contacts import Contact


SIDES = 20


class ContactsPage(Plane):
    """Head, what listing does in a sentence, a filter, and the table."""

    def __init__(self, theme: Theme, presenter: ContactsPresenter) -> None:
        super().__init__("surface")
        self._theme = theme
        self._presenter = presenter
        self.setObjectName("contactsPage")
        self.setAccessibleName(self.tr("Kontak resmi"))
        self.model = ContactModel(theme)
        self.problem, self.right = StateBanner(theme), StateBanner(theme)
        self.search = SearchField(theme, self.tr("Cari unit, nama, atau isi"))
        self.table = self._table()
        self._make_buttons()
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()
        self._dress()
        theme.changed.connect(self._dress)

    def chosen(self) -> Contact | None:
        """The contact in the current row."""
        return self.model.contact(self.table.currentIndex().row())

    def add_contact(self) -> None:
        """Ask for a new contact, in the unit of the current row."""
        here = self.chosen()
        self._open(NEW if here is None else Contact("", here.unit, "", NEW.kind, ""))

    def edit_contact(self) -> None:
        """Ask for changes to the chosen one."""
        contact = self.chosen()
        if contact is not None:
            self._open(contact)

    def remove_contact(self) -> None:
        """Take the chosen one out of use."""
        contact = self.chosen()
        if contact is not None:
            self._presenter.remove(contact)

    def paste_contacts(self) -> None:
        """Ask for several, line by line."""
        presenter = self._presenter
        self.pasting = PasteDialog(self._theme, self.window(), presenter.contacts)
        dialog = self.pasting
        dialog.wanted.connect(
            lambda found: presenter.save_all(found, dialog.close_stored, dialog.refuse)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def commands(self) -> list[Command]:
        """What can be done here, for the palette."""
        group = self.tr("Kontak resmi")
        new = Command(
            id="contacts.new",
            title=self.tr("Kontak resmi baru"),
            run=self.add_contact,
            group=group,
            icon="plus",
        )
        paste = Command(
            id="contacts.paste",
            title=self.tr("Tempel daftar kontak"),
            run=self.paste_contacts,
            group=group,
            icon="upload",
        )
        return [new, paste]

    def menu(self) -> Menu:
        """What can be done with the chosen row."""
        menu = Menu(self._theme, self.tr("Kontak"), self)
        menu.add(self.tr("Ubah…"), self.edit_contact, icon="pencil", shortcut="Enter")
        menu.addSeparator()
        words = self.tr("Hapus kontak")
        menu.add(
            words, self.remove_contact, icon="trash-2", shortcut="Del", danger=True
        )
        return menu

    def _open(self, contact: Contact) -> None:
        presenter = self._presenter
        self.asked = ContactDialog(
            self._theme, self.window(), contact, presenter.units()
        )
        dialog = self.asked
        dialog.wanted.connect(
            lambda one: presenter.save(one, dialog.close_stored, dialog.refuse)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_buttons(self) -> None:
        theme = self._theme
        self.back = IconButton(theme, "chevron-left", self.tr("Kembali ke Atur"))
        self.paste = Button(theme, self.tr("Tempel daftar…"), icon="upload")
        self.add = Button(theme, self.tr("Kontak baru…"), kind="primary", icon="plus")
        self.edit = Button(theme, self.tr("Ubah…"), shortcut="Enter")
        self.remove = Button(theme, self.tr("Hapus"), kind="danger", shortcut="Del")
        for button in (self.paste, self.add):
            button.set_large()

    def _lay_out(self) -> None:
        theme = self._theme
        header = PageHeader(theme, self.tr("Kontak resmi"))
        header.row.insertWidget(0, self.back)
        header.add_action(self.paste)
        header.add_action(self.add)
        words = self.tr(
            "Nomor, alamat, dan nama pejabat di daftar ini tidak dianggap data pribadi "
            "oleh ceklis, dan ditawarkan untuk isian {kontak} saat membalas."
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(header)
        outer.addWidget(self.problem)
        column = QVBoxLayout()
        column.setContentsMargins(SIDES, 14, SIDES, 14)
        column.setSpacing(10)
        column.addWidget(self.right)
        column.addWidget(TextLabel(theme, words, tone="text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        column.addLayout(row)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        column.addWidget(self.stack, 1)
        outer.addLayout(column, 1)

    def _table(self) -> QTableView:
        table = make_table(self.model, name=self.tr("Daftar kontak resmi"))
        table.setObjectName("contactsTable")
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = table.horizontalHeader()
        head.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(left)
        return table

    def _dress(self) -> None:
        self.table.setFont(self._theme.font("listText"))
        rows = self.table.verticalHeader()
        rows.setDefaultSectionSize(self._theme.size("tableRow"))
        self._show()

    def _empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            icon="landmark",
            title=self.tr("Belum ada yang cocok"),
            sentence=self.tr("Ubah kata pencarian, atau tambahkan kontaknya."),
        )

    def _connect(self) -> None:
        presenter, table = self._presenter, self.table
        presenter.listed.connect(lambda _: self._show())
        presenter.failed.connect(self.problem.show_error)
        presenter.right_known.connect(self._show_right)
        self.search.textChanged.connect(lambda _: self._show())
        self.paste.clicked.connect(self.paste_contacts)
        self.add.clicked.connect(self.add_contact)
        self.edit.clicked.connect(self.edit_contact)
        self.remove.clicked.connect(self.remove_contact)
        table.activated.connect(lambda _: self.edit_contact())
        table.customContextMenuRequested.connect(self._open_menu)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_contact)

    def _show(self) -> None:
        row, kept = self.table.currentIndex().row(), self.chosen()
        lines = lines_of(self._presenter.contacts, self.search.text())
        self.model.show_lines(lines)
        self.table.clearSpans()
        for heading in self.model.headings():
            self.table.setSpan(heading, LABEL, 1, VALUE + 1)
            self.table.setRowHeight(heading, self._theme.size("input"))
        self.stack.setCurrentIndex(0 if lines else 1)
        place = self.model.row_of(kept.uid) if kept else -1
        self._go_near(place if place >= 0 else max(row, 0))
        self._offer()

    def _go_near(self, row: int) -> None:
        """Make the nearest contact the current one."""
        last = self.model.rowCount() - 1
        rows: Sequence[int] = [n for n in range(last + 1) if self.model.contact(n)]
        if rows:
            nearest = min(rows, key=lambda one: (abs(one - row), one < row))
            self.table.setCurrentIndex(self.model.index(nearest, LABEL))

    def _offer(self) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(self.chosen() is not None)

    def _open_menu(self, at: QPoint) -> None:
        if self.chosen() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(at))

    def _show_right(self, may_change: bool) -> None:  # noqa: FBT001  a Qt slot
        if may_change:
            self.right.hide()
            return
        words = self.tr("Kontak resmi hanya dapat diubah admin yang membuktikan diri.")
        more = self.tr("Isinya lolos dari pemeriksaan data pribadi.")
        action = self.tr("Buktikan peran…")
        self.right.show_state("note", words, more, action=action)


def build(workplace: Workplace) -> ContactsPage:
    """Make the page and read the contacts."""
    presenter = ContactsPresenter(workplace)
    page = ContactsPage(workplace.theme, presenter)
    presenter.setParent(page)
    page.back.clicked.connect(lambda: workplace.go("settings", None))
    page.right.acted.connect(lambda: workplace.go("seat", "prove"))
    presenter.reload()
    return page
