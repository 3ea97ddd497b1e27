"""A week of real complaints, counted by the program and once more by plain Python.

Rule: the recount below imports nothing of ours; its working hours are data of its own
(Perpres 21/2023, and the decreed holidays of early 2022). It skips where the file is not.
"""

import csv
import json
import math
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pytest


ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KOTAKMASUK_SHARED", ROOT.parent / "shared"))
COMPLAINTS = SHARED / "data" / "texts" / "topic_surabaya.csv"
WEEK = "2022-W10"
START, END = datetime(2022, 3, 7), datetime(2022, 3, 14)  # noqa: DTZ001  the city's own
SEVEN = timedelta(days=7)
MINUTE = timedelta(minutes=1)
TARGET = 450 * MINUTE
HOURS = {
    **dict.fromkeys(range(4), (("07:30", "12:00"), ("13:00", "16:00"))),
    4: (("07:30", "11:30"), ("13:00", "16:30")),
}
HOLIDAYS = {date(2022, 2, 1), date(2022, 2, 28), date(2022, 3, 3)}
MAPPING = {
    "text": "text",
    "sent_at": "received",
    "remote_id": "id",
    "tag": "topic",
    "answered_at": "answered",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not COMPLAINTS.is_file(), reason="the complaints are not here"),
]


class Complaint(NamedTuple):
    """One line of the file."""

    topic: str
    received: datetime
    answered: datetime | None


def complaints() -> list[Complaint]:
    with COMPLAINTS.open(encoding="utf-8", newline="") as file:
        return [
            Complaint(
                line["topic"],
                datetime.fromisoformat(line["received"]),
                max(
                    datetime.fromisoformat(line["answered"]),
                    datetime.fromisoformat(line["received"]),
                )
                if line["answered"]
                else None,
            )
            for line in csv.DictReader(file)
        ]


def office_hours(since: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The office hours that end after an instant, for half a year."""
    for ahead in range(180):
        day = since.date() + timedelta(days=ahead)
        for first, last in HOURS.get(day.weekday(), ()):
            opens = datetime.fromisoformat(f"{day} {first}")
            closes = datetime.fromisoformat(f"{day} {last}")
            if day not in HOLIDAYS and closes > since:
                yield max(opens, since), closes


def worked_minutes(since: datetime, until: datetime) -> int:
    total = timedelta()
    for opens, closes in office_hours(since):
        if opens >= until:
            break
        total += min(closes, until) - opens
    return total // MINUTE


def due(received: datetime) -> datetime:
    left = TARGET
    for opens, closes in office_hours(received):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    raise AssertionError


def answering(
    lines: list[Complaint], since: datetime, until: datetime
) -> dict[str, Any]:
    """Turns, timeliness and times of one week, as it stood when it ended."""
    known = [one for one in lines if one.received < until]
    done = [one for one in known if one.answered and since <= one.answered < until]
    open_ = [one for one in known if not one.answered or one.answered >= until]
    fell = [one for one in known if since <= due(one.received) < until]
    late = [one for one in fell if one in set(open_)]
    good = [one for one in fell if one.answered and one.answered <= due(one.received)]
    overdue = [one for one in open_ if due(one.received) < until]
    arrived = sum(one.received >= since for one in known)
    times = sorted(worked_minutes(one.received, one.answered) for one in done)
    return {
        "turns": {
            "opening": len(done) + len(open_) - arrived,
            "arrived": arrived,
            "answered": len(done),
            "closing": len(open_),
            "closed_without_answer": 0,
        },
        "timeliness": {
            "due": len(fell),
            "on_time": len(good),
            "late_open": len(late),
            "late_answered": len(fell) - len(good) - len(late),
            "not_due": len(open_) - len(overdue),
            "overdue": len(overdue),
            "share": round(100 * len(good) / len(fell), 3),
        },
        "response": {
            "answers": len(times),
            "median_minutes": median(times),
            "p90_minutes": times[math.ceil(len(times) * 9 / 10) - 1],
            "hours": hours(times),
        },
    }


def hours(times: list[int]) -> dict[str, int]:
    bounds = {"<=1": 60, "1-2": 120, "2-4": 240, "4-8": 480, "8-24": 1440}
    below = {name: sum(one <= most for one in times) for name, most in bounds.items()}
    counts, before = {}, 0
    for name, number in below.items():
        counts[name], before = number - before, number
    return {**counts, ">24": len(times) - before}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the installed program says after importing the file."""
    folder = tmp_path_factory.mktemp("recount")
    maps = [word for pair in MAPPING.items() for word in ("--map", "=".join(pair))]
    kotakmasuk(folder, "import", str(COMPLAINTS), "--account", "Kota", *maps)
    kotakmasuk(folder, "summary", "--week", WEEK, "--out", str(folder / "out"))
    assert (folder / "out" / "ringkasan.pdf").read_bytes().startswith(b"%PDF")
    found: dict[str, Any] = json.loads((folder / "out" / "ringkasan.json").read_text())
    return found


def kotakmasuk(folder: Path, *words: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "kotakmasuk", *words],
        env={
            **os.environ,
            "HOME": str(folder),
            "KOTAKMASUK_HOME": str(folder / "kotak"),
            "KOTAKMASUK_PASSPHRASE": "sandi untuk hitung ulang",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.fixture(scope="module")
def lines() -> list[Complaint]:
    return complaints()


def test_messages_a_day_and_a_topic_agree(
    reported: dict[str, Any], lines: list[Complaint]
) -> None:
    """With those of the week before beside them."""
    this = [one for one in lines if START <= one.received < END]
    last = [one for one in lines if START - SEVEN <= one.received < START]
    days = Counter(one.received.weekday() for one in this)
    now, before = Counter(one.topic for one in this), Counter(one.topic for one in last)
    assert reported["messages"]["now"] == len(this) == 166
    assert reported["messages"]["before"] == len(last)
    assert reported["accounts"][0]["days"] == [days[number] for number in range(7)]
    topics = {one["topic"]: (one["now"], one["before"]) for one in reported["topics"]}
    assert topics == {name: (now[name], before[name]) for name in {*now, *before}}


@pytest.mark.parametrize("part", ["turns", "timeliness", "response"])
def test_waits_and_answers_agree(
    reported: dict[str, Any], lines: list[Complaint], part: str
) -> None:
    """Stock and flow, what fell due, and the times in working hours."""
    assert reported[part] == answering(lines, START, END)[part]
    before = answering(lines, START - SEVEN, START)[part]
    assert reported["before"][part] == before


def test_the_lists_of_open_complaints_agree(
    reported: dict[str, Any], lines: list[Complaint]
) -> None:
    """Each with the time it came and the end of its target."""
    open_ = [
        one
        for one in lines
        if one.received < END and (not one.answered or one.answered >= END)
    ]
    wanted = sorted((stamp(one.received), stamp(due(one.received))) for one in open_)
    told = [*reported["overdue"], *reported["open"]]
    assert sorted((one["received"], one["due"]) for one in told) == wanted


def stamp(at: datetime) -> str:
    return f"{at.isoformat(timespec='seconds')}+07:00"


def test_no_words_of_the_citizens_are_in_the_report(reported: dict[str, Any]) -> None:
    """None of the texts of that week, not even their beginnings."""
    told = json.dumps(reported, ensure_ascii=False)
    with COMPLAINTS.open(encoding="utf-8", newline="") as file:
        texts = [line["text"] for line in csv.DictReader(file)]
    assert [text for text in texts if text[:24].strip() and text[:24] in told] == []
