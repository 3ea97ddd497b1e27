"""Decides the first run; bootstrap gives what it may do as plain callables.

The one rule: it holds no widget and knows no key; it hands the passphrase on and
forgets it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import initials
from kotakmasuk.domain.team import Officer


SHORTEST = 10
ASKED_AGAIN = 2
Choice = Literal["connect", "import", "capture", "demo"]


@dataclass(frozen=True)
class FirstRun:
    """What bootstrap lets the first run do; both calls run away from the window.

    `create` makes the data folder and its key (None: the key lies in the keyring) and
    gives the recovery words; `keep` stores settings by name. Both raise KnownError.
    """

    has_keyring: bool
    create: Callable[[str | None], tuple[str, ...]]
    keep: Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True)
class Introduction:
    """Who works here, as typed on the first page."""

    agency: str
    officer: str
    zone: str
    text_size: int = 100

    def settings(self) -> dict[str, Any]:
        """The settings that follow from it, by name."""
        name = " ".join(self.officer.split())
        short = initials(name) or name[:2].upper()
        return {
            "agency": self.agency.strip(),
            "zone": self.zone,
            "officers": (Officer(name, short),),
            "officer": name,
            "text_size": self.text_size,
        }


class WelcomePresenter(QObject):
    """Makes the inbox and watches over the recovery words."""

    created = Signal(tuple)
    refused = Signal(object)

    def __init__(self, lanes: Lanes, first_run: FirstRun) -> None:
        super().__init__()
        self._lanes = lanes
        self._first_run = first_run
        self.words: tuple[str, ...] = ()
        self.running = False

    @property
    def has_keyring(self) -> bool:
        """Tell whether the computer keeps the key, so that no passphrase is needed."""
        return self._first_run.has_keyring

    def create(self, introduction: Introduction, passphrase: str | None) -> None:
        """Make the inbox, then store who works here."""
        if self.running:
            return
        self.running = True
        first_run, kept = self._first_run, introduction.settings()

        def make(_write: object) -> tuple[str, ...]:
            words = first_run.create(passphrase)
            first_run.keep(kept)
            return words

        self._lanes.network(0, make, then=self._created, failed=self._refuse)

    def asked_places(self) -> tuple[int, ...]:
        """Give the places (from 0) of the words that are asked for again."""
        if not self.words:
            return ()
        count = len(self.words)
        first = sum(map(ord, "".join(self.words))) % count
        return tuple(sorted({first, (first + count // ASKED_AGAIN) % count}))

    def wrong_words(self, typed: Mapping[int, str]) -> dict[int, str]:
        """Say of each word that was asked for whether it is right."""
        sentence = _say("Bukan kata ke-{n}. Periksa catatan Anda.")
        return {
            place: sentence.format(n=place + 1)
            for place in self.asked_places()
            if typed.get(place, "").strip().casefold() != self.words[place]
        }

    def forget_words(self) -> None:
        """Keep the recovery words in memory no longer than needed."""
        self.words = ()

    def _created(self, words: tuple[str, ...]) -> None:
        self.running = False
        self.words = tuple(words)
        self.created.emit(self.words)

    def _refuse(self, error: KnownError) -> None:
        self.running = False
        self.refused.emit(error)


def wrong_introduction(agency: str, officer: str) -> dict[str, str]:
    """Say what is missing on the first page."""
    wrong = {}
    if not agency.strip():
        wrong["agency"] = _say(
            "Tulis nama instansi, misalnya Pemerintah Kabupaten Sukamaju."
        )
    if not officer.strip():
        wrong["officer"] = _say("Tulis nama Anda, misalnya Sari Rahmawati.")
    return wrong


def wrong_passphrase(passphrase: str, again: str) -> dict[str, str]:
    """Say what is wrong with the passphrase or its repetition."""
    if len(passphrase) < SHORTEST:
        words = _say(
            "Paling sedikit {n} huruf; pakai beberapa kata yang mudah diingat."
        )
        return {"passphrase": words.format(n=SHORTEST)}
    if passphrase != again:
        return {"again": _say("Kedua kata sandi tidak sama. Ketik ulang yang ini.")}
    return {}


def _say(text: str) -> str:
    return QCoreApplication.translate("Welcome", text)
