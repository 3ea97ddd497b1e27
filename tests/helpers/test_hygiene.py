"""The hygiene of the suite, broken once on purpose in a suite of its own."""

import subprocess
import sys
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]
BROKEN = """
import contextlib, logging, os, socket, threading

def test_home():
    assert "pytest" in os.environ["HOME"]

def test_local():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_asked(caplog):
    logging.getLogger("x").warning("diminta")

def test_log():
    logging.getLogger("x").warning("aduh")

def test_lookup():
    with contextlib.suppress(OSError):
        socket.create_connection(("example.org", 80))

def test_connect():
    with socket.socket() as line, contextlib.suppress(OSError):
        line.connect(("192.0.2.1", 80))

def test_thread():
    threading.Thread(target=threading.Event().wait, name="lane-x", daemon=True).start()

def test_keyring():
    import keyring, keyring.errors
    with contextlib.suppress(keyring.errors.NoKeyringError):
        keyring.set_password("a", "b", "c")
        assert False, "a keyring was found"

def test_window(qapp):
    from PySide6.QtWidgets import QLabel
    qapp.keep = QLabel("x")
    qapp.keep.show()
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("broken")
    (folder / "test_broken.py").write_text(BROKEN)
    command = [sys.executable, "-m", "pytest", "-p", "tests.helpers.hygiene"]
    command += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)]
    ran = subprocess.run(
        [*command, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.stdout


def test_a_clean_test_stays_clean(report: str) -> None:
    """Loopback, a home of one's own, an asked-for log and no keyring are fine."""
    assert "9 passed, 5 errors" in report, report


@pytest.mark.parametrize(
    "sentence",
    [
        "Logged, and not asked for",
        "Outside loopback: lookup of example.org",
        "Outside loopback: connect to ('192.0.2.1', 80)",
        "Threads still run: lane-x",
        "Widgets left: QLabel",
    ],
)
def test_what_is_left_behind_fails_the_test(report: str, sentence: str) -> None:
    """A stray log, a far socket, a lane or a window left behind is an error."""
    assert sentence in report, report
