"""What an item says of the example, in the words of the page.

The one rule: it also says where the item will not be asked today, so that nobody takes
a trial for the real thing.
"""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.checklist.aside import Tried
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.checklist import (
    FAILED,
    NOT_APPLICABLE,
    PASSED,
    TO_APPROVE,
    ItemResult,
    Rule,
)
from kotakmasuk.domain.rule_faults import is_in_period
from kotakmasuk.services import rule_trials, team


TRY_AFTER = 80  # ms, so that fast typing is tried once


class Trials(QObject):
    """Keeps the item and the example; `tried` with what the one says of the other."""

    tried = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        """Try nothing yet."""
        super().__init__()
        self._work = workplace
        self._rule: Rule | None = None
        self._sample, self._public = "", True
        self._timer = QTimer(self, interval=TRY_AFTER, singleShot=True)
        self._timer.timeout.connect(self.try_now)

    def take_rule(self, rule: Rule) -> None:
        """Take the item as it stands in the fields."""
        self._rule = rule
        self._timer.start()

    def take_sample(self, text: str, public: bool) -> None:  # noqa: FBT001  a Qt slot
        """Take the example, and whether all could read it."""
        self._sample, self._public = text, public
        self._timer.start()

    def try_now(self) -> None:
        """Let the item look at the example."""
        self._timer.stop()
        if self._rule is None:
            return
        reader, office = self._work.lanes.reader, self._work.office
        found = rule_trials.try_out(
            reader, office, self._rule, self._sample, public=self._public
        )
        day, empty = team.today(reader, office), not self._sample.strip()
        self.tried.emit(tried(self._rule, found, day, empty=empty))


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
