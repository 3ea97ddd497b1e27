"""Templates: which words a platform gets, what is right, and what went out unchanged."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.templates import (
    Template,
    body_for,
    faults_of,
    fields_of,
    is_expired,
    is_unchanged,
    joined,
    shortcut_of,
    used_uids,
)


BODY = "Halo {sapaan} {nama?}, aduan sudah kami catat. ^{inisial}"
ONE = Template(
    uid="t1",
    key="terima",
    title="Terima aduan",
    folder="Aduan",
    body=BODY,
    shortcut=";terima",
    variants={"x": "Kak {nama}, sudah dicatat. ^{inisial}"},
)


def test_a_platform_gets_its_own_words():
    """All others get the common ones."""
    assert body_for(ONE, "x").startswith("Kak")
    assert body_for(ONE, "instagram") == body_for(ONE) == BODY
    assert [field.name for field in fields_of(ONE, "x")] == ["nama", "inisial"]


def test_a_template_is_offered_until_the_end_of_its_day():
    """Without a date it never expires."""
    dated = replace(ONE, expires_on="2026-11-30")
    assert not is_expired(dated, "2026-11-30")
    assert is_expired(dated, "2026-12-01")
    assert not is_expired(ONE, "2099-01-01")


def test_several_templates_stand_in_one_reply():
    """Each once, in the order in which they were taken."""
    assert joined(["b", "", "a", "b"]) == "b,a"
    assert used_uids("b,a") == ("b", "a")
    assert used_uids("") == ()


@pytest.mark.parametrize(
    ("text", "unchanged"),
    [
        ("Halo Kak Dewi, aduan sudah kami catat. ^SR", True),
        ("Halo Kak, aduan sudah kami catat. ^SR", True),
        ("Halo Kak Dewi,\n aduan sudah  kami catat. ^SR ", True),
        ("Halo Kak Dewi, aduan sudah kami catat.", False),
        ("Halo Kak Dewi, aduan jalan rusak sudah kami catat. ^SR", False),
        ("Halo Kak Dewi, aduan sudah kami catat. ^SR Nanti kami kabari.", False),
        (
            f"Halo Kak Dewi {'dari sebelah balai desa ' * 6}, aduan sudah kami catat.",
            False,
        ),
        ("Baik. Halo Kak Dewi, aduan sudah kami catat. ^SR", False),
        ("", False),
    ],
)
def test_only_filled_in_is_told_from_adapted(text, unchanged):
    """What stands for an isian does not count, any other word does."""
    assert is_unchanged(BODY, text) is unchanged


def test_a_template_of_nothing_but_isian_is_never_unchanged():
    """Every text would be it."""
    assert not is_unchanged("{sapaan} {nama}: {isi}", "Apa saja boleh di sini")


def test_a_value_may_hold_what_the_template_ends_with():
    """The last piece is looked for at the end."""
    body = "Halo {nama}, kabar aduan Anda: {tindakan}."
    assert is_unchanged(body, "Halo Ani, kabar aduan Anda: ditambal. Sudah kering.")
    assert not is_unchanged(body, "Halo Ani, kabar aduan Anda: ditambal. Kering")


def test_a_plain_template_is_unchanged_word_by_word():
    """Without isian there is nothing to fill."""
    assert is_unchanged("Terima kasih, ya.", "Terima kasih, ya.")
    assert not is_unchanged("Terima kasih, ya.", "Terima kasih banyak, ya.")


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        ({"title": " "}, "title", "Tulis judul"),
        ({"title": "x" * 121}, "title", "paling banyak 120"),
        ({"title": "tolak aduan"}, "title", "sudah dipakai"),
        ({"body": " \n"}, "body", "Tulis isinya"),
        ({"body": "x" * 10_001}, "body", "paling banyak 10000"),
        ({"body": "Halo {nama"}, "body", "huruf 6 belum ditutup"),
        ({"shortcut": ";tolak"}, "shortcut", "dipakai “Tolak aduan”"),
        ({"shortcut": ";dua kata"}, "shortcut", "misalnya ;kabar"),
        ({"expires_on": "31 Januari"}, "expires_on", "bukan tanggal"),
        ({"variants": {"x": "{"}}, "variants.x", "belum ditutup"),
        ({"variants": {"friendster": "Halo"}}, "variants.friendster", "tidak dikenal"),
        (
            {"pictures": (Picture("d", "peta.png", "image/png", 9),)},
            "pictures",
            "gambar peta.png",
        ),
    ],
)
def test_each_field_says_what_is_wrong_with_it(change, name, words):
    """And only that field."""
    other = replace(ONE, uid="t2", title="Tolak aduan", shortcut=";tolak")
    faults = faults_of(replace(ONE, **change), (ONE, other))
    assert list(faults) == [name]
    assert words in faults[name]


def test_a_whole_template_has_no_fault():
    """Its own title and shortcut are not taken by somebody else."""
    assert faults_of(ONE, (ONE,)) == {}


def test_a_shortcut_is_kept_small_with_its_semicolon():
    """However it was typed."""
    assert shortcut_of(" Kabar ") == ";kabar"
    assert shortcut_of(";kabar") == ";kabar"
    assert shortcut_of(" ; ") == ""
