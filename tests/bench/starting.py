"""Starts of the program beside a bare window, in one run and by turns.

Run by path inside a session with a Secret Service, or with a stub in the keyring's
place; prints JSON.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path


ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from kotakmasuk.bootstrap import resources  # noqa: E402  after the path
from kotakmasuk.system import clock, keys, paths  # noqa: E402
from tests.bench import filled  # noqa: E402


TRIES = 7


def give_key(folder: Path) -> None:
    """Put the folder's key into this session's keyring."""
    (folder / keys.FILE_NAME).unlink(missing_ok=True)
    keys.create(
        folder,
        entropy=lambda size: (
            filled.KEY if size == keys.KEY_BYTES else clock.entropy(size)
        ),
        words=resources.recovery_words(paths.resources_folder()),
        passphrase=None,
    )


def start(what: str, folder: Path) -> dict[str, float]:
    """Start one window; seconds until it painted, and bytes of memory."""
    given = {**os.environ, "KOTAKMASUK_HOME": str(folder)}
    # Whoever has installed the program has its compiled files as well.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/bench/window.py"), what],
        env=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    seen = json.loads(done.stdout)
    return {name: seen[name] - (began if name != "rss" else 0) for name in seen}


def main() -> None:
    folder = Path(sys.argv[1])
    give_key(folder)
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
    for number in range(TRIES + 1):
        for what, kept in runs.items():
            found = start(what, folder)
            if number:  # The first one warms the caches.
                kept.append(found)
    medians = {
        f"{what}_{name}": statistics.median(one[name] for one in kept)
        for what, kept in runs.items()
        for name in kept[0]
    }
    print(json.dumps(medians))  # noqa: T201


if __name__ == "__main__":
    main()
