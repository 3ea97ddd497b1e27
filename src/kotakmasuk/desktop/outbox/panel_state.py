"""What the side panel shows of one answer, and what can be done with it.

The one rule: what cannot be done now stays visible with its reason; the safe action
stands first.
"""

from dataclasses import dataclass
from typing import Literal

from kotakmasuk.desktop.outbox import wording
from kotakmasuk.desktop.outbox.wording import say
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import OutboxRow, ReplyState


Deed = Literal[
    "look", "open_post", "declare", "resend", "retry", "withdraw", "copy", "go"
]


@dataclass(frozen=True)
class Action:
    """One button; without `reason` it can be pressed."""

    deed: Deed
    words: str
    icon: str = ""
    primary: bool = False
    reason: str = ""


@dataclass(frozen=True)
class PanelState:
    """Everything the panel says."""

    row: OutboxRow
    title: str
    explanation: str
    looks: tuple[str, ...]
    actions: tuple[Action, ...]
    foot: str
    url: str = ""


def panel_state(
    row: OutboxRow,
    moment: Moment,
    *,
    sends: bool,
    looking: bool = False,
    url: str = "",
) -> PanelState:
    """Describe one answer; `looking` while its thread is being read at this moment.

    `url` is where it stands, or the message that it answers.
    """
    foot = ""
    if row.checked_at is not None:
        words = say("Ceklis etika lengkap {time}")
        foot = words.format(time=moment_words(moment, row.checked_at))
    return PanelState(
        row=row,
        title=wording.title(row, sends=sends),
        explanation=wording.explanation(row, moment, sends=sends),
        looks=tuple(wording.look_lines(row, moment)),
        actions=tuple(_actions(row, sends=sends, looking=looking, url=url)),
        foot=foot,
        url=url,
    )


def _actions(row: OutboxRow, *, sends: bool, looking: bool, url: str) -> list[Action]:
    go = Action("go", say("Buka percakapan"), "inbox")
    shown = [_open(row), go] if url else [go]
    if row.state is ReplyState.UNSURE:
        return [*_unsure(row, looking=looking), *shown]
    if row.state is ReplyState.QUEUED and not sends:
        return [*_manual(), Action("withdraw", say("Kembalikan ke draf"), "undo"), go]
    if row.state is ReplyState.DRAFT:
        return [Action("go", say("Lanjutkan menulis"), "pencil", primary=True)]
    first: dict[ReplyState, list[Action]] = {
        ReplyState.FAILED: [
            Action("retry", say("Coba kirim lagi"), "refresh-cw", primary=True),
            Action("withdraw", say("Perbaiki sebagai draf"), "pencil"),
        ],
        ReplyState.QUEUED: [
            Action("withdraw", say("Batalkan"), "undo-2", primary=True)
        ],
    }
    return [*first.get(row.state, []), *shown]


def _unsure(row: OutboxRow, *, looking: bool) -> list[Action]:
    looked = say("Tersedia setelah utas terbaca lengkap tanpa balasan ini.")
    busy = say("Utas sedang dibaca…")
    return [
        Action(
            "look",
            say("Periksa utas sekarang"),
            "refresh-cw",
            primary=True,
            reason=busy if looking else "",
        ),
        Action("declare", say("Tandai terkirim…"), "check-check"),
        Action(
            "resend",
            say("Kirim ulang…"),
            "send",
            reason="" if row.last_look_complete and not looking else looked,
        ),
    ]


def _manual() -> list[Action]:
    return [
        Action("copy", say("Salin dan buka"), "copy", primary=True),
        Action("declare", say("Sudah saya kirim…"), "check"),
    ]


def _open(row: OutboxRow) -> Action:
    words = say("Buka di {platform}").format(platform=platform_of(row.platform).name)
    return Action("open_post", words, "external-link")
