"""A weekly summary as JSON: sorted keys, stable bytes, no citizen.

The keys are the contract of `kotakmasuk summary --format json`. Times are ISO 8601 in the
agency's zone, durations working minutes, shares percent; null means there is no figure.

- week, monday, sunday, zone, as_of, code, target_minutes, spam, method
- messages, accounts, kinds, topics: now, before, change, percent; an account also has
  name, platform, days (Monday first) and kinds; a kind has kind and title, a topic topic
- turns: opening, arrived, answered, closing, closed_without_answer
- timeliness: due, on_time, late_answered, late_open, not_due, overdue, share
- response: answers, median_minutes, p90_minutes, hours (answers by working hours)
- answered_by: platform, manual, outside, elsewhere
- before: turns, timeliness, response and answered_by of the week before
- overdue, open: reference, kind, topics, account, platform, received, due, basis
- checklist: checks, replies, passed_at_once, not_passed, held (by rule), sent,
  sent_manually, unsure, failed, approved (app, file, outside), lifted (by rule)
- incomplete: reason, account, since, until, sentence
"""

import hashlib
import json
from itertools import pairwise
from typing import Any

from kotakmasuk.domain.summaries import (
    BUCKET_HOURS,
    Answering,
    ChannelWeek,
    Count,
    OpenCase,
    WeeklySummary,
)
from kotakmasuk.domain.summary_figures import KIND_TITLES
from kotakmasuk.domain.summary_words import note_sentence
from kotakmasuk.domain.weeks import local
from kotakmasuk.reports.summary_method import basis, method


BUCKET_KEYS = (
    f"<={BUCKET_HOURS[0]}",
    *(f"{low}-{high}" for low, high in pairwise(BUCKET_HOURS)),
    f">{BUCKET_HOURS[-1]}",
)


def summary_json(summary: WeeklySummary) -> bytes:
    """Write a summary as UTF-8 JSON that ends with a line break."""
    keys = {**figures(summary), "code": report_code(summary)}
    text = json.dumps(keys, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def report_code(summary: WeeklySummary) -> str:
    """Name the report by its week and the digest of its figures."""
    text = json.dumps(figures(summary), ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{summary.week.name}-{digest[:8].upper()}"


def figures(summary: WeeklySummary) -> dict[str, Any]:
    """Give all figures under the documented keys."""
    week = summary.week
    return {
        "week": week.name,
        "monday": week.days[0].isoformat(),
        "sunday": week.days[-1].isoformat(),
        "zone": week.zone,
        "as_of": _iso(summary.as_of, week.zone),
        "target_minutes": summary.target_minutes,
        "messages": _count(summary.total),
        "accounts": [_account(one) for one in summary.channels],
        "kinds": [
            {"kind": one.name, "title": KIND_TITLES[one.name], **_count(one)}
            for one in summary.kinds
        ],
        "topics": [{"topic": one.name, **_count(one)} for one in summary.topics],
        **_answering(summary.answering),
        "before": _answering(summary.before),
        "overdue": [_case(one, summary) for one in summary.overdue],
        "open": [_case(one, summary) for one in summary.waiting],
        "checklist": _checklist(summary),
        "incomplete": [
            {
                "reason": one.kind.value,
                "account": one.channel.name,
                "since": _iso(one.since, week.zone),
                "until": _iso(one.until, week.zone),
                "sentence": note_sentence(one, week.zone),
            }
            for one in summary.notes
        ],
        "spam": summary.spam,
        "method": list(method(summary)),
    }


def _iso(instant: int | None, zone: str) -> str | None:
    return None if instant is None else local(instant, zone).isoformat()


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)


def _account(one: ChannelWeek) -> dict[str, Any]:
    return {
        "name": one.channel.name,
        "platform": one.channel.platform,
        "days": list(one.days),
        "kinds": one.kinds,
        **_count(one.total),
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "now": count.now,
        "before": count.before,
        "change": count.change,
        "percent": _rounded(count.percent),
    }


def _answering(answering: Answering) -> dict[str, Any]:
    stock, timeliness = answering.stock, answering.timeliness
    response = answering.response
    return {
        "turns": {
            "opening": stock.opening,
            "arrived": stock.arrived,
            "answered": stock.answered,
            "closing": stock.closing,
            "closed_without_answer": stock.closed,
        },
        "timeliness": {
            "due": timeliness.due,
            "on_time": timeliness.on_time,
            "late_answered": timeliness.late_answered,
            "late_open": timeliness.late_open,
            "not_due": timeliness.not_due,
            "overdue": timeliness.overdue,
            "share": _rounded(timeliness.share),
        },
        "response": {
            "answers": response.answers,
            "median_minutes": _rounded(response.median),
            "p90_minutes": _rounded(response.p90),
            "hours": dict(zip(BUCKET_KEYS, response.buckets, strict=True)),
        },
        "answered_by": {way.value: number for way, number in answering.ways.items()},
    }


def _case(case: OpenCase, summary: WeeklySummary) -> dict[str, Any]:
    zone = summary.week.zone
    return {
        "reference": case.reference,
        "kind": case.kind.value if case.kind else None,
        "topics": list(case.topics),
        "account": case.channel.name,
        "platform": case.channel.platform,
        "received": _iso(case.received_at, zone),
        "due": _iso(case.due_at, zone),
        "basis": basis(summary),
    }


def _checklist(summary: WeeklySummary) -> dict[str, Any]:
    checks = summary.checks
    return {
        "checks": checks.run,
        "replies": checks.replies,
        "passed_at_once": checks.passed_at_once,
        "not_passed": checks.not_passed,
        "held": dict(checks.held),
        "sent": checks.sent,
        "sent_manually": checks.sent_manually,
        "unsure": checks.unsure,
        "failed": checks.failed,
        "approved": {
            "app": checks.approvals.app,
            "file": checks.approvals.file,
            "outside": checks.approvals.outside,
        },
        "lifted": dict(checks.approvals.lifted),
    }
