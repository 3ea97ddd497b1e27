"""What an officer waits for: the start, the next conversation, a window that answers."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import cache
from tests.bench.figures import Figure, at_most, left_out


ROOT = cache.ROOT
SESSION = """
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
sleep 1
"$@"
"""


def _run(command: list[str], **more: str) -> dict[str, Any]:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **more},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def starts(number: int) -> list[Figure]:
    """Start beside a bare window, with a real Secret Service where there is one."""
    command = [sys.executable, "tests/bench/starting.py", str(cache.folder(number))]
    real = shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")
    with tempfile.TemporaryDirectory() as home:
        if real:
            service = ["dbus-run-session", "--", "sh", "-c", SESSION, "sh"]
            session = {"HOME": home, "XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home}
            found = _run(service + command, **session)
        else:
            stub = {"PYTHON_KEYRING_BACKEND": "tests.bench.stub.Keyring"}
            found = _run(command, PYTHONPATH=str(ROOT), **stub)
    key = "real keyring" if real else "keyring stub"
    bare = found["bare_paint"]
    return [
        at_most(f"first paint ({key})", found["ours_paint"] / bare, 1.3, "x bare"),
        at_most(f"list filled ({key})", found["ours_list"] / bare, 2.2, "x bare"),
        left_out("a bare window's first paint", f"{bare * 1000:.0f} ms"),
        at_most("memory", found["ours_rss"] / found["bare_rss"], 2.5, "x bare"),
    ]


def steps(number: int) -> list[Figure]:
    """Press J and K in the real window."""
    found = _work("step", cache.folder(number))
    return [at_most("next conversation by J/K, p95", found["p95"], 16, "ms")]


def ticks(number: int) -> list[Figure]:
    """Let 50,000 messages come into a copy of the filled file."""
    with tempfile.TemporaryDirectory() as folder:
        found = _work("intake", cache.copy(number, Path(folder) / "copy"))
    return [
        at_most("window late while 50,000 come in, p99", found["p99"], 8, "ms"),
        at_most("window late while 50,000 come in, max", found["max"], 50, "ms"),
        left_out(
            "the same, idle", f"p99 {found['idle_p99']:.2f} max {found['idle_max']:.1f}"
        ),
        left_out("messages marked and saved meanwhile", f"{found['rate']:,.0f} /s"),
    ]


def _work(what: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.working", what, str(folder)]
    return _run(command, PYTHONPATH=str(ROOT))
