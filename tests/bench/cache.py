"""A filled data folder for each number of messages, kept between runs.

It lies under the system's temporary folder, named by what decides its content: the
schema, the corpus and the way in. Filling writes without waiting for the disk and in
pages of 500, as an import does; both are never measured.
"""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench import filled


ROOT = Path(__file__).parents[2]
MADE_BY = (
    "src/kotakmasuk/store/migrations/m*.py",
    "src/kotakmasuk/store/growing.py",
    "src/kotakmasuk/store/placing.py",
    "tests/bench/corpus.py",
)


def folder(number: int) -> Path:
    """Give a folder with that many messages; nothing may be changed in it."""
    made = hashlib.sha256()
    for pattern in MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            made.update(path.read_bytes())
    name = f"{number}-{made.hexdigest()[:12]}"
    kept = Path(tempfile.gettempdir()) / "kotakmasuk-bench" / name
    if not kept.exists():
        sys.stderr.write(f"filling {number} messages, once\n")
        draft = kept.with_suffix(".draft")
        shutil.rmtree(draft, ignore_errors=True)
        with filled.home(draft).desk() as desk:
            for pragma in ("synchronous = OFF", "cache_size = -200000"):
                desk.database.conn.execute(f"PRAGMA {pragma}")
            filled.fill(desk, number, page=500)
        draft.rename(kept)
    return kept


def copy(number: int, target: Path) -> Path:
    """Give a copy of such a folder that may be changed."""
    shutil.copytree(folder(number), target)
    return target
