"""Messages, their authors and the pages in which a platform hands them over.

What a connector returns is told in these words; the store adds the local ids.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The shape in which a citizen reached the agency."""

    MENTION = "mention"
    COMMENT = "comment"
    DIRECT_MESSAGE = "direct_message"
    REVIEW = "review"
    EMAIL = "email"
    NOTE = "note"


FORM_WORDS = {
    Form.MENTION: "Sebutan",
    Form.COMMENT: "Komentar",
    Form.DIRECT_MESSAGE: "Pesan langsung",
    Form.REVIEW: "Ulasan",
    Form.EMAIL: "Surel",
    Form.NOTE: "Catatan manual",
}


@dataclass(frozen=True)
class Author:
    """Who wrote on that platform; the machine never merges two."""

    remote_id: str
    handle: str = ""
    name: str = ""
    url: str = ""


@dataclass(frozen=True)
class Attachment:
    """A picture, film or file that hangs on a message; the bytes stay at the source."""

    kind: str
    url: str = ""
    description: str = ""


@dataclass(frozen=True)
class Post:
    """The agency's own post under which citizens wrote."""

    remote_id: str
    text: str = ""
    url: str = ""
    at: int | None = None
    likes: int | None = None
    comments: int | None = None


@dataclass(frozen=True)
class Incoming:
    """One item as the platform showed it.

    `sent_at` is UTC ms with the source's offset in minutes beside it, or None where the
    source had no zone. `own` marks what the agency's account wrote itself: context that
    stops the clocks, never work. `answered_at` is for imports of what was answered
    elsewhere.
    """

    remote_id: str
    conversation: str
    form: Form
    public: bool
    author: Author
    text: str
    sent_at: int
    sent_offset: int | None = None
    own: bool = False
    parent: str | None = None
    post: Post | None = None
    url: str = ""
    attachments: tuple[Attachment, ...] = ()
    edited_at: int | None = None
    deleted: bool = False
    answered_at: int | None = None
    tags: tuple[str, ...] = ()
    raw: str = ""


@dataclass(frozen=True)
class Cursor:
    """How far one stream of an account has been read; `position` is the connector's."""

    stream: str
    position: str | None = None


@dataclass(frozen=True)
class Gap:
    """A stretch that could not be read and will be fetched again."""

    stream: str
    position: str | None
    reason: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Page:
    """One answer of a platform, saved with its cursor in one transaction.

    `complete_until` (UTC ms) says up to when nothing is missing once this page is saved;
    None leaves it as it was. `has_more` asks for the next page at once. `removed` are
    remote ids that the source no longer has.
    """

    cursor: Cursor
    messages: tuple[Incoming, ...] = ()
    removed: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    has_more: bool = False
    complete_until: int | None = None


@dataclass(frozen=True)
class Marked:
    """A message with what the text help made of it, ready to be stored.

    `stem` is the searched form, `marks` its findings as JSON, `snippet` the first words
    with personal data masked, `due_at` the end of the answer target (UTC ms).
    """

    message: Incoming
    stem: str = ""
    marks: str = ""
    kind: str = ""
    personal_data: bool = False
    snippet: str = ""
    due_at: int | None = None


@dataclass(frozen=True)
class Saved:
    """What became of a page: new, known before, and the conversations touched."""

    stored: int = 0
    already: int = 0
    conversations: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Version:
    """How a stored message stood when it was read; both moments are UTC ms."""

    message: int
    edited_at: int | None = None
    deleted_at: int | None = None
