"""What an officer types into the search field, understood."""

from datetime import date

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Kind, Status
from kotakmasuk.domain.search import OPERATORS, PRESENCE, Query, parse_query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("lampu jalan", Query(words=("lampu", "jalan"))),
        ("  lampu,   jalan! ", Query(words=("lampu", "jalan"))),
        ('"jalan raya" mati', Query(words=("mati",), phrases=("jalan raya",))),
        ('"belum selesai', Query(phrases=("belum selesai",))),
        ("dari:budi", Query(authors=("budi",))),
        ('dari:"budi santoso"', Query(authors=("budi santoso",))),
        ("DARI:budi", Query(authors=("budi",))),
        ("kanal:instagram", Query(channels=("instagram",))),
        ("tag:#pju", Query(tags=("pju",))),
        ("status:baru", Query(statuses=(Status.NEW,))),
        ("status:menunggu-warga", Query(statuses=(Status.WAITING_CITIZEN,))),
        ('status:"menunggu warga"', Query(statuses=(Status.WAITING_CITIZEN,))),
        ("jenis:aduan", Query(kinds=(Kind.COMPLAINT,))),
        ("jenis:pertanyaan", Query(kinds=(Kind.QUESTION,))),
        ("sejak:2025-11-01", Query(since=date(2025, 11, 1))),
        ("sebelum:2025-11-20", Query(before=date(2025, 11, 20))),
        ("ada:lampiran", Query(presence=("lampiran",))),
        ("ada:data", Query(presence=("data-pribadi",))),
        ("jam 10:30", Query(words=("jam", "10", "30"))),
        ("https://contoh.test/a", Query(words=("https", "contoh", "test", "a"))),
    ],
)
def test_what_is_typed_is_understood(text: str, query: Query) -> None:
    """Words, phrases, operators, and what only looks like one."""
    assert parse_query(text) == query


@pytest.mark.parametrize("name", OPERATORS)
@pytest.mark.parametrize("rest", ["", " ", ' ""'])
def test_an_operator_without_a_value_asks_nothing_yet(name: str, rest: str) -> None:
    """It is still being typed."""
    assert parse_query(f"{name}:{rest}") == Query()


def test_a_beginning_may_mean_several() -> None:
    """“menunggu” is both who waits for a unit and who waits for a citizen."""
    found = parse_query("status:menunggu").statuses
    assert found == (Status.WAITING_UNIT, Status.WAITING_CITIZEN)
    assert len(parse_query("jenis:pe").kinds) > 1


@pytest.mark.parametrize("word", PRESENCE)
def test_all_that_can_be_there_can_be_asked_for(word: str) -> None:
    """By its own word."""
    assert parse_query(f"ada:{word}").presence == (word,)


@pytest.mark.parametrize(
    "text", ["status:x", "jenis:x", "ada:x", "sejak:x", "sebelum:2025-02-30"]
)
def test_a_value_without_sense_is_told_with_an_example(text: str) -> None:
    """And what else was typed is kept."""
    with pytest.raises(KnownError) as told:
        parse_query(text)
    assert text in told.value.message
    assert told.value.remedy.startswith(f"Contoh: {text.partition(':')[0]}:")
