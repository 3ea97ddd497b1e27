"""A check in the words of the composer and the checklist.

The one rule: what the checks found is told with its evidence, never only counted.
"""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.reply.states import Card, ChecklistState, Tick
from kotakmasuk.domain.checklist import BLOCK, FAILED, MANUAL, TICKED, ItemResult, Rule
from kotakmasuk.domain.replies import Limit
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.domain.wording import SHORT_MONTHS, number


NEARLY = 0.9
UNTICKED = "unticked"
PASSED = "passed"
NUMBERS = frozenset({"nik", "kk", "npwp", "phone", "bpjs", "account_number"})
_EVIDENCE = re.compile(r"(?P<title>.*?): (?P<quote>“.*”)", re.DOTALL)


def limit_words(limit: Limit) -> tuple[str, str]:
    """The counter and its tone: "206 / 500", amber from 90 %, red when over."""
    if limit.allowed is None:
        return number(limit.used), "text2"
    words = f"{number(limit.used)} / {number(limit.allowed)}"
    if limit.over:
        over = say("kelebihan {n}").format(n=number(limit.over))
        return f"{words} · {over}", "danger"
    near = limit.used >= limit.allowed * NEARLY
    return words, "warn" if near else "text2"


def blocking(results: Sequence[ItemResult]) -> list[ItemResult]:
    """The failed checks that keep an answer from going."""
    return [one for one in results if one.outcome == FAILED and one.severity == BLOCK]


def unticked(results: Sequence[ItemResult]) -> list[ItemResult]:
    """The questions that nobody has answered yet."""
    return [one for one in results if one.outcome == UNTICKED]


def reason_words(results: Sequence[ItemResult]) -> str:
    """Why it cannot go: "2 perlu diperbaiki, 2 belum dicentang"; empty when it can."""
    parts = []
    if wrong := len(blocking(results)):
        parts.append(say("{n} perlu diperbaiki").format(n=wrong))
    if open_ticks := len(unticked(results)):
        parts.append(say("{n} belum dicentang").format(n=open_ticks))
    if not parts:
        return ""
    return say("Belum dapat dikirim: {what}").format(what=", ".join(parts))


def checklist_state(
    results: Sequence[ItemResult],
    rules: Sequence[Rule],
    text: str,
    *,
    ready: bool,
    emptied: bool,
) -> ChecklistState:
    """All that the panel says about these results."""
    named = {rule.key: rule for rule in rules}
    failed = [one for one in results if one.outcome == FAILED]
    failed.sort(key=lambda one: one.severity != BLOCK)
    ticks = [one for one in results if one.outcome in (TICKED, UNTICKED)]
    passed = [one for one in results if one.outcome == PASSED and one.mode != MANUAL]
    gone = say("Centang dikosongkan karena isi balasan berubah. Periksa lagi.")
    return ChecklistState(
        summary=_summary(results, passed, ready=ready),
        ready=ready,
        cards=tuple(_card(one, named[one.rule], text) for one in failed),
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


def _card(result: ItemResult, rule: Rule, text: str) -> Card:
    title, quote = _parts(result.evidence or rule.text)
    span = result.spans[0] if result.spans else None
    found = text[span.start : span.end] if span else ""
    at = quote.find(found) if found else -1
    return Card(
        key=rule.key,
        title=title,
        quote=quote,
        strong=(at, at + len(found)) if at >= 0 else None,
        basis=basis_words(rule),
        fix=_fix_words(result, rule, text),
        place=(span.start, span.end) if span else None,
        blocks=result.severity == BLOCK,
    )


def _parts(evidence: str) -> tuple[str, str]:
    """What the evidence says, and the words that it quotes."""
    found = _EVIDENCE.fullmatch(evidence)
    return (found["title"], found["quote"]) if found else (evidence, "")


def _fix_words(result: ItemResult, rule: Rule, text: str) -> str:
    if rule.check == "unfilled_placeholder":
        holes = unfilled(text)
        return say("Isi {name}").format(name=holes[0].name) if holes else ""
    if rule.check == "personal_data" and result.severity == BLOCK:
        return _removal_words({span.kind for span in result.spans})
    return ""


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


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Reply", text)
