"""Sends answers in processes of their own that die (-9) at the moment they are told.

One process loads the program and forks for every trial, so that a trial costs no start.
It reads "reply moment" and writes the child's id, then how the child ended.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.home import home_of
from kotakmasuk.connectors.kit import http
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import replies, sending
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import outbox


NEVER = "never"
Die = Callable[[str], None]


@dataclass(frozen=True)
class Watched:
    """The real connector, with a death before, in and after its calls."""

    found: Any
    die: Die

    @property
    def manifest(self) -> Any:
        return self.found.manifest

    def connector(self) -> "Watched":
        return self

    def count(self, *given: Any) -> Any:
        return self.found.connector().count(*given)

    def send(self, access: Any, outgoing: Any) -> Any:
        def keep(step: str) -> None:
            self.die("before the step is kept")
            access.keep_step(step)
            self.die("after the step is kept")

        self.die("before the request")
        receipt = self.found.connector().send(replace(access, keep_step=keep), outgoing)
        self.die("after the request")
        return receipt

    def find_sent(self, access: Any, outgoing: Any) -> Any:
        self.die("before the look")
        receipt = self.found.connector().find_sent(access, outgoing)
        self.die("during the look")
        return receipt


def write(desk: Desk, die: Die) -> Callable[..., Any]:
    """The writing lane, with a death around the claim and inside the receipt."""

    def run(service: Callable[..., Any], *given: Any, **named: Any) -> Any:
        name = service.__name__
        if name == "confirm":
            desk.database.conn.execute("BEGIN")
            done = service(desk, *given, **named)
            die("inside the receipt")
            desk.database.conn.execute("COMMIT")
            die("after the receipt")
            return done
        if name == "claim":
            die("before the claim")
        done = service(desk, *given, **named)
        if name == "claim":
            die("after the claim")
        return done

    return run


def carry(folder: Path, key: bytes, reply: int, moment: str) -> None:
    """Send what stands before it in its series, then this one; look if nobody knows."""

    def die(now: str) -> None:
        if now == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    home = home_of(folder, key)
    with home.desk() as desk:
        found = desk.office.connectors["mastodon"]
        quiet = write(desk, lambda _now: None)
        watched = {**desk.office.connectors, "mastodon": Watched(found, die)}
        loud = replace(desk, office=replace(desk.office, connectors=watched))
        for one in sorted(_series(desk, reply)):
            if one < reply:
                sending.send(quiet, one)
        sending.send(write(loud, die), reply)
        held = outbox.get(desk.database.conn, reply)
        if held is not None and held.state is ReplyState.UNSURE:
            sending.look_again(write(loud, die), reply)


def _series(desk: Desk, reply: int) -> list[int]:
    rows = replies.outbox_rows(desk.database.conn, now=desk.office.now())
    told = next(one for one in rows if one.reply == reply)
    return [one.reply for one in rows if one.conversation == told.conversation]


def serve(folder: Path, key: bytes) -> None:
    """Fork for each line that comes in, until none comes."""
    for line in sys.stdin:
        reply, moment = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if not child:
            try:
                carry(folder, key, int(reply), moment)
            finally:
                os._exit(0)
        tell(child)
        _, status = os.waitpid(child, 0)
        tell(-os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def warm_up(folder: Path, key: bytes) -> None:
    """Load what every child needs, and leave nothing open for them to share."""
    home = home_of(folder, key)
    with home.desk() as desk:
        home.office.mark("Lampu jalan padam.")
        desk.office.connectors["mastodon"].connector()
    http._trusted()


if __name__ == "__main__":
    where, secret = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
    warm_up(where, secret)
    serve(where, secret)
