"""The manual way from the composer: copied, opened, and stated by the officer.

The one rule: what she does not state waits in Kiriman, also after the program ended.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.desktop.widgets.manual_window import ManualWindows
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.services import declaring


def join_manual(
    workplace: Workplace, presenter: ReplyPresenter, beside: QWidget
) -> ManualWindows:
    """Ask beside the window for every answer that leaves by hand."""
    windows = ManualWindows(workplace.theme, beside)

    def declare(reply: int, link: str, file: str) -> None:
        workplace.lanes.write(
            declaring.declare_sent,
            reply,
            evidence=link,
            screenshot=Path(file) if file else None,
            failed=presenter.failed.emit,
            initiator=presenter,
        )

    presenter.manual_begun.connect(windows.begin)
    windows.declared.connect(declare)
    return windows
