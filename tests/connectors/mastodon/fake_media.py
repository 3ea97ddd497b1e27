"""Uploaded pictures on the small Mastodon server of tests."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from kotakmasuk.connectors.kit.loopback import Seen


FIELD = re.compile(rb'name="(\w+)"(?:; filename="[^"]*")?')


@dataclass
class Uploads:
    """What was uploaded; `slow` is how many looks one takes to be ready."""

    slow: int = 0
    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    looks: dict[str, int] = field(default_factory=dict)

    def take(self, seen: Seen) -> tuple[dict[str, Any], int]:
        """Keep a picture; 202 where it still has to be processed."""
        fields = parts(seen)
        number = str(7000 + len(self.kept))
        self.kept[number] = {
            "id": number,
            "type": "image",
            "url": None if self.slow else f"https://sukamaju.example/{number}.png",
            "description": fields.get("description", b"").decode(),
            "digest": hashlib.sha256(fields["file"]).hexdigest(),
        }
        self.looks[number] = self.slow
        return self.kept[number], 202 if self.slow else 200

    def look(self, number: str) -> tuple[dict[str, Any], int]:
        """Say whether it is ready."""
        if number not in self.kept:
            return {"error": "Record not found"}, 404
        self.looks[number] -= 1
        return self.kept[number], 206 if self.looks[number] > 0 else 200


def parts(seen: Seen) -> dict[str, bytes]:
    """Take a form apart (RFC 7578)."""
    boundary = b"--" + seen.headers["content-type"].partition("boundary=")[2].encode()
    found = {}
    for part in seen.body.split(boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = FIELD.search(head)
        if name:
            found[name[1].decode()] = content[:-2]
    return found
