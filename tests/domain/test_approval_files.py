"""The seal of a file: what is read, and what is refused in which words."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kotakmasuk.domain.approval_files import (
    ANSWER,
    REQUEST,
    Sealed,
    fingerprint,
    message_of,
    read,
    written,
)
from kotakmasuk.domain.errors import KnownError


KEY = bytes(32)
BODY = {"request": "r1", "note": "“Ya”"}
FILE = Sealed(REQUEST, BODY, KEY, message_of(REQUEST, BODY)[:64])


def fits(_key: bytes, message: bytes, signature: bytes) -> bool:
    """A seal for these tests: the first 64 bytes of what was signed."""
    return message[:64] == signature


def test_a_file_comes_back_as_it_was_written() -> None:
    """With its own words in it."""
    assert read(written(FILE), REQUEST, verify=fits) == FILE


def test_an_answer_is_not_taken_for_a_request() -> None:
    """Each file says what it is, and that is signed too."""
    other = replace(FILE, kind=ANSWER)
    with pytest.raises(KnownError, match="bukan berkas permintaan"):
        read(written(other), REQUEST, verify=fits)
    assert message_of(ANSWER, BODY) != message_of(REQUEST, BODY)


@pytest.mark.parametrize(
    "change",
    [{"signature": "00"}, {"signature": "zz"}, {"key": None}, {"body": {"note": "x"}}],
)
def test_a_seal_that_does_not_fit_is_refused(change: dict[str, Any]) -> None:
    """Whatever part of the file was touched."""
    values = FILE.values() | change
    with pytest.raises(KnownError, match="sudah berubah sejak ditandatangani"):
        read(json.dumps(values), REQUEST, verify=fits)


def test_a_newer_form_says_what_to_do() -> None:
    """It is not called broken."""
    values = FILE.values() | {"version": 2}
    with pytest.raises(KnownError, match="Perbarui Kotak Masuk"):
        read(json.dumps(values), REQUEST, verify=fits)


def test_a_key_has_a_name_to_be_read_out() -> None:
    """Short, and another for another key."""
    assert len(fingerprint(KEY).split()) == 4
    assert fingerprint(KEY) != fingerprint(bytes(31) + b"1")
