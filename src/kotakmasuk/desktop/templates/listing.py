"""Which templates the list shows, in which order, and which of them is opened.

The one rule: what is past its date is shown with its mark, never left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kotakmasuk.desktop.widgets.template_rows import TemplateLine, by_folder, lines_of
from kotakmasuk.domain.template_search import Index, find, index_of
from kotakmasuk.domain.templates import Template, Usage, is_expired


@dataclass(frozen=True)
class Shelf:
    """The templates as they were read, with their use; `today` is the ISO date."""

    templates: tuple[Template, ...] = ()
    usage: Mapping[str, Usage] = field(default_factory=dict)
    today: str = ""

    @cached_property
    def index(self) -> Index:
        """The templates made ready to be searched, once."""
        return index_of(self.templates)

    def folders(self) -> list[str]:
        """The categories there are."""
        return sorted({one.folder for one in self.templates if one.folder})

    def find(self, uid: str) -> Template | None:
        """One template, None where it is gone."""
        return next((one for one in self.templates if one.uid == uid), None)

    def used(self, uid: str) -> Usage:
        """How often one was used."""
        return self.usage.get(uid, Usage())

    def lines(self, typed: str) -> list[TemplateLine]:
        """What fits, best first; all of them by category for an empty query."""
        found = find(self.index, typed)
        late = {one.uid for one in found if is_expired(one, self.today)}
        lines = [
            replace(line, used=self.used(line.uid).used, review=line.uid in late)
            for line in lines_of(found, typed=typed)
        ]
        return lines if typed else by_folder(lines)

    def uid_to_open(self, saved_title: str, kept: str) -> str:
        """The one just saved, else the one that was open, else the first."""
        titled = _uid_titled(self.templates, saved_title)
        if titled or self.find(kept):
            return titled or kept
        return next((line.uid for line in self.lines("") if line.uid), "")


def _uid_titled(templates: Sequence[Template], title: str) -> str:
    return next((one.uid for one in templates if title and one.title == title), "")
