"""Why an answer that is queued has not left yet, and when it will.

The one rule: the nearest thing that holds it back is told, with its time where it has
one.
"""

from kotakmasuk.desktop.outbox.saying import say
from kotakmasuk.desktop.widgets.times import MINUTE, Moment, moment_words
from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.domain.replies import OutboxRow
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import DAYS


SECOND = 1000
SIX_DAYS = 6 * 24 * 60 * MINUTE


def until(row: OutboxRow, moment: Moment) -> int:
    """When it may leave at the earliest, UTC ms."""
    paused = row.paused_until or 0
    return max(row.due_at or 0, paused if paused > moment.now else 0)


def seconds_left(row: OutboxRow, moment: Moment) -> int:
    """Whole seconds until a queued answer may leave; never less than none."""
    left = (row.due_at or 0) - moment.now
    return max(0, -(-left // SECOND))


def cause(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """Name the nearest thing that holds it back."""
    waits = until(row, moment) > moment.now
    paused = (row.paused_until or 0) > moment.now
    causes = {
        "by_hand": not sends,
        "held": row.held,
        "signed_out": row.signed_out,
        "paused": row.account_state is AccountState.PAUSED,
        "removed": row.account_state is AccountState.REMOVED,
        "part": bool(row.waits_for),
        "postponed": waits and (paused or row.tries > 0),
        "scheduled": (row.scheduled or 0) > moment.now,
        "undo": 0 < seconds_left(row, moment) < MINUTE // SECOND,
    }
    return next((name for name, holds in causes.items() if holds), "turn")


def title(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """What the panel says first of a queued answer."""
    titles = {
        "by_hand": say("Menunggu Anda kirim sendiri"),
        "held": _held(row, moment),
        "signed_out": say("Kanal perlu masuk lagi"),
        "paused": say("Kanal ini dijeda"),
        "removed": say("Akun ini sudah dilepas"),
        "part": say("Menunggu bagian {n}").format(n=row.waits_for),
        "postponed": _postponed(row, moment),
        "scheduled": _scheduled(row, moment),
    }
    return titles.get(cause(row, moment, sends=sends), say("Menunggu dikirim"))


def explanation(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """Why it waits and what happens next; "{platform}" stays to be filled."""
    still = say("Masih dapat dibatalkan sampai permintaan berangkat.")
    alone = say("Hanya kiriman kanal ini yang menunggu; kanal lain tetap jalan.")
    said = {
        "by_hand": say(
            "Kanal ini tidak dapat mengirim dari aplikasi. Salin teksnya, kirim di "
            "{platform}, lalu nyatakan di sini."
        ),
        "held": say(
            "Berangkat setelah Anda memilih Lanjutkan. Masih dapat dibatalkan."
        ),
        "signed_out": f"{row.reason} {alone}".strip(),
        "paused": say(
            "Berangkat setelah akun ini dilanjutkan di Kanal. Masih dapat dibatalkan."
        ),
        "removed": say(
            "Berangkat setelah akun ini disambungkan lagi di Kanal. Masih dapat "
            "dibatalkan."
        ),
        "part": say("Bagian itu belum terkirim; bagian ini menyusul sesudahnya."),
        "postponed": f"{_with_reason(row, moment)} {still}",
        "scheduled": say("Berangkat sendiri pada waktunya; masih dapat dibatalkan."),
        "undo": say("Dikirim {n} detik lagi; masih dapat dibatalkan.").format(
            n=seconds_left(row, moment)
        ),
    }
    turn = f"{row.reason} {still}".strip()
    return said.get(cause(row, moment, sends=sends), turn)


def _postponed(row: OutboxRow, moment: Moment) -> str:
    at = moment_words(moment, until(row, moment))
    return say("Ditunda sampai {time}").format(time=at)


def _with_reason(row: OutboxRow, moment: Moment) -> str:
    """Say it whole: "Ditunda sampai 14.35: batas kiriman Instagram tercapai."."""
    words, reason = _postponed(row, moment), row.reason
    return f"{words}: {reason[:1].lower()}{reason[1:]}" if reason else f"{words}."


def _held(row: OutboxRow, moment: Moment) -> str:
    """Its own time is told too: once the sending goes on, it still waits for that."""
    if (row.scheduled or 0) <= moment.now:
        return say("Semua kiriman ditahan")
    at = day_words(row.scheduled or 0, moment)
    return say("Ditahan; dijadwalkan {time}").format(time=at)


def _scheduled(row: OutboxRow, moment: Moment) -> str:
    at = day_words(row.scheduled or 0, moment)
    return say("Dijadwalkan {time}").format(time=at)


def day_words(at: int, moment: Moment) -> str:
    """A moment to come with its day's whole name: "Senin 08.00"."""
    here = local(at, moment.zone)
    near = 0 < at - moment.now < SIX_DAYS
    if near and here.date() != local(moment.now, moment.zone).date():
        return f"{DAYS[here.weekday()]} {here:%H.%M}"
    return moment_words(moment, at)
