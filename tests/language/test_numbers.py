"""Numbers: weak shapes count only with their word."""

import pytest

from kotakmasuk.language.cues import Cue
from kotakmasuk.language.numbers import Candidate, kind_of


def candidate(digits, cue=""):
    return Candidate(0, len(digits), digits, digits, Cue(cue), (len(digits),))


@pytest.mark.parametrize(
    ("digits", "cue", "kind"),
    [
        ("1234567890", "", ""),
        ("1234567890", "account_number", "account_number"),
        ("1234567890123", "", ""),
        ("1234567890123", "bpjs", "bpjs"),
        ("081234567847", "", "phone"),
        ("81234567847", "", ""),
        ("81234567847", "phone", "phone"),
        ("081234567847", "denied", ""),
        ("337401520995000", "nik", "nik"),
    ],
)
def test_the_same_digits_mean_what_the_word_before_says(digits, cue, kind):
    """Ten digits are an account only after 'rekening', thirteen BPJS after BPJS."""
    assert kind_of(candidate(digits, cue)) == kind
