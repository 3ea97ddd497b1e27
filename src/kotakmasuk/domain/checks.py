"""The automatic checks of the ethics checklist by name, as a rule asks for them.

The one rule to know: a check that finds something says where and in which words, so the
officer can see why; it never changes the text.
"""

from collections.abc import Mapping

from kotakmasuk.domain import (
    check_conduct,
    check_privacy,
    check_promises,
    check_sending,
)
from kotakmasuk.domain.check_subject import Check, Finding, Subject


__all__ = ["CHECKS", "PERIODIC", "WITH_WORDS", "Check", "Finding", "Subject"]

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        check_sending.account_visibility,
        check_sending.made_public,
        check_sending.needs_approver,
        check_privacy.personal_data,
        check_privacy.asks_personal_data,
        check_privacy.reporter_identity,
        check_conduct.partisanship,
        check_conduct.hate_or_obscenity,
        check_conduct.abuse_or_threat,
        check_conduct.listed_words,
        check_conduct.shouting,
        check_conduct.joking,
        check_promises.promise,
        check_sending.unfilled_placeholder,
        check_sending.expired_template,
        check_sending.verbatim_template,
        check_sending.over_limit,
        check_sending.missing_alt_text,
        check_sending.link_domain,
    )
}
# These find nothing without words, so a rule must bring some.
WITH_WORDS = frozenset({"asks_personal_data", "listed_words"})
# These apply between the rule's dates alone, and never without them.
PERIODIC = frozenset({"partisanship"})
