"""Whom an answer goes to, as whom, how openly, how long it may be and until when.

The one rule to know: the account that the citizen wrote to and the openness that she
chose are kept unless the officer leaves them by an explicit switch.
"""

from dataclasses import dataclass, replace

from kotakmasuk.connectors.kit import platforms
from kotakmasuk.connectors.kit.registry import Found
from kotakmasuk.connectors.kit.splitting import split
from kotakmasuk.domain.accounts import Account, AccountState, platform_of
from kotakmasuk.domain.checklist import ANSWER
from kotakmasuk.domain.deadlines import Window
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import (
    Composition,
    Conversing,
    Identity,
    Limit,
    Post,
    Target,
)
from kotakmasuk.services.desk import Office
from kotakmasuk.store import accounts, addressees
from kotakmasuk.store.database import Connection


HOUR = 3_600_000
EVERYBODY = "semua orang"
PLAIN = Composition("")


class NotShippedError(KnownError):
    """This version can't speak with the platform of an account that it knows."""


@dataclass(frozen=True)
class Reach:
    """Where a text would go: the account it leaves from and the way it takes."""

    account: Account
    public: bool
    mention: str = ""
    post: bool = False
    pictures: int = 0


def identity(
    reader: Connection,
    office: Office,
    conversation: int,
    composition: Composition = PLAIN,
    *,
    purpose: str = ANSWER,
) -> Identity:
    """Say as whom an answer goes, whether it is public, and whether a machine sends."""
    to = addressees.addressee(reader, conversation)
    asked = accounts.get(reader, to.account)
    chosen = _chosen(reader, asked, composition)
    public = to.public if composition.public is None else composition.public
    return replace(
        _identity(reader, chosen, connector_of(office, chosen), purpose),
        public=public,
        answers=to.name or to.handle,
        expected=asked.handle or asked.name,
        switched_account=chosen.id != asked.id,
        switched_public=public != to.public,
    )


def identity_of_post(reader: Connection, office: Office, post: Post) -> Identity:
    """Say as whom a new post goes; everybody can read it.

    What was posted is shown by a version too that can no longer post there.
    """
    account = accounts.get(reader, post.account)
    connector = office.connectors.get(account.connector)
    found = _identity(reader, account, connector, "announcement")
    return replace(found, expected=found.handle)


def _identity(
    reader: Connection, account: Account, found: Found | None, purpose: str
) -> Identity:
    needed = "publish" if purpose == "announcement" else "send"
    if purpose not in (ANSWER, "announcement"):
        needed = purpose
    can = found is not None and needed in found.manifest.capabilities
    return Identity(
        account=account.id,
        handle=account.handle or account.name,
        platform=account.platform,
        public=True,
        answers=EVERYBODY,
        sends=can and not accounts.is_manual(reader, account.id),
        reason="" if can else _why_by_hand(account),
    )


def _chosen(reader: Connection, asked: Account, composition: Composition) -> Account:
    if composition.account in (None, asked.id):
        return asked
    chosen = accounts.get(reader, composition.account)
    if (chosen.connector, chosen.host) != (asked.connector, asked.host):
        raise KnownError(
            f"{chosen.name} tidak dapat membalas percakapan ini.",
            "Draf tetap ada.",
            "Pilih akun di kanal yang sama.",
        )
    return chosen


def connector_of(office: Office, account: Account) -> Found:
    """Give an account's connector; raises NotShippedError where this version has none."""
    found = office.connectors.get(account.connector)
    if found is None:
        raise NotShippedError(
            f"Kanal jenis “{account.connector}” tidak ada di versi ini.",
            "Pesan dan draf tetap tersimpan.",
            "Perbarui Kotak Masuk, atau sambungkan kanal itu lagi.",
        )
    return found


def _why_by_hand(account: Account) -> str:
    name = platform_of(account.platform).name
    return f"{name} tidak memberi izin mengirim dari sini; salin dan kirim sendiri."


def accounts_for(
    reader: Connection, office: Office, conversation: int
) -> list[Account]:
    """List the accounts that may answer here: the one addressed first."""
    del office
    asked = accounts.get(reader, addressees.addressee(reader, conversation).account)
    others = [
        health.account
        for health in accounts.overview(reader)
        if health.account.id != asked.id
        and health.account.state is AccountState.CONNECTED
        and (health.account.connector, health.account.host)
        == (asked.connector, asked.host)
        and health.account.platform == asked.platform
    ]
    return [asked, *others]


def openness_for(
    reader: Connection, office: Office, conversation: int
) -> tuple[bool, ...]:
    """Tell how openly one may answer: the conversation's own way first.

    By hand an officer may take either way; a connector says whether it can.
    """
    to = addressees.addressee(reader, conversation)
    account = accounts.get(reader, to.account)
    can = connector_of(office, account).manifest.capabilities & {"openness", "manual"}
    both = can and to.form != Form.EMAIL
    return (to.public, not to.public) if both else (to.public,)


def reach(
    reader: Connection, office: Office, target: Target, composition: Composition
) -> Reach:
    """Find the account and the way that a text would take."""
    if isinstance(target, Post):
        return Reach(
            accounts.get(reader, target.account),
            public=True,
            post=True,
            pictures=len(composition.pictures),
        )
    seen = identity(reader, office, target.conversation, composition)
    to = addressees.addressee(reader, target.conversation)
    return Reach(
        accounts.get(reader, seen.account),
        seen.public,
        to.handle,
        pictures=len(composition.pictures),
    )


def limit(office: Office, way: Reach, text: str) -> Limit:
    """Count a text by the platform's own way, the greeting it needs included.

    The account's own limit wins, then the connector's, then the platform's.
    """
    account = way.account
    found = connector_of(office, account)
    if found.manifest.limit is None:
        return platforms.measure(
            account.platform,
            text,
            public=way.public,
            settings=account.settings,
            post=way.post,
            pictures=way.pictures,
        )
    told = account.settings.get("limit")
    counted = found.connector().count(
        text, {**account.settings, "mention": way.mention}
    )
    return Limit(counted, int(told) if told else found.manifest.limit)


def parts(office: Office, way: Reach, composition: Composition) -> tuple[str, ...]:
    """Give the numbered thread that a text becomes; the text alone where it fits.

    Raises KnownError where a link or a handle is longer than a whole part.
    """
    whole = limit(office, way, composition.text)
    allowed = whole.allowed
    if not composition.split or not whole.over or allowed is None:
        return (composition.text,)
    if not may_split(way):
        return (composition.text,)
    return split(composition.text, allowed, lambda text: limit(office, way, text).used)


def foreseen(office: Office, way: Reach, composition: Composition) -> tuple[str, ...]:
    """Give the parts while somebody types: the text alone where it cannot be cut yet."""
    try:
        return parts(office, way, composition)
    except KnownError:
        return (composition.text,)


def may_split(way: Reach) -> bool:
    """Whether the platform takes one text as several posts in a row."""
    return platforms.facts(way.account.platform).split


def window(
    reader: Connection, office: Office, conversation: int, way: Reach
) -> Window | None:
    """Tell when the platform stops taking an answer; None where it never does.

    It runs from the citizen's last message. By hand the officer is in the platform's
    own program, which has no such window.
    """
    to = addressees.addressee(reader, conversation)
    by_hand = not identity(reader, office, conversation).sends
    if to.last_at is None or by_hand:
        return None
    facts = platforms.facts(way.account.platform).place(public=way.public)
    if facts.window_hours is None:
        return None
    longer = facts.window_extended_hours
    return Window(
        closes_at=to.last_at + facts.window_hours * HOUR,
        extended_until=None if longer is None else to.last_at + longer * HOUR,
    )


def conversing(target: Target) -> int | None:
    """Give the conversation that a target belongs to, None for a post."""
    return target.conversation if isinstance(target, Conversing) else None
