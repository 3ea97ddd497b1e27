"""What the buttons of the outbox do, with the questions that come before.

The one rule: sending again and stating that something was sent are asked twice.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kotakmasuk.desktop.outbox.presenter import OutboxPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog, ask
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.links import open_link
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.domain.replies import OutboxRow


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
        row = self._presenter.chosen
        if row is None:
            return
        errands = self._presenter.errands
        ways: dict[str, Callable[[OutboxRow], None]] = {
            "look": errands.look,
            "retry": errands.retry,
            "withdraw": errands.withdraw,
            "copy": errands.prepare_manual,
            "resend": self._resend,
            "declare": self._declare,
            "open_post": self._open_post,
            "go": self.go,
            "send_now": errands.send_now,
            "sign_in": errands.sign_in,
            "decide": errands.decide,
        }
        ways[deed](row)

    def go(self, row: OutboxRow) -> None:
        """Show the conversation it answers, or the announcement it belongs to."""
        if row.announcement:
            self._presenter.errands.show_announcement(row)
        elif row.conversation:
            self.conversation_wanted.emit(row.conversation)

    def _resend(self, row: OutboxRow) -> None:
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
            self._presenter.errands.retry(row)

    def _declare(self, row: OutboxRow) -> None:
        dialog = DeclareDialog(self._theme, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._presenter.errands.declare(row, dialog.link.text().strip())
        dialog.deleteLater()

    def _open_post(self, row: OutboxRow) -> None:
        open_link(self._presenter.errands.url(row))


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
