"""The ethics checklist at work: whom an answer goes to, as whom, and what it may say.

What the officer saw is judged against what is true now: an account that was connected
anew under another handle, or a conversation that became public, fails the first rule.
"""

from dataclasses import asdict, dataclass

from kotakmasuk.domain.accounts import Account, platform_of
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import ItemResult, Subject, is_passed, run
from kotakmasuk.domain.replies import Identity, Limit
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language import personal_data
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts, journal, replies
from kotakmasuk.store import checklist as store
from kotakmasuk.store.database import Connection


@dataclass(frozen=True)
class CheckView:
    """A check of words that are still being written."""

    results: tuple[ItemResult, ...]
    passed: bool
    limit: Limit


def adopt_rules(desk: Desk) -> Changes:
    """Put the checklist's rules in force; a new version is written into the journal."""
    rules = [(rule.key, rule.version, asdict(rule)) for rule in desk.office.rules()]
    with desk.atomic():
        fresh = store.adopt_rules(desk.database, rules)
        if fresh:
            journal.append(
                desk.database,
                desk.stamp(),
                "checklist.rules",
                subject="checklist",
                payload={"adopted": fresh},
            )
    return Changes()


def identity(reader: Connection, office: Office, conversation: int) -> Identity:
    """Say as whom an answer goes, whether it is public, and whether a machine sends."""
    to = replies.addressee(reader, conversation)
    account = accounts.get(reader, to.account)
    can_send = "send" in office.connectors[account.connector].manifest.capabilities
    return Identity(
        account=account.id,
        handle=account.handle or account.name,
        platform=account.platform,
        public=to.public,
        answers=to.name or to.handle,
        sends=can_send and not accounts.is_manual(reader, account.id),
        reason="" if can_send else _why_by_hand(account),
    )


def _why_by_hand(account: Account) -> str:
    name = platform_of(account.platform).name
    return f"{name} tidak memberi izin mengirim dari sini; salin dan kirim sendiri."


def limit(reader: Connection, office: Office, conversation: int, text: str) -> Limit:
    """Count a text by the platform's own way, the greeting it needs included."""
    to = replies.addressee(reader, conversation)
    account = accounts.get(reader, to.account)
    found = office.connectors[account.connector]
    counted = {**account.settings, "mention": to.handle}
    return Limit(
        used=found.connector().count(text, counted), allowed=_allowed(office, account)
    )


def _allowed(office: Office, account: Account) -> int | None:
    """The account's own limit wins, then the platform's, then the connector's."""
    told = account.settings.get("limit")
    if told:
        return int(told)
    by_platform = office.connectors["manual"].links().limit_of(account.platform)
    return by_platform or office.connectors[account.connector].manifest.limit


def check(
    reader: Connection,
    office: Office,
    conversation: int,
    text: str,
    *,
    ticks: frozenset[str],
    shown: Identity | None = None,
) -> CheckView:
    """Check words as they are written; nothing is stored.

    `shown` is the identity that the officer sees above the words.
    """
    judged = subject(reader, office, conversation, text, shown=shown)
    results = run(office.rules(), judged, ticks)
    counted = Limit(judged.limit_used, judged.limit_allowed)
    return CheckView(results, is_passed(results) and bool(text.strip()), counted)


def subject(
    reader: Connection,
    office: Office,
    conversation: int,
    text: str,
    *,
    shown: Identity | None = None,
) -> Subject:
    """Gather what the checklist judges: the words and where they would go."""
    to = replies.addressee(reader, conversation)
    true = identity(reader, office, conversation)
    seen = shown or true
    counted = limit(reader, office, conversation, text)
    return Subject(
        text=text,
        public=seen.public,
        account_handle=seen.handle,
        expected_account=true.handle,
        platform=true.platform,
        conversation_public=true.public,
        kind=to.kind,
        limit_used=counted.used,
        limit_allowed=counted.allowed,
        unfilled=unfilled(text),
        personal_data=personal_data.find(text),
        topics=frozenset(to.tags),
    )
