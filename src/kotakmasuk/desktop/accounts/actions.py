"""What can be done with an account: menu, commands and the dialogs they open.

The one rule: letting an account go asks first and says that its messages stay.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.accounts.capture_dialog import CaptureDialog
from kotakmasuk.desktop.accounts.import_dialog import ImportDialog
from kotakmasuk.desktop.accounts.presenter import AccountsPresenter
from kotakmasuk.desktop.accounts.sign_in_dialog import SignInDialog
from kotakmasuk.desktop.accounts.wizard import ConnectWizard
from kotakmasuk.desktop.accounts.wording import say
from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.inbox import Listing


DANGER = "trash-2"


class AccountActions:
    """Opens what the page's buttons, menus and commands name."""

    def __init__(
        self, workplace: Workplace, presenter: AccountsPresenter, page: QWidget
    ) -> None:
        self._work = workplace
        self._presenter = presenter
        self._page = page

    def connect_channel(self) -> ConnectWizard:
        """Open the wizard; from it one can turn to a file or to the manual way."""
        wizard = ConnectWizard(self._work, self._page.window())
        wizard.chose_import.connect(self.import_file)
        wizard.chose_capture.connect(self.capture)
        wizard.open()
        return wizard

    def import_file(self, path: Path | None = None) -> ImportDialog:
        """Open the import."""
        dialog = ImportDialog(self._work, self._page.window())
        dialog.open()
        if path is not None:
            dialog.choose(path)
        return dialog

    def capture(self, link: str = "") -> CaptureDialog:
        """Open the manual capture."""
        dialog = CaptureDialog(self._work, self._page.window())
        dialog.open()
        if link:
            dialog.paste(link)
        return dialog

    def sign_in(self, account: int) -> SignInDialog:
        """Ask for new tokens of an account."""
        dialog = SignInDialog(
            self._work.theme,
            self._page.window(),
            name=self._presenter.name(account),
            asked=self._presenter.asked_for(account),
        )
        dialog.given.connect(lambda values: self._presenter.sign_in(account, values))
        dialog.open()
        return dialog

    def show_conversations(self, account: int) -> None:
        """Show the account's conversations in the inbox."""
        self._work.go("inbox", Listing(account=account))

    def remove(self, account: int) -> None:
        """Ask, then let the account go."""
        name = self._presenter.name(account)
        verb = say("Lepaskan {name}").format(name=name)
        sentence = say(
            "Pesan dan balasannya tetap tersimpan. Token dihapus dari komputer ini, dan "
            "pesan baru tidak diambil lagi sampai akun disambungkan kembali."
        )
        title = say("Lepaskan {name} dari Kotak Masuk?").format(name=name)
        if ask(
            self._work.theme,
            self._page.window(),
            title=title,
            sentence=sentence,
            verb=verb,
            danger=True,
        ):
            self._presenter.remove(account)

    def menu(self, account: int) -> Menu:
        """Build the menu of one account."""
        menu = Menu(self._work.theme, self._presenter.name(account), self._page)
        for command in self._of_account(account):
            danger = command.icon == DANGER
            if danger:
                menu.addSeparator()
            run = _plainly(command.run)
            menu.add(command.title, run, icon=command.icon, danger=danger)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def commands(self, account: int | None) -> Sequence[Command]:
        """List what can be done on the page, and with the chosen account."""
        group = say("Kanal")
        always = [
            Command(
                id="account.connect",
                title=say("Sambungkan kanal"),
                run=self.connect_channel,
                group=group,
                icon="plus",
            ),
            Command(
                id="account.import",
                title=say("Impor berkas…"),
                run=self.import_file,
                group=group,
                icon="upload",
            ),
            Command(
                id="account.capture",
                title=say("Tangkap manual…"),
                run=self.capture,
                group=group,
                icon="pencil",
            ),
            Command(
                id="account.fetch_all",
                title=say("Ambil semua kanal sekarang"),
                run=self._presenter.fetch_all,
                group=group,
                keys="F5",
                icon="refresh-cw",
            ),
        ]
        return [*always, *(self._of_account(account) if account is not None else ())]

    def _of_account(self, account: int) -> list[Command]:
        known = self._presenter.health.get(account)
        if known is None:
            return []
        presenter, machine = self._presenter, not known.manual
        paused = known.account.state is AccountState.PAUSED
        asks = machine and bool(presenter.asked_for(account))
        pause = say("Lanjutkan") if paused else say("Jeda")
        offered = (
            Offer(say("Lihat percakapan"), "inbox", self.show_conversations),
            Offer(
                say("Ambil sekarang"),
                "refresh-cw",
                presenter.fetch,
                presenter.can_fetch(account),
            ),
            Offer(pause, "pause", partial(presenter.pause, paused=not paused), machine),
            Offer(say("Uji sambungan"), "circle-check", presenter.test, machine),
            Offer(say("Masuk lagi…"), "key-round", self.sign_in, asks),
            Offer(say("Lepaskan…"), DANGER, self.remove),
        )
        return [
            Command(
                id=f"account.{account}.{offer.icon}",
                title=offer.title,
                run=partial(offer.run, account),
                group=presenter.name(account),
                icon=offer.icon,
            )
            for offer in offered
            if offer.now
        ]


class Offer(NamedTuple):
    """One action of an account, and whether it makes sense now."""

    title: str
    icon: str
    run: Callable[[int], object]
    now: bool = True


def _plainly(run: Callable[[], object]) -> Callable[[], None]:
    """Leave out what Qt adds to a click."""

    def call() -> None:
        run()

    return call
