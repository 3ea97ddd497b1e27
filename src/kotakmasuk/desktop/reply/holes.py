"""What is offered at an open isian: a list, a calendar, an official contact.

The one rule: the offer is a help; whatever else one types stands as typed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt

from kotakmasuk.desktop.reply import filling
from kotakmasuk.desktop.reply.date_popover import DatePopover
from kotakmasuk.desktop.reply.editor import ReplyEditor
from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.domain.placeholders import CHOICE, CONTACT, DATE


EMPTY = ""


class HoleHelp(QObject):
    """Opens the right popup when the keyboard reaches an isian."""

    def __init__(
        self, theme: Theme, editor: ReplyEditor, presenter: ReplyPresenter
    ) -> None:
        """Follow the editor."""
        super().__init__(editor)
        self._theme = theme
        self._editor = editor
        self._now = presenter.now
        editor.hole_reached.connect(self.offer)

    def offer(self, name: str, optional: bool) -> None:  # noqa: FBT001  a Qt slot
        """Offer what fits; plain words that are asked for are simply typed."""
        field = filling.field_of(self._now, name)
        if field.kind == DATE:
            self._open_calendar()
            return
        rows: list[Choice] = []
        if field.kind == CHOICE:
            rows = [Choice(one, one) for one in field.choices]
        elif field.kind == CONTACT:
            rows = [
                Choice(one.words(), one.words(), hint=one.unit)
                for one in filling.official_contacts(self._now)
            ]
        if optional:
            rows.append(Choice(EMPTY, self.tr("Kosongkan"), icon="minus"))
        if rows:
            self._open_list(name, rows)

    def _open_list(self, name: str, rows: Sequence[Choice]) -> None:
        title = self.tr("Isi {name}").format(name=name.replace("_", " "))
        popover = ChoicePopover(self._theme, title, self._editor)
        popover.chosen.connect(lambda chosen: self._put(chosen[0]))
        popover.created.connect(self._put)
        popover.cancelled.connect(self._give_back)
        popover.open_choices(rows, self._below(), new_words=self.tr("Pakai"))

    def _open_calendar(self) -> None:
        days = filling.days(self._now)
        popover = DatePopover(
            self._theme, self._editor, today=days.today, closed_on=days.closed_on
        )
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.taken.connect(self._put)
        popover.typed.connect(self._put)
        popover.open_at(self._below())

    def _put(self, words: str) -> None:
        self._give_back()
        self._editor.fill_hole(words)

    def _give_back(self) -> None:
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _below(self) -> QPoint:
        box = self._editor.cursorRect()
        return self._editor.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 6))
