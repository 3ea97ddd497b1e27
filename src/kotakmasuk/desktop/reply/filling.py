"""What an isian of the open answer asks for, and what it may be filled with.

The one rule: a template says what its isian are; one that was typed by hand is told by
its name.
"""

from dataclasses import dataclass
from datetime import date

from kotakmasuk.desktop.reply.opensheet import OpenSheet
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.domain.calendar import WorkingCalendar, holiday, is_working_day
from kotakmasuk.domain.contacts import Contact
from kotakmasuk.domain.placeholders import Field, fields_in
from kotakmasuk.domain.templates import fields_of
from kotakmasuk.domain.weeks import local
from kotakmasuk.services import contacts


@dataclass(frozen=True)
class Days:
    """The agency's calendar from today on."""

    today: date
    calendar: WorkingCalendar

    def closed_on(self, day: date) -> str:
        """Why the office is closed on a day; empty while it works."""
        if is_working_day(self.calendar, day):
            return ""
        known = holiday(self.calendar, day)
        return known.name if known else say("hari libur kantor")


def field_of(now: OpenSheet, name: str) -> Field:
    """What the isian of this name asks for."""
    platform = now.sheet.identity.platform if now.sheet else ""
    every = (field for one in now.used() for field in fields_of(one, platform))
    found = next((field for field in every if field.name == name), None)
    return found or fields_in(f"{{{name}}}")[0]


def days(now: OpenSheet) -> Days:
    """Today and the office's calendar."""
    zone = now.work.settings().zone
    today = local(now.work.office.now(), zone).date()
    return Days(today, now.work.office.calendar(zone))


def official_contacts(now: OpenSheet) -> list[Contact]:
    """All that may be named in public."""
    return contacts.offered(now.work.lanes.reader)
