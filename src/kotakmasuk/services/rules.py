"""The checklist's rules: those that were shipped, as the agency has changed them.

The one rule to know: a version is never altered, only followed by another; an agency's
own version stays in force when a new one is shipped, which is then only offered. What
not even an approver may lift (personal data in public) cannot be softened or retired.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import BLOCK, Rule
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.rule_faults import why_firm
from kotakmasuk.domain.rules import rule_as_dict, rule_from
from kotakmasuk.services import team
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import checklist as store
from kotakmasuk.store import journal
from kotakmasuk.store.checklist import Version
from kotakmasuk.store.database import Connection


SHIPPED, AGENCY = "shipped", "agency"
EDITOR = "Setelan, Ceklis etika"
ADOPTED, CHANGED, RETIRED = "checklist.rules", "checklist.change", "checklist.retire"
_NAMES = frozenset(field.name for field in fields(Rule))


@dataclass(frozen=True)
class Kept:
    """One rule with its standing: retired, changed by the agency, or with news.

    `offered` is a newer shipped version that the agency's own keeps out of force.
    """

    rule: Rule
    active: bool
    offered: Rule | None = None


def in_force(reader: Connection) -> tuple[Rule, ...]:
    """Read the rules that an answer is checked with now."""
    return tuple(_rule(*row) for row in store.in_force(reader))


def listed(reader: Connection) -> list[Kept]:
    """List every rule in its newest version in force, retired ones too."""
    return [_kept(versions) for versions in _by_key(store.versions(reader))]


def history(reader: Connection, key: str) -> list[Rule]:
    """List the versions of one rule, the newest first."""
    found = [_of(version) for version in store.versions(reader, key)]
    return found[::-1]


def _by_key(versions: Iterable[Version]) -> Iterator[list[Version]]:
    found: dict[str, list[Version]] = {}
    for version in versions:
        found.setdefault(version.key, []).append(version)
    yield from found.values()


def _kept(versions: list[Version]) -> Kept:
    standing = next((one for one in versions if one.active), None)
    newest = _of(standing or versions[-1])
    waiting = [
        rule
        for rule in map(_of, versions)
        if rule.origin == SHIPPED and rule.version > newest.version
    ]
    return Kept(newest, standing is not None, waiting[-1] if waiting else None)


def _of(version: Version) -> Rule:
    return _rule(version.key, version.version, version.body)


@lru_cache(maxsize=512)
def _rule(key: str, version: int, body: str) -> Rule:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(body).items()
        if name in _NAMES
    }
    rule = replace(Rule(**values), key=key, version=version)
    is_known = rule.shipped or rule.origin == AGENCY
    return rule if is_known else replace(rule, shipped=version)


def adopt(desk: Desk) -> Changes:
    """Put the shipped rules in force where the agency has none of its own.

    A new version is written into the journal; a retired rule stays retired.
    """
    known = {
        versions[0].key: versions
        for versions in _by_key(store.versions(desk.database.conn))
    }
    shipped = desk.office.rules()
    fresh = [rule for rule in shipped if _is_new(rule, known.get(rule.key, []))]
    gone = [
        kept.rule.key
        for kept in map(_kept, known.values())
        if kept.active and kept.rule.origin == SHIPPED
        if kept.rule.key not in {rule.key for rule in shipped}
    ]
    if not fresh and not gone:
        return Changes()
    with desk.atomic(by_machine=True):
        adopted = {}
        for rule in fresh:
            versions = known.get(rule.key, [])
            theirs = bool(versions) and _is_theirs(_kept(versions))
            content = rule_as_dict(replace(rule, origin=SHIPPED, shipped=rule.version))
            number = store.put_in_force(
                desk.database, rule.key, content, active=not theirs
            )
            if not theirs:
                adopted[rule.key] = number
        for key in gone:
            store.retire(desk.database, key)
        told = {"in_force": _told(desk.database.conn, adopted), "retired": gone}
        _journal(desk, ADOPTED, "checklist", told)
    return Changes()


def _told(reader: Connection, numbers: Mapping[str, int]) -> dict[str, list[object]]:
    """Say of each rule its version and the digest of its content."""
    return {
        version.key: [version.version, _digest(version.body)]
        for version in store.versions(reader)
        if numbers.get(version.key) == version.version
    }


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def unjournaled(reader: Connection) -> list[str]:
    """Name the rules that stand otherwise than the journal tells.

    So a rule that was softened, added or taken out of force by SQL is found.
    """
    expected: dict[str, list[object] | None] = {}
    for kind, subject, body in journal.of_kinds(reader, (ADOPTED, CHANGED, RETIRED)):
        told = json.loads(body) if body else {}
        # The first release wrote keys alone, and every rule was at its first version.
        expected |= {key: [1, ""] for key in told.get("adopted", ())}
        expected |= told.get("in_force", {})
        gone = [subject] if kind == RETIRED else told.get("retired", ())
        expected |= dict.fromkeys(gone)
    standing = {one.key: one for one in store.versions(reader) if one.active}
    return [
        f"rule {key}"
        for key in sorted(expected.keys() | standing.keys())
        if not _is_as_told(standing.get(key), expected.get(key))
    ]


def _is_as_told(standing: Version | None, told: list[object] | None) -> bool:
    if standing is None or told is None:
        return standing is None and told is None
    number, digest = told
    return standing.version == number and digest in ("", _digest(standing.body))


def _is_new(rule: Rule, versions: list[Version]) -> bool:
    known = {one.shipped for one in map(_of, versions) if one.origin == SHIPPED}
    return rule.version not in known


def _is_theirs(kept: Kept) -> bool:
    return not kept.active or kept.rule.origin == AGENCY


def save(desk: Desk, rule: Rule) -> Changes:
    """Put the agency's own rule, or its version of a shipped one, in force.

    Raises KnownError for a rule that makes no sense or softens what protects citizens.
    """
    team.require_admin(desk)
    reader = desk.database.conn
    before = next((one for one in listed(reader) if one.rule.key == rule.key), None)
    kept = replace(rule, origin=AGENCY, shipped=before.rule.shipped if before else 0)
    checked = rule_from(rule_as_dict(kept), EDITOR)
    if before is not None and is_firm(before.rule):
        _refuse_softer(before.rule, checked)
    with desk.atomic():
        version = store.put_in_force(desk.database, rule.key, rule_as_dict(checked))
        payload = {
            "in_force": _told(reader, {rule.key: version}),
            "before": rule_as_dict(before.rule) if before else None,
            "after": rule_as_dict(checked),
        }
        _journal(desk, CHANGED, rule.key, payload)
    return Changes(settings=True)


def retire(desk: Desk, key: str) -> Changes:
    """Take a rule out of force; raises KnownError for one that must stay."""
    team.require_admin(desk)
    kept = _known(desk.database.conn, key)
    if is_firm(kept.rule):
        raise _must_stay(kept.rule)
    with desk.atomic():
        store.retire(desk.database, key)
        _journal(desk, RETIRED, key, {"version": kept.rule.version})
    return Changes(settings=True)


def take_shipped(desk: Desk, key: str) -> Changes:
    """Put the newest shipped version of a rule in force again."""
    team.require_admin(desk)
    versions = [_of(one) for one in store.versions(desk.database.conn, key)]
    shipped = [rule for rule in versions if rule.origin == SHIPPED]
    if not shipped:
        raise KnownError(
            f"Butir {key} dibuat instansi sendiri; tidak ada versi bawaannya.",
            "Butir itu tidak berubah.",
        )
    with desk.atomic():
        version = store.put_in_force(desk.database, key, rule_as_dict(shipped[-1]))
        told = {"in_force": _told(desk.database.conn, {key: version})}
        _journal(desk, CHANGED, key, told)
    return Changes(settings=True)


def is_firm(rule: Rule) -> bool:
    """Whether a rule may not be softened; the agency's own always may."""
    return not rule.overridable and bool(rule.shipped)


def _known(reader: Connection, key: str) -> Kept:
    found = next((one for one in listed(reader) if one.rule.key == key), None)
    if found is None:
        raise KnownError(f"Butir {key} tidak ada di ceklis.", "Ceklis tidak berubah.")
    return found


def _refuse_softer(before: Rule, after: Rule) -> None:
    reach = ("applies", "purposes", "check", "mode", "risk", "starts", "ends")
    same = all(getattr(before, name) == getattr(after, name) for name in reach)
    harder = (after.severity == BLOCK, not after.overridable, same)
    exempt = (after.first_exempt > before.first_exempt, after.media > before.media)
    if not all(harder) or any(exempt) or _is_narrower(before, after):
        raise _must_stay(before)


def _is_narrower(before: Rule, after: Rule) -> bool:
    """Whether fewer answers are asked: no list means all of them."""
    lists = ("kinds", "topics", "urgencies", "platforms")
    pairs = ((set(getattr(before, one)), set(getattr(after, one))) for one in lists)
    return any(now and not (was and was <= now) for was, now in pairs)


def _must_stay(rule: Rule) -> KnownError:
    return KnownError(
        f"Butir {rule.key} {why_firm(rule)} dan tidak dapat dilonggarkan.",
        "Butir itu tetap berlaku seperti semula.",
        "Teks dan acuannya boleh Anda ubah.",
    )


def _journal(desk: Desk, kind: str, key: str, payload: dict[str, Any]) -> None:
    journal.append(desk.database, desk.stamp(), kind, subject=key, payload=payload)
