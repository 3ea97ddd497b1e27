"""What is said of an item: what it does, how it is checked, how sure its basis is.

The one rule: every state is a capsule with shape and words, never a colour alone.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.chips import ChipLook
from kotakmasuk.domain import checklist
from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.checklist import BLOCK, MANUAL, WARN, Rule
from kotakmasuk.domain.checks import CHECKS
from kotakmasuk.domain.inbox import KIND_WORDS
from kotakmasuk.services.rules import AGENCY, Kept


APPROVE = "approve"
ASKING = frozenset({"needs_approver", "made_public"})
LOOKS = {
    BLOCK: ChipLook("circle-x", "danger", "dangerSoft"),
    WARN: ChipLook("triangle-alert", "warn", "warnSoft", "warnLine"),
    APPROVE: ChipLook("badge-check", "accent", "accentSoft"),
    "passed": ChipLook("circle-check", "ok", "okSoft"),
    "asked": ChipLook("user", "text2", "hover"),
    "silent": ChipLook("minus", "text2", "hover"),
    "theirs": ChipLook("landmark", "text2", "hover"),
    "news": ChipLook("refresh-cw", "accent", "accentSoft"),
}
# An agency begins its own items with these; the others follow.
FIRST = ("listed_words", "needs_approver")
NOT_ANSWERED = frozenset({"files", "rss", "manual"})


@dataclass(frozen=True)
class CheckWords:
    """How a check is called, what its words are, and what it looks at."""

    title: str
    words: str = ""
    looks: str = ""


def effect(rule: Rule) -> str:
    """What a finding leads to: block, warn or approve."""
    if rule.mode != MANUAL and rule.check in ASKING:
        return APPROVE
    return rule.severity


def effect_words(name: str) -> str:
    """The words in the capsule of an effect."""
    return {
        BLOCK: _say("Blokir"),
        WARN: _say("Peringatan"),
        APPROVE: _say("Persetujuan"),
    }[name]


def mode_words(rule: Rule) -> str:
    """Who checks it."""
    return _say("manual") if rule.mode == MANUAL else _say("otomatis")


def marks(kept: Kept) -> list[tuple[str, str]]:
    """The capsules below an item: look and words."""
    found = []
    if kept.rule.origin == AGENCY:
        changed = _say("diubah instansi")
        own = _say("butir instansi")
        found.append(("theirs", changed if kept.rule.shipped else own))
    if kept.offered is not None:
        found.append(("news", _say("ada versi bawaan baru")))
    return found


def confidences() -> list[tuple[str, str]]:
    """How sure a basis is, and what that means."""
    return [
        ("A", _say("A: dikutip dari sumbernya")),
        ("B", _say("B: sumber lain, saling cocok")),
        ("C", _say("C: belum dipastikan")),
    ]


def purposes() -> list[tuple[str, str]]:
    """What passes the checklist."""
    return [
        (checklist.ANSWER, _say("Balasan")),
        (checklist.ANNOUNCEMENT, _say("Pengumuman")),
        (checklist.LIKE, _say("Suka")),
        (checklist.SHARE, _say("Bagikan")),
        (checklist.HIDE, _say("Sembunyikan")),
    ]


def risks() -> list[tuple[str, str]]:
    """At which answers a person is asked to tick."""
    return [
        (checklist.THANKS, _say("Apresiasi dan templat utuh")),
        (checklist.NORMAL, _say("Balasan biasa")),
        (checklist.SENSITIVE, _say("Topik peka, klarifikasi, pengumuman")),
    ]


def reaches() -> list[tuple[str, str]]:
    """Who can read what is checked."""
    return [
        ("any", _say("Publik dan pribadi")),
        ("public", _say("Hanya publik")),
        ("private", _say("Hanya pesan pribadi")),
    ]


def kinds() -> list[tuple[str, str]]:
    """What a citizen wants, and what an agency tells."""
    known = [(kind.value, words) for kind, words in KIND_WORDS.items()]
    told = [
        ("clarification", _say("Klarifikasi")),
        ("emergency", _say("Peringatan darurat")),
    ]
    return [*known, *told]


def urgencies() -> list[tuple[str, str]]:
    """How much a message presses."""
    return [
        ("high", _say("Mendesak")),
        ("normal", _say("Biasa")),
    ]


def platforms() -> list[tuple[str, str]]:
    """The channels that can be answered on."""
    return [(p.key, p.name) for p in PLATFORMS.values() if p.key not in NOT_ANSWERED]


def checks() -> list[tuple[str, str]]:
    """Every way to check, those of an agency's own items first; "" is by hand."""
    names = [*FIRST, *sorted(set(CHECKS) - set(FIRST))]
    by_hand = ("", _say("Ditandai petugas (manual)"))
    return [by_hand, *((name, check_words(name).title) for name in names)]


def check_words(name: str) -> CheckWords:
    """What is said of one check."""
    return {**_of_words(), **_of_the_rest()}.get(name) or CheckWords(
        _say("Ditandai petugas (manual)"),
        looks=_say("Butir manual: petugas sendiri yang menandainya."),
    )


def _of_words() -> dict[str, CheckWords]:
    """The checks that an agency gives words to."""
    words = _say("Kata-kata, satu per baris")
    return {
        "listed_words": CheckWords(_say("Mencari kata-kata"), words),
        "asks_personal_data": CheckWords(_say("Meminta data pribadi"), words),
        "partisanship": CheckWords(
            _say("Menyinggung peserta pemilihan"),
            _say("Nama calon dan partai, dan kata kampanye, satu per baris"),
            _say("Hanya diperiksa pada masa pemilihan yang Anda tetapkan."),
        ),
        "hate_or_obscenity": CheckWords(_say("Kebencian dan pornografi"), words),
        "abuse_or_threat": CheckWords(_say("Kata kasar dan ancaman"), words),
        "joking": CheckWords(
            _say("Bercanda pada duka"),
            words,
            _say("Mencari kata itu bila balasannya menyinggung bencana atau duka."),
        ),
        "promise": CheckWords(
            _say("Janji dan tanggal"),
            words,
            _say("Tanggal diperingatkan bila tidak ada di jawaban OPD."),
        ),
        "link_domain": CheckWords(
            _say("Tautan"), _say("Domain lain yang boleh, satu per baris")
        ),
        "verbatim_template": CheckWords(
            _say("Templat berulang"),
            _say("Paling banyak terkirim tanpa diubah dalam 30 hari"),
            _say("Melihat templat yang dipakai, bukan kata-kata contoh."),
        ),
    }


def _of_the_rest() -> dict[str, CheckWords]:
    """The checks that know by themselves what to look for."""
    template = _say("Melihat templat yang dipakai, bukan kata-kata contoh.")
    return {
        "personal_data": CheckWords(
            _say("Data pribadi"), looks=_say("Kontak resmi tidak dihitung.")
        ),
        "reporter_identity": CheckWords(
            _say("Identitas pelapor"),
            looks=_say("Pelapor contoh: Dewi Anjani, @dewi.anjani."),
        ),
        "needs_approver": CheckWords(
            _say("Minta persetujuan"),
            looks=_say("Meminta persetujuan setiap kali butir ini berlaku."),
        ),
        "made_public": CheckWords(
            _say("Dijawab di ruang publik"),
            looks=_say("Contoh: percakapan pribadi yang dijawab secara publik."),
        ),
        "account_visibility": CheckWords(
            _say("Akun dan keterbukaan"),
            looks=_say("Melihat akun dan percakapan, bukan kata-kata contoh."),
        ),
        "shouting": CheckWords(_say("Kapital dan tanda seru")),
        "unfilled_placeholder": CheckWords(_say("Isian kosong")),
        "expired_template": CheckWords(_say("Templat kedaluwarsa"), looks=template),
        "over_limit": CheckWords(
            _say("Panjang balasan"), looks=_say("Contoh dihitung sebagai balasan di X.")
        ),
        "missing_alt_text": CheckWords(
            _say("Teks alternatif"),
            looks=_say("Contoh: satu gambar tanpa teks alternatif."),
        ),
    }


def _say(text: str) -> str:
    return QCoreApplication.translate("Checklist", text)
