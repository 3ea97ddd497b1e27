"""What is done to an item: stored, retired, put in force again.

The one rule: each deed is told by its code; a refusal is handed on and changes nothing.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.services import rules as service
from kotakmasuk.services.rules import AGENCY


class RuleDeeds(QObject):
    """Writes on the writing lane; `done` carries the item's code."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace

    def save(self, rule: Rule) -> None:
        """Put the item in force as it is written."""
        words = self.tr("Butir {key} disimpan dan berlaku mulai sekarang")
        self._do(words, rule.key, service.save, rule)

    def retire(self, key: str) -> None:
        """Take the item out of force; its versions stay."""
        words = self.tr("Butir {key} tidak berlaku lagi")
        self._do(words, key, service.retire, key)

    def revive(self, rule: Rule) -> None:
        """Put a retired item in force again, as the agency left it."""
        words = self.tr("Butir {key} berlaku lagi")
        if rule.origin == AGENCY:
            self._do(words, rule.key, service.save, rule)
        else:
            self._do(words, rule.key, service.take_shipped, rule.key)

    def take_shipped(self, key: str) -> None:
        """Put the version that came with the program in force."""
        words = self.tr("Butir {key} memakai versi bawaan")
        self._do(words, key, service.take_shipped, key)

    def _do(
        self, words: str, key: str, what: Callable[..., Changes], given: Any
    ) -> None:
        self._work.lanes.write(
            what,
            given,
            then=partial(self._done, words.format(key=key), key),
            failed=self.failed.emit,
            initiator=self,
        )

    def _done(self, words: str, key: str, _changes: Changes) -> None:
        self.done.emit(key)
        self._work.tell(words, None)
