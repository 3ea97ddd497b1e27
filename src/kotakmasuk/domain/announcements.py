"""New posts to everybody: what each kind asks for, and where an announcement stands.

The one rule to know: all posts of an announcement say the same unless a platform has a
variant; what was sent is never edited, only followed by a correction or by its end.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kotakmasuk.domain.replies import Composition, Picture, ReplyState


LONGEST_TITLE = 120
COMMON = ""  # the name of the text that every platform without a variant takes
# Where an office can put up a post that everybody may read.
PUBLIC_PLATFORMS = (
    *("instagram", "facebook", "x", "tiktok", "youtube", "threads"),
    *("telegram", "whatsapp", "mastodon", "bluesky"),
)


class Preset(StrEnum):
    """The kind of an announcement; the last two follow one that was sent."""

    ANNOUNCEMENT = "announcement"
    CLARIFICATION = "clarification"
    EMERGENCY = "emergency"
    CORRECTION = "correction"
    ENDED = "ended"


@dataclass(frozen=True)
class Form:
    """What a kind is called and which fields it asks for, beside title and text.

    `example` is a title as one would write it.
    """

    words: str
    purpose: str
    example: str
    fields: tuple[str, ...]
    required: frozenset[str] = frozenset()


FORMS: Mapping[Preset, Form] = {
    Preset.ANNOUNCEMENT: Form(
        "Pengumuman",
        "Jadwal, layanan, kegiatan.",
        "Jadwal mobil layanan KTP",
        ("source", "contact"),
    ),
    Preset.CLARIFICATION: Form(
        "Klarifikasi hoaks",
        "Meluruskan kabar yang beredar, dengan sumbernya.",
        "Kabar penutupan Puskesmas Melati tidak benar",
        ("source", "issue"),
        frozenset({"source"}),
    ),
    Preset.EMERGENCY: Form(
        "Peringatan darurat",
        "Bencana atau gangguan; selalu lewat penyetuju dan selalu berakhir.",
        "Peringatan banjir Kecamatan Melati",
        ("source", "happens_at", "contact", "expires_at", "approver"),
        frozenset({"source", "happens_at", "contact", "expires_at", "approver"}),
    ),
    Preset.CORRECTION: Form(
        "Koreksi",
        "Membetulkan kiriman yang sudah terbit.",
        "Koreksi: Jadwal mobil layanan KTP",
        ("source", "contact"),
        frozenset({"source"}),
    ),
    Preset.ENDED: Form(
        "Pernyataan berakhir",
        "Menyatakan bahwa keadaan darurat sudah berakhir.",
        "Berakhir: Peringatan banjir Kecamatan Melati",
        ("source", "contact"),
        frozenset({"source"}),
    ),
}
OFFERED = (Preset.ANNOUNCEMENT, Preset.CLARIFICATION, Preset.EMERGENCY)
FIELD_WORDS = {
    "source": "Sumber",
    "happens_at": "Waktu kejadian",
    "contact": "Kontak yang dapat dihubungi",
    "expires_at": "Berlaku sampai",
    "approver": "Penyetuju di luar jam kerja",
    "issue": "Isu",
}
_MISSING = {
    "source": "Tulis sumbernya, misalnya Laporan BPBD pukul 14.10.",
    "happens_at": "Tulis waktu kejadiannya, misalnya 22-11-2026 14.10.",
    "contact": "Tulis kontak yang dapat dihubungi warga, misalnya 112.",
    "expires_at": "Tulis sampai kapan peringatan ini berlaku.",
    "approver": "Tulis siapa yang menyetujui di luar jam kerja.",
}


@dataclass(frozen=True)
class Announcement:
    """One announcement as it stands; times are UTC ms.

    `variants` are other words by platform, `ticks` what was ticked for the common text
    ("") and for each variant. `follows` is the announcement that this one corrects or
    ends; `ended_at` is set where an officer closes it without a further post.
    """

    id: int = 0
    uid: str = ""
    preset: Preset = Preset.ANNOUNCEMENT
    title: str = ""
    source: str = ""
    happens_at: int | None = None
    contact: str = ""
    expires_at: int | None = None
    approver: str = ""
    issue: int | None = None
    follows: int | None = None
    text: str = ""
    variants: Mapping[str, str] = field(default_factory=dict)
    accounts: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()
    not_before: int | None = None
    ticks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    at: int = 0
    actor: str = ""
    ended_at: int | None = None

    def sheet(self, platform: str) -> str:
        """Name the text that a platform takes: its own variant, else the common one."""
        return platform if platform in self.variants else COMMON

    def text_for(self, platform: str) -> str:
        """Give the words that go to a platform."""
        return self.variants.get(platform, self.text)

    def ticks_for(self, platform: str) -> frozenset[str]:
        """Give what was ticked for those words."""
        return self.ticks.get(self.sheet(platform), frozenset())

    def composition(self, platform: str) -> Composition:
        """Put together what goes to a platform."""
        return Composition(
            text=self.text_for(platform),
            pictures=self.pictures,
            not_before=self.not_before,
        )


@dataclass(frozen=True)
class PostRow:
    """One post of an announcement: where it goes and what became of it.

    `sends` is False where the officer puts it up herself; `reply` is None while nothing
    was submitted. `returned` is an approver's note; `not_before` (UTC ms) is when a
    queued post may leave.
    """

    account: int
    handle: str
    platform: str
    sends: bool
    reply: int | None = None
    state: ReplyState = ReplyState.DRAFT
    at: int = 0
    reason: str = ""
    url: str = ""
    returned: str = ""
    not_before: int | None = None

    @property
    def live(self) -> bool:
        """Tell whether it waits, is under way or was sent."""
        return self.reply is not None and self.state is not ReplyState.DRAFT


class Standing(StrEnum):
    """Where a whole announcement stands."""

    DRAFT = "draft"
    RETURNED = "returned"
    WAITING = "waiting"
    QUEUED = "queued"
    ATTENTION = "attention"
    PARTLY = "partly"
    PUBLISHED = "published"
    TO_END = "to_end"
    ENDED = "ended"


STANDING_WORDS = {
    Standing.DRAFT: "Draf",
    Standing.RETURNED: "Dikembalikan",
    Standing.WAITING: "Menunggu persetujuan",
    Standing.QUEUED: "Antre",
    Standing.ATTENTION: "Perlu diperiksa",
    Standing.PARTLY: "Terbit sebagian",
    Standing.PUBLISHED: "Terbit",
    Standing.TO_END: "Perlu dinyatakan berakhir",
    Standing.ENDED: "Berakhir",
}
THROUGH = (ReplyState.SENT, ReplyState.SENT_MANUALLY)
_UNDER_WAY = (ReplyState.QUEUED, ReplyState.SENDING)
_TROUBLED = (ReplyState.UNSURE, ReplyState.FAILED)


def standing(
    announcement: Announcement, posts: Iterable[PostRow], *, now: int, ended: bool
) -> Standing:
    """Tell where an announcement stands; `ended` says that its end was posted."""
    every = list(posts)
    states = {post.state for post in every}
    if states & set(THROUGH) and (ended or announcement.ended_at is not None):
        return Standing.ENDED
    expires = announcement.expires_at
    over = expires is not None and expires <= now
    told = (
        (bool(states & set(_TROUBLED)), Standing.ATTENTION),
        (bool(states & set(THROUGH)) and over, Standing.TO_END),
        (ReplyState.WAITING in states, Standing.WAITING),
        (bool(states & set(_UNDER_WAY)), Standing.QUEUED),
        (bool(every) and states <= set(THROUGH), Standing.PUBLISHED),
        (bool(states & set(THROUGH)), Standing.PARTLY),
        (any(post.returned for post in every), Standing.RETURNED),
    )
    return next((where for is_so, where in told if is_so), Standing.DRAFT)


def faults_of(announcement: Announcement, *, now: int) -> dict[str, str]:
    """A sentence for each field that keeps it from being submitted, by its name."""
    form = FORMS[announcement.preset]
    missing = {
        name: _MISSING[name]
        for name in form.fields
        if name in form.required and not _given(announcement, name)
    }
    found = _title(announcement.title.strip(), form.example) | missing
    if not announcement.accounts:
        found["accounts"] = "Pilih paling sedikit satu kanal."
    if not announcement.text.strip():
        found["text"] = "Tulis isinya."
    return found | _pictures(announcement.pictures) | _times(announcement, now)


def _title(title: str, example: str) -> dict[str, str]:
    if not title:
        return {"title": f"Tulis judul, misalnya {example}."}
    if len(title) > LONGEST_TITLE:
        words = f"Judul terlalu panjang: paling banyak {LONGEST_TITLE} huruf."
        return {"title": words}
    return {}


def _given(announcement: Announcement, name: str) -> bool:
    value = getattr(announcement, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _pictures(pictures: Sequence[Picture]) -> dict[str, str]:
    nameless = next((one.name for one in pictures if not one.alt.strip()), "")
    if not nameless:
        return {}
    return {"pictures": f"Tulis apa yang terlihat pada gambar {nameless}."}


def _times(announcement: Announcement, now: int) -> dict[str, str]:
    expires, begins = announcement.expires_at, announcement.not_before
    if expires is not None and expires <= max(now, announcement.happens_at or 0):
        return {"expires_at": "Waktu berakhir harus sesudah sekarang dan kejadiannya."}
    if begins is not None and begins <= now:
        return {"not_before": "Waktu terbit sudah lewat. Pilih waktu nanti."}
    if begins is not None and expires is not None and begins >= expires:
        return {"not_before": "Waktu terbit harus sebelum peringatan berakhir."}
    return {}


def is_editable(posts: Iterable[PostRow]) -> bool:
    """Tell whether its words may still change: nothing waits or has left."""
    return not any(post.live for post in posts)


def follow_up_text(
    before: Announcement, preset: Preset, links: Collection[str] = ()
) -> str:
    """Begin a correction or an end; the isian in it must be filled by hand."""
    title = before.title.strip()
    where = f"\n\nUnggahan semula: {', '.join(links)}" if links else ""
    contact = f"\n\nKontak: {before.contact}" if before.contact.strip() else ""
    if preset is Preset.ENDED:
        return (
            f"{title}: dinyatakan berakhir pada {{waktu_berakhir}}."
            f" {{keadaan_sekarang}}{contact}{where}"
        )
    return (
        f"Koreksi atas “{title}”: sebelumnya kami menulis {{yang_keliru}}."
        f" Yang benar: {{yang_benar}}.{contact}{where}"
    )
