"""Folding: the index and the query speak the same simplified Indonesian."""

import csv
import json
import os
import tomllib
from pathlib import Path

import pytest

from kotakmasuk.language.folding import Words, alternatives, fold


ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KOTAKMASUK_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="module")
def words() -> Words:
    source = ROOT / "resources/lexicons/words.toml"
    return Words.from_mapping(tomllib.loads(source.read_text(encoding="utf-8")))


def test_casual_and_formal_spelling_fold_alike(words):
    """'Jln yg rusak gak dibenerin' and the formal sentence are the same search."""
    casual = fold("Jln2 yg rusakkk gak diperbaiki", words.slang)
    formal = fold("jalan-jalan yang rusak tidak diperbaiki", words.slang)
    assert casual == formal == "jalan yang rusak tidak baik"


@pytest.mark.parametrize(
    "word", ["kk", "kel", "gg", "smp", "sma", "th", "pu", "sk", "d"]
)
def test_government_words_are_never_expanded(words, word):
    """KK stays Kartu Keluarga even where a slang list says kakak."""
    broken = Words.from_mapping(
        {"slang": {word: "sesuatu"}, "protected": ["kk", word], "stop": []}
    )
    assert fold(word, broken.slang) == fold(word, words.slang) == word


def test_superscript_two_doubles_too(words):
    """A doubled word counts once, also when doubled by a raised two."""
    assert fold("ugal²an di jalan2", words.slang) == "ugal di jalan"


def test_a_phrase_with_synonyms_is_one_term(words):
    """'Lampu jalan mati' asks for two things, the lamp and that it is dark."""
    lamp, dark = alternatives("lampu jalan mati", words)
    assert lamp[0] == "lampu jalan"
    assert "pju" in lamp
    assert "padam" in dark


def test_stop_words_leave_a_query_unless_nothing_else_is_left(words):
    """'Jalan yang rusak' looks for jalan and rusak; 'saya' alone still looks."""
    assert [group[0] for group in alternatives("jalan yang rusak", words)] == [
        "jalan",
        "rusak",
    ]
    assert alternatives("saya", words)[0][0] == "saya"


def test_folding_finds_real_complaints_about_potholes(words):
    """Of real complaints about holes in the road at least nine in ten are found."""
    corpus = SHARED / "data/texts/search_corpus.csv"
    if not corpus.exists():
        pytest.skip("shared test texts are not here")
    query = json.loads((SHARED / "data/texts/search_queries.json").read_text("utf-8"))[
        0
    ]
    with corpus.open(encoding="utf-8", newline="") as file:
        folded = {
            int(row["id"]): f" {fold(row['text'], words.slang)} "
            for row in csv.DictReader(file)
        }
    terms = alternatives(query["query"], words)
    wanted = [folded[i] for i in query["relevant_ids"] if i in folded]
    found = [
        text
        for text in wanted
        if all(any(f" {term} " in text for term in group) for group in terms)
    ]
    assert len(found) >= 0.9 * len(wanted)
