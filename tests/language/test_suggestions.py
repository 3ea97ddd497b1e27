"""Marks: kind, topics and urgency with the citizen's words as the reason."""

import csv
import os
from pathlib import Path

import pytest

from kotakmasuk.language.suggestions import HIGH, Marks, because, mark


SHARED = Path(
    os.environ.get("KOTAKMASUK_SHARED", Path(__file__).parents[2].parent / "shared")
)
LABELS = {
    "complaint": "pengaduan",
    "question": "permintaan_informasi",
    "suggestion": "aspirasi",
    "appreciation": "lainnya",
    "other": "lainnya",
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Lampu PJU depan balai desa padam sudah 3 hari, mohon diperbaiki",
            "complaint",
        ),
        ("Min, syarat bikin KIA apa saja ya? bisa online?", "question"),
        ("Usul, sebaiknya taman kota ditambah bangku", "suggestion"),
        ("Mantap, respon cepat, terima kasih sudah diperbaiki", "appreciation"),
        ("Yuk simak kegiatan minggu ini https://contoh.id #giat", "other"),
        ("", "other"),
    ],
)
def test_each_kind_is_recognised(lexicon, text, kind):
    """A complaint, a question, a wish, praise and a broadcast are told apart."""
    assert mark(text, lexicon).kind == kind


def test_a_topic_comes_with_its_reason(lexicon):
    """The officer reads 'karena: ...' with words of the message itself."""
    marks = mark("PJU di Jl. Melati padam", lexicon)
    assert marks.topics[0].key == "pju"
    assert because(marks.topics[0].words) == "karena: pju, padam"


def test_at_most_three_topics_are_suggested(lexicon):
    """A long message doesn't become a wall of topics."""
    text = "jalan berlubang, sampah menumpuk, PDAM mati, bansos, KTP, puskesmas"
    assert len(mark(text, lexicon).topics) == 3


@pytest.mark.parametrize(
    "text",
    [
        "pohon besar hampir roboh menimpa rumah",
        "sudah 4 hari tidak ada air di dusun kami",
        "ada kabel putus nyetrum di depan sekolah",
        "anak saya besok operasi tapi BPJS nonaktif",
    ],
)
def test_danger_is_urgent(lexicon, text):
    """What may cost a life stands out, with the words that say so."""
    marks = mark(text, lexicon)
    assert marks.urgency == HIGH
    assert marks.urgency_words


def test_a_rumour_is_noticed(lexicon):
    """Who asks whether a forwarded message is true may bring a hoax."""
    marks = mark("apa benar ada bansos 2 juta? dapat dari grup WA", lexicon)
    assert "apa benar" in marks.hoax_words


@pytest.mark.parametrize(
    "text",
    [
        "sampah menumpuk, mohon bego diturunkan untuk pengerukan sungai",
        "banyak anjing liar, takut rabies",
        "bau kotoran dari kandang babi",
        "pekok kok matanya",
    ],
)
def test_plain_words_are_no_abuse(lexicon, text):
    """Bego is an excavator and dogs are dogs."""
    expected = ("pekok",) if text.startswith("pekok") else ()
    assert mark(text, lexicon).abuse_words == expected


def test_personal_data_is_named_not_repeated(lexicon):
    """Marks say that a NIK is there and don't hold it."""
    marks = mark("NIK 3374015209950003 wa 081234567847", lexicon)
    assert marks.personal_data == ("nik", "phone")
    assert "3374015209950003" not in str(marks)


def test_nothing_noticed_is_an_empty_mark(lexicon):
    """A sticker or a stray word suggests nothing."""
    assert mark("🙏", lexicon) == Marks()
    assert because(()) == ""


def test_kinds_agree_with_labels_by_hand(lexicon):
    """On 238 real messages the kind is right in at least 62 of a hundred."""
    source = SHARED / "data/texts/triage_handlabelled.csv"
    if not source.exists():
        pytest.skip("shared test texts are not here")
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = sum(LABELS[mark(row["text"], lexicon).kind] == row["type"] for row in rows)
    assert right >= 0.62 * len(rows)


def test_complaints_are_not_taken_for_abuse(lexicon):
    """Of real complaints at most two in a thousand are flagged as abusive."""
    source = SHARED / "data/texts/topic_surabaya.csv"
    if not source.exists():
        pytest.skip("shared test texts are not here")
    with source.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    flagged = sum(bool(mark(text, lexicon).abuse_words) for text in texts)
    assert flagged <= 0.002 * len(texts)
