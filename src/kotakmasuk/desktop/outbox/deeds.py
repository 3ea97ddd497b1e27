"""What the buttons of the outbox do, with the questions that come before.

The one rule: sending again and stating that something was sent are asked twice.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kotakmasuk.desktop.outbox.presenter import OutboxPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog, ask
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.passage import Passage


class Deeds(QObject):
    """Carries out the deed of a button."""

    conversation_wanted = Signal(int)

    def __init__(self, theme: Theme, presenter: OutboxPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._presenter = presenter
        self._page = page

    def do(self, deed: str) -> None:
        """Do it, after asking where that is due."""
        if self._presenter.chosen is None:
            return
        ways: dict[str, Callable[[], None]] = {
            "look": self._presenter.look,
            "retry": self._presenter.retry,
            "withdraw": self._presenter.withdraw,
            "copy": self._presenter.prepare_manual,
            "resend": self._resend,
            "declare": self._declare,
            "open_post": self._open_post,
            "go": self._go,
        }
        ways[deed]()

    def _resend(self) -> None:
        sure = ask(
            self._theme,
            self._page,
            title=self.tr("Kirim ulang balasan ini?"),
            sentence=self.tr(
                "Utas sudah dibaca lengkap dan balasan ini tidak ada di sana. Bila "
                "platform terlambat menampilkannya, warga dapat menerima dua kali."
            ),
            verb=self.tr("Kirim ulang"),
        )
        if sure:
            self._presenter.retry()

    def _declare(self) -> None:
        dialog = DeclareDialog(self._theme, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._presenter.declare(dialog.link.text().strip())
        dialog.deleteLater()

    def _open_post(self) -> None:
        QDesktopServices.openUrl(QUrl(self._presenter.url))

    def _go(self) -> None:
        row = self._presenter.chosen
        if row is not None:
            self.conversation_wanted.emit(row.conversation)


class DeclareDialog(Dialog):
    """The officer states that the citizen has the answer; a link may prove it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Nyatakan balasan ini sudah terkirim?"),
            verb=self.tr("Nyatakan terkirim"),
        )
        words = self.tr(
            "Keadaannya menjadi Dikirim manual, dinyatakan petugas. Nama Anda dan "
            "waktunya dicatat; pernyataan ini tidak dapat dibatalkan."
        )
        self.body.addWidget(Passage(theme, words, role="body", tone="text2"))
        self.link = QLineEdit()
        self.link.setPlaceholderText("https://")
        label = self.tr("Tautan balasan (boleh dikosongkan)")
        self.body.addWidget(Field(theme, label, self.link))
        self.verb_button.setDefault(True)
