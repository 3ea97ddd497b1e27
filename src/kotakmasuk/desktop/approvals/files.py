"""Requests and answers as files, and approvals told from outside: what the menus do.

The one rule: a file is chosen before anything is read or written, and every refusal is
told in words on the page.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from kotakmasuk.desktop.approvals.answer_dialog import AnswerDialog
from kotakmasuk.desktop.approvals.dialogs import ApproverDialog
from kotakmasuk.desktop.approvals.presenter import ApprovalsPresenter
from kotakmasuk.desktop.widgets.outside_dialog import OutsideDialog
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import approval_files, approvals, team
from kotakmasuk.services.approval_answers import (
    Asked,
    Verdict,
    decide_file,
    read_request,
)
from kotakmasuk.services.approval_imports import import_decision


KINDS = "JSON (*.json)"


class Files(QObject):
    """Asks for names and files, then lets the services work."""

    def __init__(self, presenter: ApprovalsPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page
        self._theme = presenter.work.theme
        self.dialog: QDialog | None = None

    def export(self) -> None:
        """Ask for whom and where, then write the open request."""
        shown = self._presenter.shown
        if shown is None:
            return
        row = shown.view.row
        people = [name for name in self._approvers() if name != row.by]
        if not people:
            self._fail(
                KnownError(
                    self.tr("Belum ada penyetuju lain yang punya kata sandi."),
                    self.tr("Permintaan tetap menunggu."),
                    self.tr("Atur di Atur, bagian Petugas."),
                )
            )
            return
        dialog = ApproverDialog(self._theme, self._page, people, chosen=row.approver)
        name = approval_files.name_of(row.uid)

        def ask_place() -> None:
            approver = dialog.approver.currentText()
            self._ask_file(name, lambda path: self.export_to(path, approver), save=True)

        self._open(dialog, ask_place)

    def export_to(self, path: Path, approver: str) -> None:
        """Write the open request for one approver."""
        shown = self._presenter.shown
        if shown is not None:
            said = self.tr("Berkas permintaan tertulis; berlaku tiga hari.")
            self._presenter.write(
                approval_files.export_request,
                shown.view.row.id,
                path,
                approver=approver,
                said=said,
            )

    def import_answer(self) -> None:
        """Ask for an answer file and take it in."""
        self._ask_file("", self.import_from)

    def import_from(self, path: Path) -> None:
        """Take an answer file in."""
        said = self.tr("Jawaban diimpor.")
        self._presenter.write(import_decision, path, said=said)

    def answer(self) -> None:
        """Ask for a request file of another inbox, to decide about it here."""
        self._ask_file("", self.answer_from)

    def answer_from(self, path: Path) -> None:
        """Show what a request file asks, and write the answer beside it."""
        now = self._presenter.work.office.now()
        try:
            asked = read_request(path, now=now)
        except KnownError as error:
            self._fail(error)
            return
        dialog = AnswerDialog(self._theme, self._page, asked)
        dialog.decided.connect(
            lambda verdict: self._decide(dialog, path, asked, verdict)
        )
        self._open(dialog, lambda: None)

    def record_outside(self) -> None:
        """Ask who approved outside the app, when, and what proves it."""
        shown = self._presenter.shown
        if shown is None:
            return
        work = self._presenter.work
        reader, office = work.lanes.reader, work.office
        people = [
            one.name
            for one in team.approvers(reader, team.today(reader, office))
            if one.name != shown.view.row.by
        ]
        moment = self._presenter.moment()
        dialog = OutsideDialog(self._theme, self._page, people, moment=moment)
        request, reply = shown.view.row.id, shown.option.reply

        def record() -> None:
            self._presenter.write(
                approvals.record_outside,
                request,
                reply,
                approver=dialog.approver.currentText(),
                at=dialog.at(),
                evidence=dialog.evidence.toPlainText(),
                said=self.tr("Dicatat sebagai persetujuan di luar aplikasi."),
            )

        self._open(dialog, record)

    def _approvers(self) -> list[str]:
        work = self._presenter.work
        reader = work.lanes.reader
        able = team.approvers(reader, team.today(reader, work.office))
        return [one.name for one in able if team.ready(reader, one.name)]

    def _decide(
        self, dialog: AnswerDialog, path: Path, asked: Asked, verdict: Verdict
    ) -> None:
        dialog.set_busy(busy=True)
        passphrase, now = dialog.passphrase.text(), self._presenter.work.office.now()

        def decide(_reader: object) -> Path:
            return decide_file(path, verdict, passphrase=passphrase, now=now)

        def done(answer: Path) -> None:
            dialog.accept()
            words = self.tr("Jawaban tertulis: {file}. Kirim kembali kepada {name}.")
            said = words.format(file=answer.name, name=asked.by)
            self._presenter.work.tell(said, None)

        self._presenter.work.lanes.read(decide, then=done, failed=dialog.tell)

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_file(
        self, name: str, take: Callable[[Path], None], *, save: bool = False
    ) -> None:
        title = self.tr("Simpan berkas permintaan") if save else self.tr("Pilih berkas")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(self._page, title, folder, KINDS)
        if save:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("json")
            dialog.selectFile(name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        self._open(dialog, lambda: None)

    def _fail(self, error: KnownError) -> None:
        self._presenter.failed.emit(error)
