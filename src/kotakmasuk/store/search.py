"""Full-text search: what was typed becomes an FTS5 expression and a list.

By date as one types; ranked (bm25 over the newest hits, all words before any word) only
when asked for.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kotakmasuk.domain.search import Query
from kotakmasuk.store.database import Connection
from kotakmasuk.store.inbox import BY_DATE, Selection


NEWEST_HITS = 2000


@dataclass(frozen=True)
class Terms:
    """The searched words: each term has alternatives, of which one must occur.

    `typing` is the last word as typed so far; it matches beginnings.
    """

    alternatives: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    typing: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is searched."""
        return bool(self.alternatives or self.phrases or self.typing)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\x00", "") + '"'


def expression(terms: Terms, joined: str = "AND") -> str:
    """Write the terms in FTS5's own language."""
    parts = [
        "(" + " OR ".join(f"stem : {_quoted(one)}" for one in alternative) + ")"
        for alternative in terms.alternatives
    ]
    parts.extend(f"raw : {_quoted(phrase)}" for phrase in terms.phrases)
    if terms.typing:
        beginning = _quoted(terms.typing)
        parts.append(f"(raw : {beginning} * OR stem : {beginning} *)")
    return f" {joined} ".join(parts)


def narrow(
    selection: Selection, query: Query, *, before: int | None, since: int | None
) -> Selection:
    """Apply the operators of a query; `before` and `since` are its days as UTC ms."""
    for handle in query.authors:
        selection = selection.narrowed(
            "author IN (SELECT id FROM author WHERE handle LIKE ? OR name LIKE ?)",
            f"%{handle.lstrip('@')}%",
            f"%{handle}%",
        )
    for channel in query.channels:
        selection = selection.narrowed(
            "conversation.account IN (SELECT id FROM account WHERE platform LIKE ?"
            " OR name LIKE ? OR handle LIKE ?)",
            f"{channel}%",
            f"%{channel}%",
            f"%{channel}%",
        )
    for tag in query.tags:
        selection = selection.narrowed(
            "conversation.id IN (SELECT conversation FROM conversation_tag"
            " JOIN tag ON tag.id = tag WHERE name LIKE ?)",
            f"{tag}%",
        )
    if query.statuses:
        selection = _among(selection, "status", query.statuses)
    if query.kinds:
        selection = _among(selection, "kind", query.kinds)
    if before is not None:
        selection = selection.narrowed("last_at < ?", before)
    if since is not None:
        selection = selection.narrowed("last_at >= ?", since)
    for word in query.presence:
        selection = selection.narrowed(PRESENCE[word])
    return selection


PRESENCE = {
    "lampiran": "conversation.id IN"
    " (SELECT conversation FROM message WHERE attachments <> '')",
    "data-pribadi": "personal_data = 1",
    "catatan": "conversation.id IN"
    " (SELECT conversation FROM note WHERE removed_at IS NULL)",
    "balasan": "conversation.id IN"
    " (SELECT conversation FROM message WHERE direction = 'out')",
}


def _among(selection: Selection, column: str, values: Sequence[str]) -> Selection:
    return selection.narrowed(
        f"{column} IN (SELECT value FROM json_each(?))", json.dumps(list(values))
    )


def matching(selection: Selection, terms: Terms, *, newest: int | None) -> Selection:
    """Keep conversations in which a message matches, of the newest hits or of all."""
    limit = f" ORDER BY rowid DESC LIMIT {newest}" if newest else ""
    narrowed = selection.narrowed(
        "conversation.id IN (SELECT conversation FROM message WHERE id IN"
        f" (SELECT rowid FROM message_search WHERE message_search MATCH ?{limit}))",
        expression(terms),
    )
    return replace(narrowed, order=BY_DATE)


def ranked(
    reader: Connection, selection: Selection, terms: Terms, limit: int
) -> list[int]:
    """Give the best conversations first: all words, then any of them."""
    found: dict[int, None] = {}
    for joined in ("AND", "OR"):
        hits = _hits(
            reader, expression(replace(terms, typing=""), joined) or expression(terms)
        )
        kept = set(_kept(reader, selection, hits))
        found.update(dict.fromkeys(one for one in hits if one in kept))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _hits(reader: Connection, match: str) -> list[int]:
    rows = reader.execute(
        "SELECT conversation FROM (SELECT rowid AS hit, bm25(message_search) AS score"
        " FROM message_search WHERE message_search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) JOIN message ON message.id = hit ORDER BY score",
        (match, NEWEST_HITS),
    )
    return list(dict.fromkeys(row[0] for row in rows))


def _kept(reader: Connection, selection: Selection, ids: Sequence[int]) -> list[int]:
    narrowed = selection.narrowed(
        "conversation.id IN (SELECT value FROM json_each(?))", json.dumps(list(ids))
    )
    rows = reader.execute(
        f"SELECT conversation.id FROM {narrowed.source} WHERE {narrowed.where}",
        narrowed.values,
    )
    return [row[0] for row in rows]
