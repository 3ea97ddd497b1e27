"""One rule of the checklist tried on an example, while it is being written.

The one rule to know: everything around the example (tags, account, picture) is put so
that the rule applies, and the calendar is left out; only public or private is asked.
"""

from dataclasses import replace

from kotakmasuk.connectors.kit import platforms
from kotakmasuk.domain.checklist import RISKS, ItemResult, Rule, run
from kotakmasuk.domain.checks import Subject
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language import personal_data
from kotakmasuk.services import team
from kotakmasuk.services.desk import Office
from kotakmasuk.store import contacts, settings
from kotakmasuk.store.database import Connection


ACCOUNT = "akun instansi"
REPORTER = ("Dewi Anjani", "@dewi.anjani")
PLATFORM = "x"
EVER = "2000-01-01"


def try_out(
    reader: Connection, office: Office, rule: Rule, text: str, *, public: bool
) -> ItemResult:
    """Decide one rule, saved or not, for an example from a reporter named REPORTER."""
    whole = replace(rule, risk=RISKS, first_exempt=False, starts=EVER, ends="")
    judged = _subject(reader, rule, text, public=public)
    day = team.today(reader, office)
    (result,) = run([whole], replace(judged, today=day), frozenset())
    return result


def _subject(reader: Connection, rule: Rule, text: str, *, public: bool) -> Subject:
    platform = next(iter(rule.platforms), PLATFORM)
    limit = platforms.measure(platform, text, public=public, settings={})
    return Subject(
        text=text,
        public=public,
        account_handle=ACCOUNT,
        expected_account=ACCOUNT,
        platform=platform,
        conversation_public=public and rule.check != "made_public",
        kind=next(iter(rule.kinds), ""),
        purpose=next(iter(rule.purposes), "answer"),
        topics=frozenset(rule.topics),
        urgency=next(iter(rule.urgencies), ""),
        limit_used=limit.used,
        limit_allowed=limit.allowed,
        unfilled=unfilled(text),
        personal_data=personal_data.find(text, public=contacts.values(reader)),
        reporter=REPORTER,
        known_domains=settings.load(reader).known_domains,
        media=1,
        media_without_alt=1,
    )
