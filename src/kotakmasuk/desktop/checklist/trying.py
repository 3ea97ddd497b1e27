"""What an item says of the example, in the words of the page.

The one rule: it also says where the item will not be asked today, so that nobody takes
a trial for the real thing.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.checklist.aside import Tried
from kotakmasuk.domain.checklist import (
    FAILED,
    NOT_APPLICABLE,
    PASSED,
    TO_APPROVE,
    ItemResult,
    Rule,
)
from kotakmasuk.domain.rule_faults import is_in_period


def tried(rule: Rule, result: ItemResult, today: str, *, empty: bool) -> Tried:
    """Tell the outcome for an example; `today` is the agency's ISO date."""
    look, words = _outcome(rule, result, empty=empty)
    notes = [wording.check_words(rule.check).looks]
    if not is_in_period(rule, today):
        notes.append(_say("Hari ini tidak diperiksa: di luar periodenya."))
    return Tried(
        look=look,
        words=words,
        found=result.evidence,
        note=" ".join(note for note in notes if note),
        spans=tuple((one.start, one.end) for one in result.spans),
    )


def _outcome(rule: Rule, result: ItemResult, *, empty: bool) -> tuple[str, str]:
    if result.outcome == FAILED:
        words = {"block": _say("Diblokir"), "warn": _say("Diperingatkan")}
        return rule.severity, words[rule.severity]
    if result.outcome == PASSED:
        passed = ("passed", _say("Tidak ada temuan"))
        return ("silent", _say("Belum ada contoh")) if empty else passed
    told = {
        TO_APPROVE: (wording.APPROVE, _say("Minta persetujuan")),
        NOT_APPLICABLE: ("silent", _say("Tidak diperiksa di sini")),
    }
    return told.get(result.outcome, ("asked", _say("Ditanyakan kepada petugas")))


def _say(text: str) -> str:
    return QCoreApplication.translate("Checklist", text)
