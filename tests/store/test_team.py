"""Keys in the file: one in force, the others kept with their end."""

from kotakmasuk.store import team as store
from tests.helpers.desks import Place


def give(place: Place, number: int, *, at: int, officer: str = "Hendra") -> bytes:
    public = bytes([number] * 32)
    store.replace_key(
        place.desk.database, officer, salt=bytes(16), public_key=public, at=at
    )
    return public


def test_a_new_key_ends_the_one_before(place: Place) -> None:
    """The newest comes first, and the older one has its end."""
    old, new = give(place, 1, at=10), give(place, 2, at=20)

    newest, older = store.keys(place.reader, "Hendra")

    assert (newest.public_key, newest.replaced_at) == (new, None)
    assert (older.public_key, older.replaced_at) == (old, 20)
    assert store.key_in_force(place.reader, "Hendra") == newest


def test_who_has_a_key_is_listed_until_it_ends(place: Place) -> None:
    """Nobody else can prove a role."""
    give(place, 1, at=10)
    give(place, 2, at=10, officer="Maya")

    assert store.retire_key(place.desk.database, "Hendra", at=20)

    assert store.holders(place.reader) == {"Maya"}
    assert store.key_in_force(place.reader, "Hendra") is None
    assert not store.retire_key(place.desk.database, "Hendra", at=30)


def test_failures_belong_to_the_key_in_force(place: Place) -> None:
    """A reset begins with none."""
    give(place, 1, at=10)
    store.note_failures(place.desk.database, "Hendra", 4, not_before=99)
    noted = store.key_in_force(place.reader, "Hendra")
    give(place, 2, at=20)
    fresh = store.key_in_force(place.reader, "Hendra")

    assert noted is not None
    assert fresh is not None
    assert (noted.failures, noted.not_before) == (4, 99)
    assert (fresh.failures, fresh.not_before) == (0, 0)
