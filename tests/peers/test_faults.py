"""Killed (-9) and cut off at every step, on a real server: each thing stands once.

Answers, answers with a picture and two-part threads; a server that heeds
Idempotency-Key and one that ignores it. How often this was tried is printed at the end.
"""

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from kotakmasuk.bootstrap.home import Home, home_of
from kotakmasuk.connectors.kit.errors import ConnectorError
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.inbox import Listing
from kotakmasuk.domain.replies import Composition, Picture
from kotakmasuk.services import inbox, pictures, replies, rules, sending, settings
from kotakmasuk.store import outbox
from kotakmasuk.system import clock
from tests.helpers.desks import ROOT
from tests.peers import mastodon_mock, proxy
from tests.peers.agencies import Agency, _write, agency
from tests.peers.sender import NEVER


pytestmark = [pytest.mark.peers, pytest.mark.slow]
PLAIN, PICTURE, SERIES = KINDS = ("answer", "picture", "series")
STATUSES, MEDIA = "/api/v1/statuses", "/api/v2/media"
BY_ITSELF = (
    "before the claim",
    "after the claim",
    "before the request",
    "after the request",
    "inside the receipt",
    "after the receipt",
)
IN_THE_REQUEST = ("killed before delivery", "killed after delivery")
WITH_A_STEP = ("before the step is kept", "after the step is kept", "killed in upload")
LOOKING = ("before the look", "during the look")
CUTS = ("lost before", "lost after", "no line", "no line while looking")
KEYS = (False, True)
PNG = bytes.fromhex("89504e470d0a1a0a")


def moments(kind: str, *, keys: bool) -> tuple[str, ...]:
    """Every step at which a sending of that kind can be killed or cut off.

    A key matters only once a request has left.
    """
    if keys:
        return ("after the request", *IN_THE_REQUEST, *CUTS)
    upload = WITH_A_STEP if kind == PICTURE else ()
    return (*BY_ITSELF, *IN_THE_REQUEST, *upload, *LOOKING, *CUTS)


TRIALS = [
    (kind, moment, keys)
    for kind, keys in itertools.product(KINDS, KEYS)
    for moment in moments(kind, keys=keys)
]


@dataclass
class Tally:
    """What was tried, and what must stay nothing."""

    trials: int = 0
    kills: int = 0
    doubles: int = 0
    lies: int = 0
    lost: int = 0


@dataclass
class Field:
    """One agency, a citizen who wrote to it often, and the process that forks."""

    humas: Agency
    citizen: mastodon_mock.User
    sender: "subprocess.Popen[str]"
    waiting: dict[tuple[str, str, bool], tuple[int, str]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    shift: int = 0

    @property
    def line(self) -> proxy.Line:
        return self.humas.line

    @property
    def home(self) -> Home:
        now = clock.now
        return home_of(
            self.humas.home.folder, self.humas.home.key, now=lambda: now() + self.shift
        )

    def texts(self, status: str) -> list[str]:
        """What stands under a mention, our words only."""
        return [one["content"] for one in self.citizen.replies_under(status)]


def png(number: int) -> bytes:
    """A picture of one pixel, another for every trial."""

    def chunk(name: bytes, body: bytes) -> bytes:
        sum_ = zlib.crc32(name + body)
        return len(body).to_bytes(4, "big") + name + body + sum_.to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    body = zlib.compress(bytes((0, number % 256, number // 256, 7)))
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def tried(
    server: mastodon_mock.Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Field]:
    """Every answer of every trial, queued through the checklist at once."""
    with proxy.between(server.base_url) as line:
        humas = agency(tmp_path_factory.mktemp("uji") / "kantor", server, line)
        citizen = server.register(f"warga{time.monotonic_ns()}")
        with forking(humas.home) as sender:
            made = Field(humas, citizen, sender)
            queue_all(made)
            yield made


@contextlib.contextmanager
def forking(home: Home) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.peers.sender"]
    command += [str(home.folder), home.key.hex()]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def queue_all(made: Field) -> None:
    asked = [
        made.citizen.post(f"@{made.humas.user.name} laporan nomor {number}")["id"]
        for number in range(len(TRIALS))
    ]
    made.humas.sync()
    with made.humas.desk() as desk:
        settings.save(desk, undo_seconds=0)
        reader, office = desk.database.conn, desk.office
        ticks = frozenset(one.key for one in rules.in_force(reader))
        known = dict(reader.execute("SELECT remote_id, conversation FROM message"))
        assert len(inbox.first_page(reader, office, Listing(), officer=""))
        for number, trial in enumerate(TRIALS):
            thread = known[asked[number]]
            shown: tuple[Picture, ...] = ()
            if trial[0] == PICTURE:
                shown = (pictures.attach(desk, png(number)),)
            queued = replies.queue(
                desk, thread, composed(trial[0], number, shown), ticks=ticks
            )
            made.waiting[trial] = (max(queued.replies), asked[number])


def composed(kind: str, number: int, shown: tuple[Picture, ...]) -> Composition:
    words = f"Terima kasih, laporan nomor {number} kami teruskan ke Dishub. "
    described = tuple(
        Picture(one.digest, one.name, one.media_type, one.size, "Peta lokasi")
        for one in shown
    )
    long = words * 10 if kind == SERIES else words
    return Composition(long.strip(), pictures=described, split=kind == SERIES)


def prepare(line: proxy.Line, kind: str, moment: str) -> None:
    """Let the line do what the moment asks for, to the last part of a thread."""
    line.renew()
    line.skip = int(kind == SERIES)
    line.path = MEDIA if moment == "killed in upload" else STATUSES
    if moment in ("killed before delivery", "killed in upload"):
        line.seconds_before_delivery, line.drop_before_delivery = 0.4, 1
    elif moment == "killed after delivery":
        line.seconds_after_delivery = 0.4
    elif moment == "lost before":
        line.drop_before_delivery = 1
    elif moment in ("lost after", *LOOKING, "no line while looking"):
        line.drop_after_delivery = 1
    line.cut = moment == "no line"


def run(made: Field, reply: int, moment: str) -> int:
    """Send in a process of its own; gives how it ended, -9 when it was killed."""
    sender, line = made.sender, made.line
    assert sender.stdin is not None
    assert sender.stdout is not None
    own = moment in (*BY_ITSELF, *LOOKING, *WITH_A_STEP[:2])
    sender.stdin.write(f"{reply} {moment if own else NEVER}\n")
    sender.stdin.flush()
    child = int(sender.stdout.readline())
    if moment in (*IN_THE_REQUEST, "killed in upload"):
        happened = line.answered if moment == IN_THE_REQUEST[1] else line.arrived
        assert happened.wait(30)
        os.kill(child, signal.SIGKILL)
    if moment == "no line while looking":
        assert line.answered.wait(30)
        line.cut = True
    ended = int(sender.stdout.readline())
    line.settle()
    return ended


def settle(made: Field, reply: int, status: str) -> str:
    """Start again, look, and send once more only what the program allows."""
    line = made.line
    line.renew()
    line.keeps_keys = False
    with made.home.desk() as desk:
        sending.recover(desk)
        for _ in range(6):
            made.shift += 120_000
            judge(made, outbox.get(desk.database.conn, reply), status)
            parts = waiting_parts(desk.database.conn, reply)
            if not parts:
                break
            step(desk, parts[0])
        held = outbox.get(desk.database.conn, reply)
    return str(held.state) if held else "gone"


def waiting_parts(reader: object, reply: int) -> list[int]:
    """The parts of a thread that have not been told sent, first one first."""
    rows = reader.execute(  # type: ignore[attr-defined]
        "SELECT outbox.reply FROM outbox JOIN reply ON reply.id = outbox.reply"
        " WHERE reply.conversation = (SELECT conversation FROM reply WHERE id = ?)"
        " AND outbox.state <> 'sent' ORDER BY reply.part",
        (reply,),
    )
    return [one for (one,) in rows.fetchall()]


def step(desk: object, reply: int) -> None:
    """Look before anything goes again; refused, nothing goes."""
    lane = _write(desk)  # type: ignore[arg-type, no-untyped-call]
    with contextlib.suppress(ConnectorError, KnownError):
        sending.look(lane, reply)
        replies.retry(desk, reply)  # type: ignore[arg-type]
    sending.send(lane, reply)


def judge(made: Field, held: outbox.Queued | None, status: str) -> None:
    """Nothing twice, and nothing called sent that does not stand there."""
    standing = made.texts(status)
    made.tally.doubles += len(standing) != len(set(standing))
    if held is not None and held.state == "sent":
        made.tally.lies += not standing


@pytest.mark.parametrize(("kind", "moment", "keys"), TRIALS)
def test_whatever_happens_it_stands_there_once(
    tried: Field, kind: str, moment: str, *, keys: bool
) -> None:
    """Killed or cut off at this step, it is sent once, or told unsure and then found."""
    reply, status = tried.waiting[kind, moment, keys]
    tried.line.keeps_keys = keys
    prepare(tried.line, kind, moment)
    ended = run(tried, reply, moment)
    tried.line.renew()
    told = settle(tried, reply, status)
    standing = tried.texts(status)
    wanted = 2 if kind == SERIES else 1
    tried.tally.trials += 1
    tried.tally.kills += ended == -signal.SIGKILL
    tried.tally.lost += len(standing) < wanted
    assert (ended == -signal.SIGKILL) == (moment not in CUTS)
    assert (told, len(standing), len(set(standing))) == ("sent", wanted, wanted)


def test_the_figures(tried: Field, capsys: pytest.CaptureFixture[str]) -> None:
    """How often it was tried, and that nothing was doubled, invented or lost."""
    tally = tried.tally
    with capsys.disabled():
        sys.stdout.write(
            f"\nsending faults: {tally.trials} trials, {tally.kills} killed (-9),"
            f" {tally.doubles} doubles, {tally.lies} false Terkirim,"
            f" {tally.lost} lost\n"
        )
    assert (tally.doubles, tally.lies, tally.lost) == (0, 0, 0)
