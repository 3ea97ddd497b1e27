"""Messages for the benchmarks: a Zipf-like vocabulary of our own, 121 letters on average.

Nothing here was written by a citizen; only the shape is theirs.
"""

import random
from collections.abc import Iterator

from kotakmasuk.domain.messages import Author, Form, Incoming, Marked


MINUTE = 60_000
FIRST = 1_600_000_000_000
COMMON = [
    "yang",
    "di",
    "jalan",
    "mohon",
    "ini",
    "sudah",
    "tidak",
    "ada",
    "air",
    "dan",
    "untuk",
    "kami",
    "warga",
    "lampu",
    "rusak",
    "desa",
    "banjir",
    "sampah",
    "segera",
    "tolong",
    "pak",
    "bu",
    "dari",
    "belum",
    "dengan",
    "rumah",
    "mati",
    "hari",
    "ke",
    "itu",
    "saya",
    "perbaikan",
    "terima",
    "kasih",
    "kapan",
    "depan",
    "sekolah",
    "pasar",
    "kecamatan",
    "kelurahan",
]
FORMS = (Form.COMMENT, Form.MENTION, Form.DIRECT_MESSAGE)


def vocabulary(size: int = 40_000) -> list[str]:
    """Make words of syllables; the first ones are the common ones."""
    chance = random.Random(7)  # noqa: S311
    syllables = [first + second for first in "bcdghjklmnprstw" for second in "aiueo"]
    made = {
        "".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(size)
    }
    return COMMON + sorted(made)


def messages(number: int, *, first: int = 0) -> Iterator[Marked]:
    """Give marked messages, one conversation for about every third."""
    words = vocabulary()
    chance = random.Random(first + 1)  # noqa: S311
    weights = [1 / (rank + 3) for rank in range(len(words))]
    pool = chance.choices(words, weights, k=2_000_000)
    at = 0
    for index in range(first, first + number):
        length = chance.randint(6, 32)
        at = (at + length) % (len(pool) - 40)
        text = " ".join(pool[at : at + length])
        citizen = chance.randint(0, 1 + index // 3)
        yield _marked(index, citizen, text)


def _marked(index: int, citizen: int, text: str) -> Marked:
    sent_at = FIRST + index * MINUTE
    message = Incoming(
        remote_id=str(index),
        conversation=f"c{citizen}",
        form=FORMS[citizen % 3],
        public=citizen % 3 < 2,
        author=Author(f"a{citizen}", f"warga.{citizen}", f"Warga {citizen}"),
        text=text,
        sent_at=sent_at,
        own=index % 9 == 8,
        url=f"https://contoh.example/{index}",
    )
    return Marked(
        message,
        stem=text,
        kind="complaint",
        snippet=text[:160],
        due_at=sent_at + 480 * MINUTE,
    )
