"""Making, naming, merging and setting tags; test_undo.py takes each back."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import inbox, tags
from tests.helpers.desks import Place, incoming, receive


@pytest.fixture
def three(place: Place, owner: int) -> Place:
    """Three conversations; two carry *pju*, one of these *jalan* too."""
    receive(place, owner, *(incoming(f"m{number}") for number in range(3)))
    tags.add_by_name(place.desk, [1, 2], "pju")
    tags.add_by_name(place.desk, [2], "jalan")
    return place


def names(place: Place) -> dict[str, int]:
    return {one.name: one.open for one in tags.all_tags(place.reader)}


def tag(place: Place, name: str) -> int:
    return next(one.id for one in tags.all_tags(place.reader) if one.name == name)


def test_the_tags_most_in_use_come_first(three: Place) -> None:
    """With the number of open conversations."""
    assert list(names(three).items()) == [("pju", 2), ("jalan", 1)]


def test_however_a_name_is_typed_it_is_one_tag(three: Place) -> None:
    """So that no two mean the same."""
    tags.add_by_name(three.desk, [3], " #PJU ")
    assert names(three)["pju"] == 3


@pytest.mark.parametrize("deed", ["create", "rename"])
def test_a_name_that_is_there_is_refused_in_words(three: Place, deed: str) -> None:
    """They could be merged instead."""
    deeds = {
        "create": lambda: tags.create(three.desk, "PJU"),
        "rename": lambda: tags.rename(three.desk, tag(three, "jalan"), "pju"),
    }
    with pytest.raises(KnownError, match="gabungkan"):
        deeds[deed]()
    assert names(three) == {"pju": 2, "jalan": 1}


def test_a_renamed_tag_stays_on_its_conversations(three: Place) -> None:
    """It is the same tag."""
    changes = tags.rename(three.desk, tag(three, "pju"), "lampu jalan")
    assert changes.conversations == {1, 2}
    assert inbox.rows(three.reader, [1])[0].tags == ("lampu-jalan",)


def test_a_name_given_again_changes_nothing(three: Place) -> None:
    """And is not written down."""
    assert not tags.rename(three.desk, tag(three, "pju"), "pju")


def test_merged_tags_carry_what_either_carried(three: Place) -> None:
    """Each conversation once."""
    tags.merge(three.desk, tag(three, "pju"), tag(three, "jalan"))
    assert names(three) == {"jalan": 2}
    assert [row.tags for row in inbox.rows(three.reader, [1, 2])] == [("jalan",)] * 2


def test_a_tag_merged_into_itself_stays(three: Place) -> None:
    """Nothing happens."""
    assert not tags.merge(three.desk, tag(three, "pju"), tag(three, "pju"))
    assert names(three)["pju"] == 2


def test_a_removed_tag_is_off_everywhere_and_its_name_is_free(three: Place) -> None:
    """A new one of that name begins empty."""
    tags.remove(three.desk, tag(three, "pju"))
    assert inbox.rows(three.reader, [1])[0].tags == ()
    tags.create(three.desk, "pju")
    assert names(three) == {"jalan": 1, "pju": 0}


def test_a_tag_may_take_the_name_of_a_removed_one(three: Place) -> None:
    """Nobody else has it any more."""
    tags.remove(three.desk, tag(three, "pju"))
    tags.rename(three.desk, tag(three, "jalan"), "pju")
    assert names(three) == {"pju": 1}


def test_tags_are_set_and_taken_off_in_one_action(three: Place) -> None:
    """On many conversations at once."""
    changes = tags.set_tags(
        three.desk, [1, 2, 3], add=[tag(three, "jalan")], remove=[tag(three, "pju")]
    )
    assert changes.conversations == {1, 2, 3}
    assert names(three) == {"jalan": 3, "pju": 0}


def test_setting_what_is_set_changes_nothing(three: Place) -> None:
    """And leaves no trace."""
    before = three.one("SELECT count(*) FROM journal")
    assert not tags.set_tags(three.desk, [1, 2], add=[tag(three, "pju")])
    assert three.one("SELECT count(*) FROM journal") == before


@pytest.mark.parametrize("deed", ["set", "rename", "merge", "remove"])
def test_a_tag_that_is_gone_is_told(three: Place, deed: str) -> None:
    """Somebody removed it on another screen."""
    gone, there = tag(three, "pju"), tag(three, "jalan")
    tags.remove(three.desk, gone)
    deeds = {
        "set": lambda: tags.set_tags(three.desk, [1], add=[gone]),
        "rename": lambda: tags.rename(three.desk, gone, "x"),
        "merge": lambda: tags.merge(three.desk, there, gone),
        "remove": lambda: tags.remove(three.desk, gone),
    }
    with pytest.raises(KnownError, match="sudah tidak ada"):
        deeds[deed]()


def test_an_imported_tag_joins_the_one_in_use(three: Place, owner: int) -> None:
    """Or makes it."""
    receive(three, owner, incoming("m9", tags=("pju", "air")))
    assert names(three) == {"pju": 3, "jalan": 1, "air": 1}
