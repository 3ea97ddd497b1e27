"""Replies that real servers once gave, read in place; skipped where they are not."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.connectors.mastodon.parsing import incoming, is_status


SHARED = Path(os.environ.get("KOTAKMASUK_SHARED", Path(__file__).parents[4] / "shared"))
FOLDER = SHARED / "data" / "replies" / "mastodon"
OPENAPI = SHARED / "specs/open-platforms/mastodon/mastodon-openapi-schema.json"


def bodies() -> Iterator[tuple[str, Any]]:
    yaml = pytest.importorskip("yaml")
    if not FOLDER.is_dir():
        pytest.skip("no recorded replies here")
    for path in sorted(FOLDER.rglob("*.y*ml")):
        recorded = yaml.safe_load(path.read_text(encoding="utf-8"))
        for each in recorded.get("interactions") or recorded.get("http_interactions"):
            body = each["response"]["body"].get("string") or ""
            try:
                yield path.name, json.loads(body)
            except (ValueError, TypeError):
                continue


def statuses_in(value: Any) -> Iterator[Any]:
    """Find every status, however deep it lies."""
    if isinstance(value, list):
        for each in value:
            yield from statuses_in(each)
    elif isinstance(value, dict):
        if "visibility" in value and "account" in value and "created_at" in value:
            yield value
        for each in value.values():
            yield from statuses_in(each)


@pytest.mark.slow
def test_every_recorded_status_becomes_a_message() -> None:
    """Real servers' statuses are read without one being refused."""
    found = 0
    for name, body in bodies():
        for status in statuses_in(body):
            assert is_status(status), name
            message = incoming(status, "nobody", [])
            assert message is not None, name
            assert "<p>" not in message.text
            found += 1
    assert found > 100


def test_what_is_asked_stands_in_the_documentation() -> None:
    """Paths and query names are those of the published description of the API."""
    if not OPENAPI.is_file():
        pytest.skip("no description here")
    paths = json.loads(OPENAPI.read_text(encoding="utf-8"))["paths"]
    asked = {
        "/api/v1/notifications": {"limit", "max_id", "min_id", "types"},
        "/api/v1/conversations": {"limit", "max_id"},
        "/api/v1/accounts/{id}/statuses": {
            "limit",
            "max_id",
            "min_id",
            "exclude_reblogs",
        },
        "/api/v1/statuses/{id}": set(),
        "/api/v1/statuses/{id}/context": set(),
        "/api/v1/accounts/verify_credentials": set(),
        "/api/v2/instance": set(),
    }
    for path, names in asked.items():
        known = {each.get("name") for each in paths[path]["get"].get("parameters", [])}
        assert names <= known, path
    assert "post" in paths["/api/v1/statuses"]
