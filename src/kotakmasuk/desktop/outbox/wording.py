"""The outbox in words: what each state means, and when.

The one rule: what is not known is called not known; nothing is promised that a
platform has not confirmed.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.times import MINUTE, Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import REPLY_WORDS, OutboxRow, ReplyState
from kotakmasuk.domain.weeks import local, midnight


SECOND = 1000
ORDER = (
    ReplyState.UNSURE,
    ReplyState.FAILED,
    ReplyState.SENDING,
    ReplyState.QUEUED,
    ReplyState.DRAFT,
    ReplyState.SENT,
    ReplyState.SENT_MANUALLY,
)
ALL = "all"
THROUGH = (ReplyState.SENT, ReplyState.SENT_MANUALLY)


def tabs() -> list[tuple[str, str]]:
    """The tabs in their order: everything, then one state each."""
    words = {state: REPLY_WORDS[state] for state in ReplyState}
    words[ReplyState.SENT] = say("Terkirim hari ini")
    shown = (
        ReplyState.DRAFT,
        ReplyState.QUEUED,
        ReplyState.SENDING,
        ReplyState.UNSURE,
        ReplyState.FAILED,
        ReplyState.SENT,
        ReplyState.SENT_MANUALLY,
    )
    return [(ALL, say("Semua")), *((state.value, words[state]) for state in shown)]


def in_order(rows: list[OutboxRow]) -> list[OutboxRow]:
    """What needs a person first; then what is under way; what is through last."""
    return sorted(rows, key=_place)


def _place(row: OutboxRow) -> tuple[int, int]:
    soonest = row.due_at or row.at
    return ORDER.index(row.state), soonest if _waits(row) else -row.at


def _waits(row: OutboxRow) -> bool:
    return row.state is ReplyState.QUEUED


def when(row: OutboxRow, moment: Moment) -> str:
    """The time column: "8 dtk lagi" while it can be taken back, else the moment."""
    if row.state is not ReplyState.QUEUED or row.due_at is None:
        return moment_words(moment, row.at)
    left = row.due_at - moment.now
    if left <= 0:
        return say("menunggu")
    if left < MINUTE:
        return say("{seconds} dtk lagi").format(seconds=seconds_left(row, moment))
    return moment_words(moment, row.due_at)


def seconds_left(row: OutboxRow, moment: Moment) -> int:
    """Whole seconds until a queued answer may leave; never less than none."""
    left = (row.due_at or 0) - moment.now
    return max(0, -(-left // SECOND))


def day_start(moment: Moment) -> int:
    """Midnight of the agency's day, in UTC ms."""
    return midnight(local(moment.now, moment.zone).date(), moment.zone)


def title(row: OutboxRow, *, sends: bool) -> str:
    """What the side panel says first."""
    manual = say("Menunggu Anda kirim sendiri")
    titles = {
        ReplyState.UNSURE: say("Belum dapat dipastikan terkirim"),
        ReplyState.FAILED: say("Belum terkirim"),
        ReplyState.SENDING: say("Sedang dikirim"),
        ReplyState.QUEUED: say("Menunggu dikirim") if sends else manual,
        ReplyState.DRAFT: say("Draf belum dikirim"),
        ReplyState.SENT: say("Terkirim"),
        ReplyState.SENT_MANUALLY: say("Dikirim manual, dinyatakan petugas"),
    }
    return titles[row.state]


def explanation(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """Why it stands there and what happens to it next."""
    name, at = platform_of(row.platform).name, moment_words(moment, row.at)
    said = {
        ReplyState.UNSURE: _unsure(row, name),
        ReplyState.FAILED: row.reason or say("{platform} menolak balasan ini."),
        ReplyState.SENDING: say("Permintaan ke {platform} sedang berjalan."),
        ReplyState.QUEUED: _queued(row, moment, sends=sends),
        ReplyState.DRAFT: say("Disimpan {time}. Lanjutkan di percakapannya."),
        ReplyState.SENT: say("{platform} mengonfirmasi balasan ini pukul {time}."),
        ReplyState.SENT_MANUALLY: say(
            "Dinyatakan terkirim oleh {by}, {time}. Tidak ada konfirmasi dari "
            "{platform}; dihitung terpisah."
        ),
    }[row.state]
    return (
        said.replace("{platform}", name).replace("{time}", at).replace("{by}", row.by)
    )


def _unsure(row: OutboxRow, name: str) -> str:
    kept = say(
        "Agar warga tidak menerima dua kali, balasan ini tidak dikirim ulang otomatis."
    )
    cause = row.reason or say("{platform} belum menjawab permintaan kirim.")
    return f"{cause.replace('{platform}', name)} {kept}"


def _queued(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    if not sends:
        return say(
            "Kanal ini tidak dapat mengirim dari aplikasi. Salin teksnya, kirim di "
            "{platform}, lalu nyatakan di sini."
        )
    left = seconds_left(row, moment)
    if 0 < left < MINUTE // SECOND:
        words = say("Dikirim {seconds} detik lagi; masih dapat dibatalkan.")
        return words.format(seconds=left)
    waiting = say("Masih dapat dibatalkan sampai permintaan berangkat.")
    if left:
        words = say("Dicoba lagi {time}.").format(
            time=moment_words(moment, row.due_at or 0)
        )
        waiting = f"{words} {waiting}"
    return f"{row.reason} {waiting}".strip()


def look_lines(row: OutboxRow, moment: Moment) -> list[str]:
    """Each reading of the thread since the attempt."""
    lines = [
        say("{time} · utas dibaca, balasan belum tampak").format(
            time=moment_words(moment, at)
        )
        for at in row.looked
    ]
    if lines and not row.last_look_complete:
        words = say("{time} · utas belum terbaca lengkap")
        lines[-1] = words.format(time=moment_words(moment, row.looked[-1]))
    return lines


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Outbox", text)
