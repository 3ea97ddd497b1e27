"""A link opens the browser and nothing else."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kotakmasuk.desktop.widgets.links import open_link


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def take(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def test_a_web_address_is_opened(opened: list[str]) -> None:
    """The post of the citizen, in the browser."""
    assert open_link("https://contoh.example/1")
    assert opened == ["https://contoh.example/1"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "calc:", "a.sh", ""])
def test_nothing_else_is_opened(opened: list[str], address: str) -> None:
    """A file that somebody imported cannot start a program of this computer."""
    assert not open_link(address)
    assert opened == []
