"""A weekly summary as the words and numbers that the typst template lays out.

The template holds form only; every word and every number comes from here.
"""

from typing import Any

from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.summaries import (
    BUCKET_HOURS,
    BUCKET_WORDS,
    ChannelWeek,
    WeeklySummary,
)
from kotakmasuk.domain.summary_words import (
    change,
    change_in_percent,
    change_in_points,
    change_in_time,
    duration,
    long_date,
    note_sentence,
    percent,
    period,
    until,
)
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import SHORT_DAYS, number
from kotakmasuk.reports.summary_json import report_code
from kotakmasuk.reports.summary_method import basis, method
from kotakmasuk.reports.summary_sentences import lead
from kotakmasuk.reports.summary_tables import (
    CASE_COLUMNS,
    case_rows,
    checks_table,
    kind_table,
    stock_table,
    table,
    timeliness_table,
    ways_table,
)


TOPICS_SHOWN = 10
CASES_SHOWN = 15
CASES_ATTACHED = 300


def document(summary: WeeklySummary, settings: Settings) -> dict[str, Any]:
    """Give everything the template shows, in its order."""
    week = summary.week
    attached = _attachment(summary)
    return {
        "kop": _kop(settings),
        "title": f"Laporan mingguan pengelolaan media sosial {week.name}",
        "head": _head(summary, settings, attached=attached is not None),
        "lead": lead(summary),
        "boxes": _boxes(summary),
        "kinds": kind_table(summary),
        "heat": _heat(summary),
        "histogram": _histogram(summary),
        "topics": _topics(summary),
        "stock": stock_table(summary),
        "timeliness": timeliness_table(summary),
        "ways": ways_table(summary),
        "overdue": _overdue(summary),
        "checks": checks_table(summary),
        "notes": [note_sentence(note, week.zone) for note in summary.notes],
        "method": list(method(summary)),
        "code": report_code(summary),
        "signature": _signature(settings),
        "attachment": attached,
        "foot": f"Kotak Masuk, kode laporan {report_code(summary)}, data sampai"
        f" {until(summary)}",
        "date": list(local(week.end, week.zone).timetuple()[:3]),
    }


def _signature(settings: Settings) -> dict[str, str]:
    """Who signs; what is not set stays a line to write on."""
    return {
        "title": settings.sender_title,
        "name": settings.signer,
        "rank": settings.signer_rank,
        "nip": settings.signer_nip,
    }


def _kop(settings: Settings) -> dict[str, str]:
    return {
        "agency": settings.agency or "(nama instansi belum diisi)",
        "unit": settings.unit,
        "address": settings.address,
    }


def _head(
    summary: WeeklySummary, settings: Settings, *, attached: bool
) -> list[tuple[str, str]]:
    week = summary.week
    dated = local(min(week.end, max(summary.as_of, week.start)), week.zone).date()
    return [
        ("Yth.", settings.head_title),
        ("Dari", settings.sender_title),
        ("Tanggal", long_date(dated)),
        ("Nomor", ""),
        ("Sifat", "Biasa"),
        ("Lampiran", "Satu daftar" if attached else "\N{EN DASH}"),
        ("Hal", f"Laporan mingguan pengelolaan media sosial, {period(week)}"),
    ]


def _boxes(summary: WeeklySummary) -> list[dict[str, str]]:
    now, before = summary.answering, summary.before
    stock = now.stock
    return [
        {
            "label": "Pesan masuk",
            "figure": number(summary.total.now),
            "change": change_in_percent(summary.total.now, summary.total.before),
        },
        {
            "label": f"Dijawab dari {number(stock.opening + stock.arrived)}",
            "figure": number(stock.answered),
            "change": change(stock.answered, before.stock.answered),
        },
        {
            "label": "Median tanggap",
            "figure": duration(now.response.median),
            "change": change_in_time(now.response.median, before.response.median),
        },
        {
            "label": "Tepat waktu",
            "figure": percent(now.timeliness.share),
            "change": change_in_points(now.timeliness.share, before.timeliness.share),
        },
        {
            "label": "Lewat batas",
            "figure": number(now.timeliness.overdue),
            "change": change(now.timeliness.overdue, before.timeliness.overdue),
        },
    ]


def _heat(summary: WeeklySummary) -> dict[str, Any]:
    most = max((max(one.days) for one in summary.channels), default=0) or 1

    def cells(one: ChannelWeek) -> list[dict[str, Any]]:
        return [{"words": number(count), "share": count / most} for count in one.days]

    sums = [sum(one.days[day] for one in summary.channels) for day in range(7)]
    return {
        "days": list(SHORT_DAYS),
        "rows": [
            {
                "name": one.channel.label,
                "cells": cells(one),
                "total": number(one.total.now),
            }
            for one in summary.channels
        ],
        "sums": [number(one) for one in (*sums, summary.total.now)],
    }


def _histogram(summary: WeeklySummary) -> dict[str, Any]:
    response = summary.answering.response
    median = duration(response.median)
    most = max(response.buckets) or 1
    hours = (*BUCKET_HOURS, float("inf"))
    return {
        "answers": number(response.answers),
        "bars": [
            {
                # Noto Sans has no sign for "at most".
                "words": words.replace("\N{LESS-THAN OR EQUAL TO}", "s.d."),
                "number": number(count),
                "share": count / most,
                "within": limit * 60 <= summary.target_minutes,
                "open": limit == float("inf"),
            }
            for words, count, limit in zip(
                BUCKET_WORDS, response.buckets, hours, strict=True
            )
        ],
        "foot": [
            f"jam kerja; median {median}, P90 {duration(response.p90)}",
            f"target {duration(summary.target_minutes)}",
        ],
    }


def _topics(summary: WeeklySummary) -> dict[str, Any]:
    tagged = [one for one in summary.topics if one.id is not None]
    shown = tagged[:TOPICS_SHOWN]
    rest = tagged[TOPICS_SHOWN:]
    most = max((one.now for one in shown), default=0) or 1
    rows = [
        {
            "name": f"#{one.name}",
            "share": one.now / most,
            "cells": [
                number(one.now),
                number(one.before),
                change(one.now, one.before),
            ],
        }
        for one in shown
    ]
    others = [one for one in summary.topics if one.id is None]
    for name, counts in ((f"{len(rest)} topik lain", rest), ("Tanpa tag", others)):
        now, before = sum(one.now for one in counts), sum(one.before for one in counts)
        if now or before:
            cells = [number(now), number(before), change(now, before)]
            rows.append({"name": name, "share": None, "cells": cells})
    return {"columns": ["Topik", "Pesan", "Pekan lalu", "Perubahan"], "rows": rows}


def _overdue(summary: WeeklySummary) -> dict[str, Any]:
    cases = summary.overdue
    rest = len(cases) - CASES_SHOWN
    return {
        "count": number(len(cases)),
        "table": table(
            [*CASE_COLUMNS[:5]],
            [row[:5] for row in case_rows(summary, cases[:CASES_SHOWN])],
        ),
        "basis": f"Dasar batas: {basis(summary)} sejak diterima.",
        "rest": f"{number(rest)} lainnya ada dalam lampiran." if rest > 0 else "",
    }


def _attachment(summary: WeeklySummary) -> dict[str, Any] | None:
    cases = summary.open_cases
    if not cases or len(cases) == len(summary.overdue) <= CASES_SHOWN:
        return None
    rest = len(cases) - CASES_ATTACHED
    return {
        "title": "Lampiran. Daftar pesan yang belum dijawab",
        "about": f"{number(len(summary.overdue))} lewat batas dan"
        f" {number(len(summary.waiting))} belum jatuh tempo, diurutkan menurut batas.",
        "table": table(CASE_COLUMNS, case_rows(summary, cases[:CASES_ATTACHED])),
        "rest": f"{number(rest)} lainnya hanya ada dalam berkas JSON laporan ini."
        if rest > 0
        else "",
    }
