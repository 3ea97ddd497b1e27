"""The log tells what the program did and nothing that anybody wrote."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotakmasuk.system import log


NIK = "3175064107900003"


@pytest.fixture
def written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """The log of this test, begun and ended."""
    caplog.set_level(logging.INFO)
    handler = log.start(tmp_path)
    yield tmp_path / log.FILE_NAME
    logging.getLogger(log.NAME).removeHandler(handler)
    handler.close()


def test_what_was_done_is_written_with_its_time(written: Path) -> None:
    """Fixed words and numbers."""
    logging.getLogger("kotakmasuk.test").info("stored %d of %d", 3, 4)
    text = written.read_text(encoding="utf-8")
    assert "INFO kotakmasuk.test stored 3 of 4" in text


def test_an_exception_is_named_without_its_words(written: Path) -> None:
    """They may carry a citizen's number."""
    try:
        raise ValueError(f"bad value {NIK}")  # noqa: TRY301
    except ValueError:
        logging.getLogger("kotakmasuk.test").exception("intake failed")
    text = written.read_text(encoding="utf-8")
    assert "intake failed" in text
    assert "ValueError at test_log.py:" in text
    assert NIK not in text


def test_another_handlers_text_of_an_exception_is_not_taken(written: Path) -> None:
    """The first formatter leaves its text in the record for the next."""
    record = logging.LogRecord("kotakmasuk", logging.ERROR, "x", 1, "broken", (), None)
    record.exc_text = f"ValueError: {NIK}"
    logging.getLogger("kotakmasuk").handle(record)
    assert NIK not in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "given", [NIK, {"nik": NIK}, [NIK], ValueError(NIK), Path(NIK)]
)
def test_texts_that_were_filled_in_are_left_out(written: Path, given: object) -> None:
    """Whatever they are."""
    logging.getLogger("kotakmasuk").warning("met %s at %d", given, 7)
    text = written.read_text(encoding="utf-8")
    assert "met … at 7" in text
    assert NIK not in text


def test_named_texts_are_left_out_too(written: Path) -> None:
    """The other way of filling in."""
    logging.getLogger("kotakmasuk").info("met %(who)s", {"who": NIK})
    assert "met …" in written.read_text(encoding="utf-8")


def test_the_log_stays_small(written: Path) -> None:
    """A few megabytes at most, the newest last."""
    for _ in range(3):
        logging.getLogger("kotakmasuk").info("x" * (log.LARGEST - 10))
    sizes = [one.stat().st_size for one in written.parent.glob("kotakmasuk.log*")]
    assert len(sizes) > 1
    assert max(sizes) <= log.LARGEST + 200
