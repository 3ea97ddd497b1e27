"""The ethics checklist at work: what an answer may say, and whether it may leave.

What the officer saw is judged against what is true now: an account that was connected
anew under another handle fails the first rule.
"""

from dataclasses import dataclass

from kotakmasuk.domain.checklist import (
    ANSWER,
    TO_APPROVE,
    ItemResult,
    Rule,
    is_passed,
    needs_approval,
    run,
)
from kotakmasuk.domain.deadlines import Window
from kotakmasuk.domain.replies import (
    Composition,
    Conversing,
    Identity,
    Limit,
    Post,
    Target,
)
from kotakmasuk.services import addressing, pictures, rules
from kotakmasuk.services.addressing import accounts_for, identity, openness_for
from kotakmasuk.services.desk import Office
from kotakmasuk.services.subjects import subject
from kotakmasuk.store.database import Connection


__all__ = [
    "CheckView",
    "accounts_for",
    "check",
    "check_post",
    "decided",
    "identity",
    "openness_for",
    "subject",
]


@dataclass(frozen=True)
class CheckView:
    """A check of what is still being written.

    `why` quotes what asks for an approver; `parts` is the numbered thread that a long
    text becomes; `rules` are those it was checked with. `refusal` says why the pictures
    cannot go there.
    """

    results: tuple[ItemResult, ...]
    passed: bool
    limit: Limit
    needs_approval: bool = False
    why: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    window: Window | None = None
    may_split: bool = False
    rules: tuple[Rule, ...] = ()
    refusal: str = ""


def check(  # noqa: PLR0913 -- what the officer has put together and answered so far
    reader: Connection,
    office: Office,
    conversation: int,
    composition: Composition,
    *,
    ticks: frozenset[str],
    shown: Identity | None = None,
    overrides: frozenset[str] = frozenset(),
    purpose: str = ANSWER,
    message: int | None = None,
) -> CheckView:
    """Check what is being written to one citizen; nothing is stored.

    `shown` is the identity that the officer sees above the words; `overrides` are the
    blocks that are to be left to an approver.
    """
    target = Conversing(conversation, purpose, message)
    judged = subject(reader, office, target, composition, shown=shown)
    results = run(rules.in_force(reader), judged, ticks, overrides)
    return _view(reader, office, target, composition, results)


def check_post(
    reader: Connection,
    office: Office,
    post: Post,
    composition: Composition,
    *,
    ticks: frozenset[str],
    overrides: frozenset[str] = frozenset(),
) -> CheckView:
    """Check a new post of an announcement; nothing is stored."""
    results = decided(reader, office, post, composition, (ticks, overrides))
    return _view(reader, office, post, composition, results)


def decided(
    reader: Connection,
    office: Office,
    target: Target,
    composition: Composition,
    answered: tuple[frozenset[str], frozenset[str]],
) -> tuple[ItemResult, ...]:
    """Decide every rule in force; `answered` are the ticks and the lifted blocks."""
    judged = subject(reader, office, target, composition)
    return run(rules.in_force(reader), judged, *answered)


def _view(
    reader: Connection,
    office: Office,
    target: Target,
    composition: Composition,
    results: tuple[ItemResult, ...],
) -> CheckView:
    way = addressing.reach(reader, office, target, composition)
    thread = addressing.conversing(target)
    closes = thread and addressing.window(reader, office, thread, way)
    is_open = not (closes and closes.is_closed(office.now()))
    something = bool(composition.text.strip() or composition.pictures)
    is_text = isinstance(target, Post) or target.purpose == ANSWER
    refusal = pictures.misfit(reader, office, target, composition)
    fits = is_open and (something or not is_text) and not refusal
    return CheckView(
        results=results,
        passed=is_passed(results) and fits,
        limit=addressing.limit(office, way, composition.text),
        needs_approval=needs_approval(results),
        why=tuple(one.evidence for one in results if one.outcome == TO_APPROVE),
        parts=addressing.foreseen(office, way, composition),
        window=closes or None,
        may_split=addressing.may_split(way),
        rules=rules.in_force(reader),
        refusal=refusal,
    )
