"""The checks by name: what a rule may ask for."""

from kotakmasuk.domain.checks import CHECKS, PERIODIC, WITH_WORDS
from tests.helpers.judging import answer, shipped


def test_every_check_serves_a_shipped_rule_and_the_other_way_round():
    """None is asked for that does not exist, none exists for nothing."""
    asked = {rule.check for rule in shipped().values() if rule.check}
    assert asked == set(CHECKS)
    assert set(CHECKS) >= WITH_WORDS | PERIODIC


def test_a_good_answer_fails_nothing():
    """Thanks and a next step: no check has anything to say against it."""
    text = "Halo Kak Rini, aduan kami teruskan ke DPUPR dengan nomor 42. ^R"
    found = [
        CHECKS[rule.check](answer(text), rule.words)
        for rule in shipped().values()
        if rule.check and rule.check != "needs_approver"
    ]
    assert not any(one.failed or one.to_approve for one in found if one)
