"""A template tried out before it is used: its length and what the checklist would say.

The one rule to know: values stand in for the isian that say nothing themselves, so only
the template's own words are judged; its length is told apart, with example values.
"""

from dataclasses import dataclass

from kotakmasuk.connectors.kit import platforms
from kotakmasuk.domain.checklist import FAILED, PASSED, ItemResult, run
from kotakmasuk.domain.checks import Subject
from kotakmasuk.domain.placeholders import DATE, fields_in, fill
from kotakmasuk.domain.replies import Limit
from kotakmasuk.domain.templates import Template, body_for
from kotakmasuk.language import personal_data
from kotakmasuk.services import rules
from kotakmasuk.store import accounts, contacts, settings
from kotakmasuk.store.database import Connection


ACCOUNT = "akun instansi"
SILENT = {DATE: "hari tersebut"}
LINK = "https://layanan.go.id"


@dataclass(frozen=True)
class Trial:
    """What the automatic checks of the rules in force say of a template's own words."""

    passed: int = 0
    failed: tuple[ItemResult, ...] = ()


def used_platforms(reader: Connection) -> tuple[str, ...]:
    """The platforms of the connected accounts, each once."""
    return tuple(
        dict.fromkeys(one.account.platform for one in accounts.overview(reader))
    )


def measure(text: str, platform: str) -> Limit:
    """Count a text as the platform counts a public answer."""
    return platforms.measure(platform, text, public=True, settings={})


def trial(reader: Connection, template: Template, platform: str = "") -> Trial:
    """Try the words for a platform as a public answer."""
    body = body_for(template, platform)
    text = fill(
        body, {one.name: _silent(one.name, one.kind) for one in fields_in(body)}
    )
    known = settings.load(reader)
    judged = Subject(
        text=text.text,
        public=True,
        account_handle=ACCOUNT,
        expected_account=ACCOUNT,
        platform=platform,
        conversation_public=True,
        unfilled=text.unfilled,
        personal_data=personal_data.find(text.text, public=contacts.values(reader)),
        known_domains=known.known_domains,
        media=len(template.pictures),
        media_without_alt=sum(not one.alt.strip() for one in template.pictures),
    )
    results = run(rules.in_force(reader), judged, frozenset())
    return Trial(
        passed=sum(one.outcome == PASSED for one in results),
        failed=tuple(one for one in results if one.outcome == FAILED),
    )


def _silent(name: str, kind: str) -> str:
    if name.startswith("tautan"):
        return LINK
    return SILENT.get(kind, name.replace("_", " "))
