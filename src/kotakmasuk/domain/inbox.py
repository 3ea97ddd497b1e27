"""Conversations as an officer sorts and reads them: status, views, rows."""

from dataclasses import dataclass, field
from enum import StrEnum

from kotakmasuk.domain.messages import Attachment, Form


class Status(StrEnum):
    """Where a conversation stands."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING_UNIT = "waiting_unit"
    WAITING_CITIZEN = "waiting_citizen"
    SNOOZED = "snoozed"
    DONE = "done"
    NOT_OURS = "not_ours"
    SPAM = "spam"


STATUS_WORDS = {
    Status.NEW: "Baru",
    Status.IN_PROGRESS: "Diproses",
    Status.WAITING_UNIT: "Menunggu OPD",
    Status.WAITING_CITIZEN: "Menunggu warga",
    Status.SNOOZED: "Ditunda",
    Status.DONE: "Selesai",
    Status.NOT_OURS: "Bukan kewenangan",
    Status.SPAM: "Spam",
}

NEEDS_ANSWER = (Status.NEW, Status.IN_PROGRESS)
OPEN = (*NEEDS_ANSWER, Status.WAITING_UNIT, Status.WAITING_CITIZEN, Status.SNOOZED)


class Kind(StrEnum):
    """What a citizen wants."""

    COMPLAINT = "complaint"
    QUESTION = "question"
    INFORMATION_REQUEST = "information_request"
    SUGGESTION = "suggestion"
    APPRECIATION = "appreciation"
    OTHER = "other"


KIND_WORDS = {
    Kind.COMPLAINT: "Pengaduan",
    Kind.QUESTION: "Pertanyaan",
    Kind.INFORMATION_REQUEST: "Permohonan informasi",
    Kind.SUGGESTION: "Aspirasi",
    Kind.APPRECIATION: "Apresiasi",
    Kind.OTHER: "Lainnya",
}


class View(StrEnum):
    """The lists in the sidebar."""

    TO_ANSWER = "to_answer"
    MINE = "mine"
    DUE_SOON = "due_soon"
    SNOOZED = "snoozed"
    WAITING = "waiting"
    DONE = "done"
    ALL = "all"


VIEW_WORDS = {
    View.TO_ANSWER: "Perlu ditanggapi",
    View.MINE: "Milik saya",
    View.DUE_SOON: "Segera jatuh tempo",
    View.SNOOZED: "Ditunda",
    View.WAITING: "Menunggu OPD, Menunggu warga",
    View.DONE: "Selesai",
    View.ALL: "Semua",
}


@dataclass(frozen=True)
class Listing:
    """What a list shows: a view, perhaps narrowed to one tag, account, Isu or search."""

    view: View = View.ALL
    tag: int | None = None
    account: int | None = None
    issue: int | None = None
    search: str = ""
    ranked: bool = False


@dataclass(frozen=True)
class Row:
    """One line of the conversation list; personal data in `snippet` is masked already."""

    id: int
    uid: str
    platform: str
    form: Form
    public: bool
    author: str
    snippet: str
    last_at: int
    status: Status
    unread: bool
    personal_data: bool
    due_at: int | None
    snoozed_until: int | None
    assignee: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One entry of a thread: a message of either side, a note or an event.

    `what` is "in", "out", "note" or "event"; `state` is the outbox word of an answer of
    ours that is still under way. The `text` of an event is its purpose: a like, a share
    or a hide, which `author` is the account of.
    """

    id: int
    uid: str
    what: str
    at: int
    author: str
    text: str
    form: Form | None = None
    public: bool = True
    url: str = ""
    state: str = ""
    edited: bool = False
    deleted: bool = False
    manual: bool = False
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """Something the machine noticed, with the words that made it."""

    what: str
    value: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thread:
    """One conversation opened: its row, the parent post and the newest items."""

    row: Row
    account: int
    author_id: int
    author_name: str
    author_handle: str
    author_since: int
    author_conversations: int
    kind: Kind | None
    waiting_since: int | None
    answer_to: int | None
    url: str = ""
    post_text: str = ""
    post_url: str = ""
    post_at: int | None = None
    post_likes: int | None = None
    post_comments: int | None = None
    items: tuple[Item, ...] = ()
    older: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    tag_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Counts:
    """The exact numbers beside the sidebar's entries."""

    views: dict[View, int] = field(default_factory=dict)
    tags: dict[int, int] = field(default_factory=dict)
    accounts: dict[int, int] = field(default_factory=dict)
