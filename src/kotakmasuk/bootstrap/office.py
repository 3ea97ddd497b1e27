"""The office of an unlocked folder: files, connectors and text help.

The one rule: each of them is loaded when it is first asked for. A start asks for none.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kotakmasuk.services.desk import Office
from kotakmasuk.store.vault import Vault
from kotakmasuk.system import paths, secrets


if TYPE_CHECKING:
    from kotakmasuk.connectors.kit.contract import Access
    from kotakmasuk.connectors.kit.registry import Found
    from kotakmasuk.domain.accounts import Account
    from kotakmasuk.language.suggestions import Marks


def furnish(
    folder: Path, key: bytes, *, now: Callable[[], int], keyring: bool
) -> Office:
    """Join the parts; without `keyring` the tokens stay in the vault."""
    own = paths.resources_folder()
    vault = Vault(folder, hmac.digest(key, b"vault", hashlib.sha256))
    tokens = Tokens(vault, keyring=keyring)
    return Office(
        resources=own,
        folder=folder,
        rules=lambda: _files().rules(own),
        starters=lambda: _files().starters(own),
        calendar=lambda zone: _files().calendar(own, zone),
        words=lambda: _files().lexicon(own).words,
        fold=partial(_fold, own),
        mark=partial(_mark, own),
        connectors=Connectors(),
        access=partial(_access, tokens, now),
        read_token=tokens.read,
        save_token=tokens.save,
        forget_tokens=tokens.forget,
        now=now,
    )


def _files() -> "ModuleType":
    from kotakmasuk.bootstrap import resources

    return resources


def _fold(own: Path, text: str) -> str:
    from kotakmasuk.language.folding import fold

    return fold(text, _files().lexicon(own).words.slang)


def _mark(own: Path, text: str) -> "Marks":
    from kotakmasuk.language.suggestions import mark

    return mark(text, _files().lexicon(own))


@cache
def _found() -> "Mapping[str, Found]":
    from kotakmasuk.connectors.kit import registry

    return registry.find()


class Connectors(Mapping[str, "Found"]):
    """The connectors by their keys, found when somebody first looks."""

    def __getitem__(self, key: str) -> "Found":
        return _found()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_found())

    def __len__(self) -> int:
        return len(_found())


def _access(tokens: "Tokens", now: Callable[[], int], account: "Account") -> "Access":
    from kotakmasuk.connectors.kit.contract import Access
    from kotakmasuk.connectors.kit.http import Http

    return Access(
        account=account.uid,
        remote_id=account.remote_id,
        handle=account.handle,
        settings=account.settings,
        http=Http(),
        read_token=partial(tokens.read, account.uid),
        save_token=partial(tokens.save, account.uid),
        now=now,
    )


@dataclass(frozen=True)
class Tokens:
    """Each account's secrets: in the keyring, else in the vault, never elsewhere."""

    vault: Vault
    keyring: bool = True

    def read(self, account: str, name: str) -> str | None:
        """Give a secret, None when there is none."""
        stored = self.vault.read(f"{account}:{name}")
        if stored is not None or not self.keyring:
            return stored
        try:
            return secrets.read(f"{account}:{name}")
        except secrets.KeyringMissing:
            return None

    def save(self, account: str, name: str, value: str) -> None:
        """Store a secret where it fits."""
        if self.keyring and len(value) <= secrets.LONGEST:
            try:
                secrets.save(f"{account}:{name}", value)
            except secrets.KeyringMissing:
                self.vault.save(f"{account}:{name}", value)
            else:
                self.vault.forget(f"{account}:{name}")
        else:
            self.vault.save(f"{account}:{name}", value)

    def forget(self, account: str) -> None:
        """Erase every secret that a connector of ours may have stored."""
        names = {
            field.name
            for found in Connectors().values()
            for field in found.manifest.sign_in.fields
            if field.secret
        }
        for name in sorted(names):
            self.vault.forget(f"{account}:{name}")
            if self.keyring:
                try:
                    secrets.forget(f"{account}:{name}")
                except secrets.KeyringMissing:
                    continue
