"""Turning the plain rows of a week into its figures: pure, so anybody can recount.

The week ends at `as_of`; what happened later does not exist for it. So a report of last
week stays the same, whatever is answered afterwards.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from kotakmasuk.domain.inbox import KIND_WORDS, Kind
from kotakmasuk.domain.summaries import (
    BUCKET_HOURS,
    UNSORTED,
    UNTAGGED,
    Answering,
    Arrival,
    Channel,
    ChannelWeek,
    Count,
    OpenCase,
    Response,
    Stock,
    Timeliness,
    Wait,
    Way,
    WeeklySummary,
    WeekRows,
    reference,
)
from kotakmasuk.domain.weeks import Week


Worked = Callable[[int, int], float]
KIND_TITLES = {
    **{kind.value: word for kind, word in KIND_WORDS.items()},
    # A machine guessed it from the words; nobody has recorded it as a complaint yet.
    Kind.COMPLAINT.value: "Bernada aduan",
    UNSORTED: "Belum dipilah",
}


def summarise(
    week: Week, rows: WeekRows, *, worked: Worked, target_minutes: int, now: int
) -> WeeklySummary:
    """Compute a week's figures; `worked` gives the working minutes between two instants.

    A week that still runs ends with its newest data; `now` (UTC ms) bounds it, should the
    file hold messages from the future.
    """
    as_of = week.end
    if now < week.end:
        as_of = max(week.start, min(rows.latest, now) + 1)
    this = [one for one in rows.arrivals if week.start <= one.sent_at < as_of]
    last = [one for one in rows.arrivals if one.sent_at < week.start]
    return WeeklySummary(
        week=week,
        as_of=as_of,
        target_minutes=target_minutes,
        total=Count("Jumlah", len(this), len(last)),
        channels=_channels(week, rows.channels, this=this, last=last),
        kinds=_kinds(this, last),
        topics=_topics(rows, this, last),
        answering=answering(rows.waits, since=week.start, until=as_of, worked=worked),
        before=answering(
            rows.waits, since=week.before.start, until=week.start, worked=worked
        ),
        open_cases=_open_cases(rows, as_of),
        checks=rows.checks,
        notes=rows.notes,
        spam=rows.spam,
    )


def _kind(arrival: Arrival) -> str:
    return arrival.kind.value if arrival.kind else UNSORTED


def _channels(
    week: Week,
    channels: Iterable[Channel],
    *,
    this: Sequence[Arrival],
    last: Sequence[Arrival],
) -> tuple[ChannelWeek, ...]:
    edges = week.edges
    days: dict[int, list[int]] = defaultdict(lambda: [0] * 7)
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    for one in this:
        days[one.account][bisect_right(edges, one.sent_at) - 1] += 1
        kinds[one.account][_kind(one)] += 1
    before = Counter(one.account for one in last)
    found = [
        ChannelWeek(
            channel,
            tuple(days[channel.id]),
            dict(kinds[channel.id]),
            Count(channel.name, sum(days[channel.id]), before[channel.id], channel.id),
        )
        for channel in channels
    ]
    found.sort(
        key=lambda one: (
            -one.total.now,
            -one.total.before,
            one.channel.label,
            one.channel.id,
        )
    )
    return tuple(found)


def _kinds(this: Sequence[Arrival], last: Sequence[Arrival]) -> tuple[Count, ...]:
    now, before = Counter(map(_kind, this)), Counter(map(_kind, last))
    return tuple(
        Count(kind, now[kind], before[kind])
        for kind in KIND_TITLES
        if kind != UNSORTED or now[kind] or before[kind]
    )


def _topics(
    rows: WeekRows, this: Sequence[Arrival], last: Sequence[Arrival]
) -> tuple[Count, ...]:
    def counted(arrivals: Sequence[Arrival]) -> Counter[tuple[int | None, str]]:
        found: Counter[tuple[int | None, str]] = Counter()
        for one in arrivals:
            found.update(rows.topics.get(one.conversation) or ((None, UNTAGGED),))
        return found

    now, before = counted(this), counted(last)
    counts = [
        Count(name, now[key], before[key], key[0])
        for key in {**now, **before}
        for name in (key[1],)
    ]
    counts.sort(key=lambda one: (one.id is None, -one.now, -one.before, one.name))
    return tuple(counts)


def answering(
    waits: Sequence[Wait], *, since: int, until: int, worked: Worked
) -> Answering:
    """Count the waits of the time from `since` to before `until` (UTC ms)."""
    known = [one for one in waits if one.sent_at < until]
    closed = sum(one.closed and one.sent_at >= since for one in known)
    served = [_as_known(one, until) for one in known if not one.closed]
    answered = [
        one
        for one in served
        if one.answered_at is not None and one.answered_at >= since
    ]
    left = [one for one in served if one.answered_at is None]
    arrived = sum(one.sent_at >= since for one in served)
    return Answering(
        stock=Stock(
            opening=len(answered) + len(left) - arrived,
            arrived=arrived,
            answered=len(answered),
            closing=len(left),
            closed=closed,
        ),
        timeliness=_timeliness(served, left, since=since, until=until),
        response=_response(answered, worked),
        ways=_ways(answered),
    )


def _as_known(wait: Wait, until: int) -> Wait:
    """Forget an answer that came later, and let none stand before its question."""
    if wait.answered_at is None:
        return wait
    if wait.answered_at >= until:
        return wait._replace(answered_at=None)
    if wait.answered_at < wait.sent_at:
        return wait._replace(answered_at=wait.sent_at)
    return wait


def _is_late(wait: Wait, until: int) -> bool:
    return wait.due_at is not None and wait.due_at < until


def _timeliness(
    served: Sequence[Wait], left: Sequence[Wait], *, since: int, until: int
) -> Timeliness:
    due = on_time = late_answered = 0
    for wait in served:
        if wait.due_at is None or not since <= wait.due_at < until:
            continue
        due += 1
        if wait.answered_at is not None:
            on_time += wait.answered_at <= wait.due_at
            late_answered += wait.answered_at > wait.due_at
    overdue = sum(_is_late(wait, until) for wait in left)
    return Timeliness(
        due=due,
        on_time=on_time,
        late_answered=late_answered,
        late_open=due - on_time - late_answered,
        not_due=len(left) - overdue,
        overdue=overdue,
    )


def _response(answered: Iterable[Wait], worked: Worked) -> Response:
    minutes = sorted(
        worked(one.sent_at, one.answered_at)
        for one in answered
        if one.answered_at is not None
    )
    buckets = [0] * (len(BUCKET_HOURS) + 1)
    for one in minutes:
        buckets[sum(one > hours * 60 for hours in BUCKET_HOURS)] += 1
    return Response(
        answers=len(minutes),
        median=median(minutes) if minutes else None,
        p90=minutes[math.ceil(0.9 * len(minutes)) - 1] if minutes else None,
        buckets=tuple(buckets),
    )


def _ways(answered: Iterable[Wait]) -> dict[Way, int]:
    found = Counter(one.way for one in answered)
    return {way: found[way] for way in Way}


def _open_cases(rows: WeekRows, as_of: int) -> tuple[OpenCase, ...]:
    channels = {channel.id: channel for channel in rows.channels}
    left = [
        one
        for one in rows.waits
        if one.sent_at < as_of
        and not one.closed
        and (one.answered_at is None or one.answered_at >= as_of)
    ]
    left.sort(
        key=lambda one: (one.due_at is None, one.due_at or 0, one.sent_at, one.uid)
    )
    return tuple(
        OpenCase(
            conversation=one.conversation,
            reference=reference(one.uid),
            kind=one.kind,
            topics=tuple(name for _, name in rows.topics.get(one.conversation, ())),
            channel=channels[one.account],
            received_at=one.sent_at,
            due_at=one.due_at,
            overdue=_is_late(one, as_of),
        )
        for one in left
    )
