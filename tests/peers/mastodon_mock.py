"""A real server of the Mastodon API, started for a test and stopped after it.

It runs with the interpreter that KOTAKMASUK_PEERS_PYTHON names, in its own process.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest


PYTHON = "KOTAKMASUK_PEERS_PYTHON"
START_SECONDS = 60


@dataclass(frozen=True)
class User:
    """Somebody with an account on the server."""

    base_url: str
    token: str
    id: str
    name: str

    def post(self, text: str, **more: Any) -> dict[str, Any]:
        """Write a status; `in_reply_to_id`, `visibility` and the like as they are."""
        return self._ask("POST", "/api/v1/statuses", json={"status": text, **more})

    def edit(self, status_id: str, text: str) -> dict[str, Any]:
        """Change a status of one's own."""
        path = f"/api/v1/statuses/{status_id}"
        return self._ask("PUT", path, json={"status": text})

    def delete(self, status_id: str) -> None:
        """Take a status of one's own away."""
        self._ask("DELETE", f"/api/v1/statuses/{status_id}")

    def replies_under(self, status_id: str) -> list[dict[str, Any]]:
        """Read what stands under a status."""
        context = self._ask("GET", f"/api/v1/statuses/{status_id}/context")
        found: list[dict[str, Any]] = context["descendants"]
        return found

    def _ask(self, method: str, path: str, **arguments: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        url = self.base_url + path
        with httpx.Client(trust_env=False, headers=headers, timeout=30) as client:
            return client.request(method, url, **arguments).raise_for_status().json()


@dataclass(frozen=True)
class Server:
    """The running server."""

    base_url: str

    def register(self, name: str) -> User:
        """Make an account, with its token."""
        form = {
            "username": name,
            "email": f"{name}@warga.example",
            "password": "rahasia-sekali",
            "agreement": "true",
            "locale": "id",
        }
        with httpx.Client(trust_env=False, timeout=30) as client:
            answer = client.post(f"{self.base_url}/api/v1/accounts", data=form)
            token = answer.raise_for_status().json()["access_token"]
        someone = User(self.base_url, token, "", name)
        account = someone._ask("GET", "/api/v1/accounts/verify_credentials")
        return User(self.base_url, token, account["id"], name)


def python() -> str:
    """Give the interpreter that has mastodon-mock; skip the test where there is none."""
    found = os.environ.get(PYTHON)
    if not found:
        pytest.skip(f"{PYTHON} names no interpreter with mastodon-mock")
    return found


@contextmanager
def running() -> Iterator[Server]:
    """Run the server in memory on a free port, for as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python(), "-m", "mastodon_mock", "serve", "--in-memory"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        base_url = f"http://127.0.0.1:{port}"
        _await(base_url, process)
        yield Server(base_url)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(base_url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < until:
            assert process.poll() is None, "mastodon-mock ended at once"
            try:
                client.get(f"{base_url}/api/v2/instance").raise_for_status()
            except httpx.HTTPError:
                time.sleep(0.1)
            else:
                return
    pytest.fail("mastodon-mock did not start")
