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
        "/api/v1/media/{id}": set(),
        "/api/v1/accounts/verify_credentials": set(),
        "/api/v2/instance": set(),
    }
    for path, names in asked.items():
        known = {each.get("name") for each in paths[path]["get"].get("parameters", [])}
        assert names <= known, path
    for path in ("", "/{id}/favourite", "/{id}/reblog"):
        assert "post" in paths[f"/api/v1/statuses{path}"]
    form = paths["/api/v2/media"]["post"]["requestBody"]["content"]
    fields = form["multipart/form-data"]["schema"]["properties"]
    assert {"file", "description"} <= set(fields)


def recorded(name: str) -> list[tuple[str, Any]]:
    """Give what one recording answered, each with the path that was asked."""
    yaml = pytest.importorskip("yaml")
    path = FOLDER / "halcy__Mastodon.py" / f"{name}.yaml"
    if not path.is_file():
        pytest.skip("no recorded replies here")
    interactions = yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]
    return [
        (each["request"]["uri"], json.loads(each["response"]["body"]["string"]))
        for each in interactions
    ]


@pytest.mark.parametrize(
    ("name", "end", "flag"),
    [
        ("test_status_fav_unfav", "/favourite", "favourited"),
        ("test_status_reblog_unreblog", "/reblog", "reblogged"),
    ],
)
def test_a_recorded_reaction_says_that_it_was_done(
    name: str, end: str, flag: str
) -> None:
    """A like answers with the liked status, a boost with one of its own around it."""
    answers = [body for uri, body in recorded(name) if uri.endswith(end)]
    assert answers
    for status in answers:
        assert is_status(status)
        assert status[flag] is True
        assert (flag == "favourited") is (status["reblog"] is None)


def test_recorded_uploads_are_ready_with_their_id() -> None:
    """A picture is answered with 200, an id and an address."""
    found = [
        body for uri, body in recorded("test_media_post_multiple") if "/v2/media" in uri
    ]
    assert len(found) == 2
    assert all(each["id"].isdigit() and each["url"] for each in found)
