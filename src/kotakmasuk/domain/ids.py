"""Global identities: the same remote item gets the same one, everything else a new one.

Nothing here reads a clock or a random source; both are parameters.
"""

import hashlib
from functools import lru_cache
from uuid import UUID, uuid5


NAMESPACE = UUID("6c1c1f0e-5a52-5d0a-9a3e-6b6f74616b6d")


def uuid7(now: int, entropy: bytes) -> str:
    """Make a time-ordered identity from `now` (UTC ms) and ten random bytes (RFC 9562)."""
    stamp = now & 0xFFFF_FFFF_FFFF
    high = int.from_bytes(entropy[:2]) & 0x0FFF
    low = int.from_bytes(entropy[2:10]) & 0x3FFF_FFFF_FFFF_FFFF
    return str(UUID(int=stamp << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low))


# Intake names each message of a page for its row and again for the journal.
@lru_cache(maxsize=1024)
def item_uid(*, platform: str, host: str, account: str, remote_id: str) -> str:
    """Name a remote item as one connected account saw it; stable on every computer."""
    return str(uuid5(NAMESPACE, f"{platform}\x1f{host}\x1f{account}\x1f{remote_id}"))


def import_id(
    *, account: str, sent_at: int, author: str, text: str, occurrence: int
) -> str:
    """Name an imported line that has no remote id by what stands in it.

    `occurrence` counts equal lines within the same file, so that a citizen who wrote the
    same words twice keeps both.
    """
    parts = (account, str(sent_at), author, text, str(occurrence))
    return "digest:" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:40]
