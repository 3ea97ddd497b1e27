"""The composer around its text, made of the sheet: banner, notices, counter, button.

The one rule: whatever keeps an answer back, or makes it another one than the citizen
would expect, is said in words before it goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kotakmasuk.desktop.reply import asking, judging, wording
from kotakmasuk.desktop.reply.sheet import LETTERS, Asked, Sheet
from kotakmasuk.desktop.reply.states import ComposerState, Notice, OptionRow, Part
from kotakmasuk.desktop.reply.wording import say
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.placeholders import placeholders, unfilled
from kotakmasuk.domain.templates import Template, body_for
from kotakmasuk.domain.wording import number


Told = tuple[str, str, str]  # words, icon, tone


@dataclass(frozen=True)
class Around:
    """What the sheet does not hold: templates in use, undo time in seconds, now."""

    used: Sequence[Template]
    seconds: int
    moment: Moment


def composer_state(sheet: Sheet, around: Around) -> ComposerState:
    """Everything around the text."""
    if sheet.note:
        return _note_state(sheet)
    count, tone = _count(sheet)
    filled, asked = _isian(sheet, around.used)
    reason, icon, ink = _reason(sheet, around)
    send, send_icon = _send(sheet, around.moment)
    return ComposerState(
        identity=sheet.identity,
        opposite=_opposite(sheet),
        accounts=_others(sheet),
        template=_title(around.used),
        filled=filled,
        asked=asked,
        above=tuple(_above(sheet, around.moment)),
        below=tuple(_below(sheet, around.moment)),
        pictures=sheet.composition.pictures,
        parts=_split(sheet),
        options=_option_row(sheet),
        count=count,
        count_tone=tone,
        reason=reason,
        reason_icon=icon,
        reason_tone=ink,
        send=send,
        send_icon=send_icon,
        ready=sheet.ready,
        issue=sheet.issue,
    )


def _count(sheet: Sheet) -> tuple[str, str]:
    """The counter and its tone; of a thread how many parts it has."""
    view = sheet.view
    if view is None:
        return "", "text2"
    if len(view.parts) > 1:
        words = say("{used} · {n} bagian")
        return words.format(used=number(view.limit.used), n=len(view.parts)), "text2"
    return wording.limit_words(view.limit)


def _note_state(sheet: Sheet) -> ComposerState:
    empty = "" if sheet.ready else say("Tulis catatannya lebih dulu.")
    return ComposerState(
        identity=sheet.identity,
        note=True,
        reason=empty,
        reason_tone="noteText",
        send=say("Simpan catatan"),
        send_icon="lock",
        ready=sheet.ready,
    )


def _opposite(sheet: Sheet) -> bool | None:
    other = not sheet.identity.public
    return other if other in sheet.openness else None


def _others(sheet: Sheet) -> tuple[tuple[int, str], ...]:
    return tuple(one for one in sheet.accounts if one[0] != sheet.identity.account)


def _title(used: Sequence[Template]) -> str:
    if len(used) < 2:  # noqa: PLR2004  one is named, of several the last
        return used[0].title if used else ""
    words = say("{title} dan {n} lagi")
    return words.format(title=used[-1].title, n=len(used) - 1)


def _isian(sheet: Sheet, used: Sequence[Template]) -> tuple[int, int]:
    """How many isian are filled, and how many there are."""
    platform = sheet.identity.platform
    every = {name for one in used for name in placeholders(body_for(one, platform))}
    left = len({hole.name for hole in unfilled(sheet.text)})
    asked = max(len(every), left)
    return asked - left, asked


def _option_row(sheet: Sheet) -> OptionRow:
    several = len(sheet.options) > 1
    names = tuple(LETTERS[: len(sheet.options)]) if several else ()
    asked = sheet.asked or Asked()
    return OptionRow(
        names,
        sheet.place,
        sheet.option.remark,
        asks=sheet.asks_approval,
        people=asked.people,
        approver=sheet.approver,
        outside=sheet.asks_approval and asked.outside and bool(asked.people),
    )


def _split(sheet: Sheet) -> tuple[Part, ...]:
    view = sheet.view
    if view is None or len(view.parts) < 2:  # noqa: PLR2004  one part is no thread
        return ()
    allowed = view.limit.allowed or 0
    counts = sheet.part_counts or tuple(len(part) for part in view.parts)
    return tuple(
        Part(
            f"{number}/{len(view.parts)}",
            part,
            wording.count_words(used, allowed),
        )
        for number, (part, used) in enumerate(
            zip(view.parts, counts, strict=True), start=1
        )
    )


def _above(sheet: Sheet, moment: Moment) -> list[Notice]:
    """Under the banner: what is other than the citizen would expect, and the time left."""
    found = [*_at_the_source(sheet, moment), *_switches(sheet)]
    window = sheet.view.window if sheet.view else None
    if window is not None:
        words, look = wording.window_words(window, moment)
        icons = {"plain": "clock", "soon": "clock-alert", "late": "triangle-alert"}
        found.append(Notice(icons[look], words, look))
    if sheet.waiting:
        verb = say("Tarik kembali")
        notice = Notice("hourglass", sheet.waiting, "info", "withdraw_request", verb)
        found.append(notice)
    if sheet.returned:
        found.append(Notice("undo-2", sheet.returned, "warn"))
    if sheet.unsure:
        words = say(
            "Balasan sebelumnya belum dapat dipastikan terkirim;"
            " periksa dulu di Kiriman."
        )
        found.append(Notice("triangle-alert", words, "warn"))
    return found


def _at_the_source(sheet: Sheet, moment: Moment) -> list[Notice]:
    """What the citizen did with her message meanwhile."""
    read, stands = sheet.read, sheet.stands
    if read is None or stands is None:
        return []
    if stands.deleted_at is not None:
        words = say(
            "Pesan ini sudah dihapus di kanal; balasan mungkin tidak dapat dikirim."
            " Draf tetap ada."
        )
        return [Notice("trash-2", words, "info")]
    if stands.edited_at is None or stands.edited_at == read.edited_at:
        return []
    words = say("Warga mengubah pesannya pukul {when}; baca lagi sebelum mengirim.")
    told = words.format(when=moment_words(moment, stands.edited_at))
    return [Notice("pencil", told, "info")]


def _switches(sheet: Sheet) -> list[Notice]:
    identity, found = sheet.identity, []
    if identity.switched_account:
        words = say("Bukan akun yang disapa warga ({handle})")
        verb = say("Pakai {handle}").format(handle=identity.expected)
        told = words.format(handle=identity.expected)
        found.append(Notice("users", told, "warn", "own_account", verb))
    if identity.switched_public and identity.public:
        words = say(
            "Pesan warga bersifat pribadi; balasan ini dapat dibaca semua orang"
        )
        verb = say("Balas langsung saja")
        found.append(Notice("globe", words, "warn", "own_reach", verb))
    elif identity.switched_public:
        words = say("Pesan warga publik; balasan ini hanya dibaca olehnya")
        verb = say("Balas publik")
        found.append(Notice("lock", words, "warn", "own_reach", verb))
    return found


def _below(sheet: Sheet, moment: Moment) -> list[Notice]:
    """Under the template: what the answer rests on, when it goes, in how many parts."""
    composition, found = sheet.composition, []
    if sheet.unit_answer_words:
        closes = say("Lepas jawaban OPD")
        words = sheet.unit_answer_words
        found.append(Notice("landmark", words, "info", "untie", closes=closes))
    if composition.not_before is not None:
        when = wording.time_words(composition.not_before, moment)
        words = say("Dijadwalkan {when}").format(when=when)
        closes = say("Batalkan jadwal")
        found.append(
            Notice("calendar-clock", words, "info", "unschedule", closes=closes)
        )
    return [*found, *_lengths(sheet), *asking.notices(sheet)]


def _lengths(sheet: Sheet) -> list[Notice]:
    view, split = sheet.view, sheet.composition.split
    if view is None or not view.limit.over or not view.may_split:
        return []
    if split and len(view.parts) > 1:
        words = say("Dipecah menjadi {n} bagian bernomor").format(n=len(view.parts))
        verb = say("Satukan lagi")
        return [Notice("layers", words, "info", "join", verb)]
    platform = platform_of(sheet.identity.platform).name
    words = say("Lebih panjang daripada batas {platform}").format(platform=platform)
    verb = say("Pecah menjadi {n} bagian").format(n=sheet.split_into)
    return [Notice("circle-x", words, "danger", "split", verb)]


def _send(sheet: Sheet, moment: Moment) -> tuple[str, str]:
    """The verb of the main button and its icon."""
    at = sheet.composition.not_before
    if sheet.asks_approval:
        return say("Ajukan"), "badge-check"
    if at is not None:
        when = wording.time_words(at, moment)
        return say("Jadwalkan {when}").format(when=when), "calendar-clock"
    if not sheet.identity.sends:
        return say("Salin dan buka"), "copy"
    return say("Kirim"), "send"


def _reason(sheet: Sheet, around: Around) -> Told:
    """Why it cannot go, or what happens when it does."""
    if sheet.sending:
        return say("Memasukkan ke antrean…"), "loader", "text2"
    held = _what_is_open(sheet)
    return held or _prospect(sheet, around)


def _what_is_open(sheet: Sheet) -> Told | None:
    """What keeps it back, None when nothing does."""
    if not sheet.has_something:
        return say("Belum dapat dikirim: balasan masih kosong"), "pencil", "text2"
    if sheet.view is not None and sheet.view.refusal:
        why = sheet.view.refusal
        words = say("Belum dapat dikirim: {why}")
        return words.format(why=why[0].lower() + why[1:]), "circle-x", "danger"
    results = sheet.view.results if sheet.view else ()
    blocked = judging.reason_words(results, asks_approval=sheet.asks_approval)
    if not blocked and sheet.view is None:
        blocked = say("Belum dapat dikirim: ceklis belum dapat dijalankan")
    if not blocked and not sheet.ready:
        blocked = say("Belum dapat dikirim: jendela balasan sudah tutup")
    return (blocked, "circle-x", "danger") if blocked else None


def _prospect(sheet: Sheet, around: Around) -> Told:
    """What happens when it goes."""
    if sheet.asks_approval:
        return asking.prospect(sheet), "badge-check", "text2"
    if sheet.composition.not_before is not None:
        words = say("Dikirim {when}; dapat dibatalkan di Kiriman")
        when = wording.time_words(sheet.composition.not_before, around.moment)
        return words.format(when=when), "calendar-clock", "text2"
    if not sheet.identity.sends:
        by_hand = say("Anda kirim sendiri: teks disalin dan percakapan dibuka.")
        return sheet.identity.reason or by_hand, "copy", "text2"
    return _countdown(around.seconds)


def _countdown(seconds: int) -> Told:
    if not seconds:
        return say("Langsung dikirim; tidak dapat dibatalkan."), "send", "text2"
    words = say("Setelah Kirim: dikirim {n} detik lagi; masih dapat dibatalkan")
    return words.format(n=seconds), "undo-2", "text2"
