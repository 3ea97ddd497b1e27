"""What reading a file gives back: a preview, then messages and rejected lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kotakmasuk.domain.messages import Incoming


FIELDS = ("text", "sent_at", "remote_id", "author", "url", "tag", "answered_at")


@dataclass(frozen=True)
class Preview:
    """The beginning of a file as it was understood; `guessed` maps field to column.

    `kind` is csv, xlsx or jsonl; `date_format` is how a date column will be read, such as
    "dd/mm/yyyy", empty where no date was found. `rows` are the first twenty.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    date_format: str = ""


@dataclass(frozen=True)
class Rejected:
    """A line that was not taken, by its number in the file, and why, in Indonesian."""

    line: int
    reason: str


class FileReader(Protocol):
    """The module of a connector with the capability `import`."""

    def preview(self, path: Path, settings: Mapping[str, str]) -> Preview:
        """Look at the beginning of a file; KnownError when it is none we read."""

    def rows(
        self, path: Path, mapping: Mapping[str, str], *, zone: str, account: str
    ) -> Iterator[Incoming | Rejected]:
        """Read a file line by line; `mapping` is field to column; KnownError as above.

        `zone` is for times without one; `account` goes into the ids of lines without id.
        """
