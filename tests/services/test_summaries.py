"""The weekly summary as a service: from the file to figures and files."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.reports.summary_document import document
from kotakmasuk.services import summaries
from tests.helpers.summaries import SETTINGS, WEEK, at
from tests.helpers.week_file import SECRETS, WeekFile, real_office


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WeekFile]:
    made = WeekFile(tmp_path / "kotak")
    yield made
    made.close()


@pytest.fixture
def full(file: WeekFile) -> WeekFile:
    """Two citizens in the week, one answered, one open, and one of last week."""
    file.say("a", at(0, 9), tags=("jalan-rusak",))
    file.say("a", at(0, 10.5), own=True)
    file.say("b", at(4, 15.5), platform="facebook", kind="question", due_at=at(7, 9))
    file.say("c", at(-3, 9), due_at=at(0, 9))
    return file


def weekly(file: WeekFile, monday: date = WEEK.monday) -> summaries.WeeklySummary:
    office = real_office(file.path.parent)
    return summaries.weekly(file.database.conn, office, monday)


def test_the_weeks_with_messages_are_listed(file: WeekFile) -> None:
    """From the oldest on; a week without any is left out."""
    for day in (-14, 0, 1, 6.9):
        file.say(f"t{day}", at(0) + int(day * 86_400_000))
    assert summaries.weeks_with_messages(file.database.conn) == [
        date(2026, 10, 26),
        date(2026, 11, 9),
    ]


def test_a_week_is_computed_with_the_agencys_working_hours(full: WeekFile) -> None:
    """From 09.00 to 10.30 on a Monday is an hour and a half."""
    response = weekly(full).answering.response
    assert (response.answers, response.median) == (1, 90)


def test_any_day_of_the_week_names_it(full: WeekFile) -> None:
    """Sunday's report is Monday's."""
    assert weekly(full, date(2026, 11, 15)) == weekly(full)


def test_the_night_is_no_working_time(file: WeekFile) -> None:
    """Friday 16.00 to Monday 08.00 is an hour: until 16.30 and from 07.30."""
    file.say("a", at(-3, 16), answered_at=at(0, 8))
    assert weekly(file).answering.response.median == 60


def test_a_summary_is_proved_by_a_recount(full: WeekFile) -> None:
    """A report whose sum does not agree may not go out."""
    office, summary = real_office(full.path.parent), weekly(full)
    assert summaries.prove(full.database.conn, office, summary).agrees
    full.say("later", at(2))
    proof = summaries.prove(full.database.conn, office, summary)
    assert (proof.agrees, proof.recounted) == (False, 3)


def test_a_tag_that_holds_personal_data_is_named(full: WeekFile) -> None:
    """It would carry a citizen's number into the report."""
    full.say("d", at(1), tags=("hubungi-081234567847",))
    office, summary = real_office(full.path.parent), weekly(full)
    proof = summaries.prove(full.database.conn, office, summary)
    assert proof.personal == ("hubungi-081234567847",)


def test_the_report_is_written_in_both_formats(full: WeekFile, tmp_path: Path) -> None:
    """Beside each other, in a folder that is made for them."""
    out, office = tmp_path / "laporan", real_office(full.path.parent)
    paths = summaries.export(office, weekly(full), SETTINGS, folder=out)
    assert [path.name for path in paths] == ["ringkasan.pdf", "ringkasan.json"]
    assert sorted(path.name for path in out.iterdir()) == [
        "ringkasan.json",
        "ringkasan.pdf",
    ]


def test_the_same_data_gives_the_same_bytes(full: WeekFile, tmp_path: Path) -> None:
    """Also on another day."""
    written = []
    for number, now in enumerate((at(8), at(300))):
        office = real_office(full.path.parent, now=now)
        summary = summaries.weekly(full.database.conn, office, WEEK.monday)
        folder = tmp_path / str(number)
        paths = summaries.export(office, summary, SETTINGS, folder=folder)
        written.append([path.read_bytes() for path in paths])
    assert written[0] == written[1]


def test_an_unknown_format_writes_nothing(full: WeekFile, tmp_path: Path) -> None:
    """Not even the other one."""
    office, out = real_office(full.path.parent), tmp_path / "laporan"
    with pytest.raises(KnownError, match="tidak dikenal"):
        summaries.export(
            office, weekly(full), SETTINGS, folder=out, formats=["pdf", "odt"]
        )
    assert not out.exists()


def test_no_citizen_is_in_the_report(full: WeekFile, tmp_path: Path) -> None:
    """No name, no handle, no number and no word, in PDF or JSON."""
    office, summary = real_office(full.path.parent), weekly(full)
    pdf, listed = summaries.export(office, summary, SETTINGS, folder=tmp_path)
    words = json.dumps(document(summary, SETTINGS), ensure_ascii=False)
    words += listed.read_text(encoding="utf-8") + text_of(pdf)
    assert [secret for secret in SECRETS if secret in words] == []
    assert summary.open_cases[0].reference in words


def text_of(pdf: Path) -> str:
    """The PDF's own text, where the machine has a tool that reads it."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return ""
    command = [tool, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_preview_is_a_picture_a_page(full: WeekFile) -> None:
    """For screens without a PDF viewer."""
    office = real_office(full.path.parent)
    pages = summaries.preview(office, weekly(full), SETTINGS)
    assert len(pages) >= 2
    assert pages[0].startswith(b"\x89PNG")
