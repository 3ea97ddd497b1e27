"""Drafts: all that is being written, as it stood at the last save."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Composition, Draft, Picture
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def load(reader: Connection, conversation: int) -> Draft | None:
    """Give the saved draft of a conversation."""
    row = reader.execute(
        "SELECT text, template, options, at FROM draft WHERE conversation = ?",
        (conversation,),
    ).fetchone()
    if row is None:
        return None
    text, templates, options, at = row
    kept = json.loads(options)
    ticks = frozenset(kept.pop("ticks", ()))
    return Draft(conversation, unpacked(text, templates, kept), ticks, at)


def save(
    database: "Database",
    stamp: Stamp,
    conversation: int,
    composition: Composition,
    *,
    ticks: frozenset[str],
) -> None:
    """Keep what is being written; one draft a conversation."""
    options = packed(composition) | ({"ticks": sorted(ticks)} if ticks else {})
    database.conn.execute(
        "INSERT INTO draft (conversation, text, template, options, actor, at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE"
        " SET text = excluded.text, template = excluded.template,"
        " options = excluded.options, actor = excluded.actor, at = excluded.at",
        (
            conversation,
            composition.text,
            ",".join(composition.templates),
            json.dumps(options, ensure_ascii=False),
            stamp.actor,
            stamp.at,
        ),
    )


def discard(database: "Database", conversation: int) -> None:
    """Forget the draft of a conversation."""
    database.conn.execute("DELETE FROM draft WHERE conversation = ?", (conversation,))


def packed(composition: Composition) -> dict[str, Any]:
    """Say as plain values what a composition holds besides its words."""
    values = asdict(composition)
    return {
        name: value
        for name, value in values.items()
        if name not in ("text", "templates") and value not in (None, (), False)
    } | ({"public": composition.public} if composition.public is not None else {})


def unpacked(text: str, templates: str, options: dict[str, Any]) -> Composition:
    """Make a composition of its words and of what was packed."""
    pictures = tuple(Picture(**one) for one in options.get("pictures", ()))
    return Composition(
        text=text,
        templates=tuple(one for one in templates.split(",") if one),
        **{**options, "pictures": pictures},
    )
