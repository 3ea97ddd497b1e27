"""Decides which item is edited and whether it may be saved.

The one rule: what was typed is never thrown away without asking, and a refusal leaves
every field as it is.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kotakmasuk.desktop.checklist.deeds import RuleDeeds
from kotakmasuk.desktop.checklist.rows import lines_of
from kotakmasuk.desktop.checklist.telling import step_words
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.checklist import WARN, Rule
from kotakmasuk.domain.rule_faults import faults_of, next_key
from kotakmasuk.services import rule_history, tags, team
from kotakmasuk.services import rules as service
from kotakmasuk.services.rules import AGENCY, Kept


class ChecklistPresenter(QObject):
    """Keeps the items, the filter and the one being edited."""

    listed = Signal(list, str)
    opened = Signal(object, str, bool)
    followed = Signal(list, object, object)
    edited_anew = Signal(object)
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
        self._kept = Kept(_blank(""), active=False)
        self._edited = self._written = self._kept.rule
        self._is_new = True
        self._deeds = RuleDeeds(workplace)
        self._deeds.setParent(self)
        self._deeds.done.connect(self._take_done)
        self._deeds.failed.connect(self.failed)
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
        reader, office = self._work.lanes.reader, self._work.office
        blank = replace(_blank(team.today(reader, office)), key=next_key(self._keys()))
        self._begin(Kept(blank, active=False), is_new=True)

    def write(self, rule: Rule) -> None:
        """Take what stands in the fields."""
        self._edited = rule
        self.changed.emit(self.dirty or self._is_new)
        self.edited_anew.emit(rule)

    def discard(self) -> None:
        """Go back to what is saved."""
        self.open("" if self._is_new else self._kept.rule.key)

    def save(self) -> bool:
        """Store it; False when a field is not right yet, which is said beside it."""
        taken = self._keys() if self._is_new else []
        faults = faults_of(self._edited, taken)
        self.judged.emit(faults)
        if not faults:
            self._written = self._edited
            self._deeds.save(self._edited)
        return not faults

    def retire(self) -> None:
        """Take the item out of force."""
        self._deeds.retire(self._kept.rule.key)

    def revive(self) -> None:
        """Put a retired item in force again."""
        self._deeds.revive(self._kept.rule)

    def take_shipped(self) -> None:
        """Put the version that came with the program in force."""
        self._deeds.take_shipped(self._kept.rule.key)

    def _take_done(self, key: str) -> None:
        """Show what was stored, unless more was typed meanwhile."""
        if not self.dirty or self._edited == self._written:
            self.open(key)

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
        self.edited_anew.emit(kept.rule)

    def _list(self) -> None:
        key = "" if self._is_new else self._kept.rule.key
        self.listed.emit(lines_of(self._rules, self._filter), key)

    def _find(self, key: str) -> Kept | None:
        return next((one for one in self._rules if one.rule.key == key), None)

    def _keys(self) -> list[str]:
        return [one.rule.key for one in self._rules]

    def _take_changes(self, changes: Changes, _initiator: object) -> None:
        if changes.settings or changes.tags:
            self.reload()


def _blank(day: str) -> Rule:
    """An item of the agency's own before anything was written."""
    return Rule(
        key="",
        version=1,
        text="",
        basis="",
        confidence="C",
        checked_on=day,
        severity=WARN,
        mode="manual",
        origin=AGENCY,
    )
