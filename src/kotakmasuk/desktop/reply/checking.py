"""Runs the checks on a sheet as it stands, and keeps what they say.

The one rule: what is shown is what was checked; nothing is guessed in between.
"""

from dataclasses import replace

from kotakmasuk.desktop.reply import asking
from kotakmasuk.desktop.reply.sheet import Option, Sheet
from kotakmasuk.desktop.reply.wording import unit_answer_words
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.replies import Conversing
from kotakmasuk.services import addressing, checklist, unit_answers
from kotakmasuk.services.checklist import CheckView


def look(work: Workplace, sheet: Sheet) -> None:
    """Check the open candidate; raises KnownError where it cannot be judged."""
    sheet.view = None
    sheet.view = view_of(work, sheet, sheet.option)
    sheet.unit_answer_words = _rests_on(work, sheet)
    asking.look(work, sheet)
    sheet.split_into, sheet.part_counts = 0, ()
    if sheet.view.limit.over and sheet.view.may_split:
        _count_parts(work, sheet)


def view_of(work: Workplace, sheet: Sheet, option: Option) -> CheckView:
    """Check one of the candidates."""
    return checklist.check(
        work.lanes.reader,
        work.office,
        sheet.conversation,
        option.composition,
        ticks=option.ticks.keys,
        shown=sheet.identity if option is sheet.option else None,
        overrides=frozenset(option.lifted),
    )


def first_open(work: Workplace, sheet: Sheet) -> int | None:
    """The place of the first candidate that does not pass, None when all do."""
    for place, option in enumerate(sheet.options):
        if not view_of(work, sheet, option).passed:
            return place
    return None


def _count_parts(work: Workplace, sheet: Sheet) -> None:
    """How many parts it would become, and how long each is by the platform's count."""
    office = work.office
    cut = replace(sheet.composition, split=True)
    way = addressing.reach(
        work.lanes.reader, office, Conversing(sheet.conversation), cut
    )
    parts = addressing.parts(office, way, cut)
    sheet.split_into = len(parts)
    sheet.part_counts = tuple(addressing.limit(office, way, one).used for one in parts)


def _rests_on(work: Workplace, sheet: Sheet) -> str:
    wanted = sheet.composition.unit_answer
    if wanted is None:
        return ""
    known = unit_answers.of_conversation(work.lanes.reader, sheet.conversation)
    found = next((one for one in known if one.id == wanted), None)
    return unit_answer_words(found, work.settings().zone) if found else ""
