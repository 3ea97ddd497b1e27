"""Times and states of an account in the words of the page Kanal.

The one rule: what the platform does not promise is not claimed; a manual account is
*diperiksa*, never *lengkap*.
"""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import CHANNELS, DEADLINES, OUTBOX, ChipLook
from kotakmasuk.desktop.widgets.times import MINUTE, Moment, moment_words, span_words
from kotakmasuk.domain.accounts import AccountState, Health, ProblemKind
from kotakmasuk.domain.wording import number


LATE_AFTER = 30 * MINUTE

Condition = Literal[
    "ok", "lagging", "auth", "quota", "manual", "paused", "fetching", "waiting"
]
LOOKS: dict[Condition, ChipLook] = {
    "ok": CHANNELS["ok"],
    "lagging": CHANNELS["lagging"],
    "auth": CHANNELS["auth"],
    "quota": CHANNELS["quota"],
    "manual": CHANNELS["manual"],
    "paused": DEADLINES["paused"],
    "fetching": OUTBOX["sending"],
    "waiting": ChipLook("hourglass", "text2", "hover"),
}
ATTENTION: tuple[Condition, ...] = ("lagging", "auth", "quota")


def condition(health: Health, now: int) -> Condition:
    """Sort an account by what an officer has to do about it."""
    by_state: dict[AccountState, Condition] = {
        AccountState.SIGN_IN_NEEDED: "auth",
        AccountState.PAUSED: "paused",
    }
    if health.account.state in by_state:
        return by_state[health.account.state]
    if health.manual:
        return "manual"
    if health.problem:
        spent = health.problem_kind is ProblemKind.QUOTA
        return "quota" if spent else "lagging"
    waits = (health.sending_until or 0) > now
    return "quota" if waits else _by_time(health, now)


def _by_time(health: Health, now: int) -> Condition:
    if health.last_success is None:
        return "waiting"
    until = health.complete_until or health.last_success
    return "lagging" if now - until > LATE_AFTER else "ok"


def condition_words(health: Health, kind: Condition, now: int) -> str:
    """The words inside the capsule."""
    if kind == "lagging":
        until = health.complete_until or health.last_success
        if until is None or now - until < MINUTE:
            return say("Tertinggal")
        return say("Tertinggal {time}").format(time=span_words(now - until))
    words = {
        "ok": say("Normal"),
        "auth": say("Perlu masuk lagi"),
        "quota": say("Kuota habis"),
        "manual": say("Manual"),
        "paused": say("Dijeda"),
        "fetching": say("Sedang mengambil"),
        "waiting": say("Belum diambil"),
    }
    return words[kind]


def sending_words(health: Health, moment: Moment) -> str:
    """Until when nothing is sent, and why; nothing where sending goes on."""
    until = health.sending_until
    if until is None or until <= moment.now:
        return ""
    reason = health.sending_reason
    words = say("Kiriman ditunda sampai {time}: {reason}")
    at = moment_words(moment, until)
    return words.format(time=at, reason=f"{reason[:1].lower()}{reason[1:]}")


def complete_words(health: Health, moment: Moment) -> str:
    """Up to when nothing is missing, or up to when a person looked."""
    if health.manual:
        if health.last_success is None:
            return say("belum diperiksa")
        seen = moment_words(moment, health.last_success)
        return say("diperiksa s.d. {time} (manual)").format(time=seen)
    if health.complete_until is None:
        return say("belum lengkap")
    until = moment_words(moment, health.complete_until)
    return say("lengkap s.d. {time}").format(time=until)


def next_words(health: Health, kind: Condition, moment: Moment) -> str:
    """When an account is read next."""
    if kind in ("manual", "paused", "auth"):
        return say("oleh petugas") if kind == "manual" else "\N{EN DASH}"
    due = health.next_check
    if due is None or due <= moment.now:
        return say("segera")
    return say("pukul {time}").format(time=moment_words(moment, due))


def why_words(health: Health, kind: Condition, poll_seconds: int) -> str:
    """Why it is read then."""
    if kind in ("manual", "paused", "auth"):
        said = {
            "manual": say("tangkap atau impor berkas"),
            "paused": say("sampai dilanjutkan"),
            "auth": say("setelah masuk lagi"),
        }
        return said[kind]
    if health.problem:
        return say("mencoba lagi setelah gangguan")
    if health.gaps:
        words = say("{n} bagian terlewat diambil lagi")
        return words.format(n=number(health.gaps))
    return say("tiap {time}").format(time=span_words(max(poll_seconds, 60) * 1000))


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Accounts", text)
