"""The pages behind the rail, each loaded at its first visit.

The one rule: a start loads the inbox alone; nobody waits for a page that is not opened.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from kotakmasuk.desktop.workplace import Page, Workplace


Build = Callable[[Workplace], QWidget]


def _outbox(workplace: Workplace) -> QWidget:
    from kotakmasuk.desktop.outbox import view  # noqa: PLC0415

    return view.build(workplace)


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
    from kotakmasuk.desktop.announcements import view  # noqa: PLC0415

    return view.build(workplace)


BUILDERS: Mapping[Page, Build] = {
    "outbox": _outbox,
    "approvals": _approvals,
    "summary": _summary,
    "templates": _templates,
    "accounts": _accounts,
    "settings": _settings,
    "welcome": _welcome,
    "announcements": _announcements,
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
