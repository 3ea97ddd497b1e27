"""Word lists as an agency writes them: bent, alternative, apart and conditional."""

import pytest

from kotakmasuk.language.wordings import find, folded, problem


def found(text, *words):
    return [text[one.start : one.end] for one in find(text, words)]


def test_a_word_is_found_whole_and_in_any_case():
    """'pasti' is neither 'pastikan' nor 'kepastian'."""
    assert found("PASTI kami pastikan kepastian", "pasti") == ["PASTI"]


@pytest.mark.parametrize(
    ("entry", "text", "quoted"),
    [
        ("bodoh*", "kebodohan? bodohnya kamu", "bodohnya"),
        ("tidak/tak/gak becus", "memang gak becus", "gak becus"),
        (
            "laporkan ... polisi",
            "kami laporkan nanti ke polisi",
            "laporkan nanti ke polisi",
        ),
        ("hati-hati anda", "Hati-hati, Anda!", "Hati-hati, Anda"),
        ("100%", "selesai 100% besok", "100%"),
        ("😂", "banjir lagi 😂", "😂"),
        ("Rp*/dana", "butuh dana", "dana"),
    ],
)
def test_an_entry_reads_as_one_would_say_it(entry, text, quoted):
    """Endings, alternatives, room between words, signs and faces."""
    assert found(text, entry) == [quoted]


@pytest.mark.parametrize("text", ["GOBLOOOK", "g0bl0k", "goblok2", "\uff47oblok"])
def test_a_disguised_word_is_the_same_word(text):
    """Stretched, with digits for letters, doubled or wide."""
    assert folded(text) == "goblok"


def test_a_condition_looks_at_the_same_sentence():
    """A stray dog is no insult; the dog of another sentence doesn't excuse one."""
    entry = "anjing (kecuali liar, rabies)"
    assert found("Anjing liar ditangkap.", entry) == []
    assert found("Itu liar. Anjing kamu!", entry) == ["Anjing"]


def test_an_entry_may_ask_for_company():
    """To come to an office is service; to come and explain oneself is a summons."""
    entry = "datang ke kantor (bila klarifikasi) (kecuali data)"
    assert found("Silakan datang ke kantor membawa KTP.", entry) == []
    assert found("Datang ke kantor untuk klarifikasi!", entry) == ["Datang ke kantor"]
    assert found("Datang ke kantor untuk klarifikasi data", entry) == []


def test_words_of_two_sentences_are_no_phrase():
    """'... kepada kami. Laporkan Anda' is not 'kami laporkan'."""
    assert found("Hubungi kami. Laporkan segera", "kami laporkan") == []


@pytest.mark.parametrize("entry", ["bodoh (kecuali", "kata (kapan x)", "***", "a)b"])
def test_an_entry_that_cannot_be_read_is_named(entry):
    """A forgotten bracket is told, not passed over."""
    assert problem(entry)
    assert found("bodoh kata a b", entry) == []
    assert problem("kata (kecuali a, b)") == ""
