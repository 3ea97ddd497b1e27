"""Which connectors there are: every folder here that has a manifest.toml.

Adding a connector touches no list; its code is loaded when it is first needed.
"""

import importlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, cast

from kotakmasuk.connectors.kit.contract import Connector, Field, Manifest, SignIn
from kotakmasuk.connectors.kit.files import FileReader
from kotakmasuk.connectors.kit.links import LinkReader
from kotakmasuk.domain.errors import KnownError


HOME = "kotakmasuk.connectors"
MANIFEST = "manifest.toml"
CAPABILITIES = frozenset(
    [
        "fetch",
        "send",
        "find_sent",
        "manual",
        "import",
        "demo",
        "publish",
        "like",
        "share",
        "hide",
        "pictures",
        "openness",
    ]
)
SENDING = CAPABILITIES - {"fetch", "send", "manual", "import", "demo"}


@dataclass(frozen=True)
class Found:
    """A connector by its manifest; the code behind it loads at the first call."""

    manifest: Manifest
    module: str

    def connector(self) -> Connector:
        """Load what reads and answers on the platform."""
        return cast("Connector", importlib.import_module(self.module))

    def files(self) -> FileReader:
        """Load what reads files; for the capability `import`."""
        return cast("FileReader", importlib.import_module(self.module))

    def links(self) -> LinkReader:
        """Load what reads pasted links; for the capability `manual`."""
        return cast("LinkReader", importlib.import_module(self.module))


def find(packages: Iterable[str] = (HOME,)) -> dict[str, Found]:
    """Find all connectors by key; KnownError names the broken manifest and its field."""
    found: dict[str, Found] = {}
    for package in packages:
        folders = sorted(resources.files(package).iterdir(), key=lambda each: each.name)
        for folder in folders:
            if folder.is_dir() and folder.joinpath(MANIFEST).is_file():
                manifest = _read(folder)
                module = f"{package}.{folder.name}.connector"
                found[manifest.key] = Found(manifest, module)
    return found


def load(key: str) -> Connector:
    """Load one connector's code; KnownError when there is none of that key."""
    found = find().get(key)
    if found is None:
        message = f"Kanal jenis “{key}” tidak dikenal oleh versi ini."
        raise KnownError(message, "Pesannya tetap tersimpan.", "Perbarui Kotak Masuk.")
    return found.connector()


def _read(folder: Traversable) -> Manifest:
    place = f"{folder.name}/{MANIFEST}"
    try:
        values = tomllib.loads(folder.joinpath(MANIFEST).read_text("utf-8"))
    except ValueError as error:
        raise _broken(place, str(error)) from error
    manifest = _manifest(values, place)
    if manifest.key != folder.name:
        raise _broken(place, f"key harus “{folder.name}”, sama dengan foldernya")
    return manifest


def _manifest(values: Mapping[str, Any], place: str) -> Manifest:
    capabilities = frozenset(_texts(values, "capabilities", place))
    strange = capabilities - CAPABILITIES
    if strange:
        raise _broken(
            place, f"capabilities: tidak dikenal {', '.join(sorted(strange))}"
        )
    if capabilities & SENDING and "send" not in capabilities:
        needed = ", ".join(sorted(capabilities & SENDING))
        raise _broken(place, f"capabilities: {needed} memerlukan send")
    streams = _texts(values, "streams", place)
    if "fetch" in capabilities and not streams:
        raise _broken(place, "streams: fetch memerlukan sedikitnya satu")
    limit = _number(values, "limit", place) if "limit" in values else None
    return Manifest(
        key=_text(values, "key", place),
        name=_text(values, "name", place),
        platform=_text(values, "platform", place),
        capabilities=capabilities,
        streams=streams,
        limit=limit,
        poll_seconds=_number(values, "poll_seconds", place),
        sign_in=_sign_in(_table(values, "sign_in", place), place),
        quality=_text(values, "quality", place),
    )


def _sign_in(values: Mapping[str, Any], place: str) -> SignIn:
    fields = values.get("fields", [])
    if not isinstance(fields, list):
        raise _broken(place, "sign_in.fields: harus daftar")
    return SignIn(
        introduction=_text(values, "introduction", place),
        steps=_texts(values, "steps", place),
        fields=tuple(_field(each, place) for each in fields),
    )


def _field(values: Mapping[str, Any], place: str) -> Field:
    known = {"name", "label", "hint", "secret", "required", "default"}
    strange = set(values) - known
    if strange:
        raise _broken(
            place, f"sign_in.fields: tidak dikenal {', '.join(sorted(strange))}"
        )
    return Field(
        name=_text(values, "name", place),
        label=_text(values, "label", place),
        hint=str(values.get("hint", "")),
        secret=values.get("secret", False) is True,
        required=values.get("required", True) is True,
        default=str(values.get("default", "")),
    )


def _text(values: Mapping[str, Any], name: str, place: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _broken(place, f"{name}: harus teks")
    return value


def _texts(values: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    value = values.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _broken(place, f"{name}: harus daftar teks")
    return tuple(value)


def _number(values: Mapping[str, Any], name: str, place: str) -> int:
    value = values.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _broken(place, f"{name}: harus bilangan bulat, tidak negatif")
    return value


def _table(values: Mapping[str, Any], name: str, place: str) -> Mapping[str, Any]:
    value = values.get(name)
    if not isinstance(value, dict):
        raise _broken(place, f"{name}: harus ada sebagai tabel")
    return value


def _broken(place: str, reason: str) -> KnownError:
    return KnownError(
        f"Keterangan konektor {place} rusak: {reason}.",
        "Kanal lain dan semua pesan tidak berubah.",
        "Pasang ulang Kotak Masuk.",
    )
