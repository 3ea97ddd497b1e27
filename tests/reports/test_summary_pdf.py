"""The report as PDF and as pictures."""

import re
from datetime import date
from pathlib import Path

import pytest

from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.weeks import Week
from kotakmasuk.reports.summary_pdf import summary_pages, summary_pdf
from tests.helpers.source import ROOT
from tests.helpers.summaries import SETTINGS, busy_summary, computed, rows


RESOURCES = ROOT / "resources"
PNG = b"\x89PNG\r\n\x1a\n"


def made(summary: WeeklySummary, settings: Settings = SETTINGS) -> bytes:
    return summary_pdf(summary, settings, resources=RESOURCES)


def test_the_same_data_gives_the_same_bytes() -> None:
    """Nothing of the clock and of the machine is in the file."""
    assert made(busy_summary()) == made(busy_summary())


def test_the_document_bears_the_date_of_its_week() -> None:
    """The Monday after, never the day of printing."""
    found = made(busy_summary())
    assert b"CreationDate" not in found or b"2026111" in found
    assert set(re.findall(rb"/CreationDate \(D:(\d{8})", found)) <= {b"20261115"}


def test_the_pdf_is_tagged_and_meant_for_the_archive() -> None:
    """A screen reader finds its headings; PDF/A-2a keeps it readable."""
    found = made(busy_summary())
    assert found.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in found
    assert b"<pdfaid:part>2</pdfaid:part>" in found
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in found


def test_only_the_bundled_font_is_used() -> None:
    """So that two machines make the same file."""
    names = set(
        re.findall(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([\w-]+)", made(busy_summary()))
    )
    assert {name.split(b"-")[0] for name in names} == {b"NotoSans"}


def test_the_preview_shows_the_same_pages() -> None:
    """A picture a page."""
    pages = summary_pages(busy_summary(), SETTINGS, resources=RESOURCES)
    assert len(pages) >= 3
    assert all(page.startswith(PNG) for page in pages)
    found = re.findall(rb"/Type\s*/Page\b", made(busy_summary()))
    assert len(pages) == len(found)


@pytest.mark.parametrize("settings", [Settings(), SETTINGS])
def test_an_empty_week_of_a_new_inbox_makes_a_report_too(settings: Settings) -> None:
    """With dashes where there is no figure."""
    assert made(computed(rows(channels=())), settings).startswith(b"%PDF")


def test_words_that_mean_something_to_typst_are_only_words() -> None:
    """An agency may be called what it likes."""
    odd = Settings(agency='#panic("x") $a_b$ *c* <d> @e \\ "f"', unit="[x] // y /* z")
    assert made(busy_summary(), odd).startswith(b"%PDF")


def test_a_thousand_open_cases_stay_a_readable_report() -> None:
    """The list ends with how many more there are."""
    pages = summary_pages(busy_summary(10_000), SETTINGS, resources=RESOURCES)
    assert len(pages) < 16


def test_the_template_and_its_fonts_are_resources() -> None:
    """They are shipped in the wheel, not written in code."""
    assert (RESOURCES / "report" / "summary.typ").is_file()
    fonts: list[Path] = list((RESOURCES / "fonts" / "noto-sans").glob("*.ttf"))
    assert len(fonts) == 2
    assert Week(date(2026, 11, 9), "Asia/Jakarta").number == 46
