"""Decides which item is edited, whether it may be saved, and what becomes of it.

The one rule: what was typed is never thrown away without asking, and a refusal leaves
every field as it is.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kotakmasuk.desktop.checklist.rows import lines_of
from kotakmasuk.desktop.checklist.telling import step_words
from kotakmasuk.desktop.checklist.trying import tried
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import WARN, Rule
from kotakmasuk.domain.rule_faults import faults_of, next_key
from kotakmasuk.services import rule_history, rule_trials, tags, team
from kotakmasuk.services import rules as service
from kotakmasuk.services.rules import AGENCY, Kept


TRY_AFTER = 80  # ms, so that fast typing is tried once


class ChecklistPresenter(QObject):
    """Keeps the items, the filter, the one being edited and the example."""

    listed = Signal(list, str)
    opened = Signal(object, str, bool)
    followed = Signal(list, object, object)
    tried = Signal(object)
    judged = Signal(dict)
    changed = Signal(bool)
    failed = Signal(object)
    right_known = Signal(bool)
    tags_known = Signal(list)
    regional_known = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        """Show nothing yet; `reload` reads."""
        super().__init__()
        self._work = workplace
        self._rules: list[Kept] = []
        self._filter = ""
        self._kept = Kept(self._blank(), active=False)
        self._edited = self._kept.rule
        self._is_new = True
        self._sample, self._public = "", True
        self._try = QTimer(self, interval=TRY_AFTER, singleShot=True)
        self._try.timeout.connect(self.try_now)
        workplace.lanes.changed.connect(self._take_changes)

    @property
    def dirty(self) -> bool:
        """True while something typed is not saved yet."""
        return self._edited != self._kept.rule

    @property
    def edited(self) -> Rule:
        """The item as it stands in the fields."""
        return self._edited

    @property
    def kept(self) -> Kept:
        """The item as it is stored."""
        return self._kept

    def reload(self) -> None:
        """Read all items again; what is being edited stays."""
        reader, seat = self._work.lanes.reader, self._work.seat()
        self._rules = service.listed(reader)
        self.right_known.emit(team.may_change(reader, self._work.office, seat))
        self.tags_known.emit([one.name for one in tags.all_tags(reader)])
        self.regional_known.emit(self._work.settings().regional_basis)
        if self.dirty:
            self._list()
        else:
            self.open("" if self._is_new else self._kept.rule.key)

    def search(self, typed: str) -> None:
        """Narrow the list to what fits in code, text or basis."""
        self._filter = typed.strip()
        self._list()

    def open(self, key: str) -> None:
        """Edit this item, or the first; what was typed into another is dropped."""
        found = self._find(key)
        if found is None:
            first = next((one.key for one in lines_of(self._rules) if one.key), "")
            found = self._find(first)
        if found is not None:
            self._begin(found, is_new=False)

    def begin_new(self) -> None:
        """Start an item of the agency's own."""
        blank = replace(self._blank(), key=next_key(self._keys()))
        self._begin(Kept(blank, active=False), is_new=True)

    def write(self, rule: Rule) -> None:
        """Take what stands in the fields."""
        self._edited = rule
        self.changed.emit(self.dirty or self._is_new)
        self._try.start()

    def take_sample(self, text: str, public: bool) -> None:  # noqa: FBT001  a Qt slot
        """Take the example that the item is tried on."""
        self._sample, self._public = text, public
        self._try.start()

    def try_now(self) -> None:
        """Let the item look at the example."""
        self._try.stop()
        reader, office, rule = self._work.lanes.reader, self._work.office, self._edited
        found = rule_trials.try_out(
            reader, office, rule, self._sample, public=self._public
        )
        day, empty = team.today(reader, office), not self._sample.strip()
        self.tried.emit(tried(rule, found, day, empty=empty))

    def discard(self) -> None:
        """Go back to what is saved."""
        self.open("" if self._is_new else self._kept.rule.key)

    def save(self) -> bool:
        """Store it; False when a field is not right yet, which is said beside it."""
        taken = self._keys() if self._is_new else []
        faults = faults_of(self._edited, taken)
        self.judged.emit(faults)
        if not faults:
            words = self.tr("Butir {key} disimpan dan berlaku mulai sekarang")
            self._do(words, service.save, self._edited)
        return not faults

    def retire(self) -> None:
        """Take the item out of force; its versions stay."""
        words = self.tr("Butir {key} tidak berlaku lagi")
        self._do(words, service.retire, self._kept.rule.key)

    def revive(self) -> None:
        """Put a retired item in force again, as the agency left it."""
        words, rule = self.tr("Butir {key} berlaku lagi"), self._kept.rule
        if rule.origin == AGENCY:
            self._do(words, service.save, rule)
        else:
            self._do(words, service.take_shipped, rule.key)

    def take_shipped(self) -> None:
        """Put the version that came with the program in force."""
        words = self.tr("Butir {key} memakai versi bawaan")
        self._do(words, service.take_shipped, self._kept.rule.key)

    def _do(self, words: str, what: Callable[..., Changes], given: Any) -> None:
        key = given.key if isinstance(given, Rule) else given
        self._work.lanes.write(
            what,
            given,
            then=partial(self._done, words, key, self._edited),
            failed=self.failed.emit,
            initiator=self,
        )

    def _done(self, words: str, key: str, written: Rule, _changes: Changes) -> None:
        """Show what was stored, unless more was typed meanwhile."""
        if self._edited == written:
            self.open(key)
        self._work.tell(words.format(key=key), None)

    def _begin(self, kept: Kept, *, is_new: bool) -> None:
        self._kept, self._edited, self._is_new = kept, kept.rule, is_new
        key = "" if is_new else kept.rule.key
        reader = self._work.lanes.reader
        steps = rule_history.steps(reader, key) if key else []
        moment = Moment(self._work.office.now(), self._work.settings().zone)
        made = next(
            (one for one in steps if one.rule.version == kept.rule.version), None
        )
        self._list()
        self.opened.emit(kept, step_words(made, moment) if made else "", is_new)
        offered = (kept.rule, kept.offered) if kept.offered else None
        self.followed.emit(steps, moment, offered)
        self.changed.emit(is_new)
        self.judged.emit({})
        self.try_now()

    def _list(self) -> None:
        key = "" if self._is_new else self._kept.rule.key
        self.listed.emit(lines_of(self._rules, self._filter), key)

    def _find(self, key: str) -> Kept | None:
        return next((one for one in self._rules if one.rule.key == key), None)

    def _keys(self) -> list[str]:
        return [one.rule.key for one in self._rules]

    def _blank(self) -> Rule:
        return Rule(
            key="",
            version=1,
            text="",
            basis="",
            confidence="C",
            checked_on=team.today(self._work.lanes.reader, self._work.office),
            severity=WARN,
            mode="manual",
            origin=AGENCY,
        )

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings or changes.tags:
            self.reload()
