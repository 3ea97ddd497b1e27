"""Writing a file and reading it, for the tests of files."""

from pathlib import Path

from kotakmasuk.connectors.files import connector
from kotakmasuk.connectors.kit.files import Rejected
from kotakmasuk.domain.messages import Incoming


MAP = {"text": "isi", "sent_at": "waktu"}
NINE = 1_763_604_000_000  # 2025-11-20 09:00 WIB


def read(path: Path, **mapping: str) -> list[Incoming | Rejected]:
    return list(connector.rows(path, MAP | mapping, zone="Asia/Jakarta", account="uid"))


def good(path: Path, **mapping: str) -> list[Incoming]:
    return [each for each in read(path, **mapping) if isinstance(each, Incoming)]


def bad(path: Path, **mapping: str) -> list[Rejected]:
    return [each for each in read(path, **mapping) if isinstance(each, Rejected)]
