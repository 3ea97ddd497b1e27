"""A template is tried out before an officer relies on it."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.replies import Picture
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import template_trials
from tests.helpers.desks import Place


GOOD = Template("", "", "Judul", "F", "Halo {sapaan}, {opd} {tindakan} pada {tanggal}.")


def found(place: Place, **change: object) -> set[str]:
    tried = template_trials.trial(place.reader, replace(GOOD, **change), "x")  # type: ignore[arg-type]
    return {one.rule for one in tried.failed}


def test_the_templates_own_words_are_judged_not_its_isian(place: Place) -> None:
    """A date that is asked for is no date that was promised."""
    tried = template_trials.trial(place.reader, GOOD, "x")
    assert tried.failed == ()
    assert tried.passed >= 6


@pytest.mark.parametrize(
    "change",
    [
        {"body": "Halo, nomor saya 0812-4410-9947."},
        {"body": "Halo, kami janji besok selesai."},
        {"body": "Halo, lihat https://contoh.xyz/a"},
        {"body": "Baik.", "variants": {"x": "SEMUA HURUF BESAR SEKALI!!"}},
    ],
)
def test_what_would_hold_an_answer_up_is_told_in_the_editor(
    place: Place, change: dict[str, object]
) -> None:
    """Personal data, promises, links, shouting: in the words of that platform."""
    assert found(place, **change)


def test_a_picture_that_nobody_described_is_told(place: Place) -> None:
    """With the same rule as in the composer."""
    bare = (Picture("d", "peta.png", "image/png", 9),)
    described = (replace(bare[0], alt="Peta"),)
    assert found(place, pictures=bare) >= found(place, pictures=described)


def test_a_text_is_counted_as_the_platform_counts(place: Place) -> None:
    """A link is 23 on X, whatever its length."""
    del place
    counted = template_trials.measure("https://sukamajukab.go.id/" + "a" * 90, "x")
    assert (counted.used, counted.allowed) == (23, 280)
