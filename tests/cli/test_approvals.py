"""kotakmasuk approval: what waits, and a decision by file on a PC without an inbox."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kotakmasuk.cli.app import kotakmasuk
from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.approvals import RequestRow
from kotakmasuk.domain.errors import KnownError
from tests.cli.test_json_keys import documented
from tests.helpers.asking import NOTE, SHORTER, Asked, asking
from tests.helpers.console import Console, Said
from tests.helpers.desks import ANSWER, Place, account
from tests.helpers.seats import APPROVER, PASSPHRASE


@pytest.fixture
def asked(place: Place) -> Asked:
    """One request, filed a moment ago by this computer's own clock."""
    place.clock.at = time.time_ns() // 1_000_000
    account(place)
    return asking(place)


@pytest.fixture
def row(asked: Asked) -> RequestRow:
    return asked.request(ANSWER, SHORTER)


def told(asked: Asked, *words: str) -> str:
    """What a command prints at this desk; raises what the command raised."""

    @contextmanager
    def opened(thing: Any) -> Iterator[Any]:
        yield thing

    def nothing(*_: object, **__: object) -> Any:
        raise AssertionError

    tools = Tools(
        office=lambda: asked.place.office,
        reader=lambda: opened(asked.place.reader),
        desk=lambda: opened(asked.desk),
        open_desktop=nothing,
        run_demo=nothing,
        examine=nothing,
        rules=nothing,
    )
    ran = CliRunner().invoke(kotakmasuk, ["approval", *words], obj=tools)
    if isinstance(ran.exception, KnownError):
        raise ran.exception
    assert ran.exit_code == 0, ran.output
    return ran.output


def exported(asked: Asked, row: RequestRow, folder: Path) -> Path:
    file = folder / "minta.json"
    told(asked, "export", str(row.id), str(file), "--for", APPROVER)
    return file


def decide(file: Path, *words: str, passphrase: str = PASSPHRASE) -> Said:
    """As on another PC: there is no inbox, and none is made."""
    away = Console(file.parent / "tidak-ada")
    said = away.run("approval", "decide", str(file), *words, given=f"{passphrase}\n")
    assert not away.folder.exists()
    return said


def test_what_waits_is_listed_for_people_and_for_scripts(
    asked: Asked, row: RequestRow
) -> None:
    """A line a request, and the documented keys."""
    assert "2 pilihan, oleh Sari Rahmawati" in told(asked, "list")
    (found,) = json.loads(told(asked, "list", "--json"))
    assert set(found) == documented("approval list")
    assert found["uid"] == row.uid


def test_a_decision_goes_there_and_back_by_file(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """Decided without a data folder; taken in, the chosen wording is queued."""
    said = decide(exported(asked, row, tmp_path), "--approve", "--choose", "b")
    assert said.code == 0, said.problem
    assert "Jawaban diimpor." in told(
        asked, "import", str(tmp_path / "minta.jawaban.json")
    )
    assert (
        asked.place.one(
            "SELECT label FROM reply JOIN outbox ON outbox.reply = reply.id"
        )
        == "B"
    )


def test_a_return_goes_by_file_too(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """With its note."""
    said = decide(exported(asked, row, tmp_path), "--return", NOTE)
    assert said.code == 0, said.problem
    told(asked, "import", str(tmp_path / "minta.jawaban.json"))
    assert asked.place.one("SELECT decision FROM approval_request") == NOTE


def test_without_a_verdict_the_file_is_shown(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """What is asked can be read before anything is signed."""
    said = decide(exported(asked, row, tmp_path))
    assert said.code == 1
    assert ANSWER in said.out
    assert "--approve, atau --return" in said.problem


@pytest.mark.parametrize(
    ("words", "passphrase", "sentence"),
    [
        (("--approve",), PASSPHRASE, "Ada 2 pilihan: A, B."),
        (("--approve", "--choose", "D"), PASSPHRASE, "Pilihan D tidak ada"),
        (("--approve", "--choose", "A"), "bukan kata sandinya", "tidak cocok"),
        (("--return", " "), PASSPHRASE, "Tulis catatan"),
    ],
)
def test_a_verdict_that_is_not_whole_is_refused_in_words(
    asked: Asked,
    row: RequestRow,
    tmp_path: Path,
    words: tuple[str, ...],
    passphrase: str,
    sentence: str,
) -> None:
    """And no answer file is left behind."""
    said = decide(exported(asked, row, tmp_path), *words, passphrase=passphrase)
    assert said.code == 1
    assert sentence in said.problem
    assert not (tmp_path / "minta.jawaban.json").exists()


def test_an_expired_file_is_refused_in_words(
    asked: Asked, row: RequestRow, tmp_path: Path
) -> None:
    """By the clock of the PC where it is decided, and again where it comes back."""
    asked.place.clock.at -= 4 * 86_400_000
    said = decide(exported(asked, row, tmp_path), "--approve", "--choose", "A")
    assert said.code == 1
    assert "kedaluwarsa" in said.problem
    assert "Traceback" not in said.problem
