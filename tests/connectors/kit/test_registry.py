"""Connectors are found by their manifests; adding one touches no list."""

import sys
from pathlib import Path

import pytest

from kotakmasuk.connectors.kit import registry
from kotakmasuk.domain.errors import KnownError


GOOD = """
key = "siaran"
name = "Siaran"
platform = "rss"
capabilities = ["fetch"]
streams = ["items"]
poll_seconds = 60
quality = "Cukup."

[sign_in]
introduction = "Alamat siaran."
steps = ["Tempel alamatnya."]

[[sign_in.fields]]
name = "base_url"
label = "Alamat"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a package of connectors that a test fills."""
    name = f"kanal_{tmp_path.name.replace('-', '_')}"
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def drop(package: Path, manifest: str, folder: str = "siaran") -> None:
    (package / folder).mkdir()
    (package / folder / "__init__.py").touch()
    (package / folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    code = "def fetch(access, cursor):\n    return 'sehalaman'\n"
    (package / folder / "connector.py").write_text(code, encoding="utf-8")


def test_the_four_are_found() -> None:
    """Mastodon, files, entering by hand and the demo ship with the program."""
    found = registry.find()
    assert set(found) == {"mastodon", "files", "manual", "demo"}
    assert found["mastodon"].manifest.streams[0] == "notifications"
    assert [field.secret for field in found["mastodon"].manifest.sign_in.fields] == [
        False,
        True,
    ]


def test_a_new_folder_is_found(package: Path) -> None:
    """A folder dropped in is a connector, and its code loads at first use."""
    drop(package, GOOD)
    found = registry.find([package.name])["siaran"]
    assert found.manifest.limit is None
    assert f"{package.name}.siaran.connector" not in sys.modules
    assert found.connector().fetch(None, None) == "sehalaman"  # type: ignore[arg-type]


def test_a_folder_without_manifest_is_none(package: Path) -> None:
    """Only the manifest makes a folder a connector."""
    (package / "lain").mkdir()
    assert registry.find([package.name]) == {}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('key = "siaran"', "", "key"),
        ('key = "siaran"', 'key = "lain"', "key"),
        ('name = "Siaran"', "name = 3", "name"),
        ('["fetch"]', '["terbang"]', "capabilities"),
        ('["fetch"]', '["fetch", "like"]', "memerlukan send"),
        ('["items"]', "[]", "streams"),
        ("poll_seconds = 60", "poll_seconds = -1", "poll_seconds"),
        ("poll_seconds = 60", "poll_seconds = 60\nlimit = 'banyak'", "limit"),
        ('label = "Alamat"', 'warna = "merah"', "sign_in.fields"),
        ('introduction = "Alamat siaran."', "", "introduction"),
        ("[sign_in]", "[masuk]", "introduction"),
        ("[sign_in]", "[sign_in", "line"),
    ],
)
def test_a_broken_manifest_names_file_and_field(
    package: Path, old: str, new: str, field: str
) -> None:
    """Who writes a connector is told where the mistake is."""
    drop(package, GOOD.replace(old, new))
    with pytest.raises(KnownError) as caught:
        registry.find([package.name])
    assert "siaran/manifest.toml" in str(caught.value)
    assert field in str(caught.value)


def test_an_unknown_key_is_a_known_problem() -> None:
    """An account of a newer version is told in words."""
    with pytest.raises(KnownError, match="tidak dikenal"):
        registry.load("masa-depan")
