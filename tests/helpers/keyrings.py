"""Keyrings for tests: one in memory, and some that misbehave.

Rule: no test touches the keyring of the machine that runs it, but those marked for it.
"""

from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, PasswordDeleteError


class InMemory(KeyringBackend):
    """Keeps secrets for as long as the test lasts."""

    priority = -1  # type: ignore[assignment] -- never chosen by itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[service, username]


class Locked(InMemory):
    """Stays locked: its prompt was dismissed."""

    def refuse(self, *_given: str) -> Any:
        raise InitError("Prompt dismissed")

    get_password = set_password = delete_password = refuse  # type: ignore[assignment]


class Forgetful(InMemory):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password


def use(monkeypatch: pytest.MonkeyPatch, backend: Any) -> Any:
    """Make a keyring the one of this test."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    return backend
