"""The few sentences for the head of the agency, made of the figures alone.

What caused a change is for an officer to write; the machine does not guess.
"""

from kotakmasuk.domain.inbox import Kind
from kotakmasuk.domain.summaries import Count, WeeklySummary
from kotakmasuk.domain.summary_words import (
    change,
    change_in_percent,
    change_in_points,
    change_in_time,
    duration,
    percent,
)
from kotakmasuk.domain.wording import number


def lead(summary: WeeklySummary) -> list[list[str]]:
    """Give the sentences; of each, what is at an odd place is set in bold."""
    if not summary.total.now and not summary.answering.stock.opening:
        return [["Tidak ada pesan masuk pada pekan ini dan tidak ada sisa pekan lalu."]]
    sentences = [
        _arrived(summary),
        _answered(summary),
        _on_time(summary),
        _topic(summary),
        _overdue(summary),
    ]
    return [sentence for sentence in sentences if sentence]


def _arrived(summary: WeeklySummary) -> list[str]:
    total = summary.total
    complaints = next(
        (one for one in summary.kinds if one.name == Kind.COMPLAINT.value),
        Count("", 0, 0),
    )
    moved = change_in_percent(total.now, total.before)
    return [
        "Pesan masuk ",
        number(total.now),
        f", {moved} dibanding {number(total.before)} pada pekan lalu; ",
        f"{number(complaints.now)} bernada aduan",
        f" ({change(complaints.now, complaints.before)}).",
    ]


def _answered(summary: WeeklySummary) -> list[str]:
    stock, response = summary.answering.stock, summary.answering.response
    if response.median is None:
        return [
            "Dari ",
            number(stock.opening + stock.arrived),
            " pesan yang menunggu jawaban, belum ada yang dijawab pekan ini.",
        ]
    of = f"(sisa awal {number(stock.opening)}, masuk {number(stock.arrived)})"
    moved = change_in_time(response.median, summary.before.response.median)
    return [
        f"Dari {number(stock.opening + stock.arrived)} pesan yang menunggu jawaban {of}, ",
        f"{number(stock.answered)} dijawab",
        " dengan median waktu tanggap ",
        f"{duration(response.median, full=True)} kerja",
        f" ({moved}); sisa akhir {number(stock.closing)}.",
    ]


def _on_time(summary: WeeklySummary) -> list[str]:
    now, before = summary.answering.timeliness, summary.before.timeliness
    if now.share is None:
        return []
    return [
        f"Dari {number(now.due)} pesan yang jatuh tempo pekan ini, ",
        f"{number(now.on_time)} ({percent(now.share)}) dijawab tepat waktu",
        f" ({change_in_points(now.share, before.share)}).",
    ]


def _topic(summary: WeeklySummary) -> list[str]:
    tagged = [one for one in summary.topics if one.id is not None and one.now]
    if not tagged:
        return []
    first = tagged[0]
    risen = max(tagged, key=lambda one: (one.change, one.now))
    sentence = [
        "Topik terbanyak ",
        f"#{first.name}",
        f" ({number(first.now)} pesan, {change(first.now, first.before)})",
    ]
    if risen is first or risen.change <= 0:
        return [*sentence[:2], f"{sentence[2]}."]
    return [
        *sentence[:2],
        f"{sentence[2]}; kenaikan terbesar pada ",
        f"#{risen.name}",
        f" ({number(risen.now)} pesan, {change(risen.now, risen.before)}).",
    ]


def _overdue(summary: WeeklySummary) -> list[str]:
    now, before = summary.answering.timeliness, summary.before.timeliness
    if not now.overdue:
        return ["Tidak ada pesan yang lewat batas."]
    return [
        "",
        f"{number(now.overdue)} pesan lewat batas",
        f", {change(now.overdue, before.overdue)} dibanding akhir pekan lalu.",
    ]
