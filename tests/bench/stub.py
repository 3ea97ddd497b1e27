"""Stands in the keyring's place where a machine has no Secret Service."""

from keyring.backend import KeyringBackend

from tests.bench import filled


class Keyring(KeyringBackend):
    """Knows the benchmark's key alone."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        del service
        return filled.KEY.hex() if username.startswith("database-") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing: the key is known."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget nothing."""
