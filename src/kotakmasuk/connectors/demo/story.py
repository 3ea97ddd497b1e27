"""The story's files, and when each of its messages is written.

Weeks and days count from `monday`, what arrives while the demo is open from `opened`,
both UTC ms.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kotakmasuk.domain.errors import KnownError


MINUTE = 60_000
DAY = 24 * 60 * MINUTE
Line = Mapping[str, Any]


@dataclass(frozen=True)
class Story:
    """One account's part of the story."""

    folder: Path
    key: str
    monday: int
    opened: int

    def messages(self) -> Iterator[tuple[int, Line]]:
        """Give each message of this account with its time."""
        for name in ("messages.jsonl", "arrivals.jsonl"):
            for line in read_lines(self.folder / name):
                if line["account"] == self.key:
                    yield self.time_of(line), line

    def posts(self) -> dict[str, Line]:
        """Give the agency's posts by id."""
        lines = read_lines(self.folder / "posts.jsonl")
        return {line["id"]: line for line in lines}

    def reactions(self) -> list[Line]:
        """Give what citizens may say once they are answered."""
        return list(read_lines(self.folder / "answers.jsonl"))

    def account(self) -> Line:
        """Give this account as the agency's file has it."""
        path = self.folder / "agency.toml"
        with _reading(path):
            accounts = tomllib.loads(path.read_text("utf-8"))["account"]
            found: Line = next(each for each in accounts if each["key"] == self.key)
        return found

    def time_of(self, line: Line) -> int:
        """Say when a message or post was written (UTC ms)."""
        if "after_seconds" in line:
            return self.opened + int(line["after_seconds"]) * 1000
        hours, minutes = str(line["time"]).split(":")
        days = int(line["week"]) * 7 + int(line["day"]) - 1
        return self.monday + days * DAY + (int(hours) * 60 + int(minutes)) * MINUTE


def story_of(settings: Mapping[str, str]) -> Story:
    """Find the story that an account's settings name; KnownError when they do not."""
    try:
        return Story(
            folder=Path(settings["story"]),
            key=settings["key"],
            monday=int(settings["monday"]),
            opened=int(settings["opened"]),
        )
    except (KeyError, ValueError) as error:
        raise broken(str(error)) from error


def read_lines(path: Path) -> tuple[Line, ...]:
    """Read a file of JSON lines; a broken one names its line."""
    with _reading(path):
        content = path.read_bytes()
    return _parsed(path.name, content)


# An account is read every few seconds, and each sending looks at all that stands there.
@lru_cache(maxsize=16)
def _parsed(name: str, content: bytes) -> tuple[Line, ...]:
    lines = []
    for number, line in enumerate(content.decode().split("\n"), start=1):
        if line.strip():
            try:
                lines.append(json.loads(line))
            except ValueError as error:
                raise broken(f"{name} baris {number}") from error
    return tuple(lines)


def broken(where: str) -> KnownError:
    """Tell that the story cannot be read."""
    return KnownError(
        f"Cerita contoh tidak dapat dibaca: {where}.",
        "Kotak masuk Anda sendiri tidak berubah.",
        "Pasang ulang Kotak Masuk.",
    )


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, KeyError, StopIteration, tomllib.TOMLDecodeError) as error:
        raise broken(path.name) from error
