"""What no test may leave behind or reach: logs, threads, windows, the wide network.

Rule: these fixtures are on for every test; a test asks out only in plain sight, by
`caplog` (it reads the log) or a marker (it needs the machine's keyring). Qt is taken
from sys.modules, so that a test without Qt does not pay for loading it.
"""

import gc
import ipaddress
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings


FAILING_KEYRING = "keyring.backends.fail.Keyring"
PATIENCE = 3.0  # seconds for a thread to end that was told to
PROXIES = ("all_proxy", "ftp_proxy", "http_proxy", "https_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Give the test a home of its own, a data folder in it, and no keyring."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("KOTAKMASUK_HOME", str(folder / "kotakmasuk"))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    monkeypatch.delenv("KOTAKMASUK_PASSPHRASE", raising=False)
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    choose_keyring(monkeypatch, real=wants(request, "secretservice"))
    return folder


def wants(request: pytest.FixtureRequest, marker: str) -> bool:
    return request.node.get_closest_marker(marker) is not None


def choose_keyring(monkeypatch: pytest.MonkeyPatch, *, real: bool) -> None:
    if real:
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    else:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", FAILING_KEYRING)
        # Without a bus nothing of the desktop that runs the tests can be reached.
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    if "keyring.core" in sys.modules:
        monkeypatch.setattr(sys.modules["keyring.core"], "_keyring_backend", None)


class StrayRecords(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(
            f"{record.levelname} {record.name}: {record.getMessage()} "
            f"({record.pathname}:{record.lineno})"
        )


@pytest.fixture(autouse=True)
def no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning in the log that the test did not ask to read."""
    stray = StrayRecords()
    root = logging.getLogger()
    root.addHandler(stray)
    yield
    root.removeHandler(stray)
    if stray.lines and "caplog" not in request.fixturenames:
        pytest.fail("Logged, and not asked for:\n" + "\n".join(stray.lines))


def is_local(address: Any) -> bool:
    """Tell whether a socket address stays on this machine."""
    if not isinstance(address, tuple):
        return True  # a unix socket, or no internet family
    host = address[0]
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def never_resolves(host: Any) -> bool:
    return isinstance(host, str) and host.endswith(".invalid")


@pytest.fixture(autouse=True)
def no_wide_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse and report every socket outside loopback; `x.invalid` never resolves."""
    reached: list[str] = []
    real_lookup = socket.getaddrinfo

    def lookup(host: Any, *rest: Any, **more: Any) -> Any:
        if never_resolves(host):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host is not None and not is_local((host,)):
            reached.append(f"lookup of {host}")
            raise socket.gaierror(socket.EAI_FAIL, "Outside loopback, in a test")
        return real_lookup(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    for name in ("connect", "connect_ex"):
        guard_socket(monkeypatch, name, reached)
    yield
    if reached:
        pytest.fail("Outside loopback: " + ", ".join(reached))


def guard_socket(
    monkeypatch: pytest.MonkeyPatch, name: str, reached: list[str]
) -> None:
    real = getattr(socket.socket, name)

    def guarded(self: socket.socket, address: Any) -> Any:
        if not is_local(address):
            reached.append(f"{name} to {address}")
            message = "Outside loopback, in a test"
            raise OSError(message)
        return real(self, address)

    monkeypatch.setattr(socket.socket, name, guarded)


@pytest.fixture(autouse=True)
def no_leftover_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a thread, a lane or a QThread outlives the test that began it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE
    while left := leftover_threads(before):
        if time.monotonic() > deadline:
            pytest.fail("Threads still run: " + ", ".join(left))
        time.sleep(0.01)
    if "qtbot" in request.fixturenames and (names := running_qthreads()):
        pytest.fail("QThreads still run: " + ", ".join(names))


def leftover_threads(before: set[threading.Thread]) -> list[str]:
    return [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and (not thread.daemon or "lane" in thread.name.lower())
    ]


def running_qthreads() -> list[str]:
    qthread = sys.modules["PySide6.QtCore"].QThread
    is_valid = sys.modules["shiboken6"].isValid
    return [
        thread.objectName() or repr(thread)
        for thread in gc.get_objects()
        if isinstance(thread, qthread) and is_valid(thread) and thread.isRunning()
    ]


@pytest.fixture(autouse=True)
def no_leftover_windows() -> Iterator[None]:
    """Fail when a window or parentless widget outlives the test that made it."""
    before = {id(widget) for widget in top_level_widgets()}
    yield
    if not top_level_widgets():
        return
    delete_posted()
    gc.collect()
    left = [widget for widget in top_level_widgets() if id(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:  # so that the next test begins clean
        widget.close()
        widget.deleteLater()
    delete_posted()
    if names:
        pytest.fail("Widgets left: " + ", ".join(names))


def top_level_widgets() -> list[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def delete_posted() -> None:
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


def prefer_offscreen() -> None:
    """Keep windows off the screen of whoever runs the tests."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def settle_properties() -> None:
    """Let properties try the same examples in every run, and never fail by the clock."""
    settings.register_profile("house", database=None, deadline=None, derandomize=True)
    settings.load_profile("house")
