"""A check in the words of the checklist: cards, questions and what passed.

The one rule: what the checks found is told with its evidence, never only counted.
"""

import re
from collections.abc import Sequence
from datetime import date

from kotakmasuk.desktop.reply.states import Card, CardKind, ChecklistState, Tick
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.domain.checklist import (
    BLOCK,
    FAILED,
    MANUAL,
    OVERRIDDEN,
    PASSED,
    TICKED,
    TO_APPROVE,
    UNTICKED,
    ItemResult,
    Rule,
)
from kotakmasuk.domain.placeholders import unfilled
from kotakmasuk.domain.wording import SHORT_MONTHS
from kotakmasuk.services.checklist import CheckView


NUMBERS = frozenset({"nik", "kk", "npwp", "phone", "bpjs", "account_number"})
_EVIDENCE = re.compile(r"(?P<title>.*?): (?P<quote>“.*”)", re.DOTALL)
_SHOWN = (FAILED, TO_APPROVE, OVERRIDDEN)
_KINDS: dict[tuple[str, str], CardKind] = {
    (FAILED, BLOCK): "block",
    (TO_APPROVE, BLOCK): "approve",
    (OVERRIDDEN, BLOCK): "lifted",
}
_ORDER = ("block", "approve", "lifted", "warn")


def blocking(results: Sequence[ItemResult]) -> list[ItemResult]:
    """The failed checks that keep an answer from going."""
    return [one for one in results if one.outcome == FAILED and one.severity == BLOCK]


def unticked(results: Sequence[ItemResult]) -> list[ItemResult]:
    """The questions that nobody has answered yet."""
    return [one for one in results if one.outcome == UNTICKED]


def reason_words(results: Sequence[ItemResult], *, asks_approval: bool) -> str:
    """Why it cannot go: "2 perlu diperbaiki, 2 belum dicentang"; empty when it can."""
    parts = []
    if wrong := len(blocking(results)):
        parts.append(say("{n} perlu diperbaiki").format(n=wrong))
    if open_ticks := len(unticked(results)):
        parts.append(say("{n} belum dicentang").format(n=open_ticks))
    if not parts:
        return ""
    if asks_approval:
        return say("Belum dapat diajukan: {what}").format(what=", ".join(parts))
    return say("Belum dapat dikirim: {what}").format(what=", ".join(parts))


def checklist_state(
    view: CheckView, text: str, *, ready: bool, asks_approval: bool, emptied: bool
) -> ChecklistState:
    """All that the panel says about these results."""
    results = view.results
    named = {rule.key: rule for rule in view.rules}
    cards = [
        _card(one, named[one.rule], text, may_split=view.may_split)
        for one in results
        if one.outcome in _SHOWN
    ]
    cards.sort(key=lambda card: _ORDER.index(card.kind))
    ticks = [one for one in results if one.outcome in (TICKED, UNTICKED)]
    passed = [one for one in results if one.outcome == PASSED and one.mode != MANUAL]
    gone = say("Centang dikosongkan karena isi balasan berubah. Periksa lagi.")
    well = say("Siap diajukan") if asks_approval else say("Siap dikirim")
    return ChecklistState(
        summary=_summary(results, passed, ready=ready),
        ready=well if ready else "",
        cards=tuple(cards),
        ticks=tuple(_tick(one, named[one.rule]) for one in ticks),
        passed=tuple(named[one.rule].text for one in passed),
        emptied=gone if emptied else "",
    )


def _summary(
    results: Sequence[ItemResult], passed: Sequence[ItemResult], *, ready: bool
) -> str:
    done = sum(one.outcome == TICKED for one in results)
    if ready:
        words = say("Lengkap: {auto} otomatis lolos, {ticked} dicentang")
        return words.format(auto=len(passed), ticked=done)
    parts = []
    if wrong := len(blocking(results)):
        parts.append(say("{n} harus diperbaiki").format(n=wrong))
    if left := len(unticked(results)):
        parts.append(say("{n} belum dicentang").format(n=left))
    if fine := len(passed) + done:
        parts.append(say("{n} lolos").format(n=fine))
    return ", ".join(parts)


def _tick(result: ItemResult, rule: Rule) -> Tick:
    return Tick(rule.key, rule.text, basis_words(rule), ticked=result.outcome == TICKED)


def _card(result: ItemResult, rule: Rule, text: str, *, may_split: bool) -> Card:
    title, quote = _parts(result.evidence or rule.text)
    span = result.spans[0] if result.spans else None
    found = text[span.start : span.end] if span else ""
    at = quote.find(found) if found else -1
    kind = _kind(result)
    return Card(
        key=rule.key,
        title=title,
        quote=quote,
        strong=(at, at + len(found)) if at >= 0 else None,
        basis=basis_words(rule),
        fix=_fix_words(result, rule, text, may_split=may_split),
        place=(span.start, span.end) if span else None,
        kind=kind,
        exempts=kind == "lifted" or (kind == "block" and rule.overridable),
    )


def _kind(result: ItemResult) -> CardKind:
    if result.outcome == TO_APPROVE:
        return "approve"
    return _KINDS.get((result.outcome, result.severity), "warn")


def _parts(evidence: str) -> tuple[str, str]:
    """What the evidence says, and the words that it quotes."""
    found = _EVIDENCE.fullmatch(evidence)
    return (found["title"], found["quote"]) if found else (evidence, "")


def _fix_words(result: ItemResult, rule: Rule, text: str, *, may_split: bool) -> str:
    if result.outcome != FAILED:
        return ""
    offered = {
        "unfilled_placeholder": _fill_words(text),
        "promise": say("Kaitkan jawaban OPD"),
        "missing_alt_text": say("Tulis teks alternatif"),
        "over_limit": say("Pecah menjadi beberapa bagian") if may_split else "",
        "account_visibility": say("Pakai akun yang disapa warga"),
    }
    if rule.check == "personal_data" and result.severity == BLOCK:
        return _removal_words({span.kind for span in result.spans})
    return offered.get(rule.check, "")


def _fill_words(text: str) -> str:
    holes = unfilled(text)
    return say("Isi {name}").format(name=holes[0].name) if holes else ""


def _removal_words(kinds: set[str]) -> str:
    if kinds <= NUMBERS:
        return say("Hapus nomor")
    return say("Hapus alamat surel") if kinds == {"email"} else say("Hapus data")


def basis_words(rule: Rule) -> str:
    """The basis with how sure the citation is and when that was looked up."""
    sure = {
        "A": say("kutipan sudah dicocokkan"),
        "B": say("menurut beberapa sumber"),
        "C": say("belum dicocokkan"),
    }[rule.confidence]
    checked = date.fromisoformat(rule.checked_on)
    day = f"{checked.day} {SHORT_MONTHS[checked.month - 1]} {checked.year}"
    words = say("{basis} · {sure} · dicek {day}")
    return words.format(basis=rule.basis, sure=sure, day=day)
