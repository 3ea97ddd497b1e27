"""The weekly summary (Laporan): the figures of a week and the report made of them.

The one rule: what the screen shows, the PDF and the JSON say too; all three are made of
the same WeeklySummary.
"""

from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.summary.presenter import SummaryPresenter
from kotakmasuk.desktop.summary.view import SummaryPage
from kotakmasuk.desktop.workplace import Workplace


__all__ = ["SummaryPage", "build"]


def build(workplace: Workplace) -> QWidget:
    """Make the page; it reads at its first showing."""
    return SummaryPage(workplace.theme, SummaryPresenter(workplace))
