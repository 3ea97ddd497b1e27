"""A weekly summary set by typst: PDF for the file, PNG for the preview.

Same figures, same bytes: only the bundled fonts are used and the document bears the date
of its week, never that of the clock.
"""

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.reports.summary_document import document


if TYPE_CHECKING:
    from typst import Fonts

TEMPLATE = "report/summary.typ"
FONTS = "fonts/noto-sans"
STANDARD: Final = "a-2a"
PREVIEW_DENSITY = 110.0  # pixels an inch


def summary_pdf(
    summary: WeeklySummary, settings: Settings, *, resources: Path
) -> bytes:
    """Set a summary as a tagged PDF/A-2a."""
    import typst  # noqa: PLC0415  at first use: it is large

    return typst.compile(
        str(resources / TEMPLATE),
        root=str(resources),
        font_paths=_fonts(resources),
        format="pdf",
        sys_inputs=_inputs(summary, settings),
        pdf_standards=STANDARD,
        timestamp=summary.week.end // 1000,
    )


def summary_pages(
    summary: WeeklySummary, settings: Settings, *, resources: Path
) -> list[bytes]:
    """Set the same pages as PNG pictures."""
    import typst  # noqa: PLC0415  at first use: it is large

    # One picture a page, and bytes alone when there is one page: the stub says less.
    pages: Any = typst.compile(
        str(resources / TEMPLATE),
        root=str(resources),
        font_paths=_fonts(resources),
        format="png",
        ppi=PREVIEW_DENSITY,
        sys_inputs=_inputs(summary, settings),
        timestamp=summary.week.end // 1000,
    )
    return [pages] if isinstance(pages, bytes) else list(pages)


@functools.cache
def _fonts(resources: Path) -> "Fonts":
    from typst import Fonts  # noqa: PLC0415

    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources / FONTS)],
    )


def _inputs(summary: WeeklySummary, settings: Settings) -> dict[str, str]:
    return {"document": json.dumps(document(summary, settings), ensure_ascii=False)}
