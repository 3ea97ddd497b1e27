"""Drafts: all that is being written, as it stood at the last save."""

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from kotakmasuk.domain.journal import Stamp
from kotakmasuk.domain.replies import Composition, Draft, Picture
from kotakmasuk.store.database import Connection


if TYPE_CHECKING:
    from sqlite_utils import Database


def load(reader: Connection, conversation: int) -> Draft | None:
    """Give the saved draft of a conversation."""
    row = reader.execute(
        "SELECT text, template, options, at, actor FROM draft WHERE conversation = ?",
        (conversation,),
    ).fetchone()
    if row is None:
        return None
    text, templates, options, at, actor = row
    kept = json.loads(options)
    others = tuple(_unfolded(conversation, one) for one in kept.pop("others", ()))
    place, approver = kept.pop("place", 0), kept.pop("approver", "")
    found = _unfolded(conversation, {"text": text, "templates": templates, **kept})
    return replace(
        found, at=at, actor=actor, others=others, place=place, approver=approver
    )


def save(
    database: "Database",
    stamp: Stamp,
    conversation: int,
    composition: Composition,
    *,
    ticks: frozenset[str],
) -> None:
    """Keep what is being written; one draft a conversation."""
    save_whole(database, stamp, Draft(conversation, composition, ticks))


def save_whole(database: "Database", stamp: Stamp, draft: Draft) -> None:
    """Keep it with all its candidates."""
    options = _folded(draft)
    text, templates = options.pop("text"), options.pop("templates")
    if draft.approver:
        options["approver"] = draft.approver
    if draft.others:
        options["others"] = [_folded(one) for one in draft.others]
        options["place"] = draft.place
    database.conn.execute(
        "INSERT INTO draft (conversation, text, template, options, actor, at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (conversation) DO UPDATE"
        " SET text = excluded.text, template = excluded.template,"
        " options = excluded.options, actor = excluded.actor, at = excluded.at",
        (
            draft.conversation,
            text,
            templates,
            json.dumps(options, ensure_ascii=False),
            stamp.actor,
            stamp.at,
        ),
    )


def _folded(draft: Draft) -> dict[str, Any]:
    """One candidate as plain values."""
    own = draft.composition
    told = {
        "ticks": sorted(draft.ticks),
        "lifted": sorted(draft.lifted),
        "remark": draft.remark,
    }
    return {
        "text": own.text,
        "templates": ",".join(own.templates),
        **packed(own),
        **{name: value for name, value in told.items() if value},
    }


def _unfolded(conversation: int, kept: dict[str, Any]) -> Draft:
    ticks, lifted = kept.pop("ticks", ()), kept.pop("lifted", ())
    remark = kept.pop("remark", "")
    composition = unpacked(kept.pop("text"), kept.pop("templates"), kept)
    return Draft(
        conversation,
        composition,
        frozenset(ticks),
        lifted=frozenset(lifted),
        remark=remark,
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
