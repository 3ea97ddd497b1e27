"""The wizard *Sambungkan kanal*: four steps, 800 by 532.

The one rule: nothing is stored before the platform has said who this is.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kotakmasuk.desktop.accounts.connecting import (
    ConnectPresenter,
    Offer,
    wrong_values,
)
from kotakmasuk.desktop.accounts.frame import ToolDialog, foot
from kotakmasuk.desktop.accounts.step_list import StepList
from kotakmasuk.desktop.accounts.wizard_pages import (
    ChoosePage,
    FetchPage,
    FieldsPage,
    PreparePage,
)
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.wording import number


CHOOSE, PREPARE, FILL_IN, FETCH = range(4)
HEIGHT = 532


class ConnectWizard(ToolDialog):
    """Leads from the platform to the first fetched messages."""

    chose_import = Signal()
    chose_capture = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        """Show the platforms that can be connected."""
        theme = workplace.theme
        size = QSize(theme.size("wizard"), HEIGHT)
        super().__init__(theme, parent, title=self._name(), size=size)
        self.presenter = ConnectPresenter(workplace)
        self._offer: Offer | None = None
        self.steps = StepList(
            theme,
            self._name(),
            (
                self.tr("Pilih kanal"),
                self.tr("Siapkan akses"),
                self.tr("Isi dan uji"),
                self.tr("Ambil pertama"),
            ),
            note=self.tr(
                "Kata sandi tidak pernah diminta. Token disimpan terenkripsi di "
                "komputer ini saja."
            ),
        )
        self.choose = ChoosePage(theme, self.presenter.offers())
        self.prepare = PreparePage(theme)
        self.fill_in = FieldsPage(theme)
        self.fetch = FetchPage(theme)
        self.pages = QStackedWidget()
        for page in (self.choose, self.prepare, self.fill_in, self.fetch):
            self.pages.addWidget(scrolled(page))
        self._build()
        self._connect()
        self.show_page(CHOOSE)

    def show_page(self, page: int) -> None:
        """Go to a step."""
        self.pages.setCurrentIndex(page)
        self.steps.show_step(page)
        self.back_button.setVisible(page in (PREPARE, FILL_IN))
        self.next_button.setVisible(page != CHOOSE)
        self.cancel_button.setVisible(page != FETCH)
        titles = {FILL_IN: self.tr("Uji dan sambungkan"), FETCH: self.tr("Selesai")}
        self.next_button.setText(titles.get(page, self.tr("Lanjutkan")))
        self.next_button.setEnabled(True)

    def choose_platform(self, offer: Offer) -> None:
        """Take a platform and show what it needs."""
        self._offer = offer
        self.prepare.show_offer(offer)
        self.fill_in.show_offer(offer)
        self.show_page(PREPARE)

    def go_on(self) -> None:
        """Take the next step, or close after the last."""
        page = self.pages.currentIndex()
        if page == PREPARE:
            self.show_page(FILL_IN)
            first = next(iter(self.fill_in.edits.values()), self.fill_in.name)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page == FILL_IN:
            self.submit()
        else:
            self.accept()

    def go_back(self) -> None:
        """Take one step back; what was typed stays."""
        self.show_page(self.pages.currentIndex() - 1)

    def submit(self) -> None:
        """Test what was typed with the platform."""
        if self._offer is None or self.presenter.running:
            return
        values = self.fill_in.values()
        wrong = wrong_values(self._offer, values)
        self.fill_in.show_wrong(wrong)
        if wrong:
            return
        self.fill_in.banner.hide()
        words = self.tr("Menghubungi {name}…").format(name=self._offer.name)
        self.fill_in.work.show_work(words)
        self.next_button.setEnabled(False)
        self.back_button.setEnabled(False)
        name = self.fill_in.name.text()
        self.presenter.connect_account(self._offer, name, values)

    def stop_test(self) -> None:
        """Wait no longer for the platform's answer."""
        self.presenter.stop()
        self._rest()
        self.fill_in.banner.show_state(
            "info", self.tr("Pengujian dihentikan."), self.tr("Isian Anda tetap ada.")
        )

    def done(self, result: int) -> None:
        """Close; an account that was stored goes on being read."""
        self.presenter.leave()
        super().done(result)

    def _build(self) -> None:
        theme = self._theme
        self.cancel_button = Button(theme, self.tr("Batalkan"), kind="quiet")
        self.back_button = Button(theme, self.tr("Kembali"))
        self.next_button = Button(theme, self.tr("Lanjutkan"), kind="primary")
        every = (self.cancel_button, self.back_button, self.next_button)
        for button in every:
            button.set_large()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(foot(every[1:], left=every[:1]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.choose.chose_platform.connect(self.choose_platform)
        self.choose.chose_import.connect(self._turn_to_import)
        self.choose.chose_capture.connect(self._turn_to_capture)
        self.fill_in.submitted.connect(self.submit)
        self.fill_in.work.cancelled.connect(self.stop_test)
        self.fetch.work.cancelled.connect(self.presenter.stop)
        self.presenter.connected.connect(self._welcome)
        self.presenter.refused.connect(self._refuse)
        self.presenter.progressed.connect(self._count)
        self.presenter.finished.connect(self._finish)

    def _turn_to_import(self) -> None:
        self.reject()
        self.chose_import.emit()

    def _turn_to_capture(self) -> None:
        self.reject()
        self.chose_capture.emit()

    def _welcome(self, handle: str) -> None:
        self._rest()
        offer = self._offer
        title = self.tr("Tersambung sebagai {handle}").format(handle=handle)
        sentence = self.tr(
            "Pesan lama sedang diambil. Jendela ini boleh ditutup; pengambilan tetap "
            "berjalan."
        )
        self.fetch.say(title, sentence, offer.glyph if offer else "")
        self.fetch.work.show_work(self.tr("Sedang mengambil pesan…"))
        self.show_page(FETCH)

    def _count(self, arrived: int) -> None:
        words = self.tr("Sedang mengambil, {n} pesan").format(n=number(arrived))
        self.fetch.work.show_work(words)

    def _finish(self, words: str, problem: str) -> None:
        self.fetch.work.hide()
        if problem:
            self.fetch.banner.show_state("warn", problem, words)
        else:
            strong = self.tr("Pengambilan pertama selesai.")
            self.fetch.banner.show_state("ok", strong, words)

    def _refuse(self, error: KnownError) -> None:
        self._rest()
        self.fill_in.banner.show_error(error)

    def _rest(self) -> None:
        self.fill_in.work.hide()
        self.next_button.setEnabled(True)
        self.back_button.setEnabled(True)

    def _name(self) -> str:
        return self.tr("Sambungkan kanal")
