"""The window of the first run, and the same choices as a page of the running inbox.

The one rule: it ends with a choice, or with nothing when it was closed.
"""

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.welcome.choices import Choices
from kotakmasuk.desktop.welcome.pages import LockPage, WhoPage
from kotakmasuk.desktop.welcome.parts import dressed, no_database
from kotakmasuk.desktop.welcome.presenter import FirstRun, WelcomePresenter
from kotakmasuk.desktop.welcome.words_page import WordsPage
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.workplace import Workplace


WHO, LOCK, WORDS, CHOICES = range(4)
SIZE = (1240, 720)


class WelcomeView(Plane):
    """Four pages; emits `finished` with a choice once, or an empty text when closed."""

    finished = Signal(str)

    def __init__(self, theme: Theme, lanes: Lanes, first_run: FirstRun) -> None:
        """Ask who works here first; nothing is on the disk before the second page."""
        super().__init__("window")
        self._theme = theme
        self._over = False
        self.presenter = WelcomePresenter(lanes, first_run)
        self.setWindowTitle(self.tr("Kotak Masuk"))
        self.resize(*SIZE)
        self.who = WhoPage(theme)
        self.lock = LockPage(theme, has_keyring=first_run.has_keyring)
        self.words = WordsPage(theme, self.presenter)
        self.choices = Choices(theme)
        self.pages = QStackedWidget()
        for page in (self.who, self.lock, self.words, self.choices):
            self.pages.addWidget(scrolled(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()
        self.who.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: int) -> None:
        """Go to a page and give it the keyboard."""
        self.pages.setCurrentIndex(page)
        first = {
            WHO: self.who.agency,
            LOCK: self.lock.next_button,
            WORDS: self.words.noted,
            CHOICES: self.choices.cards["connect"].button,
        }[page]
        if page == LOCK and not self.presenter.has_keyring:
            first = self.lock.passphrase
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before the recovery words are gone for good."""
        if self.presenter.running or not self._may_close():
            event.ignore()
            return
        event.accept()
        self._end("")

    def _may_close(self) -> bool:
        if self._over or not self.presenter.words:
            return True
        sentence = self.tr(
            "Kotak masuk sudah dibuat, tetapi kata pemulihan tidak ditampilkan lagi. "
            "Tanpa catatannya, data tidak dapat dibuka bila kuncinya hilang."
        )
        return ask(
            self._theme,
            self,
            title=self.tr("Tutup sebelum kata pemulihan dicatat?"),
            sentence=sentence,
            verb=self.tr("Tutup tanpa mencatat"),
            danger=True,
        )

    def _connect(self) -> None:
        self.who.went_on.connect(lambda: self.show_page(LOCK))
        self.who.asked_for_demo.connect(lambda: self._end("demo"))
        self.lock.went_back.connect(lambda: self.show_page(WHO))
        self.lock.went_on.connect(self._create)
        self.words.went_on.connect(lambda: self.show_page(CHOICES))
        self.choices.finished.connect(self._end)
        self.presenter.created.connect(self._show_words)
        self.presenter.refused.connect(self.lock.refuse)

    def _create(self, passphrase: str | None) -> None:
        self.lock.wait()
        self.presenter.create(self.who.introduction(), passphrase)

    def _show_words(self, words: tuple[str, ...]) -> None:
        self.lock.forget()
        self.words.show_words(words)
        self.show_page(WORDS)

    def _end(self, choice: str) -> None:
        if not self._over:
            self._over = True
            self.finished.emit(choice)


def run_first(theme: Theme, first_run: FirstRun) -> str:
    """Show the first run and wait; gives connect, import, capture, demo or nothing.

    With demo chosen on the first page nothing was created.
    """
    lanes = Lanes(open_desk=no_database, open_reader=no_database)
    chosen: list[str] = []
    loop = QEventLoop()
    with dressed(theme):
        # Fields made before would keep the font that they found.
        view = WelcomeView(theme, lanes, first_run)
        view.finished.connect(chosen.append)
        view.finished.connect(loop.quit)
        view.show()
        loop.exec()
        view.hide()
    lanes.close()
    view.deleteLater()
    return chosen[0] if chosen else ""


class WelcomePage(Plane):
    """The choices inside the running window; Kanal then opens the chosen way."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("window")
        self.choices = Choices(workplace.theme, with_demo=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(self.choices))
        self.choices.finished.connect(lambda way: workplace.go("accounts", way))


def build(workplace: Workplace) -> WelcomePage:
    """Make the page of choices for an inbox that is open but empty."""
    return WelcomePage(workplace)
