"""The two files of an approval without a line: a request goes out, an answer comes back.

The one rule: a file is read only where its seal fits its content to the letter; what
holds a single changed sign is refused whole.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.journal import canonical


REQUEST, ANSWER = "kotakmasuk-permintaan-persetujuan", "kotakmasuk-jawaban-persetujuan"
NAMES = {REQUEST: "permintaan persetujuan", ANSWER: "jawaban persetujuan"}
VERSION = 1
# A request holds its pictures; nothing larger was written by us.
LONGEST = 40_000_000
KEPT = "Tidak ada yang diubah."
Verify = Callable[[bytes, bytes, bytes], bool]


@dataclass(frozen=True)
class Sealed:
    """What a file says and who says so: the body, the public key and its signature."""

    kind: str
    body: Mapping[str, Any]
    key: bytes
    signature: bytes

    @property
    def message(self) -> bytes:
        """The bytes that were signed."""
        return message_of(self.kind, self.body)

    @property
    def digest(self) -> str:
        """A name for this very content."""
        return hashlib.sha256(self.message).hexdigest()

    def values(self) -> dict[str, Any]:
        """The whole as it is written."""
        return {
            "format": self.kind,
            "version": VERSION,
            "body": dict(self.body),
            "key": self.key.hex(),
            "signature": self.signature.hex(),
        }


def message_of(kind: str, body: Mapping[str, Any]) -> bytes:
    """The bytes that stand for a body; equal bodies have equal bytes."""
    return canonical({"format": kind, "version": VERSION, "body": body}).encode()


def written(sealed: Sealed) -> str:
    """The file's content."""
    return json.dumps(sealed.values(), ensure_ascii=False, indent=1, sort_keys=True)


def read(text: str, kind: str, *, verify: Verify) -> Sealed:
    """Read a file of one kind; raises KnownError where its seal does not fit."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise not_ours(kind) from error
    return unsealed(values, kind, verify=verify)


def unsealed(values: object, kind: str, *, verify: Verify) -> Sealed:
    """Take written values apart and try the seal; raises KnownError."""
    if not isinstance(values, dict) or values.get("format") != kind:
        raise not_ours(kind)
    if values.get("version") != VERSION:
        raise KnownError(
            f"Berkas {NAMES[kind]} ini dibuat versi Kotak Masuk yang lebih baru.",
            KEPT,
            "Perbarui Kotak Masuk di komputer ini, lalu coba lagi.",
        )
    try:
        sealed = Sealed(
            kind,
            values["body"],
            bytes.fromhex(values["key"]),
            bytes.fromhex(values["signature"]),
        )
        fits = verify(sealed.key, sealed.message, sealed.signature)
    except (KeyError, TypeError, ValueError) as error:
        raise changed(kind) from error
    if not fits:
        raise changed(kind)
    return sealed


def not_ours(kind: str) -> KnownError:
    """The sentence for a file that is something else."""
    return KnownError(
        f"Berkas ini bukan berkas {NAMES[kind]} Kotak Masuk.",
        KEPT,
        "Pilih berkas .json yang diekspor dari Kotak Masuk.",
    )


def changed(kind: str) -> KnownError:
    """The sentence for a file that somebody altered, or that broke on its way."""
    return KnownError(
        f"Berkas {NAMES[kind]} ini sudah berubah sejak ditandatangani.",
        KEPT,
        "Minta berkas itu dikirim ulang langsung oleh pembuatnya.",
    )


def fingerprint(key: bytes) -> str:
    """A public key in words short enough to read out on the telephone: "3f2a 90c1 …"."""
    digest = hashlib.sha256(key).hexdigest()[:16]
    return " ".join(digest[place : place + 4] for place in range(0, 16, 4))
