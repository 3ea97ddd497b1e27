"""kotakmasuk inspect: personal data and abuse in a file of messages, line by line.

The one rule to know: a line that cannot be read is told by its number and left out; all
others are answered.
"""

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from kotakmasuk.cli.tools import Tools
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import inspecting


_TROUBLES = {
    FileNotFoundError: "tidak ada",
    IsADirectoryError: "ternyata folder",
    PermissionError: "tidak boleh dibaca oleh Anda",
}


class UnreadableError(Exception):
    """A line that holds no message; says in words why."""


@click.command()
@click.argument("file", metavar="FILE.jsonl")
@click.option("--json", "as_json", is_flag=True, help="Satu baris JSON per pesan.")
@click.pass_obj
def inspect(tools: Tools, file: str, *, as_json: bool) -> None:
    """Cari data pribadi dan kata kasar di berkas JSON Lines ("-" untuk masukan baku)."""
    rules = tools.rules()
    problems = 0
    with _opened(file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                found = _inspected(line, rules)
            except UnreadableError as error:
                problems += 1
                click.echo(f"kotakmasuk: baris {number}: {error}", err=True)
            else:
                _tell(_as_line(found) if as_json else _as_words(found))
    if problems:
        answered = "Baris lain sudah dijawab."
        click.echo(f"kotakmasuk: {problems} baris dilewati. {answered}", err=True)
        raise SystemExit(1)


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).expanduser().open("rb")
    except OSError as error:
        raise KnownError(
            f"Berkas {file} {_TROUBLES.get(type(error), 'tidak dapat dibaca')}.",
            "Tidak ada yang berubah.",
            "Periksa nama dan letak berkas itu, lalu ulangi.",
        ) from error


def _inspected(line: bytes, rules: tuple[Rule, ...]) -> dict[str, Any]:
    """What a line's message holds; raises UnreadableError with what is wrong in words."""
    message = _message(line)
    found = inspecting.inspect(message["text"], rules)
    return {
        "id": message["id"],
        "personal_data": [
            {"start": one.start, "end": one.end, "type": inspecting.TYPES[one.kind]}
            for one in found.personal_data
        ],
        "abuse": bool(found.reasons),
        "reasons": list(found.reasons),
    }


def _message(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "bukan teks UTF-8; simpan ulang berkas sebagai UTF-8."
        ) from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError("bukan JSON yang utuh.") from error
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise UnreadableError('tidak ada "text" berisi teks.')
    if not isinstance(message.get("id"), str | int | float):
        raise UnreadableError('tidak ada "id" berisi teks atau angka.')
    return message


def _as_line(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False)


def _as_words(found: dict[str, Any]) -> str:
    places = (
        f"{one['type']} di {one['start']}-{one['end']}"
        for one in found["personal_data"]
    )
    said = "; ".join((*places, *found["reasons"])) or "tidak ada temuan"
    return f"{found['id']}: {said}"


def _tell(line: str) -> None:
    """Print a line at once; half of a surrogate pair is no reason to stop."""
    click.echo(line.encode("utf-8", "replace"))
    sys.stdout.flush()
