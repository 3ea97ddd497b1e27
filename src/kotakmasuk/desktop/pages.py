"""The pages behind the rail, each loaded at its first visit.

The one rule: a start loads the inbox alone; nobody waits for a page that is not opened.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from kotakmasuk.desktop.workplace import Page, Workplace


Build = Callable[[Workplace], QWidget]


def _outbox(workplace: Workplace) -> QWidget:
    """The page with the way to announcements in its head; it does not know of them."""
    from kotakmasuk.desktop.outbox import view  # noqa: PLC0415
    from kotakmasuk.desktop.widgets.buttons import Button  # noqa: PLC0415
    from kotakmasuk.desktop.widgets.column_header import PageHeader  # noqa: PLC0415

    made = view.build(workplace)
    words = QCoreApplication.translate("Pages", "Pengumuman")
    way = Button(workplace.theme, words, icon="radio-tower")
    way.set_large()
    way.setObjectName("outboxAnnouncements")
    way.clicked.connect(lambda: workplace.go("announcements", None))
    for head in made.findChildren(PageHeader):
        head.add_action(way)
    return made


def _approvals(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.approvals import view  # noqa: PLC0415

    return view.build(workplace)


def _summary(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop import summary  # noqa: PLC0415

    return summary.build(workplace)


def _templates(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.templates import view  # noqa: PLC0415

    return view.build(workplace)


def _accounts(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.accounts import view  # noqa: PLC0415

    return view.build(workplace)


def _settings(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.settings import view  # noqa: PLC0415

    return view.build(workplace)


def _welcome(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.welcome import view  # noqa: PLC0415

    return view.build(workplace)


def _announcements(workplace: Workplace) -> QWidget:
    """The page with the composer's own editor and checklist in it."""
    from kotakmasuk.desktop.announcements import view  # noqa: PLC0415
    from kotakmasuk.desktop.announcements.lent import Lent  # noqa: PLC0415
    from kotakmasuk.desktop.reply import fixing, judging, marks, wording  # noqa: PLC0415
    from kotakmasuk.desktop.reply.checklist import Checklist  # noqa: PLC0415
    from kotakmasuk.desktop.reply.editor import ReplyEditor  # noqa: PLC0415
    from kotakmasuk.desktop.reply.picture_strip import PictureStrip  # noqa: PLC0415
    from kotakmasuk.desktop.reply.states import ChecklistState  # noqa: PLC0415

    theme = workplace.theme
    kept = "Ceklis disimpan bersama pengumuman."
    checklist = Checklist(theme, kept=QCoreApplication.translate("Pages", kept))
    checklist.about_wanted.connect(partial(workplace.go, "checklist"))
    lent = Lent(
        editor=ReplyEditor(theme),
        checklist=checklist,
        pictures=PictureStrip(theme),
        judged=judging.checklist_state,
        blank=ChecklistState,
        finding=marks.Finding,
        removals=fixing.removals,
        limit_words=wording.limit_words,
    )
    return view.build(workplace, lent)


def _checklist(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop import checklist  # noqa: PLC0415

    return checklist.build(workplace)


def _contacts(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop import contacts  # noqa: PLC0415

    return contacts.build(workplace)


BUILDERS: Mapping[Page, Build] = {
    "outbox": _outbox,
    "approvals": _approvals,
    "summary": _summary,
    "templates": _templates,
    "accounts": _accounts,
    "settings": _settings,
    "welcome": _welcome,
    "announcements": _announcements,
    "checklist": _checklist,
    "contacts": _contacts,
}


def tags_dialog(workplace: Workplace, parent: QWidget) -> QDialog:
    """The dialog in which tags are made, renamed and merged."""
    from kotakmasuk.desktop.tags.view import TagsDialog  # noqa: PLC0415

    return TagsDialog(workplace, parent)


def issues_dialog(
    workplace: Workplace, conversations: Sequence[int], parent: QWidget
) -> QDialog:
    """The dialog in which conversations become one Isu; with none, that looks after all."""
    from kotakmasuk.desktop.issues.view import IssuesDialog  # noqa: PLC0415

    return IssuesDialog(workplace, conversations, parent)
