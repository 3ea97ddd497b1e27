"""The fictional platform is held to the same contract as a real one."""

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.connectors.kit.testing import ConnectorContract
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Outgoing


MONDAY = 1_780_000_000_000


class StoryPlatform:
    """A story that a test writes line by line."""

    server = None

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.lines: list[dict[str, Any]] = []
        self.order: random.Random | None = None
        self.clock = MONDAY
        for name in ("posts", "arrivals", "answers"):
            (folder / f"{name}.jsonl").touch()
        self._save()
        self.access = Access(
            account="uid-demo",
            remote_id="178400",
            handle="@pemkab_sukamaju",
            settings={
                "story": str(folder),
                "key": "ig",
                "monday": str(MONDAY),
                "opened": str(MONDAY),
                "state": str(folder / "state"),
            },
            http=Http(),
            read_token=lambda _name: None,
            save_token=lambda _name, _value: None,
            now=lambda: self.clock,
        )

    def write(self, text: str) -> str:
        number = len(self.lines)
        self.clock = max(self.clock, MONDAY + number * 60_000)
        day, minutes = divmod(number, 1440)
        self.lines.append(
            {
                "id": f"ig-{number:04}",
                "account": "ig",
                "thread": f"t{number}",
                "form": "comment",
                "public": True,
                "author": "warga",
                "name": "Warga",
                "week": 0,
                "day": 1 + day,
                "time": f"{minutes // 60:02}:{minutes % 60:02}",
                "text": text,
                "by": "citizen",
            }
        )
        self._save()
        return f"ig-{number:04}"

    def edit(self, remote_id: str, text: str) -> None:
        for line in self.lines:
            if line["id"] == remote_id:
                line.update(text=text, edited=True)
        self._save()

    def shuffle(self, order: random.Random) -> None:
        self.order = order

    def lose_answer(self) -> None:
        def broken(_descriptor: int) -> None:
            raise OSError

        self.monkeypatch.setattr(os, "fsync", broken)

    def outgoing(self, remote_id: str, key: str) -> Outgoing:
        text, room = "Sudah kami teruskan.", f"t{remote_id}"
        return Outgoing(
            key,
            text,
            room,
            remote_id,
            Form.COMMENT,
            public=True,
            not_before=self.clock,
        )

    def standing(self) -> int:
        return len(self.received())

    def done(self, purpose: str) -> int:
        return sum(each["purpose"] == purpose for each in self.received())

    def shown(self, remote_id: str) -> list[tuple[str, str]]:
        found = next(each for each in self.received() if each["id"] == remote_id)
        return [(digest, alt) for digest, alt in found["pictures"]]

    def wait(self, milliseconds: int) -> None:
        self.clock += milliseconds

    def received(self) -> list[dict[str, Any]]:
        path = self.folder / "state" / "sent.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    def _save(self) -> None:
        lines = list(self.lines)
        if self.order is not None:
            self.order.shuffle(lines)
        written = "".join(json.dumps(line) + "\n" for line in lines)
        (self.folder / "messages.jsonl").write_text(written)


class TestDemo(ConnectorContract):
    """The demo shows nothing that a real platform could not do."""

    key = "demo"

    @pytest.fixture
    def platform(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> StoryPlatform:
        return StoryPlatform(tmp_path, monkeypatch)
