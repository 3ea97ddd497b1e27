"""Many bad lines and deaths in any order: never a double, a false Terkirim or a loss."""

import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from kotakmasuk.connectors.kit.errors import ConnectorError
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import replies, sending
from tests.helpers.breaking import Killed
from tests.helpers.desks import MINUTE, Place, account, answer, incoming, receive
from tests.helpers.leaving import state
from tests.helpers.places import owner, place
from tests.helpers.strict import FAULTS, Line, OwnIds, Strict, TwoSteps


__all__ = ["owner", "place"]
TRIALS = 50
SEEDS = range(3)
BAD_ROUNDS, ROUNDS = 6, 20
DEATH = 0.12


@dataclass
class Bench:
    """A desk on a bad line; `chance` decides what goes wrong and when it dies."""

    place: Place
    platform: Strict
    chance: random.Random
    calm: bool = False
    doubles: int = 0
    lies: int = 0

    def write(self, service: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """The writing lane of a program that may end before or after any write."""
        self._maybe_die()
        done = self.place.write(service, *given, **named)
        self._maybe_die()
        return done

    def trial(self, number: int) -> tuple[str, str | None]:
        """One answer from the queue to its end; gives how it stands at last."""
        text = f"Terima kasih, laporan nomor {number} kami teruskan."
        thread = receive(self.place, 1, incoming(f"m{number}"))[0]
        reply = answer(self.place, thread, text)
        for turn in range(ROUNDS):
            self.calm = turn >= BAD_ROUNDS
            self.platform.faults = deque(() if self.calm else self._weather())
            self._step(reply)
            if self.chance.random() < 0.3:
                self.platform.deliver_late()
            self._judge(reply, text)
            if self.calm and state(self.place, reply)[0] == "sent":
                break
        self.platform.deliver_late()
        self._judge(reply, text)
        return state(self.place, reply)

    def _step(self, reply: int) -> None:
        """What the program and an officer in a hurry do next."""
        try:
            now = self.place.clock.pass_by(2 * MINUTE)
            for one, _ in sending.due(self.place.reader, self.place.office, now):
                sending.send(self.write, one)
            if state(self.place, reply)[0] == "unsure":
                sending.look(self.write, reply)
            if state(self.place, reply)[0] in ("unsure", "failed"):
                replies.retry(self.place.desk, reply)
        except Killed:
            sending.recover(self.place.desk)
        except (ConnectorError, KnownError):
            return

    def _judge(self, reply: int, text: str) -> None:
        told, remote_id = state(self.place, reply)
        self.doubles += self.platform.count(text) > 1
        stands = self.platform.standing.get(remote_id or "") == text
        self.lies += told == "sent" and not stands

    def _weather(self) -> list[str]:
        return self.chance.choices(FAULTS, weights=(4, 2, 2, 2, 1), k=4)

    def _maybe_die(self) -> None:
        if not self.calm and self.chance.random() < DEATH:
            raise Killed


@pytest.fixture
def platform() -> Iterator[Strict]:
    served = Strict()
    line = Line(served)
    yield served
    line.close()


@pytest.fixture
def http() -> Iterator[Http]:
    way_out = Http(pause=lambda _seconds: None)
    yield way_out
    way_out.close()


def bench(place: Place, platform: Strict, connector: Any, seed: int) -> Bench:
    found: Any = place.office.connectors["scripted"]
    object.__setattr__(found, "platform", connector)
    account(place)
    return Bench(place, platform, random.Random(seed))  # noqa: S311 -- a draw of lots


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("way", [TwoSteps, OwnIds])
def test_every_answer_arrives_once(
    place: Place, platform: Strict, http: Http, way: Callable[..., Any], seed: int
) -> None:
    """Fifty answers through any order of cuts, delays, doubled requests and deaths."""
    made = bench(place, platform, way(platform, http), seed)
    ends = [made.trial(number) for number in range(TRIALS)]
    assert (made.doubles, made.lies) == (0, 0)
    assert [told for told, _ in ends] == ["sent"] * TRIALS
    assert len(platform.standing) == TRIALS


def test_the_strict_platform_would_show_a_double(
    place: Place, platform: Strict, http: Http
) -> None:
    """A connector that forgets its container posts some answers twice, and it shows."""
    careless = replace(TwoSteps(platform, http), careless=True)
    made = bench(place, platform, careless, seed=1)
    for number in range(TRIALS):
        made.trial(number)
    assert made.doubles
