"""The JSON beside the report."""

import json

from kotakmasuk.reports.summary_json import report_code, summary_json
from tests.helpers.summaries import busy_rows, busy_summary, computed, rows


KEYS = {
    *("accounts", "answered_by", "as_of", "before", "checklist", "code"),
    *("incomplete", "kinds", "messages", "method", "monday", "open", "overdue"),
    *("response", "spam", "sunday", "target_minutes", "timeliness", "topics"),
    *("turns", "week", "zone"),
}


def test_the_keys_are_the_documented_ones() -> None:
    """Whoever reads them by machine can rely on them."""
    found = json.loads(summary_json(busy_summary()))
    assert set(found) == KEYS
    assert set(found["turns"]) == {
        *("opening", "arrived", "answered", "closing", "closed_without_answer"),
    }
    assert set(found["timeliness"]) == {
        *("due", "on_time", "late_answered", "late_open", "not_due", "overdue"),
        "share",
    }
    assert set(found["response"]) == {
        *("answers", "median_minutes", "p90_minutes", "hours"),
    }
    assert set(found["before"]) == {"turns", "timeliness", "response", "answered_by"}


def test_times_bear_the_offset_of_the_agency() -> None:
    """So that no reader has to guess the zone."""
    found = json.loads(summary_json(busy_summary()))
    assert found["as_of"] == "2026-11-16T00:00:00+07:00"
    assert (found["monday"], found["sunday"]) == ("2026-11-09", "2026-11-15")
    assert all(case["due"].endswith("+07:00") for case in found["overdue"])


def test_the_same_data_gives_the_same_bytes() -> None:
    """In whatever order it was read."""
    given = busy_rows()
    turned = rows(**{**vars(given), "waits": given.waits[::-1]})
    assert summary_json(computed(given)) == summary_json(computed(turned))


def test_the_code_changes_with_a_figure() -> None:
    """It names exactly these figures, in this week."""
    first, second = report_code(busy_summary()), report_code(busy_summary(121))
    assert first.startswith("2026-W46-")
    assert first != second


def test_an_empty_week_has_null_where_there_is_no_figure() -> None:
    """A dash is not a zero."""
    found = json.loads(summary_json(computed(rows())))
    assert found["response"]["median_minutes"] is None
    assert found["timeliness"]["share"] is None
    assert found["messages"] == {"now": 0, "before": 0, "change": 0, "percent": None}


def test_a_case_is_told_by_reference_and_topic_alone() -> None:
    """These keys and no others."""
    found = json.loads(summary_json(busy_summary()))
    assert set(found["overdue"][0]) == {
        *("reference", "kind", "topics", "account", "platform"),
        *("received", "due", "basis"),
    }
