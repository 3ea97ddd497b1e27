"""Templates are found by a few letters of what an officer remembers."""

import random
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kotakmasuk.domain.template_files import parse_templates
from kotakmasuk.domain.template_search import excerpt, find, index_of, search
from kotakmasuk.domain.templates import Template


STARTERS = Path(__file__).parents[2] / "resources/templates/starter.toml"


@pytest.fixture(scope="module")
def starters() -> tuple[Template, ...]:
    return parse_templates(tomllib.loads(STARTERS.read_text("utf-8")), "starter.toml")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("hoaks", "klarifikasi_hoaks"),
        ("darurat", "darurat"),
        ("kewenangn", "bukan_kewenangan"),
        ("kewenagnan", "bukan_kewenangan"),
        ("ppid", "informasi_publik"),
        ("data tampil", "data_terlanjur_publik"),
    ],
)
def test_a_template_is_found_by_name_body_and_slip(starters, query, first):
    """A few letters, a word of the text or a typing slip are enough."""
    assert search(starters, query)[0].key == first


def test_a_word_that_is_nowhere_finds_nothing(starters):
    """All words must fit; an empty query offers all in their own order."""
    assert search(starters, "hoaks zebra") == ()
    assert search(starters, " ") == starters


def test_a_shortcut_finds_its_template_first(starters):
    """Before every template that only has the word in it."""
    last = replace(starters[-1], shortcut=";aduan")
    found = search((*starters[:-1], last), "aduan")
    assert found[0] is last
    assert search((*starters[:-1], last), ";adu")[0] is last
    assert len(found) > 1


def test_equal_fits_keep_the_order_in_which_they_were_offered():
    """The most used stays first."""
    some = [Template(str(n), "", f"Jalan {n}", "Aduan", "Isi") for n in (3, 1, 2)]
    assert [one.uid for one in search(some, "jalan")] == ["3", "1", "2"]


def test_the_words_of_the_platform_are_searched():
    """What the officer will not send is not what she looks for."""
    one = Template("a", "", "Terima", "F", "panjang", variants={"x": "ringkas"})
    assert find(index_of([one], "x"), "ringkas") == (one,)
    assert find(index_of([one]), "ringkas") == ()


def spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    for _ in range(20):
        work()
    return time.process_time() - begun


@pytest.mark.parametrize("query", ["k", "ka", "rusak", "laporna", "jalan rusak"])
def test_five_hundred_templates_are_searched_between_two_keys(query):
    """At most twelve times what one look through all their letters takes."""
    chance = random.Random(7)  # noqa: S311  no secret
    parts = ("ka", "ta", "ma", "sa", "ri", "lu", "pe", "ja", "lan", "ru", "sak", "por")
    words = ["".join(chance.choices(parts, k=3)) for _ in range(4000)]
    many = [
        Template(str(number), "", "Templat", "Aduan", " ".join(found))
        for number in range(500)
        for found in [chance.choices(words, k=45)]
    ]
    index = index_of(many)
    plain = spent(lambda: [one for one in many if query in one.body.casefold()])
    assert spent(lambda: find(index, query)) < 12 * plain


def test_the_list_shows_why_a_template_was_found():
    """The text begins a little before the word that was typed."""
    body = "Halo, permohonan informasi publik dapat diajukan\nke PPID kami: kapan saja."
    assert excerpt(body, "ppid") == "…dapat diajukan ke PPID kami: kapan saja."
    assert excerpt(body, "informasi").startswith("Halo, permohonan")
    assert excerpt(body, "") == excerpt(body, "zebra") == " ".join(body.split())
