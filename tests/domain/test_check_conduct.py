"""How the agency speaks: what hurts is stopped, what only looks so is not."""

import csv
import os
from pathlib import Path

import pytest

from kotakmasuk.domain.checks import CHECKS
from tests.helpers.conduct import HARSH, PLAIN
from tests.helpers.judging import answer, by_rule, finding, quoted, shipped


SHARED = Path(
    os.environ.get("KOTAKMASUK_SHARED", Path(__file__).parents[2].parent / "shared")
)


def offends(text):
    return [key for key in ("E09", "E11") if by_rule(key, answer(text))]


@pytest.mark.parametrize("text", HARSH)
def test_no_citizen_is_insulted_threatened_or_summoned(text):
    """Each of these would be read out in the news."""
    assert offends(text)


@pytest.mark.parametrize("text", PLAIN)
def test_service_is_no_threat(text):
    """Offices, police, dogs and excavators may be spoken of."""
    assert offends(text) == []


def test_the_words_are_quoted_where_they_stand():
    """However they are written."""
    subject = answer("Maaf, tapi Anda ini GOBLOOOK sekali.")
    found = by_rule("E11", subject)
    assert quoted(subject, found) == ["GOBLOOOK"]
    assert found.evidence == (
        "Kata kasar atau ancaman: “Maaf, tapi Anda ini GOBLOOOK sekali.”"
    )


def test_what_is_liked_is_looked_at_too():
    """A like of an insult is an insult; its words are quoted without a place."""
    found = by_rule("E11", answer("", purpose="like", target_text="Dasar goblok"))
    assert "pada kiriman itu" in found.evidence
    assert "Dasar goblok" in found.evidence
    assert found.spans == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ayo coblos nomor dua", ["coblos"]),
        ("Terima kasih Pak Bupati Karta", ["Karta"]),
        ("Nomor antrean Anda 12.", []),
    ],
)
def test_candidates_and_campaigns_are_recognised(text, words):
    """The shipped words, and the names that the agency adds."""
    rule = shipped()["E08"]
    found = CHECKS[rule.check](answer(text), (*rule.words, "Karta"))
    assert quoted(answer(text), found) == words


@pytest.mark.parametrize(
    ("text", "topics", "failed"),
    [
        ("Sabar ya wkwkwk", {"bencana"}, True),
        ("Sabar ya 😂", {"duka"}, True),
        ("Banjir lagi hehe", set(), True),
        ("Siap Kak hehe", set(), False),
        ("Kami turut berduka.", {"duka"}, False),
    ],
)
def test_nobody_jokes_about_suffering(text, topics, failed):
    """By the tag of the conversation, or by the answer's own words."""
    assert bool(by_rule("E12B", answer(text, topics=frozenset(topics)))) is failed


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("MOHON BERSABAR YA KAK", True),
        ("Tunggu!!!", True),
        ("DPUPR sudah meneruskan ke PDAM dan SP4N-LAPOR!", False),
    ],
)
def test_shouting_is_noticed(text, failed):
    """Capitals in a row shout, names of offices don't."""
    assert bool(finding("shouting", answer(text))) is failed


def test_an_agency_may_list_words_of_its_own():
    """Whatever it does not want to read in its answers."""
    assert finding("listed_words", answer("Sesuai nota dinas."), "nota dinas")
    assert finding("listed_words", answer("Sesuai aturan."), "nota dinas") is None


def test_real_complaints_are_not_taken_for_abuse():
    """Of real complaints at most two in a thousand are flagged, mostly wrongly."""
    source = SHARED / "data/texts/topic_surabaya.csv"
    if not source.exists():
        pytest.skip("shared test texts are not here")
    with source.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    rules = [shipped()[key] for key in ("E09", "E11")]
    flagged = sum(
        any(CHECKS[rule.check](answer(text), rule.words) for rule in rules)
        for text in texts
    )
    assert flagged <= 0.002 * len(texts)
