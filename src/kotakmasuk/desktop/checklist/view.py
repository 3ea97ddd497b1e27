"""The page *Ceklis etika*: the items, the fields of one, a trial and its history.

The one rule: the fields tell the presenter at each keystroke and judge nothing
themselves.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kotakmasuk.desktop.checklist.aside import Aside
from kotakmasuk.desktop.checklist.editor import RuleEditor
from kotakmasuk.desktop.checklist.list_part import ListPart
from kotakmasuk.desktop.checklist.presenter import ChecklistPresenter
from kotakmasuk.desktop.checklist.trying import Trials
from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import ask
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.page_parts import (
    ListRoom,
    bind_inside,
    fit_list,
    side_by_side,
)
from kotakmasuk.desktop.widgets.scrolling import scrolled
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.services.rules import Kept


LIST = ListRoom(wide=302, narrow=240, from_wide=900, from_two=720)
ASIDE = 330
ROOM_FOR_ASIDE = 1060
LEAST = 320


class ChecklistPage(QWidget):
    """List, editor, and what stands beside it."""

    def __init__(
        self, theme: Theme, presenter: ChecklistPresenter, trials: Trials
    ) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._trials = trials
        self._list_shown, self._aside_shown = True, False
        self.setObjectName("checklistPage")
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(self.tr("Ceklis etika"))
        self.side = ListPart(theme)
        self.editor = RuleEditor(theme)
        self.aside = Aside(theme)
        row = side_by_side(self)
        row.addWidget(self.side)
        row.addWidget(self.editor, 1)
        row.addWidget(self._beside(), 1)
        self.setFocusProxy(self.side.view)
        self._connect()
        self._connect_fields()

    def show_what(self, what: object) -> None:
        """Open one item by its code, unless words in another one would be lost."""
        known = self._presenter.kept.rule.key
        if isinstance(what, str) and what and what != known and self._may_leave():
            self._presenter.open(what)
        if isinstance(what, str) and what:
            self._turn(to_list=False)

    def commands(self) -> list[Command]:
        """What can be done here, for the palette."""
        group = self.tr("Ceklis etika")
        new = Command(
            id="checklist.new",
            title=self.tr("Butir ceklis baru"),
            run=self._begin_new,
            group=group,
            icon="plus",
        )
        save = Command(
            id="checklist.save",
            title=self.tr("Simpan butir ceklis"),
            run=self._presenter.save,
            keys="Ctrl+S",
            group=group,
            icon="check",
        )
        return [new, save] if self._presenter.dirty else [new]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the parts take turns where there is no room for all."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        wide = self.width()
        beside = wide >= ROOM_FOR_ASIDE
        one_pane = fit_list(self.side, LIST, wide, wanted=self._list_shown)
        instead = self._aside_shown and not beside
        read = not one_pane or not self._list_shown
        self.editor.setVisible(read and not instead)
        self._column.setVisible(beside or (read and instead))
        self._column.setMaximumWidth(ASIDE if beside else wide)
        self.editor.head.back.setVisible(one_pane)
        self.editor.head.trial.setVisible(not beside)
        self.aside.trial.back.setVisible(not beside)

    def _turn(self, *, to_list: bool) -> None:
        """Where only one of them has room, show the list or the editor."""
        self._list_shown, self._aside_shown = to_list, False
        self._settle()

    def _turn_aside(self, *, shown: bool) -> None:
        """Where there is no room beside it, show the trial in the editor's place."""
        self._aside_shown = shown
        self._settle()
        aim = self.aside.trial.sample if shown else self.editor.head.trial
        aim.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self) -> Plane:
        self._column = Plane("sunken", edge="left")
        self._column.setMinimumWidth(LEAST)
        around = QVBoxLayout(self._column)
        around.setContentsMargins(1, 0, 0, 0)
        around.addWidget(scrolled(self.aside))
        return self._column

    def _connect(self) -> None:
        presenter, side = self._presenter, self.side
        presenter.listed.connect(side.show_lines)
        presenter.edited_anew.connect(self._trials.take_rule)
        self._trials.tried.connect(self.aside.trial.show_tried)
        presenter.followed.connect(self.aside.history.show_steps)
        self.aside.trial.typed.connect(self._trials.take_sample)
        side.search.textChanged.connect(presenter.search)
        side.chosen.connect(self._choose)
        side.touched.connect(lambda: self._turn(to_list=False))
        side.new_wanted.connect(self._begin_new)
        bind_inside(self, "Ctrl+S").activated.connect(presenter.save)

    def _connect_fields(self) -> None:
        presenter, editor = self._presenter, self.editor
        presenter.opened.connect(self._show_rule)
        presenter.judged.connect(editor.show_faults)
        presenter.failed.connect(editor.show_problem)
        presenter.changed.connect(lambda dirty: editor.head.show_dirty(dirty=dirty))
        presenter.right_known.connect(lambda may: editor.show_right(may_change=may))
        presenter.tags_known.connect(editor.when.offer_topics)
        presenter.regional_known.connect(editor.what.show_regional)
        editor.written.connect(
            lambda: presenter.write(editor.values(presenter.kept.rule))
        )
        editor.head.save.clicked.connect(presenter.save)
        editor.head.discard.clicked.connect(presenter.discard)
        editor.head.retire_wanted.connect(self._retire)
        editor.shipped_wanted.connect(self._take_shipped)
        editor.revived.connect(presenter.revive)
        editor.head.back.clicked.connect(lambda: self._turn(to_list=True))
        editor.head.trial.clicked.connect(lambda: self._turn_aside(shown=True))
        back = self.aside.trial.back
        back.clicked.connect(lambda: self._turn_aside(shown=False))

    def _show_rule(self, kept: Kept, version: str, is_new: bool) -> None:  # noqa: FBT001
        self.editor.show_rule(kept, version, is_new=is_new)

    def _choose(self, key: str) -> None:
        if key == self._presenter.edited.key:
            return
        if self._may_leave():
            self._presenter.open(key)
        else:
            self._presenter.search(self.side.search.text())

    def _begin_new(self) -> None:
        if self._may_leave():
            self._presenter.begin_new()
            self._turn(to_list=False)
            self.editor.what.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retire(self) -> None:
        key = self._presenter.kept.rule.key
        sure = ask(
            self._theme,
            self,
            title=self.tr("Hentikan butir {key}?").format(key=key),
            sentence=self.tr(
                "Balasan berikutnya tidak diperiksa dengannya. Versi dan riwayatnya "
                "disimpan, dan butir dapat diberlakukan lagi."
            ),
            verb=self.tr("Hentikan butir"),
            danger=True,
        )
        if sure:
            self._presenter.retire()

    def _take_shipped(self) -> None:
        if self._may_leave():
            self._presenter.take_shipped()

    def _may_leave(self) -> bool:
        """Ask before words that were typed are dropped."""
        if not self._presenter.dirty:
            return True
        return ask(
            self._theme,
            self,
            title=self.tr("Buang perubahan pada butir ini?"),
            sentence=self.tr("Perubahan belum disimpan."),
            verb=self.tr("Buang perubahan"),
            danger=True,
        )


def build(workplace: Workplace) -> ChecklistPage:
    """Make the page and read the items."""
    presenter = ChecklistPresenter(workplace)
    trials = Trials(workplace)
    page = ChecklistPage(workplace.theme, presenter, trials)
    presenter.setParent(page)
    trials.setParent(page)
    page.side.left.connect(lambda: workplace.go("settings", None))
    page.editor.proof_wanted.connect(lambda: workplace.go("seat", "prove"))
    page.editor.what.basis_wanted.connect(lambda: workplace.go("settings", None))
    presenter.reload()
    return page
