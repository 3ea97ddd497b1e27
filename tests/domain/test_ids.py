"""Identities: the same for the same thing everywhere, never the same for two."""

from uuid import UUID

from kotakmasuk.domain.ids import import_id, item_uid, uuid7


def test_uuid7_is_ordered_by_time() -> None:
    """A newer thing sorts after an older one."""
    made = [uuid7(at, bytes(10)) for at in (1, 2, 1_763_535_600_000)]
    assert made == sorted(made)


def test_uuid7_is_what_the_standard_says() -> None:
    """RFC 9562: the time, version 7, variant 2, the rest by chance."""
    found = UUID(uuid7(0x0123_4567_89AB, b"\xff" * 10))
    assert found.hex == "0123456789ab7fffbfffffffffffffff"
    assert found.version == 7


def test_uuid7_uses_all_of_its_chance() -> None:
    """Two things of the same millisecond differ."""
    assert uuid7(1, bytes(9) + b"\x01") != uuid7(1, bytes(10))


def test_the_same_item_has_the_same_name_on_every_computer() -> None:
    """It is made of where it lies, and is written down here for ever."""
    known = {"platform": "mastodon", "host": "a.test", "account": "1"}
    assert item_uid(**known, remote_id="9") == "b3553bdf-6a21-5771-b22d-1ab03289b9c6"


def test_items_of_two_accounts_are_two() -> None:
    """Also where joining their parts would look alike."""
    names = {
        item_uid(platform=platform, host=host, account=account, remote_id=remote_id)
        for platform, host, account, remote_id in (
            ("m", "ab", "c", "d"),
            ("m", "a", "bc", "d"),
            ("m", "a", "b", "cd"),
            ("ma", "b", "c", "d"),
        )
    }
    assert len(names) == 4


def test_an_imported_line_is_named_by_what_stands_in_it() -> None:
    """Equal lines are told apart by which of them it is."""
    line = {"account": "a", "sent_at": 1, "author": "w", "text": "Halo"}
    first = import_id(**line, occurrence=0)  # type: ignore[arg-type]
    assert first == import_id(**line, occurrence=0)  # type: ignore[arg-type]
    assert first != import_id(**line, occurrence=1)  # type: ignore[arg-type]
    assert first.startswith("digest:")
