"""The append-only record of who did what, chained by digests.

The chain covers a salted digest of each payload, never the payload itself, so that a
citizen can be erased and the chain stays whole.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass


GENESIS = "0" * 64


@dataclass(frozen=True)
class Stamp:
    """Who acts, on which device and when; carried by every change."""

    at: int
    device: str
    actor: str
    entropy: Callable[[int], bytes]


@dataclass(frozen=True)
class Entry:
    """One row of the journal without its payload."""

    device: str
    sequence: int
    at: int
    actor: str
    kind: str
    subject: str
    digest: str
    previous: str

    @property
    def hash(self) -> str:
        """Chain this row to the one before it."""
        parts = (
            self.device,
            str(self.sequence),
            str(self.at),
            self.actor,
            self.kind,
            self.subject,
            self.digest,
            self.previous,
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def canonical(payload: Mapping[str, object]) -> str:
    """Write a payload so that equal contents have equal bytes."""
    return json.dumps(
        payload, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def digest(payload: str, salt: bytes) -> str:
    """Digest a payload so that a short one cannot be guessed from the journal."""
    return hashlib.sha256(salt + payload.encode()).hexdigest()
