"""What is signed, how wordings are named, and how a decision is told."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.approvals import (
    CheckLine,
    Option,
    Statement,
    Way,
    Words,
    deed_words,
    labelled,
    parted,
)
from kotakmasuk.domain.replies import Composition


WORDS = Words("Baik, Kak.", "akun-1", public=True, pictures=(("ab12", "Peta"),))
SAID = Statement(
    revision="r1",
    words=WORDS.digest(),
    check="c1",
    approver="Hendra",
    acting="",
    at=5,
    reasons={"E10": "kutipan warga"},
)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Baik, Kak!"},
        {"account": "akun-2"},
        {"public": False},
        {"purpose": "announcement"},
        {"pictures": ()},
        {"pictures": (("ab12", "Foto"),)},
    ],
)
def test_other_words_have_another_name(change: dict[str, object]) -> None:
    """Whatever leaves differently was not approved."""
    other = replace(WORDS, **change)  # type: ignore[arg-type]
    assert other.digest() != WORDS.digest()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("revision", "r2"),
        ("words", "00"),
        ("check", "c2"),
        ("approver", "Rina"),
        ("acting", "Plh. Kabid"),
        ("at", 6),
        ("reasons", {}),
    ],
)
def test_what_is_signed_holds_every_part(name: str, value: object) -> None:
    """No part can be changed without the signature failing."""
    changed = replace(SAID, **{name: value})  # type: ignore[arg-type]
    assert changed.text() != SAID.text()


def test_equal_statements_have_equal_bytes() -> None:
    """In whatever order the reasons were written."""
    one = replace(SAID, reasons={"a": "1", "b": "2"})
    two = replace(SAID, reasons={"b": "2", "a": "1"})
    assert one.text() == two.text()


@pytest.mark.parametrize("remark", ["", "lebih singkat", "menyebut SP4N-LAPOR!"])
def test_a_wording_keeps_its_letter_and_its_remark(remark: str) -> None:
    """Both come back as they went in."""
    assert parted(labelled(1, remark)) == ("B", remark)


def test_an_option_knows_its_ticks_and_its_problems() -> None:
    """By the outcomes of its newest check."""
    line = CheckLine("E02", 1, "Sopan", "", "manual", "block", "ticked")
    failed = replace(line, rule="E10", mode="automatic", outcome="failed")
    option = Option(
        1,
        "u",
        "A",
        "",
        "Sari",
        Composition("x"),
        Composition("x"),
        "r",
        "@a",
        True,  # noqa: FBT003
        lines=(line, failed),
    )
    assert option.ticks == {"E02"}
    assert option.with_outcome("failed", "overridden") == (failed,)


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({"state": "approved", "letter": "A", "way": Way.APP}, "menyetujui pilihan A"),
        (
            {"state": "approved", "letter": "B", "way": "app", "acting": "Plh. Kabid"},
            "menyetujui pilihan B sebagai Plh. Kabid",
        ),
        (
            {"state": "approved", "letter": "A", "way": "file", "approver": "Hendra"},
            "mengimpor persetujuan Hendra untuk pilihan A",
        ),
        (
            {
                "state": "approved",
                "letter": "A",
                "way": "outside",
                "approver": "Hendra",
                "acting": "Plt. Kadis",
            },
            "mencatat persetujuan Hendra (Plt. Kadis) di luar aplikasi untuk pilihan A",
        ),
        (
            {"state": "returned", "note": "Sebut RW."},
            "mengembalikan balasan: Sebut RW.",
        ),
        ({"state": "withdrawn"}, "menarik permintaan persetujuan"),
    ],
)
def test_a_decision_is_told_with_its_way(payload: dict[str, str], words: str) -> None:
    """Who reads the history sees how it came to be."""
    assert deed_words("approval.decide", payload) == words
    assert deed_words("note.add", payload) == ""
