"""What the side panel shows of one answer, and what can be done with it.

The one rule: what cannot be done now stays visible with its reason; the safe action
stands first.
"""

from dataclasses import dataclass
from typing import Literal

from kotakmasuk.desktop.outbox import wording
from kotakmasuk.desktop.outbox.saying import say
from kotakmasuk.desktop.widgets.times import Moment
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import OutboxRow, ReplyState


Deed = Literal[
    "look",
    "open_post",
    "declare",
    "resend",
    "retry",
    "withdraw",
    "copy",
    "go",
    "send_now",
    "sign_in",
    "decide",
]


@dataclass(frozen=True)
class Action:
    """One button; without `reason` it can be pressed, `half` stands beside another."""

    deed: Deed
    words: str
    icon: str = ""
    primary: bool = False
    reason: str = ""
    half: bool = False


@dataclass(frozen=True)
class Ways:
    """What the answer's account can do, and what is known of it at this moment.

    `url` is where it stands, or the message that it answers; `looking` is set while its
    thread is being read.
    """

    sends: bool = True
    looks: bool = True
    looking: bool = False
    url: str = ""


@dataclass(frozen=True)
class PanelState:
    """Everything the panel says."""

    row: OutboxRow
    title: str
    explanation: str
    looks: tuple[str, ...]
    next_look: str
    actions: tuple[Action, ...]
    content: str
    foot: str
    url: str = ""


def panel_state(row: OutboxRow, moment: Moment, ways: Ways) -> PanelState:
    """Describe one answer."""
    plain = row.purpose in ("answer", "announcement")
    coming = wording.next_look(row, moment) if ways.looks and not ways.looking else ""
    return PanelState(
        row=row,
        title=wording.title(row, moment, sends=ways.sends),
        explanation=wording.explanation(row, moment, sends=ways.sends),
        looks=tuple(wording.look_lines(row, moment)),
        next_look=coming,
        actions=tuple(_actions(row, ways)),
        content=row.text if plain and row.text else wording.content(row),
        foot=wording.foot(row, moment),
        url=ways.url,
    )


def _actions(row: OutboxRow, ways: Ways) -> list[Action]:
    shown = _shown(row, ways)
    if row.state is ReplyState.UNSURE:
        return _unsure(row, ways, shown)
    if row.state is ReplyState.QUEUED:
        return [*_queued(row, ways), *shown]
    first: dict[ReplyState, list[Action]] = {
        ReplyState.FAILED: [
            _back(row, say("Jadikan draf lagi"), primary=True),
            Action("retry", say("Coba kirim lagi"), "refresh-cw"),
        ],
        ReplyState.WAITING: [
            Action("decide", say("Buka"), "badge-check", primary=True)
        ],
        ReplyState.DRAFT: [
            Action("go", say("Lanjutkan menulis"), "pencil", primary=True)
        ],
    }
    return [*first.get(row.state, []), *shown]


def _shown(row: OutboxRow, ways: Ways) -> list[Action]:
    """Where one can look at what it is about."""
    found = []
    if ways.url:
        name = platform_of(row.platform).name
        words = say("Buka di {platform}").format(platform=name)
        found.append(Action("open_post", words, "external-link"))
    if row.state is ReplyState.DRAFT:
        return found
    if row.announcement:
        found.append(Action("go", say("Buka pengumuman"), "radio-tower"))
    elif row.conversation:
        found.append(Action("go", say("Buka percakapan"), "inbox"))
    return found


def _queued(row: OutboxRow, ways: Ways) -> list[Action]:
    if not ways.sends:
        return [
            Action("copy", say("Salin dan buka lagi"), "copy", primary=True),
            Action("declare", say("Sudah saya kirim…"), "check"),
            _back(row, say("Kembalikan ke draf")),
        ]
    if row.signed_out:
        words = say("Hubungkan kembali")
        return [
            Action("sign_in", words, "key-round", primary=True),
            _back(row, say("Batalkan")),
        ]
    if row.scheduled is not None:
        held = say("Kiriman sedang ditahan; pilih Lanjutkan.") if row.held else ""
        return [
            Action("send_now", say("Kirim sekarang"), "send", reason=held, half=True),
            Action("withdraw", say("Batalkan"), "undo-2", half=True),
        ]
    return [Action("withdraw", say("Batalkan"), "undo-2", primary=True)]


def _back(row: OutboxRow, words: str, *, primary: bool = False) -> Action:
    """Take it back; what has no words of its own is only cancelled."""
    if row.purpose != "answer":
        return Action("withdraw", say("Batalkan kiriman"), "undo-2", primary)
    return Action("withdraw", words, "pencil", primary)


def _unsure(row: OutboxRow, ways: Ways, shown: list[Action]) -> list[Action]:
    looked = say("Tersedia setelah utas terbaca lengkap tanpa balasan ini.")
    busy = say("Utas sedang dibaca…") if ways.looking else ""
    blind = "" if ways.looks else say("Kanal ini tidak dapat dibaca dari sini.")
    ready = row.last_look_complete and not ways.looking
    look = Action(
        "look",
        say("Periksa utas sekarang"),
        "refresh-cw",
        primary=ways.looks,
        reason=busy or blind,
    )
    declare = Action("declare", say("Tandai terkirim…"), half=True)
    resend = Action(
        "resend", say("Kirim ulang…"), half=True, reason="" if ready else looked
    )
    return [look, *shown[:1], declare, resend, *shown[1:]]
