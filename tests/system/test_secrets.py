"""Secrets go to the system's keyring, or it is said that there is none."""

import pytest

from kotakmasuk.system import secrets
from tests.helpers.keyrings import Forgetful, InMemory, Locked, use


def test_a_secret_comes_back_and_goes(ring: InMemory) -> None:
    """Under the program's name."""
    secrets.save("a", "rahasia")
    assert list(ring.kept) == [("Kotak Masuk", "a")]
    assert secrets.read("a") == "rahasia"
    secrets.forget("a")
    assert secrets.read("a") is None


def test_forgetting_what_is_not_there_is_no_problem(ring: InMemory) -> None:
    """It is gone either way."""
    secrets.forget("a")
    assert ring.kept == {}


def test_a_machine_without_a_keyring_says_so() -> None:
    """The tests run on one."""
    assert not secrets.is_there()
    for deed in (secrets.read, secrets.forget):
        with pytest.raises(secrets.KeyringMissing, match="keyring"):
            deed("a")
    with pytest.raises(secrets.KeyringMissing, match="keyring"):
        secrets.save("a", "rahasia")


def test_a_locked_keyring_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its prompt was dismissed; the data is safe."""
    use(monkeypatch, Locked())
    assert not secrets.is_there()
    with pytest.raises(secrets.KeyringMissing, match="Data Anda aman"):
        secrets.save("a", "rahasia")


def test_a_keyring_that_keeps_nothing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was stored is read back at once."""
    use(monkeypatch, Forgetful())
    with pytest.raises(secrets.KeyringMissing):
        secrets.save("a", "rahasia")


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.null"])
def test_a_plain_file_is_no_keyring(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Neither is one that throws everything away."""
    plain = type("PlaintextKeyring", (InMemory,), {"__module__": module})
    found = use(monkeypatch, plain())
    assert not secrets.is_there()
    with pytest.raises(secrets.KeyringMissing):
        secrets.save("a", "rahasia")
    assert found.kept == {}
