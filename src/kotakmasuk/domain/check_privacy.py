"""Checks that keep citizens out of sight: their data, their names, what they are asked.

The one rule to know: these look at public answers; in a private one the citizen may be
named and asked.
"""

import re
from collections.abc import Iterator

from kotakmasuk.domain.check_subject import Finding, Subject, quoted, spans_of, told
from kotakmasuk.language.personal_data import KIND_WORDS, Span
from kotakmasuk.language.personal_data import find as find_personal_data


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_ASKS = re.compile(
    r"\b(?:kirim(?:kan)?|tulis(?:kan)?|sebut(?:kan)?|cantumkan|sertakan|info(?:kan)?|isi(?:kan)?"
    r"|berikan|share|lampirkan|ketik(?:kan)?|drop|balas (?:\w+ ){0,2}dengan|minta"
    r"|boleh (?:tahu|tau|dibantu)|butuh(?:kan)?|perlu"
    r"|(?:mohon|tolong|harap|silakan|silahkan|bisa|dapat) (?:\w+ )?"
    r"(?:di|me)(?:kirim|ngirim|tulis|nulis|sebut|nyebut|cantum|ncantum|sertakan|nyertakan"
    r"|info|nginfo|isi|ngisi|beri|mberi|lampir|lampirkan)\w*"
    r"|berapa (?:nik|no|nomor)|(?:nik|nomor \w+|no \w+|ktp)(?:[- ]?nya)? berapa)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:jangan|hindari|dilarang|tanpa|(?:tidak|tak|belum)(?: perlu| usah| boleh| dapat"
    r"| akan| pernah)? (?:di|me)?(?:kirim|ngirim|tulis|nulis|sebut|nyebut|cantum|ncantum"
    r"|minta|sertakan|isi|beri)\w*)",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:di ?sini|kolom komentar|di komentar|komentar ini|komen|balasan ini|reply|di bawah"
    r"|unggahan ini|postingan ini)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"\b(?:dm|dms|pm|direct message|pesan langsung|inbox|japri|pesan pribadi"
    r"|pesan privat)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:melalui|lewat|via|ke|di|pada|dari) (?:\w+ )?(?:surel|e-?mail|loket|kantor"
    r"|kelurahan|kecamatan|desa|dinas|formulir|whatsapp|wa|nomor|aplikasi|laman|situs"
    r"|website|tautan|link|mpp|\w*dukcapil|puskesmas|posko|rsud|petugas)\b"
    r"|\b(?:membawa|bawa|siapkan|menyiapkan|fotokopi|persyaratan|syarat\w*)\b",
    re.IGNORECASE,
)
_NAME_PART = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"@?([\w.+-]+)(?:@[\w.-]+)?")
_SHORTEST = 3
# Said of anyone, or part of how accounts are named: they give nobody away.
_COMMON_WORDS = """
akun anda bagian bapak berita bidang bin binti desa dinas drs forum grup haji hajjah
humas ibu indonesia info kabupaten kak kakak kami kantor kota lapor mas masyarakat mba
mbak media menjadi min official pak para pelapor pemuda peduli pengguna rakyat real
saudara sdr sdri siapa suara the tim user warga warganet yang yth dan untuk dari
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def personal_data(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """No NIK, number or address of a citizen, in the answer or in what is shared."""
    text, spans = subject.text, subject.personal_data
    if not spans and subject.target_text:
        text, spans = subject.target_text, find_personal_data(subject.target_text)
    if not spans:
        return None
    kinds = dict.fromkeys(KIND_WORDS.get(span.kind, span.kind) for span in spans)
    evidence = f"Memuat {', '.join(kinds)}: {quoted(text, spans[0])}"
    return Finding(evidence, spans if text is subject.text else ())


def asks_personal_data(subject: Subject, words: tuple[str, ...]) -> Finding | None:
    """Nobody is asked to write personal data where all can read."""
    sentences = tuple(_SENTENCE.finditer(subject.text))
    for number, sentence in enumerate(sentences):
        near = " ".join(one[0] for one in sentences[max(0, number - 1) : number + 2])
        asked = _ASKS.search(sentence[0]) and spans_of(sentence[0], words, "asked")
        if asked and not _is_private(sentence[0], near):
            at = sentence.start()
            span = Span(at + asked[0].start, at + asked[0].end, "asked")
            return told("Meminta data pribadi di ruang publik", subject.text, (span,))
    return None


def _is_private(sentence: str, near: str) -> bool:
    """Whether the data is to go another way, or is asked not to be written at all.

    A direct message may be named in the sentence before or behind.
    """
    if _NEVER.search(sentence):
        return True
    if _HERE.search(sentence):
        return False
    return bool(_ELSEWHERE.search(sentence) or _DIRECT.search(near))


def reporter_identity(subject: Subject, _words: tuple[str, ...]) -> Finding | None:
    """A reporter who asked for secrecy is not named, not by a part of the name either."""
    text = _without(subject.text, subject.known_names)
    parts = dict.fromkeys(part for name in subject.reporter for part in _parts_of(name))
    if not parts:
        return None
    either = "|".join(re.escape(one) for one in sorted(parts, key=len, reverse=True))
    named = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    spans = (Span(m.start(), m.end(), "reporter") for m in named.finditer(text))
    return told("Menyebut pelapor yang dirahasiakan", subject.text, spans)


def _parts_of(name: str) -> Iterator[str]:
    """The name or handle, and each part of it that could give the citizen away."""
    whole = name.strip()
    handle = _HANDLE.fullmatch(whole)
    if handle and (whole.startswith("@") or not whole.isalpha()):
        yield handle[1]
    for part in _NAME_PART.findall(whole.split("@")[0 if whole[:1] != "@" else 1]):
        if len(part) >= _SHORTEST and part.casefold() not in _COMMON:
            yield part


def _without(text: str, names: tuple[str, ...]) -> str:
    """The text with the names of officials blanked, each place kept."""
    for name in names:
        if name.strip():
            known = re.compile(
                rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE
            )
            text = known.sub(lambda match: " " * len(match[0]), text)
    return text
