"""The page *Pengumuman*: list, form, checklist.

The one rule: the widgets tell the presenter what is typed and judge nothing themselves.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.announcements.editing import Editing
from kotakmasuk.desktop.announcements.judging import (
    checklist_of,
    findings_of,
    foot_of,
)
from kotakmasuk.desktop.announcements.leaving import Leaving
from kotakmasuk.desktop.announcements.lent import Lent
from kotakmasuk.desktop.announcements.list_part import ListPart
from kotakmasuk.desktop.announcements.middle import Middle
from kotakmasuk.desktop.announcements.presenter import AnnouncementsPresenter
from kotakmasuk.desktop.announcements.sheet import Sheet
from kotakmasuk.desktop.announcements.side import Side
from kotakmasuk.desktop.widgets.labels import Plane
from kotakmasuk.desktop.widgets.manual_window import ManualWindows
from kotakmasuk.desktop.widgets.page_parts import bind_inside, side_by_side
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.announcements import Preset
from kotakmasuk.services import announcements as service
from kotakmasuk.services import contacts, issues


LIST = 280
CHECKLIST = 312
MIDDLE = 420
LEAST = 320


class AnnouncementsPage(Plane):
    """List at the left, what is written in the middle, its checklist at the right."""

    def __init__(
        self, workplace: Workplace, presenter: AnnouncementsPresenter, lent: Lent
    ) -> None:
        super().__init__("surface")
        self._work = workplace
        self._lent = lent
        self._list_shown = True
        self._checking = False
        self.presenter = presenter
        self.editing = Editing(presenter)
        self.leaving = Leaving(presenter)
        self.setObjectName("announcementsPage")
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(self.tr("Pengumuman"))
        theme = workplace.theme
        self.list = ListPart(theme)
        self.middle = Middle(theme, lent)
        self.side = Side(theme, lent.checklist)
        self._windows = ManualWindows(theme, self)
        row = side_by_side(self)
        row.addWidget(self.list)
        row.addWidget(self.middle, 1)
        row.addWidget(self.side)
        self.setFocusProxy(self.list)
        self._connect()
        self._bind()

    def show_what(self, what: object) -> None:
        """Show an announcement, or begin one: a kind, or (a kind, an Isu)."""
        if isinstance(what, int):
            self.presenter.open(what)
        elif isinstance(what, Preset):
            self.leaving.begin(what)
        elif isinstance(what, tuple):
            self.leaving.begin(Preset(what[0]), what[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for: the checklist last."""
        super().resizeEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed, whether the page or the window is left."""
        self.presenter.save()
        super().hideEvent(event)

    def submit(self) -> None:
        """Let it go, or put the keyboard on what is still open (Ctrl+Enter)."""
        sheet = self.presenter.sheet
        if sheet is None or not sheet.editable:
            return
        self.presenter.check_now(then=self._submit_checked)

    def _submit_checked(self) -> None:
        sheet = self.presenter.sheet
        if sheet is None:
            return
        if foot_of(sheet, seconds=0).ready:
            self.leaving.submit()
            return
        self.middle.show_faults(sheet.faults)
        if not sheet.faults:
            self._check(wanted=True)
            self._lent.checklist.focus_first_open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one level back, where a column hides another."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._checking:
            self._check(wanted=False)
        else:
            self._turn(to_list=True)

    def _settle(self) -> None:
        wide, sheet = self.width(), self.presenter.sheet
        three = wide >= LIST + CHECKLIST + MIDDLE
        one = wide < self._work.theme.size("twoPane")
        editable = sheet is not None and sheet.editable
        side = editable and (three or self._checking)
        listed = self._list_shown or sheet is None
        self.side.setVisible(side)
        self.side.show_back(shown=not three)
        self.list.setVisible(three or (not side and (listed or not one)))
        self.middle.setVisible(not one or not (side or listed))
        self.middle.show_ways(back=one, checks=editable and not three and not side)
        _set_width(self.list, wide if one else LIST)
        _set_width(self.side, wide if one else CHECKLIST)

    def _turn(self, *, to_list: bool) -> None:
        self._list_shown = to_list
        self._settle()

    def _check(self, *, wanted: bool) -> None:
        """Where there is no room for both, show the checklist or what is written."""
        self._checking = wanted
        self._list_shown = False
        self._settle()

    def _connect(self) -> None:
        presenter, middle = self.presenter, self.middle
        presenter.listed.connect(self._show_rows)
        presenter.opened.connect(self._open)
        presenter.stated.connect(self._show_state)
        presenter.written.connect(middle.text.editor.show_text)
        presenter.failed.connect(middle.show_problem)
        self.list.chosen.connect(self._choose)
        self.list.begin_wanted.connect(self._begin)
        self.list.back_wanted.connect(lambda: self._work.go("outbox", None))
        middle.back_wanted.connect(lambda: self._turn(to_list=True))
        middle.checks_wanted.connect(lambda: self._check(wanted=True))
        self.side.back_wanted.connect(lambda: self._check(wanted=False))
        middle.deed_wanted.connect(self._do)
        middle.posts.hand_wanted.connect(self.leaving.hand_over)
        middle.posts.follow_wanted.connect(self.leaving.follow_up)
        self.leaving.manual_begun.connect(self._windows.begin)
        self._windows.declared.connect(self.leaving.declare)
        self._connect_editing()

    def _connect_editing(self) -> None:
        editing, text, form = self.editing, self.middle.text, self.middle.form
        editor, checklist = text.editor, self._lent.checklist
        form.put.connect(lambda name, value: editing.put(**{name: value}))
        form.chosen.connect(editing.choose)
        editor.written.connect(lambda: editing.write(editor.text()))
        editor.pictures_dropped.connect(editing.attach)
        text.opened.connect(editing.open_text)
        text.variant_wanted.connect(lambda one: editing.set_variant(wanted=one))
        text.attached.connect(
            lambda files: editing.attach([Path(one) for one in files])
        )
        text.scheduled.connect(lambda at: editing.put(not_before=at))
        text.pictures.load = editing.picture
        text.pictures.described.connect(editing.describe)
        text.pictures.removed.connect(editing.remove_picture)
        checklist.tick_changed.connect(editing.tick)
        checklist.place_wanted.connect(editor.select)
        checklist.fix_wanted.connect(self._fix)
        checklist.keyboard_freed.connect(text.editor.setFocus)

    def _bind(self) -> None:
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind_inside(self, keys).activated.connect(self.submit)

    def _show_rows(self, rows: object, chosen: int) -> None:
        self.list.show_rows(list(rows), chosen, self.presenter.moment())  # type: ignore[call-overload]

    def _choose(self, announcement: int) -> None:
        self.presenter.open(announcement)
        self._turn(to_list=False)

    def _begin(self, preset: Preset) -> None:
        self.leaving.begin(preset)
        self._turn(to_list=False)
        self.middle.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, sheet: Sheet | None) -> None:
        self.middle.show_sheet(
            sheet,
            service.approvers(self._work.lanes.reader, self._work.office),
            issues.all_issues(self._work.lanes.reader),
            self.presenter.moment().zone,
        )
        known = contacts.offered(self._work.lanes.reader)
        self.middle.form.offer_contacts(one.words() for one in known)
        self._settle()

    def _show_state(self, sheet: Sheet) -> None:
        reader, office = self._work.lanes.reader, self._work.office
        self.middle.show_state(
            sheet,
            foot_of(sheet, seconds=self._work.settings().undo_seconds),
            self.presenter.moment(),
            lambda account, text: service.limit(reader, office, account, text),
        )
        self._lent.checklist.show_state(checklist_of(sheet, self._lent))
        self.middle.text.editor.mark_findings(findings_of(sheet, self._lent))
        self._settle()

    def _do(self, deed: str) -> None:
        leaving = self.leaving
        ways = {
            "submit": self.submit,
            "withdraw": leaving.withdraw,
            "remove": leaving.remove,
            "end": leaving.end,
            "correct": lambda: leaving.follow_up(Preset.CORRECTION),
            "declare_end": lambda: leaving.follow_up(Preset.ENDED),
            "askers": leaving.show_askers,
        }
        ways[deed]()

    def _fix(self, rule: str) -> None:
        sheet, editor = self.presenter.sheet, self.middle.text.editor
        account = sheet.told() if sheet else None
        if sheet is None or account is None:
            return
        view = sheet.views[account]
        check = next((one.check for one in view.rules if one.key == rule), "")
        result = next(one for one in view.results if one.rule == rule)
        if check == "unfilled_placeholder":
            editor.jump()
        elif check == "missing_alt_text":
            self.middle.text.pictures.focus_missing()
        else:
            for one in self._lent.removals(result, sheet.text):
                editor.replace(one.start, one.end, "")


def _set_width(column: QWidget, width: int) -> None:
    column.setMinimumWidth(width)
    column.setMaximumWidth(width)


def build(workplace: Workplace, lent: Lent) -> AnnouncementsPage:
    """Make the page and read the announcements."""
    presenter = AnnouncementsPresenter(workplace)
    page = AnnouncementsPage(workplace, presenter, lent)
    presenter.setParent(page)
    presenter.reload()
    return page
