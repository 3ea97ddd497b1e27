"""What a unit answered stands behind the dates in our own answer."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import checklist, unit_answers
from kotakmasuk.store import media
from tests.helpers.desks import HOUR, NOW, Place, incoming, receive


SAID = UnitAnswer(0, "Dinas PU", "Ditambal 25 November 2025.", NOW - HOUR, 0, "", 1)
PROMISE = "Jalan ditambal pada 25 November 2025."


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One citizen who waits in public."""
    receive(place, owner, incoming())
    return place


def warns(place: Place, composition: Composition) -> bool:
    view = checklist.check(
        place.reader, place.office, 1, composition, ticks=frozenset()
    )
    return any(one.rule == "E10" and one.outcome == "failed" for one in view.results)


def test_a_date_warns_until_a_unit_stands_behind_it(asked: Place) -> None:
    """And the answer remembers which one did."""
    assert warns(asked, Composition(PROMISE))

    number, _ = unit_answers.add(asked.desk, SAID)

    assert not warns(asked, Composition(PROMISE, unit_answer=number))
    assert warns(asked, Composition(PROMISE.replace("25", "28"), unit_answer=number))


def test_a_scan_is_kept_with_the_answer(asked: Place) -> None:
    """A letter is attached as it came."""
    unit_answers.add(
        asked.desk, SAID, content=b"%PDF-1.7", media_type="application/pdf"
    )

    (kept,) = unit_answers.of_conversation(asked.reader, 1)
    assert media.load(asked.reader, kept.digest) == b"%PDF-1.7"


def test_an_answer_taken_away_stands_behind_nothing(asked: Place) -> None:
    """It was written down in the wrong conversation."""
    number, _ = unit_answers.add(asked.desk, SAID)

    unit_answers.remove(asked.desk, number)

    assert unit_answers.of_conversation(asked.reader, 1) == []
    assert warns(asked, Composition(PROMISE, unit_answer=number))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"unit": " "}, "belum diisi"),
        ({"text": ""}, "masih kosong"),
        ({"answered_at": NOW + HOUR}, "masa depan"),
        ({"text": "x" * 20_001}, "terlalu panjang"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(
    asked: Place, wrong: dict[str, object], words: str
) -> None:
    """In words, and nothing is stored."""
    with pytest.raises(KnownError, match=words):
        unit_answers.add(asked.desk, UnitAnswer(**{**vars(SAID), **wrong}))
    assert unit_answers.of_conversation(asked.reader, 1) == []
