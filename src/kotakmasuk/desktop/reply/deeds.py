"""What the composer's buttons open: file dialog, dialogs, questions.

The one rule: the dialogs only ask; whatever is answered goes to the presenter's parts.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from kotakmasuk.desktop.reply.answer_all_dialog import AnswerAllDialog
from kotakmasuk.desktop.reply.answering_all import PERSONAL
from kotakmasuk.desktop.reply.composer import Composer
from kotakmasuk.desktop.reply.marks import with_names
from kotakmasuk.desktop.reply.opening import moment
from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.desktop.reply.schedule_dialog import ScheduleDialog
from kotakmasuk.desktop.reply.unit_answer_dialog import UnitAnswerDialog
from kotakmasuk.desktop.reply.wording import time_words
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.outside_dialog import OutsideDialog
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.issues import Each
from kotakmasuk.services.outside import Evidence


class Deeds(QObject):
    """Runs a deed by its name, as told by rows, cards, notices and menus."""

    def __init__(
        self, workplace: Workplace, composer: Composer, presenter: ReplyPresenter
    ) -> None:
        """Dialogs open over the composer."""
        super().__init__(composer)
        self._work = workplace
        self._composer = composer
        self._presenter = presenter
        composing, switching = presenter.composing, presenter.switching
        self._runs: dict[str, Callable[[], object]] = {
            "attach": self._ask_pictures,
            "template": composer.open_templates,
            "unit_answer": self._ask_unit_answer,
            "describe": composer.pictures.focus_missing,
            "next_hole": composer.editor.jump,
            "note": self._switch_note,
            "schedule": self._ask_time,
            "send_next": lambda: presenter.send(then_next=True),
            "add_option": switching.add_option,
            "answer_all": self._look_through_all,
            "withdraw_request": self._withdraw,
            "outside": self._ask_outside,
            "set_approvers": lambda: workplace.go("settings", None),
        }
        composing.time_doubted.connect(self._doubt_time)
        switching.public_doubted.connect(self._doubt_public)
        presenter.answering_all.looked_through.connect(self._show_all)

    def run(self, deed: str) -> None:
        """Do it."""
        self._runs[deed]()

    def _switch_note(self) -> None:
        sheet = self._presenter.now.sheet
        self._presenter.set_note(sheet is not None and not sheet.note)

    def _withdraw(self) -> None:
        sheet = self._presenter.now.sheet
        if sheet is not None:
            self._presenter.leaving.withdraw_request(sheet)

    def _ask_pictures(self) -> None:
        title = self.tr("Lampirkan gambar")
        kinds = self.tr("Gambar (*.png *.jpg *.jpeg *.gif *.webp)")
        files, _ = QFileDialog.getOpenFileNames(self._composer, title, "", kinds)
        self._presenter.composing.attach([Path(file) for file in files])

    def _ask_unit_answer(self) -> None:
        composing = self._presenter.composing
        now = moment(self._work)
        dialog = UnitAnswerDialog(
            self._work.theme,
            self._composer,
            known=composing.unit_answers(),
            now=now.now,
            zone=now.zone,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = dialog.chosen()
            if chosen is None:
                written = dialog.written()
                composing.add_unit_answer(written, dialog.content, dialog.media_type)
            else:
                composing.rest_on(chosen)
        dialog.deleteLater()

    def _ask_time(self) -> None:
        now = moment(self._work)
        dialog = ScheduleDialog(
            self._work.theme,
            self._composer,
            times=self._presenter.composing.office_times(),
            now=now.now,
            zone=now.zone,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._presenter.composing.schedule(dialog.chosen_at())
        dialog.deleteLater()

    def _doubt_time(self, at: int) -> None:
        when = time_words(at, moment(self._work))
        sure = ask(
            self._work.theme,
            self._composer,
            title=self.tr("Jadwalkan di luar jam kerja?"),
            sentence=self.tr(
                "{when} di luar jam kerja: tidak ada petugas yang dapat menanggapi"
                " bila warga membalas."
            ).format(when=f"{when[:1].upper()}{when[1:]}"),
            verb=self.tr("Tetap jadwalkan"),
        )
        if sure:
            self._presenter.composing.schedule(at, sure=True)

    def _doubt_public(self) -> None:
        sure = ask(
            self._work.theme,
            self._composer,
            title=self.tr("Balas secara publik?"),
            sentence=self.tr(
                "Pesan warga bersifat pribadi. Balasan publik dapat dibaca semua orang,"
                " juga isi yang hanya diketahui warga itu."
            ),
            verb=self.tr("Balas secara publik"),
        )
        if sure:
            self._presenter.switching.set_public(public=True, sure=True)

    def _ask_outside(self) -> None:
        sheet = self._presenter.now.sheet
        if sheet is None or sheet.asked is None:
            return
        if not sheet.ready:
            self._presenter.blocked.emit()
            return
        people = [name for name, _ in sheet.asked.people]
        dialog = OutsideDialog(
            self._work.theme, self._composer, people, moment=moment(self._work)
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            given = Evidence(
                dialog.approver.currentText(),
                dialog.at(),
                dialog.evidence.toPlainText(),
            )
            self._presenter.keeping.save()
            self._presenter.leaving.send_outside(sheet, given)
        dialog.deleteLater()

    def _look_through_all(self) -> None:
        document = self._composer.editor.document()
        self._presenter.keeping.save()
        self._presenter.answering_all.look_through(with_names(document, PERSONAL))

    def _show_all(self, every: list[Each]) -> None:
        dialog = AnswerAllDialog(self._work.theme, self._composer, every)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._presenter.answering_all.answer(dialog.chosen())
        dialog.deleteLater()
