"""The two menus of the composer: other ways to send, and the tools of a low window.

The one rule: what a menu offers is told as one word, the same that the button tells.
"""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.reply.sheet import MOST_OPTIONS
from kotakmasuk.desktop.reply.states import ComposerState
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.menus import Menu


class Ways(QObject):
    """Emits `wanted` with the name of a deed.

    These are "schedule", "send_next", "add_option", "outside", "answer_all", "attach",
    "template", "unit_answer", "next_hole" and "note".
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        """Menus open over `host`, above the button that asked."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self.state: ComposerState | None = None

    def ways_menu(self) -> Menu:
        """What else can be done with the answer."""
        menu = Menu(self._theme, self.tr("Cara lain mengirim"), self._host)
        self._add_ways(menu)
        return menu

    def tool_menu(self) -> Menu:
        """What the hidden rows offer, where the window is too low for them."""
        menu = Menu(self._theme, self.tr("Alat lain"), self._host)
        note = self.state is not None and self.state.note
        if not note:
            self._add(menu, "template", self.tr("Sisipkan templat"), "file-text", ";")
            following = self.tr("Isian berikutnya")
            self._add(menu, "next_hole", following, "arrow-right", "Tab")
            self._add(menu, "attach", self.tr("Lampirkan gambar…"), "paperclip")
            self._add(menu, "unit_answer", self.tr("Jawaban OPD…"), "landmark")
            menu.addSeparator()
            self._add_ways(menu)
            menu.addSeparator()
        words = self.tr("Tulis balasan") if note else self.tr("Catatan internal")
        self._add(menu, "note", words, "reply" if note else "lock")
        return menu

    def open_ways(self) -> None:
        """Open the menu above the button beside *Kirim*."""
        self._open(self.ways_menu())

    def open_tools(self) -> None:
        """Open the menu above the dots."""
        self._open(self.tool_menu())

    def _add_ways(self, menu: Menu) -> None:
        state = self.state
        words = self.tr("Kirim, lalu buka berikutnya")
        self._add(menu, "send_next", words, "send", "Ctrl+Shift+↵")
        self._add(menu, "schedule", self.tr("Jadwalkan…"), "calendar-clock")
        if state is None or len(state.options.names) < MOST_OPTIONS:
            words = self.tr("Tambah pilihan untuk penyetuju")
            self._add(menu, "add_option", words, "plus")
        if state is not None and state.options.outside:
            words = self.tr("Persetujuan di luar aplikasi…")
            self._add(menu, "outside", words, "landmark")
        if state is not None and state.issue[1] > 1:
            words = self.tr("Jawab semua percakapan Isu ini ({n})…")
            self._add(menu, "answer_all", words.format(n=state.issue[1]), "users")

    def _add(
        self, menu: Menu, deed: str, words: str, icon: str, shortcut: str = ""
    ) -> None:
        menu.add(words, lambda: self.wanted.emit(deed), icon=icon, shortcut=shortcut)

    def _open(self, menu: Menu) -> None:
        button = self.sender()
        at = button if isinstance(button, QWidget) else self._host
        corner = QPoint(0, -menu.sizeHint().height())
        menu.popup(at.mapToGlobal(corner))
