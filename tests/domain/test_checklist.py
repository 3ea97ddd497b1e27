"""The checklist: every rule decided, ticks by risk, and nothing left to luck."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.checklist import (
    ItemResult,
    Rule,
    Subject,
    is_passed,
    needs_approval,
    parse_rules,
    risk,
    run,
)
from kotakmasuk.domain.template_files import parse_templates
from kotakmasuk.domain.templates import fill, placeholders, unfilled
from kotakmasuk.language.personal_data import find


RESOURCES = Path(__file__).parents[2] / "resources"


def read(path):
    return tomllib.loads((RESOURCES / path).read_text("utf-8"))


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return parse_rules(read("rules/checklist.toml"), "checklist.toml")


def answer(text="Halo Kak, sudah kami teruskan ke DPUPR.", *, public=True, **given):
    return Subject(
        text=text,
        public=public,
        account_handle="@pemkab_sukamaju",
        platform="Instagram",
        conversation_public=public,
        unfilled=unfilled(text),
        personal_data=find(text),
        **given,
    )


def outcomes(results, outcome):
    return [one.rule for one in results if one.outcome == outcome]


def test_every_rule_is_decided_also_where_it_does_not_apply(rules):
    """A check has a result for each active rule, never a gap."""
    results = run(rules, answer(), frozenset())
    assert [one.rule for one in results] == [rule.key for rule in rules]
    assert [one.version for one in results] == [rule.version for rule in rules]


@pytest.mark.parametrize(
    ("given", "level", "ticks"),
    [
        ({"kind": "appreciation"}, "thanks", []),
        ({"kind": "complaint"}, "normal", ["E02", "E14"]),
        ({"verbatim_of": "Terima aduan"}, "thanks", []),
        (
            {"verbatim_of": "Terima aduan", "expired_template": "Terima aduan"},
            "normal",
            ["E02", "E14"],
        ),
        ({"media": 2}, "normal", ["E02", "E14", "E17"]),
        ({"purpose": "like"}, "normal", ["E19"]),
        ({"purpose": "share"}, "normal", ["E19"]),
        ({"purpose": "hide"}, "normal", ["E19H"]),
        (
            {"purpose": "announcement"},
            "sensitive",
            ["E02", "E03", "E04", "E14", "E15"],
        ),
        ({"kind": "clarification"}, "sensitive", ["E02", "E03", "E04", "E14", "E15"]),
        (
            {"kind": "appreciation", "topics": frozenset({"bencana"})},
            "sensitive",
            ["E02", "E03", "E04", "E14", "E15"],
        ),
    ],
)
def test_ticks_follow_the_risk(rules, given, level, ticks):
    """None for thanks, two normally, five for what can do harm."""
    subject = answer(**given)
    assert risk(subject) == level
    assert outcomes(run(rules, subject, frozenset()), "unticked") == ticks


def test_a_good_answer_with_its_ticks_passes(rules):
    """Nothing failed and both questions ticked: it may leave."""
    results = run(rules, answer(), frozenset({"E02", "E14"}))
    assert outcomes(results, "failed") == []
    assert is_passed(results)


def test_a_missing_tick_holds_the_answer_back(rules):
    """A question that nobody answered is as good as failed."""
    assert not is_passed(run(rules, answer(), frozenset({"E02"})))


def test_a_warning_does_not_hold_the_answer_back(rules):
    """Three exclamation marks are told, not forbidden."""
    results = run(rules, answer("Baik Kak!!!"), frozenset({"E02", "E14"}))
    assert outcomes(results, "failed") == ["E12"]
    assert is_passed(results)


def test_personal_data_blocks_in_public_and_warns_in_private(rules):
    """The same number, in a comment and in a direct message."""
    text, ticks = "Nomor Kakak 081234567847 ya", frozenset({"E02", "E14"})
    shown = run(rules, answer(text), ticks)
    told = run(rules, answer(text, public=False), ticks)
    assert outcomes(shown, "failed") == ["E05"]
    assert not is_passed(shown)
    assert outcomes(told, "failed") == ["E05P"]
    assert is_passed(told)


def test_failed_checks_carry_evidence_and_place(rules):
    """What failed is quoted, so that it can be mended with one click."""
    results = run(rules, answer("Pada {tanggal} ya"), frozenset())
    [failed] = [one for one in results if one.outcome == "failed"]
    assert failed.rule == "E13A"
    assert failed.evidence == "Isian {tanggal} masih kosong"
    assert (failed.spans[0].start, failed.spans[0].end) == (5, 14)


def test_a_result_says_whether_it_passed_like_the_database():
    """A failed warning passes; a failed block and an open tick don't."""
    warned = ItemResult("a", 1, "automatic", "warn", "failed")
    blocked = ItemResult("b", 1, "automatic", "block", "failed")
    open_tick = ItemResult("c", 1, "manual", "warn", "unticked")
    assert is_passed([warned])
    assert not is_passed([warned, blocked])
    assert not is_passed([open_tick])


def test_every_starter_template_passes_its_own_checklist(rules):
    """Our own words, filled in, break none of our own blocking rules."""
    starters = parse_templates(read("templates/starter.toml"), "starter.toml")
    for template in starters:
        values = dict.fromkeys(placeholders(template.body), "contoh")
        text = fill(template.body, values).text
        results = run(rules, answer(text), frozenset({"E02", "E14"}))
        assert is_passed(results), (template.key, results)


def test_every_shipped_rule_is_an_acuan(rules):
    """Bases are references; what may be revoked never stands alone."""
    assert all(rule.basis.startswith("Acuan: ") for rule in rules)
    doubtful = [rule.basis for rule in rules if "83/2012" in rule.basis]
    assert doubtful
    assert all("(mungkin sudah dicabut)" in basis for basis in doubtful)
    assert all(";" in basis for basis in doubtful)


@pytest.mark.parametrize(
    ("given", "keys", "why"),
    [
        ({}, [], ""),
        ({"topics": frozenset({"Integritas"})}, ["E16A"], "topik integritas"),
        ({"topics": frozenset({"hoaks"})}, ["E16B"], "topik hoaks"),
        ({"kind": "clarification"}, ["E16C"], "klarifikasi"),
        ({"purpose": "announcement"}, ["E16D"], "pengumuman"),
    ],
)
def test_some_answers_wait_for_an_approver(rules, given, keys, why):
    """By topic, kind or purpose; the evidence says why."""
    results = run(
        rules, answer(**given), frozenset({"E02", "E03", "E04", "E14", "E15"})
    )
    asked = [one for one in results if one.outcome == "to_approve"]
    assert [one.rule for one in asked] == keys
    assert all(why in one.evidence for one in asked)
    assert needs_approval(results) is bool(keys)
    assert is_passed(results)


def test_an_agency_may_let_urgent_matters_or_a_channel_wait(rules):
    """Shipped rules let nobody wait who is in danger; urgency is the agency's choice."""
    asks = next(one for one in rules if one.key == "E16A")
    urgent = replace(asks, key="SMJ1", topics=(), urgencies=("high",))
    channel = replace(asks, key="SMJ2", topics=(), platforms=("x",))

    on_x = replace(answer(), urgency="high", platform="x")
    waiting = run((urgent, channel), on_x, frozenset())

    assert [one.outcome for one in waiting] == ["to_approve", "to_approve"]
    calm = replace(on_x, urgency="normal", platform="mastodon")
    assert not needs_approval(run((urgent, channel), calm, frozenset()))


def test_a_private_matter_in_public_waits_for_an_approver(rules):
    """The switch makes E01 pass; the second key is asked for all the same."""
    subject = replace(answer(), conversation_public=False, switched_public=True)
    results = run(rules, subject, frozenset({"E02", "E14"}))
    assert outcomes(results, "failed") == []
    assert outcomes(results, "to_approve") == ["E16E"]


def test_a_first_acknowledgement_may_go_out_alone(rules):
    """An unchanged template says that it arrived; about hoaxes not even that."""
    first = {"first_answer": True, "verbatim_of": "Terima aduan"}
    disaster = answer(topics=frozenset({"bencana"}), **first)
    hoax = answer(topics=frozenset({"hoaks"}), **first)
    assert not needs_approval(run(rules, disaster, frozenset()))
    assert needs_approval(run(rules, hoax, frozenset()))


def test_an_approver_may_lift_a_block_but_never_personal_data(rules):
    """The lifted block waits for her; the number stays a failure."""
    text = "Anda akan kami laporkan ke polisi, nomor 081234567847."
    asked = frozenset({"E11", "E05", "E12"})
    results = run(rules, answer(text), frozenset({"E02", "E14"}), asked)
    assert outcomes(results, "overridden") == ["E11"]
    assert outcomes(results, "failed") == ["E05"]
    assert needs_approval(results)
    assert not is_passed(results)


def test_only_a_block_can_be_lifted(rules):
    """A warning holds nothing back, so nobody lifts it."""
    results = run(rules, answer("Baik Kak!!!"), frozenset(), frozenset({"E12"}))
    assert outcomes(results, "failed") == ["E12"]
    assert not needs_approval(results)


def test_campaign_words_count_between_the_dates_alone(rules):
    """Without dates the rule rests; the agency sets them and adds names."""
    [rule] = [one for one in rules if one.key == "E08"]
    dated = replace(rule, starts="2027-01-01", ends="2027-02-14", words=("Karta",))
    text = "Terima kasih, Pak Karta."

    def outcome(rule, today):
        [result] = run([rule], answer(text, today=today), frozenset())
        return result.outcome

    assert outcome(rule, "2027-01-10") == "not_applicable"
    assert outcome(dated, "2026-12-31") == "not_applicable"
    assert outcome(dated, "2027-01-01") == outcome(dated, "2027-02-14") == "failed"
    assert outcome(dated, "2027-02-15") == "not_applicable"


def test_a_secret_reporter_is_not_named_in_public(rules):
    """With the tag rahasia; in private the citizen may be greeted."""
    secret = {"topics": frozenset({"rahasia"}), "reporter": ("Budi Santoso",)}
    text = "Terima kasih, Kak Budi."
    assert outcomes(run(rules, answer(text, **secret), frozenset()), "failed") == [
        "E07"
    ]
    told = run(rules, answer(text, public=False, **secret), frozenset())
    assert outcomes(told, "failed") == []


def test_a_rule_may_be_for_some_platforms(rules):
    """Written as the key or as the name."""
    [rule] = [one for one in rules if one.key == "E12"]
    elsewhere, here = (
        replace(rule, platforms=("x",)),
        replace(rule, platforms=("instagram",)),
    )
    results = run([elsewhere, here], answer("Tunggu!!!"), frozenset())
    assert [one.outcome for one in results] == ["not_applicable", "failed"]
