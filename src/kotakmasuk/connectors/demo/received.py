"""What the fictional platform has received: one line an answer, on the disk at once."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kotakmasuk.connectors.kit.answers import unknown
from kotakmasuk.connectors.kit.errors import Unreachable
from kotakmasuk.domain.replies import Outgoing, Receipt


FILE = "sent.jsonl"
PLACE = "kanal contoh"


@dataclass(frozen=True)
class Received:
    """One thing of ours, as the platform keeps it; `at` is UTC ms.

    `pictures` are (digest, alternative text).
    """

    id: str
    account: str
    key: str
    conversation: str
    in_reply_to: str | None
    form: str
    public: bool
    text: str
    at: int
    purpose: str = "answer"
    pictures: tuple[tuple[str, str], ...] = ()

    def receipt(self) -> Receipt:
        """Give the platform's word for it."""
        return Receipt(
            self.id, url=f"https://contoh.example/{self.id}", sent_at=self.at
        )


def received(settings: Mapping[str, str]) -> Iterator[Received]:
    """Read this account's answers; a line half written was never received."""
    path = Path(settings["state"]) / FILE
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            try:
                each = Received(**json.loads(line))
            except (ValueError, TypeError):
                continue
            if each.account == settings["key"]:
                yield each


def receive(settings: Mapping[str, str], outgoing: Outgoing, now: int) -> Received:
    """Keep an answer on the disk; OutcomeUnknown when only part of it may be there."""
    digest = hashlib.sha256(outgoing.key.encode()).hexdigest()[:10]
    answer = Received(
        id=f"{settings['key']}-balasan-{digest}",
        account=settings["key"],
        key=outgoing.key,
        conversation=outgoing.conversation,
        in_reply_to=outgoing.in_reply_to,
        form=outgoing.form.value,
        public=outgoing.public,
        text=outgoing.text,
        at=now,
        purpose=outgoing.purpose,
        pictures=tuple((each.digest, each.alt) for each in outgoing.pictures),
    )
    path = Path(settings["state"]) / FILE
    line = json.dumps(asdict(answer), ensure_ascii=False).encode() + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab+")
    except OSError:
        message = "Tempat balasan contoh tidak dapat ditulisi."
        remedy = "Periksa ruang cakram, lalu coba lagi."
        raise Unreachable(message, "Teks balasan tetap tersimpan.", remedy) from None
    try:
        with file:
            file.write(_mended(path) + line)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        raise unknown(PLACE) from None
    return answer


def _mended(path: Path) -> bytes:
    """Close a line that a crash left open, so that the next one begins anew."""
    content = path.read_bytes()
    return b"\n" if content and not content.endswith(b"\n") else b""
