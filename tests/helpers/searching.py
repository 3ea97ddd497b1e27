"""Looks for a secret on the disk, in every form in which it could lie there."""

import base64
from collections.abc import Iterator
from pathlib import Path


def forms(secret: bytes) -> Iterator[bytes]:
    """Give a secret as it is, in hex and in base64 at each of its three offsets."""
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    for offset in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            whole = encode(bytes(offset) + secret)
            # Without the ends, on which the neighbours have a say.
            yield whole[4 if offset else 0 : len(whole) // 4 * 4 - 4]


def places(secret: bytes, *folders: Path) -> list[Path]:
    """Name the files in which a secret lies."""
    wanted = list(forms(secret))
    return [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and any(form in content for content in [file.read_bytes()] for form in wanted)
    ]
