"""Lexicons: cues match however they are bent, and quote the citizen back."""

from pathlib import Path

from kotakmasuk.language.lexicons import Lexicon, scan


FOLDER = Path(__file__).parents[2] / "resources/lexicons"


def built(**lexicons):
    words = {"slang": {"gak": "tidak"}, "protected": [], "stop": []}
    return Lexicon.from_mappings(words, lexicons)


def found(text, lexicon):
    return [(hit.cue.target, hit.written) for hit in scan(text, lexicon)]


def test_a_cue_matches_bent_and_casual_words():
    """'gak diperbaiki' is found by 'tidak perbaiki' and quoted as written."""
    lexicon = built(kinds={"kind": [{"key": "k", "words": ["tidak diperbaiki"]}]})
    assert found("kok GAK diperbaikin2 perbaikan", lexicon) == []
    assert found("gak perbaiki", lexicon) == [("k", "gak perbaiki")]


def test_a_number_in_a_cue_stands_for_any_number():
    """'# hari' is two days and eleven days."""
    lexicon = built(urgency={"cue": [{"words": ["# hari air mati"]}]})
    assert found("sudah 11 hari air mati", lexicon) == [("urgency", "11 hari air mati")]


def test_an_exact_cue_wants_the_very_word():
    """'=harapan' is not 'harap'."""
    lexicon = built(kinds={"kind": [{"key": "k", "words": ["=harapan"]}]})
    assert found("harap segera", lexicon) == []
    assert found("harapan kami", lexicon) == [("k", "harapan")]


def test_a_guard_nearby_takes_a_cue_back():
    """A stray dog is no insult."""
    cue = {"exact": True, "words": ["anjing"], "unless": ["liar"]}
    lexicon = built(abuse={"cue": [cue]})
    assert found("banyak anjing liar di gang", lexicon) == []
    assert found("anjing kalian", lexicon) == [("abuse", "anjing")]


def test_signs_count_as_words():
    """A question mark, a link and a hash tag can speak for a kind."""
    words = ["QUESTIONMARK", "LINK", "HASHTAG"]
    lexicon = built(kinds={"kind": [{"key": "k", "words": words}]})
    text = "kapan? https://contoh.id/a #info"
    assert [written for _, written in found(text, lexicon)] == ["?", "tautan", "#"]


def test_every_shipped_topic_has_a_name_and_words(lexicon):
    """At least eighteen topics come with the program."""
    targets = {cue.target for cues in lexicon.cues.values() for cue in cues}
    assert len(lexicon.topics) >= 18
    assert set(lexicon.topics) <= targets


def test_recovery_words_cannot_be_mistaken():
    """256 words of four to seven letters, told apart by their first four."""
    words = (FOLDER / "recovery_words.txt").read_text("utf-8").split()
    assert len(words) == len({word[:4] for word in words}) == 256
    assert words == sorted(words)
    assert all(word.isalpha() and 4 <= len(word) <= 7 for word in words)
