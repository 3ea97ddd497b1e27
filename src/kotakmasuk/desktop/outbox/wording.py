"""The outbox in words: what each state means, and when.

The one rule: what is not known is called not known; nothing is promised that a
platform has not confirmed.
"""

from kotakmasuk.desktop.outbox import waiting
from kotakmasuk.desktop.outbox.saying import say
from kotakmasuk.desktop.widgets.times import MINUTE, Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.replies import REPLY_WORDS, OutboxRow, ReplyState
from kotakmasuk.domain.weeks import local, midnight


ORDER = (
    ReplyState.UNSURE,
    ReplyState.FAILED,
    ReplyState.SENDING,
    ReplyState.QUEUED,
    ReplyState.WAITING,
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
        ReplyState.WAITING,
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
    until = waiting.until(row, moment)
    left = until - moment.now
    if left >= MINUTE or (left > 0 and until != row.due_at):
        return moment_words(moment, until)
    return _soon(row, moment, counting=left > 0)


def _soon(row: OutboxRow, moment: Moment, *, counting: bool) -> str:
    if row.manual:
        return say("kirim sendiri")
    if row.held:
        return say("ditahan")
    seconds = say("{seconds} dtk lagi").format(
        seconds=waiting.seconds_left(row, moment)
    )
    return seconds if counting else say("menunggu")


def day_start(moment: Moment) -> int:
    """Midnight of the agency's day, in UTC ms."""
    return midnight(local(moment.now, moment.zone).date(), moment.zone)


def recipient(row: OutboxRow) -> str:
    """To whom it goes; a post to everybody is called by its title."""
    return row.recipient or say("Semua")


def content(row: OutboxRow) -> str:
    """What the row says: its words, or what is done with whose words."""
    words = " ".join(row.text.split())
    parts = [f"{row.part}/{row.parts} ·"] if row.parts > 1 else []
    if row.purpose in PURPOSES:
        parts.append(f"{say(PURPOSES[row.purpose])}: {words}")
    else:
        parts.append(words or say("(hanya gambar)"))
    return " ".join(parts)


PURPOSES = {"like": "Sukai", "share": "Bagikan", "hide": "Sembunyikan"}


def title(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """What the side panel says first."""
    titles = {
        ReplyState.UNSURE: say("Belum dapat dipastikan terkirim"),
        ReplyState.FAILED: say("Belum terkirim"),
        ReplyState.SENDING: say("Sedang dikirim"),
        ReplyState.WAITING: say("Menunggu persetujuan"),
        ReplyState.DRAFT: say("Draf belum dikirim"),
        ReplyState.SENT: say("Terkirim"),
        ReplyState.SENT_MANUALLY: say("Dikirim manual, dinyatakan petugas"),
    }
    if row.state is ReplyState.QUEUED:
        return waiting.title(row, moment, sends=sends)
    return titles[row.state]


def explanation(row: OutboxRow, moment: Moment, *, sends: bool) -> str:
    """Why it stands there and what happens to it next."""
    name, at = platform_of(row.platform).name, moment_words(moment, row.at)
    said = {
        ReplyState.UNSURE: _unsure(row, name),
        ReplyState.FAILED: row.reason or say("{platform} menolak balasan ini."),
        ReplyState.SENDING: say("Permintaan ke {platform} sedang berjalan."),
        ReplyState.WAITING: _asked(row),
        ReplyState.QUEUED: waiting.explanation(row, moment, sends=sends),
        ReplyState.DRAFT: _begun(row),
        ReplyState.SENT: say("{platform} mengonfirmasi kiriman ini pukul {time}."),
        ReplyState.SENT_MANUALLY: _by_hand(row, moment),
    }[row.state]
    return (
        said.replace("{platform}", name).replace("{time}", at).replace("{by}", row.by)
    )


def _begun(row: OutboxRow) -> str:
    if row.announcement:
        return say("Pengumuman yang dimulai {by}, {time}. Lanjutkan di Pengumuman.")
    return say("Disimpan {time}. Lanjutkan di percakapannya.")


def _asked(row: OutboxRow) -> str:
    words = say("Diajukan oleh {by}, {time}. Belum ada yang dikirim.")
    if row.candidates > 1:
        several = say("{n} pilihan menunggu penyetuju.").format(n=row.candidates)
        words = f"{several} {words}"
    return words


def _by_hand(row: OutboxRow, moment: Moment) -> str:
    stated = say("Dinyatakan terkirim oleh {by}, {time}.")
    if row.seen_at is None:
        apart = say("Tidak ada konfirmasi dari {platform}; dihitung terpisah.")
        return f"{stated} {apart}"
    seen = say("Terlihat di kanal {seen}; tetap dihitung terpisah.")
    return f"{stated} {seen.format(seen=moment_words(moment, row.seen_at))}"


def _unsure(row: OutboxRow, name: str) -> str:
    kept = say(
        "Agar warga tidak menerima dua kali, balasan ini tidak dikirim ulang otomatis."
    )
    cause = row.reason or say("{platform} belum menjawab permintaan kirim.")
    return f"{cause.replace('{platform}', name)} {kept}"


def foot(row: OutboxRow, moment: Moment) -> str:
    """When it was checked, and who allowed it: "Ceklis lengkap 13.52 · disetujui …"."""
    parts = []
    if row.checked_at is not None:
        words = say("Ceklis etika lengkap {time}")
        parts.append(words.format(time=moment_words(moment, row.checked_at)))
    if row.approved_by:
        at = moment_words(moment, row.approved_at or row.at)
        words = say("disetujui {name} {time}")
        parts.append(words.format(name=row.approved_by, time=at))
    if row.pictures:
        parts.append(say("{n} gambar").format(n=row.pictures))
    return " · ".join(parts)


def next_look(row: OutboxRow, moment: Moment) -> str:
    """When the thread is read again by itself; nothing where it is not."""
    if row.next_look is None:
        return ""
    at = max(row.next_look, moment.now)
    words = say("Diperiksa lagi pukul {time}")
    return words.format(time=moment_words(moment, at))


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
