"""The checklist: every rule decided, ticks by risk, and nothing left to luck."""

import tomllib
from pathlib import Path

import pytest

from kotakmasuk.domain.checklist import (
    ItemResult,
    Rule,
    Subject,
    is_passed,
    parse_rules,
    risk,
    run,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.template_files import parse_templates
from kotakmasuk.domain.templates import fill, placeholders, unfilled
from kotakmasuk.language.personal_data import find


RESOURCES = Path(__file__).parents[2] / "resources"
ENTRY = {
    "key": "E99",
    "version": 1,
    "text": "Contoh",
    "basis": "Acuan: contoh",
    "confidence": "C",
    "checked_on": tomllib.loads("d = 2026-11-22")["d"],
    "severity": "block",
    "mode": "manual",
}


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
    ("change", "words"),
    [
        ({"severity": "fatal"}, "“severity” harus salah satu dari block, warn"),
        ({"mode": "automatic", "check": "nasib"}, "“check” harus salah satu dari"),
        ({"text": ""}, "“text” belum diisi"),
        ({"version": "satu"}, "“version” harus bilangan bulat"),
        ({"checked_on": "kemarin"}, "“checked_on” harus tanggal"),
        ({"risk": ["gawat"]}, "“risk” harus salah satu dari"),
    ],
)
def test_a_mistake_names_file_and_rule(change, words):
    """The message says which file and which rule to mend."""
    with pytest.raises(KnownError) as caught:
        parse_rules({"rule": [{**ENTRY, **change}]}, "rules/checklist.toml")
    assert caught.value.message.startswith("rules/checklist.toml, aturan E99: ")
    assert words in caught.value.message


def test_a_switched_off_rule_is_not_asked():
    """An agency may put a rule to rest, but not all of them."""
    resting = {**ENTRY, "active": False}
    kept = parse_rules({"rule": [{**ENTRY, "key": "E1"}, resting]}, "a.toml")
    assert [rule.key for rule in kept] == ["E1"]
    with pytest.raises(KnownError, match="tidak ada satu pun aturan"):
        parse_rules({"rule": [resting]}, "a.toml")
