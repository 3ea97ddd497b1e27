"""Answers on their way out: what they say, where they stand, what may follow.

Only the platform's own id makes an answer *Terkirim*; an unknown outcome is
*Perlu diperiksa*, and the thread is read again before any retry.
"""

from dataclasses import dataclass
from enum import StrEnum

from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.messages import Form


class ReplyState(StrEnum):
    """Where an answer stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    SENT_MANUALLY = "sent_manually"
    UNSURE = "unsure"
    FAILED = "failed"


REPLY_WORDS = {
    ReplyState.DRAFT: "Draf",
    ReplyState.WAITING: "Menunggu persetujuan",
    ReplyState.QUEUED: "Antre",
    ReplyState.SENDING: "Mengirim",
    ReplyState.SENT: "Terkirim",
    ReplyState.SENT_MANUALLY: "Dikirim manual",
    ReplyState.UNSURE: "Perlu diperiksa",
    ReplyState.FAILED: "Gagal",
}

# The same table stands in the database as a trigger; tests compare the two.
FOLLOWS = {
    ReplyState.QUEUED: (ReplyState.SENDING, ReplyState.SENT_MANUALLY),
    ReplyState.SENDING: (
        ReplyState.SENT,
        ReplyState.FAILED,
        ReplyState.UNSURE,
        ReplyState.QUEUED,
    ),
    ReplyState.UNSURE: (ReplyState.SENT, ReplyState.QUEUED, ReplyState.SENT_MANUALLY),
    ReplyState.FAILED: (ReplyState.QUEUED, ReplyState.SENT_MANUALLY),
    ReplyState.SENT: (),
    ReplyState.SENT_MANUALLY: (),
}


@dataclass(frozen=True)
class Picture:
    """An image that goes out with an answer; the file stores its bytes once.

    `digest` is their SHA-256 in hex, `size` their number; `alt` describes it in words.
    """

    digest: str
    name: str
    media_type: str
    size: int
    alt: str = ""


@dataclass(frozen=True)
class Composition:
    """All that an officer puts together before it is checked.

    `account` and `public` are given only where the officer switched away from the
    account that the citizen wrote to, or from the conversation's own openness.
    `unit_answer` is a stored Jawaban OPD; `not_before` (UTC ms) a schedule; `split` asks
    for a numbered thread where the text is longer than the platform takes.
    """

    text: str
    templates: tuple[str, ...] = ()
    account: int | None = None
    public: bool | None = None
    pictures: tuple[Picture, ...] = ()
    unit_answer: int | None = None
    not_before: int | None = None
    split: bool = False


@dataclass(frozen=True)
class Conversing:
    """What goes to one citizen; `message` is what is answered, liked, shared or hidden.

    `purpose` is one of checklist.PURPOSES; None answers the citizen's newest message.
    """

    conversation: int
    purpose: str = "answer"
    message: int | None = None


@dataclass(frozen=True)
class Post:
    """A new post to everybody: one announcement on one account."""

    announcement: int
    account: int


Target = Conversing | Post


@dataclass(frozen=True)
class Outgoing:
    """What a connector is asked to send, told in the platform's own ids.

    `key` is the same for every attempt at this reply; `mention` is the citizen's handle
    where the platform notifies nobody without it. `purpose` is one of
    checklist.PURPOSES: an announcement has no conversation yet; a like, share or hide
    has no text and `in_reply_to` is its target. `step` is what an earlier attempt asked
    to be kept (a container's id), see `Access.keep_step`.
    """

    key: str
    text: str
    conversation: str
    in_reply_to: str | None
    form: Form
    public: bool
    mention: str = ""
    not_before: int = 0
    purpose: str = "answer"
    pictures: tuple[Picture, ...] = ()
    step: str = ""


@dataclass(frozen=True)
class Receipt:
    """The platform's own word that an answer stands there."""

    remote_id: str
    url: str = ""
    sent_at: int | None = None


@dataclass(frozen=True)
class Limit:
    """How much an answer takes and may take, by the platform's own counting."""

    used: int
    allowed: int | None

    @property
    def over(self) -> int:
        """How many too many."""
        return max(0, self.used - self.allowed) if self.allowed is not None else 0


@dataclass(frozen=True)
class Identity:
    """As whom, where and how openly an answer goes; shown above every composer.

    `expected` is the handle that the citizen wrote to; the two switches say that the
    officer left it, or the conversation's own openness, on purpose.
    """

    account: int
    handle: str
    platform: str
    public: bool
    answers: str
    sends: bool
    reason: str = ""
    expected: str = ""
    switched_account: bool = False
    switched_public: bool = False


@dataclass(frozen=True)
class Draft:
    """What is still being written, with the ticks set so far; one a conversation.

    `lifted` are the blocks that an approver shall be asked to lift, `remark` what she
    shall be told, `approver` her name, where one alone is asked. `others` are the other
    candidates, without others of their own; the open one stands at `place` among them.
    `actor` is who saved it last.
    """

    conversation: int
    composition: Composition
    ticks: frozenset[str] = frozenset()
    at: int = 0
    lifted: frozenset[str] = frozenset()
    remark: str = ""
    others: tuple["Draft", ...] = ()
    place: int = 0
    approver: str = ""
    actor: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return self.composition.text

    @property
    def is_empty(self) -> bool:
        """True when no candidate has a word or a picture."""
        own = self.composition
        return not (own.text.strip() or own.pictures) and all(
            one.is_empty for one in self.others
        )


@dataclass(frozen=True)
class OutboxRow:
    """One line of the outbox screen.

    `conversation` is 0 for a post to everybody, which has its `announcement` instead;
    `request` is set on a row that waits for an approver. `manual` says that no machine sends it. `scheduled` is the moment that an
    officer chose, `paused_until` how long its account must wait, `held` that all sending
    is held back; `waits_for` is the part of its series that must leave first. `next_look`
    is when the thread is read again by itself, `seen_at` when the platform showed what
    was sent by hand. All are UTC ms.
    """

    reply: int
    conversation: int
    state: ReplyState
    platform: str
    recipient: str
    text: str
    by: str
    at: int
    due_at: int | None = None
    reason: str = ""
    url: str = ""
    looked: tuple[int, ...] = ()
    last_look_complete: bool = False
    checked_at: int | None = None
    account: int = 0
    handle: str = ""
    purpose: str = "answer"
    request: int = 0
    candidates: int = 0
    part: int = 1
    parts: int = 1
    tries: int = 0
    manual: bool = False
    signed_out: bool = False
    scheduled: int | None = None
    paused_until: int | None = None
    held: bool = False
    waits_for: int = 0
    next_look: int | None = None
    seen_at: int | None = None
    approved_by: str = ""
    approved_at: int | None = None
    pictures: int = 0
    account_state: AccountState = AccountState.CONNECTED
    announcement: int = 0
