"""The approvals page: queue, request and what is weighed, side by side or in turn.

The one rule: it shows what the presenter opened; a decision is pressed, never implied.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kotakmasuk.desktop.approvals.files import Files
from kotakmasuk.desktop.approvals.presenter import ApprovalsPresenter, Listed, Shown
from kotakmasuk.desktop.approvals.queue_column import QueueColumn
from kotakmasuk.desktop.approvals.request_column import RequestColumn, bind
from kotakmasuk.desktop.approvals.standing import Standing
from kotakmasuk.desktop.approvals.weighing import WeighingColumn
from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.errors import KnownError


QUEUE, WEIGHING = 300, 286
LOW_QUEUE = 272
WIDEST = 16_777_215  # as Qt names no limit
ROOM_FOR_THREE = 1080
ROOM_FOR_TWO = 700
LEAST = 320


class ApprovalsPage(Plane):
    """Queue, request, considerations; `conversation_wanted` asks for the inbox."""

    conversation_wanted = Signal(int)

    def __init__(self, theme: Theme, presenter: ApprovalsPresenter) -> None:
        super().__init__("surface")
        self._theme = theme
        self.presenter = presenter
        self.setObjectName("approvalsPage")
        self.setAccessibleName(self.tr("Setujui"))
        # Less than the columns ask for side by side: they are shown in turn then.
        self.setMinimumSize(LEAST, LEAST // 2)
        self.queue = QueueColumn(theme)
        self.request = RequestColumn(theme)
        self.weighing = WeighingColumn(theme)
        self.files = Files(presenter, self)
        self._in_request = False
        self._any = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(self.request, 1)
        row.addWidget(self.weighing)
        self.setFocusProxy(self.queue.list)
        self._connect()
        self._bind()
        self._settle()

    def commands(self) -> list[Command]:
        """What can be done with the open request, for the palette and the map."""
        group = self.tr("Setujui")
        presenter = self.presenter
        files = self.files
        listed = (
            ("approve", self.tr("Setujui pilihan ini"), "A", self._approve, "check"),
            ("return", self.tr("Kembalikan"), "K", self._return, "corner-up-left"),
            ("edit", self.tr("Ubah balasan"), "", self.request.begin_edit, "pencil"),
            ("withdraw", self.tr("Tarik permintaan"), "", presenter.withdraw, "undo-2"),
            (
                "export",
                self.tr("Ekspor berkas permintaan"),
                "",
                files.export,
                "file-down",
            ),
            ("import", self.tr("Impor jawaban"), "", files.import_answer, "upload"),
        )
        return [
            Command(
                id=f"approvals.{name}",
                title=words,
                run=run,
                group=group,
                keys=keys,
                icon=icon,
            )
            for name, words, keys, run, icon in listed
            if self._any or name == "import"
        ]

    def show_what(self, what: object) -> None:
        """Open a request by its id; anything else changes nothing."""
        if isinstance(what, int):
            self.presenter.choose(what)
            self.presenter.reload()
            self._turn(to_request=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show three columns, two, or one at a time, as the room allows."""
        super().resizeEvent(event)
        self._settle()

    def _connect(self) -> None:
        presenter, request = self.presenter, self.request
        presenter.listed.connect(self._list)
        presenter.opened.connect(self._open)
        presenter.stood.connect(self._stand)
        presenter.failed.connect(self._tell_problem)
        presenter.done.connect(self._forget_problem)
        self.queue.chosen.connect(presenter.choose)
        self.queue.opened.connect(partial(self._turn, to_request=True))
        self.queue.asked.connect(self._do)
        request.option_chosen.connect(presenter.choose_option)
        request.edited.connect(presenter.edit)
        request.reasoned.connect(presenter.write_reason)
        request.asked.connect(self._do)
        request.bar.noted.connect(presenter.write_note)
        request.bar.approved.connect(self._approve)
        request.bar.returned.connect(presenter.send_back)
        request.bar.prove_requested.connect(presenter.prove)

    def _bind(self) -> None:
        for keys, run in (
            ("A", self._approve_by_letter),
            ("K", self._return_by_letter),
            ("Ctrl+Return", self._approve),
            ("Ctrl+Enter", self._approve),
            ("Esc", self._leave),
        ):
            bind(self, keys).activated.connect(run)

    def _approve_by_letter(self) -> None:
        if self.presenter.work.settings().single_letters:
            self._approve()

    def _return_by_letter(self) -> None:
        if self.presenter.work.settings().single_letters:
            self._return()

    def _approve(self) -> None:
        """Approve what is saved; words still being changed are saved and shown first."""
        if not self.request.keep_edit():
            self.presenter.approve()

    def _return(self) -> None:
        """Return it, or ask for the note that is missing."""
        if self.presenter.standing.send_back:
            self._turn(to_request=True)
            self.request.bar.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.presenter.send_back()

    def _leave(self) -> None:
        """Leave one level: the words being edited, else the request."""
        if not self.request.leave_edit():
            self._turn(to_request=False)

    def _do(self, deed: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "back": partial(self._turn, to_request=False),
            "go": self._go,
            "withdraw": self.presenter.withdraw,
            "export": self.files.export,
            "outside": self.files.record_outside,
            "import": self.files.import_answer,
            "answer": self.files.answer,
        }
        ways[deed]()

    def _go(self) -> None:
        shown = self.presenter.shown
        if shown is not None and shown.view.row.conversation is not None:
            self.conversation_wanted.emit(shown.view.row.conversation)

    def _list(self, listed: Listed) -> None:
        self.queue.show_rows(listed)
        self._any = bool(listed.rows)
        self._settle()

    def _open(self, shown: Shown | None) -> None:
        self.request.show_request(shown)
        self.weighing.show_request(shown)

    def _stand(self, standing: Standing) -> None:
        self.request.bar.show_standing(standing)

    def _tell_problem(self, error: KnownError) -> None:
        if self.request.isVisible():
            self.request.problem.show_error(error)
        else:
            self.presenter.work.tell(str(error), None)

    def _forget_problem(self) -> None:
        self.request.problem.hide()

    def _turn(self, *, to_request: bool) -> None:
        """Where only one column fits, show the other one."""
        self._in_request = to_request
        self._settle()
        if not to_request:
            self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        room = self.width()
        one = room < ROOM_FOR_TWO
        three = room >= ROOM_FOR_THREE
        wide = QUEUE if three else LOW_QUEUE
        alone = one or not self._any
        self.queue.setMinimumWidth(0 if alone else wide)
        self.queue.setMaximumWidth(WIDEST if alone else wide)
        self.queue.setVisible(not one or not self._in_request or not self._any)
        self.request.setVisible(self._any and (not one or self._in_request))
        self.weighing.setVisible(self._any and three)
        self.weighing.setFixedWidth(WEIGHING)
        self.request.set_panes(back=one, weighing=not three)


def build(workplace: Workplace) -> QWidget:
    """Make the page and read its rows."""
    presenter = ApprovalsPresenter(workplace)
    page = ApprovalsPage(workplace.theme, presenter)
    presenter.setParent(page)
    presenter.reload()
    return page
