"""Search as one types: from a letter to the rows on the screen."""

import time

from kotakmasuk.domain.inbox import Listing, View
from kotakmasuk.services import inbox
from tests.bench import cache, corpus, filled
from tests.bench.figures import Figure, at_most, percentile


TYPED = ("banjir di jalan", "lampu rusak", "air mati dan sampah", "warga kelurahan")
OPERATORS = (
    "dari:warga.12",
    "kanal:uji",
    "status:baru",
    "tag:jalan",
    "jenis:pengaduan",
    "sebelum:2021-01-01",
    "sejak:2020-10-01",
    "ada:balasan",
    "ada:lampiran",
    "ada:data-pribadi",
    "ada:catatan",
)
LONGEST = 1000  # ms


def search(number: int) -> list[Figure]:
    """Type sentences letter by letter, then each operator, alone and with a word."""
    home = filled.home(cache.folder(number))
    reader = home.open_reader()
    home.office.words()
    typed = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    typed += [f'"{word}"' for word in corpus.COMMON[:6]]
    alone = list(OPERATORS)
    joined = [f"{operator} banjir " for operator in OPERATORS]

    def spent(text: str) -> float:
        began = time.perf_counter()
        listing = Listing(View.ALL, search=text)
        found = inbox.first_page(reader, home.office, listing, officer="Sari")
        inbox.rows(reader, found)
        return (time.perf_counter() - began) * 1000

    words = percentile([spent(text) for text in typed], 95)
    operators = percentile([spent(text) for text in alone], 95)
    both = max((spent(text), text) for text in joined)
    reader.close()
    return [
        at_most("search as typed, words, p95", words, 20, "ms"),
        at_most("search as typed, operators, p95", operators, 20, "ms"),
        # Above 20 ms the list says "mencari…" meanwhile.
        at_most(f"slowest of both, '{both[1].strip()}'", both[0], LONGEST, "ms"),
    ]
