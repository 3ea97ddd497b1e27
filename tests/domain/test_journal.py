"""The chain: whatever is changed in a row breaks it."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.journal import GENESIS, Entry, canonical, digest


ENTRY = Entry("meja-1", 1, 5, "Sari", "note.add", "u1", "d", GENESIS)


@pytest.mark.parametrize(
    "change",
    [
        {"device": "meja-2"},
        {"sequence": 2},
        {"at": 6},
        {"actor": "Budi"},
        {"kind": "note"},
        {"subject": "u2"},
        {"digest": "e"},
        {"previous": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_part_of_a_row_is_in_its_hash(change: dict[str, object]) -> None:
    """None can be changed unnoticed."""
    assert replace(ENTRY, **change).hash != ENTRY.hash  # type: ignore[arg-type]


def test_parts_cannot_be_pushed_into_each_other() -> None:
    """Where one ends and the next begins is in the hash too."""
    moved = replace(ENTRY, actor="Sarinote", kind=".add")
    assert moved.hash != replace(ENTRY, actor="Sari", kind="note.add").hash


def test_equal_payloads_have_equal_bytes() -> None:
    """In whatever order they were written."""
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1})
    assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'


def test_a_short_payload_cannot_be_guessed_from_its_digest() -> None:
    """The salt is different each time."""
    assert digest("{}", b"1") != digest("{}", b"2")
    assert digest("{}", b"1") == digest("{}", b"1")
