"""A text that is too long becomes a numbered thread and loses nothing."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kotakmasuk.connectors.kit import addresses
from kotakmasuk.connectors.kit.counting import COUNTS, graphemes, weighted
from kotakmasuk.connectors.kit.splitting import WHOLE, split
from kotakmasuk.domain.errors import KnownError


NUMBER = re.compile(r" \((\d+)/(\d+)\)\Z")
PIECES = st.sampled_from(
    [
        "Terima kasih.",
        "Laporan",
        "Anda",
        "sudah",
        "kami",
        "teruskan",
        "Jl. Merdeka",
        "lapor.go.id",
        "https://www.lapor.go.id/laporan/detil/jalan?utas=1",
        "@rini@warga.example",
        "@humas",
        "👨‍👩‍👧‍👦",
        "🇮🇩👍🏽",
        "e\u0301",
        "ꦲꦤꦕꦫꦏ",
        "日本語。",
        "(1/3)",
        "x" * 90,
    ]
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "  ", "\u3000", ", "])
TEXTS = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
ANY = TEXTS | st.text(min_size=1, max_size=300)


def said(text: str) -> str:
    """Give what is read, without spaces."""
    return "".join(text.split())


def without_number(part: str) -> str:
    return NUMBER.sub("", part)


@given(ANY, st.integers(80, 400), st.sampled_from(sorted(COUNTS)))
def test_every_part_fits_and_nothing_is_lost(
    text: str, allowed: int, name: str
) -> None:
    """Read one after the other, the parts say what was written."""
    count = COUNTS[name]
    parts = split(text, allowed, count)
    if len(parts) == 1:
        assert parts == (text,)
        return
    assert all(count(part) <= allowed for part in parts)
    assert said("".join(map(without_number, parts))) == said(text)


@given(TEXTS, st.integers(100, 400))
@example("Halo " + "https://contoh.example/" + "a" * 60 + " ya. " * 40, 100)
def test_links_handles_and_letters_stay_whole(text: str, allowed: int) -> None:
    """What stands in the text whole stands whole in one of the parts."""
    parts = [without_number(part) for part in split(text, allowed, graphemes)]
    whole = [text[start:end] for start, end in addresses.find(text)]
    whole += [match[0] for match in WHOLE.finditer(text)]
    assert all(any(each in part for part in parts) for each in whole)
    lost = graphemes(said(text)) - sum(graphemes(said(part)) for part in parts)
    assert lost == 0


@given(TEXTS, st.integers(30, 400))
def test_parts_are_numbered_in_order(text: str, allowed: int) -> None:
    """A reader sees how many there are and where she is."""
    try:
        parts = split(text, allowed, weighted)
    except KnownError:
        return
    found = [NUMBER.search(part) for part in parts]
    if len(parts) > 1:
        numbers = [(int(each[1]), int(each[2])) for each in found if each]
        assert numbers == [(at, len(parts)) for at in range(1, len(parts) + 1)]


def test_a_text_that_fits_is_left_alone() -> None:
    """Spaces and all, and without a number."""
    assert split(" Terima kasih. \n", 280, weighted) == (" Terima kasih. \n",)


def test_a_paragraph_is_the_first_choice_then_a_sentence_then_a_word() -> None:
    """A thread is cut where a reader would take a breath."""
    paragraphs = f"{'a' * 30}\n\n{'b' * 14}. {'c' * 30}"
    assert split(paragraphs, 56, graphemes)[0] == f"{'a' * 30} (1/2)"
    sentences = "Laporan Anda kami terima. Kami teruskan hari ini juga."
    assert split(sentences, 48, graphemes)[0] == "Laporan Anda kami terima. (1/2)"
    words = "Laporan Anda di Jl. Merdeka kami teruskan"
    assert split(words, 36, graphemes)[0] == "Laporan Anda di Jl. Merdeka (1/2)"


def test_more_than_nine_parts_leave_room_for_their_number() -> None:
    """The number may grow; the part still fits."""
    parts = split("kata " * 300, 100, graphemes)
    assert len(parts) > 9
    assert parts[0].endswith(f"(1/{len(parts)})")
    assert max(map(graphemes, parts)) <= 100


@pytest.mark.parametrize(
    "text", ["https://contoh.example/" + "a" * 300, "@" + "a" * 300]
)
def test_what_must_stay_whole_and_is_too_long_is_told(text: str) -> None:
    """Half a link leads nowhere, so the officer has to shorten it herself."""
    with pytest.raises(KnownError, match="lebih panjang dari batasnya"):
        split(f"Lihat {text}", 140, graphemes)


def test_an_endless_text_is_told() -> None:
    """A thousand parts help nobody."""
    with pytest.raises(KnownError, match="terlalu panjang"):
        split("kata " * 2100, 20, graphemes)


def test_a_family_at_the_limit_goes_into_the_next_part() -> None:
    """Only emoji and no space: cut between families, not between children."""
    family = "👨‍👩‍👧‍👦"
    parts = [without_number(part) for part in split(family * 200, 280, weighted)]
    assert {part.replace(family, "") for part in parts} == {""}
    assert sum(map(weighted, parts)) == 400
