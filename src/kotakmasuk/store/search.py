"""Full-text search: what was typed becomes an FTS5 expression and a list.

By date as one types; ranked (bm25 over the newest hits, all words before any word) only
when asked for.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kotakmasuk.domain.search import Query
from kotakmasuk.store.database import Connection
from kotakmasuk.store.inbox import BY_DATE, Selection, first_ids


NEWEST_HITS = 2000
LOOKED_AT = (500, 10_000)  # newest hits, which mostly fill a first page
# Where a message belongs, without reading its words.
HOME = "message INDEXED BY message_home"


@dataclass(frozen=True)
class Terms:
    """The searched words: each term has alternatives, of which one must occur.

    `typing` is the last word as typed so far; it matches beginnings. `typed` are the
    terms as they are if that word is whole already.
    """

    alternatives: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    typing: str = ""
    typed: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is searched."""
        return bool(self.alternatives or self.phrases or self.typing)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\x00", "") + '"'


def expression(terms: Terms, joined: str = "AND") -> str:
    """Write the terms in FTS5's own language."""
    phrases = [f"raw : {_quoted(phrase)}" for phrase in terms.phrases]
    parts = [*_stems(terms.alternatives), *phrases]
    if not terms.typing:
        return f" {joined} ".join(parts)
    beginning = _quoted(terms.typing)
    parts.append(f"{{raw stem}} : {beginning} *")
    begun = f" {joined} ".join(parts)
    whole = f" {joined} ".join((*_stems(terms.typed), *phrases))
    return f"({begun}) OR ({whole})" if terms.typed else begun


def _stems(alternatives: Iterable[tuple[str, ...]]) -> list[str]:
    return [
        "(" + " OR ".join(f"stem : {_quoted(one)}" for one in alternative) + ")"
        for alternative in alternatives
    ]


def narrow(
    selection: Selection, query: Query, *, before: int | None, since: int | None
) -> Selection:
    """Apply the operators of a query; `before` and `since` are its days as UTC ms."""
    conditions: list[tuple[str, tuple[object, ...]]] = [
        *((AUTHOR, (_like(one), _like(one))) for one in query.authors),
        *(
            (CHANNEL, (_like(one, ""), _like(one), _like(one)))
            for one in query.channels
        ),
        *((TAG, (_like(one, ""),)) for one in query.tags),
        *((ISSUE, (_like(one),)) for one in query.issues),
        *((PRESENCE[word], ()) for word in query.presence),
    ]
    for column, among in (("status", query.statuses), ("kind", query.kinds)):
        if among:
            conditions.append((f"{column} IN {AMONG}", (json.dumps(list(among)),)))
    for comparison, day in (("last_at < ?", before), ("last_at >= ?", since)):
        if day is not None:
            conditions.append((comparison, (day,)))
    for condition, values in conditions:
        selection = selection.narrowed(condition, *values)
    return selection


def _like(text: str, start: str = "%") -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", text.removeprefix("@"))
    return f"{start}{escaped}%"


AMONG = "(SELECT value FROM json_each(?))"
AUTHOR = (
    "+author IN (SELECT id FROM author"
    r" WHERE handle LIKE ? ESCAPE '\' OR name LIKE ? ESCAPE '\')"
)
CHANNEL = (
    r"+conversation.account IN (SELECT id FROM account WHERE platform LIKE ? ESCAPE '\'"
    r" OR name LIKE ? ESCAPE '\' OR handle LIKE ? ESCAPE '\')"
)
TAG = (
    "conversation.id IN (SELECT conversation FROM conversation_tag"
    r" JOIN tag ON tag.id = tag WHERE name LIKE ? ESCAPE '\')"
)
ISSUE = (
    "conversation.id IN (SELECT conversation FROM issue_conversation"
    r" JOIN issue ON issue.id = issue WHERE title LIKE ? ESCAPE '\')"
)
PRESENCE = {
    "lampiran": "EXISTS (SELECT 1 FROM message WHERE attachments <> ''"
    " AND conversation = conversation.id)",
    "data-pribadi": "personal_data = 1",
    "catatan": "conversation.id IN"
    " (SELECT conversation FROM note WHERE removed_at IS NULL)",
    "balasan": "EXISTS (SELECT 1 FROM message WHERE direction = 'out'"
    " AND conversation = conversation.id)",
}


def matching(selection: Selection, terms: Terms) -> Selection:
    """Keep the conversations in which a message matches."""
    narrowed = selection.narrowed(
        f"conversation.id IN (SELECT conversation FROM {HOME} WHERE id IN"
        " (SELECT rowid FROM message_search WHERE message_search MATCH ?))",
        expression(terms),
    )
    return replace(narrowed, order=BY_DATE)


def first(
    reader: Connection, selection: Selection, terms: Terms, limit: int
) -> list[int]:
    """Give the first matching conversations; fewer than `limit` are all there are."""
    for size in LOOKED_AT:
        hits = _newest(reader, terms, size)
        narrowed = selection.narrowed(
            f"conversation.id IN (SELECT conversation FROM {HOME} WHERE id IN"
            " (SELECT value FROM json_each(?)))",
            json.dumps(hits),
        )
        found = first_ids(reader, replace(narrowed, order=BY_DATE), limit)
        if len(found) == limit or len(hits) < size:
            return found
    return first_ids(reader, matching(selection, terms), limit)


def _newest(reader: Connection, terms: Terms, size: int) -> list[int]:
    rows = reader.execute(
        "SELECT rowid FROM message_search WHERE message_search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?",
        (expression(terms), size),
    )
    return [row[0] for row in rows]


def ranked(
    reader: Connection, selection: Selection, terms: Terms, limit: int
) -> list[int]:
    """Give the best first: the very words, then their synonyms, then any of them."""
    found: dict[int, None] = {}
    own = replace(terms, alternatives=tuple(one[:1] for one in terms.alternatives))
    for asked, joined in ((own, "AND"), (terms, "AND"), (terms, "OR")):
        hits = _hits(reader, expression(asked, joined))
        kept = set(_kept(reader, selection, hits))
        found.update(dict.fromkeys(one for one in hits if one in kept))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _hits(reader: Connection, match: str) -> list[int]:
    rows = reader.execute(
        "SELECT conversation FROM (SELECT rowid AS hit, bm25(message_search) AS score"
        " FROM message_search WHERE message_search MATCH ?"
        f" ORDER BY rowid DESC LIMIT ?) CROSS JOIN {HOME} ON message.id = hit"
        " ORDER BY score, hit DESC",
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
