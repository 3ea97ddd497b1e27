"""A summary in the words of the screen: its figures, charts and where each number leads.

The one rule: green only where a change is better for citizens.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.charts import Bar
from kotakmasuk.desktop.widgets.figures import Direction, Figure
from kotakmasuk.desktop.widgets.heat_table import HeatRow
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.inbox import Listing, View
from kotakmasuk.domain.summaries import BUCKET_HOURS, BUCKET_WORDS, WeeklySummary
from kotakmasuk.domain.summary_words import (
    change,
    change_in_percent,
    change_in_points,
    change_in_time,
    duration,
    percent,
)
from kotakmasuk.domain.wording import number


TOPICS_SHOWN = 6
MESSAGES, OVERDUE = "messages", "overdue"
ACCOUNT, TOPIC, CASE = "account:", "topic:", "case:"


def _say(words: str) -> str:
    return QCoreApplication.translate("SummaryPage", words)


def _direction(now: float | None, before: float | None) -> Direction:
    if now is None or before is None or now == before:
        return "same"
    return "up" if now > before else "down"


def figures(summary: WeeklySummary) -> list[Figure]:
    """The strip: messages, answered, median, on time, overdue."""
    now, before, total = summary.answering, summary.before, summary.total
    answers = now.stock.answered, before.stock.answered
    median = now.response.median, before.response.median
    share = now.timeliness.share, before.timeliness.share
    late = now.timeliness.overdue, before.timeliness.overdue
    of = number(now.stock.opening + now.stock.arrived)
    return [
        Figure(
            _say("Pesan masuk"),
            number(total.now),
            change=change_in_percent(total.now, total.before),
            direction=_direction(total.now, total.before),
        ),
        Figure(
            _say("Dijawab"),
            number(answers[0]),
            beside=_say("dari {number}").format(number=of),
            change=change(*answers),
            direction=_direction(*answers),
        ),
        _judged(
            _say("Median waktu tanggap"),
            (duration(median[0]), change_in_time(*median)),
            median,
            good="down",
        ),
        _judged(
            _say("Tepat waktu"),
            (percent(share[0]), change_in_points(*share)),
            share,
            good="up",
        ),
        _judged(
            _say("Lewat batas"), (number(late[0]), change(*late)), late, good="down"
        ),
    ]


def _judged(
    label: str,
    words: tuple[str, str],
    pair: tuple[float | None, float | None],
    *,
    good: Direction,
) -> Figure:
    """A figure whose change is better or worse for citizens."""
    direction = _direction(*pair)
    return Figure(
        label,
        words[0],
        change=words[1],
        direction=direction,
        better=direction == good,
    )


def signed(difference: int) -> str:
    """Write a change as +31, \N{MINUS SIGN}9 or 0, for the narrow columns."""
    sign = {True: "+", False: "\N{MINUS SIGN}"}
    return sign[difference > 0] + number(abs(difference)) if difference else "0"


def heat_rows(summary: WeeklySummary) -> list[HeatRow]:
    """A row an account."""
    return [
        HeatRow(
            platform_of(one.channel.platform).glyph, one.days, signed(one.total.change)
        )
        for one in summary.channels
    ]


def heat_sentence(summary: WeeklySummary) -> str:
    """What a reader would say of the messages a day."""
    parts = [f"{one.channel.label} {number(one.total.now)}" for one in summary.channels]
    words = _say("{number} pesan masuk pekan ini: {channels}.")
    return words.format(number=number(summary.total.now), channels=", ".join(parts))


def buckets(summary: WeeklySummary) -> list[Bar]:
    """The histogram; what reaches over the target is faded."""
    counts = summary.answering.response.buckets
    limits = (*BUCKET_HOURS, None)
    return [
        Bar(
            "",
            words,
            count,
            number(count),
            faded=limit is not None and limit * 60 > summary.target_minutes,
            open_ended=limit is None,
        )
        for words, count, limit in zip(BUCKET_WORDS, counts, limits, strict=True)
    ]


def response_sentence(summary: WeeklySummary) -> str:
    """What a reader would say of the times to answer."""
    response = summary.answering.response
    return _say("jam kerja · median {median} · P90 {p90}").format(
        median=duration(response.median), p90=duration(response.p90)
    )


def topics(summary: WeeklySummary) -> list[Bar]:
    """The largest topics, the others together, and what has no tag."""
    tagged = [one for one in summary.topics if one.id is not None]
    bars = [
        Bar(
            f"{TOPIC}{one.id}",
            one.name,
            one.now,
            number(one.now),
            signed(one.change),
        )
        for one in tagged[:TOPICS_SHOWN]
    ]
    loose = [one for one in summary.topics if one.id is None]
    for words, counts in (
        (_say("Topik lain"), tagged[TOPICS_SHOWN:]),
        (_say("Tanpa tag"), loose),
    ):
        now, moved = sum(one.now for one in counts), sum(one.change for one in counts)
        if now or moved:
            bars.append(Bar("", words, now, number(now), signed(moved), faded=True))
    return bars


def topics_sentence(summary: WeeklySummary) -> str:
    """What a reader would say of the topics."""
    bars = topics(summary)
    return ", ".join(f"{bar.words} {bar.number} ({bar.change})" for bar in bars)


def link(summary: WeeklySummary, what: str) -> Listing | int | None:
    """Where a number leads: a list of the inbox, or one conversation."""
    kind, _, which = what.partition(":")
    lists: dict[str, Callable[[], Listing | int]] = {
        CASE: lambda: int(which),
        TOPIC: lambda: Listing(tag=int(which)),
        ACCOUNT: lambda: Listing(account=int(which)),
        f"{OVERDUE}:": lambda: Listing(View.TO_ANSWER),
        f"{MESSAGES}:": lambda: _messages(summary),
    }
    found = lists.get(f"{kind}:")
    return found() if found else None


def _messages(summary: WeeklySummary) -> Listing:
    since = summary.week.monday.isoformat()
    before = (summary.week.monday + timedelta(days=7)).isoformat()
    return Listing(search=f"sejak:{since} sebelum:{before}")


def account_link(summary: WeeklySummary, glyph: str) -> str:
    """Name the account behind a row's badge, the busiest where two share one."""
    for one in summary.channels:
        if platform_of(one.channel.platform).glyph == glyph:
            return f"{ACCOUNT}{one.channel.id}"
    return ""
