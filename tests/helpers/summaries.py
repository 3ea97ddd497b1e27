"""A small week that is told in plain rows, for the tests of the summary slice.

The week is 9 to 15 November 2026 in Jakarta; `at(day, hour)` counts from its Monday.
"""

from datetime import date

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.summaries import (
    Arrival,
    Channel,
    Checks,
    Note,
    NoteKind,
    Wait,
    Way,
    WeeklySummary,
    WeekRows,
)
from kotakmasuk.domain.summary_figures import summarise
from kotakmasuk.domain.weeks import Week


WEEK = Week(date(2026, 11, 9), "Asia/Jakarta")
HOUR = 3_600_000
DAY = 24 * HOUR
FOREVER = 10**14
INSTAGRAM = Channel(1, "Pemkab Sukamaju", "instagram", "Instagram")
FACEBOOK = Channel(2, "Pemkab Sukamaju", "facebook", "Facebook")
TOPICS = ("jalan-rusak", "adminduk", "air-minum", "sampah", "bantuan-sosial")
SETTINGS = Settings(
    agency="Pemerintah Kabupaten Sukamaju",
    unit="Dinas Komunikasi dan Informatika",
    address="Jalan Merdeka Nomor 1, Sukamaju 40999",
    signer="Hendra Wijaya, S.Sos.",
    signer_nip="19850214 201001 1 003",
)


def at(day: int, hour: float = 0) -> int:
    """An instant: so many days and hours after Monday 00.00."""
    return WEEK.start + day * DAY + int(hour * HOUR)


def clock_minutes(start: int, end: int) -> float:
    """A calendar in which every hour is an office hour."""
    return (end - start) // 60_000


def wait(
    number: int, sent_at: int, answered_at: int | None = None, **more: object
) -> Wait:
    """A wait of a conversation of its own, due a day after it came."""
    values: dict[str, object] = {
        "conversation": number,
        "uid": f"{number:08x}-0000-5000-8000-000000000000",
        "account": 1,
        "kind": Kind.COMPLAINT,
        "sent_at": sent_at,
        "due_at": sent_at + DAY,
        "answered_at": answered_at,
    }
    return Wait(**{**values, **more})  # type: ignore[arg-type]


def rows(**more: object) -> WeekRows:
    """Plain rows without anything in them, but for what is given."""
    values: dict[str, object] = {
        "channels": (INSTAGRAM, FACEBOOK),
        "arrivals": (),
        "waits": (),
        "topics": {},
        "checks": Checks(),
        "notes": (),
        "latest": at(20),
    }
    return WeekRows(**{**values, **more})  # type: ignore[arg-type]


def computed(given: WeekRows, *, now: int = FOREVER) -> WeeklySummary:
    """The summary of these rows, with a day of 24 working hours."""
    return summarise(WEEK, given, worked=clock_minutes, target_minutes=450, now=now)


def busy_rows(conversations: int = 120) -> WeekRows:
    """A full week and the one before, with everything a report can show."""
    waits, arrivals, topics = [], [], {}
    for number in range(conversations):
        sent = WEEK.before.start + (number * 7_919 % (14 * 24 * 60)) * 60_000
        kind = list(Kind)[number % 6]
        account = 1 + number % 2
        late = number % 11 == 0
        answered = None if late else sent + (number * 37 % 1_500) * 60_000
        way = list(Way)[number % 4]
        waits.append(wait(number, sent, answered, kind=kind, account=account, way=way))
        arrivals.append(Arrival(sent, number, account, kind))
        topic = number % 7
        topics[number] = ((topic, TOPICS[topic]),) if topic < len(TOPICS) else ()
    return rows(
        arrivals=tuple(arrivals),
        waits=tuple(waits),
        topics=topics,
        checks=Checks(
            41,
            36,
            30,
            5,
            (("Tidak memuat data pribadi warga", 3), ("Semua isian terisi", 2)),
            33,
            2,
            1,
            0,
        ),
        notes=(
            Note(NoteKind.GAP_FILLED, FACEBOOK, at(6, 19.2), at(6, 21.7)),
            Note(NoteKind.INCOMPLETE, INSTAGRAM, until=at(6, 12)),
        ),
        spam=7,
    )


def busy_summary(conversations: int = 120) -> WeeklySummary:
    """The summary of such a week."""
    return computed(busy_rows(conversations))
