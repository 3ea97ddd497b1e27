"""The words before a number that say what it is, or that it is nobody's.

The one rule to know: the nearest word wins, so "NIK ini, nomor tiket 3301..." is a
ticket.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Cue:
    """The nearest telling word before a number, and how many characters lie between."""

    kind: str = ""
    gap: int = 0
    digits_between: bool = False

    @property
    def denies(self) -> bool:
        """Whether the word says that the number belongs to a thing, not to a person."""
        return self.kind == "denied" and not self.digits_between

    @property
    def is_next_denial(self) -> bool:
        """Whether the denial stands right before the number."""
        return self.denies and self.gap <= _NEXT_TO


_BEFORE = 48
_NEXT_TO = 14
_DENIED_WITHIN = 30
_DIGIT = re.compile(r"[0-9]")
# What may stand between a denial and its number: "nomor tiket saya: 33...".
_STILL_DENIED = re.compile(
    r"[^a-z0-9]*(?:(?:no|nomor|nmr|id|kode|saya|aku|ku|nya|kami|ini|itu|adalah|listrik"
    r"|bank|bayar|dengan|dgn|online|pln|pdam|pbb|bca|bri|bni|mandiri|lapor|pengaduan"
    r"|laporan|[a-z])(?![a-z])[^a-z0-9]*)*"
)
_BANKS = (
    r"bri|bca|bni|mandiri|bsi|btn|bank|bjb|bpd|jateng|jatim|muamalat|danamon|cimb|permata"
    r"|panin|bukopin|seabank|jago|jenius|btpn|maybank|ocbc|bsm"
)
_AT_BANK = rf"(?: (?:{_BANKS}))+"
# A customer of the waterworks has a "rekening" too, and a bill its "VA BRI".
_BILL = r" (?:pdam|pln|listrik|air|gas|telepon|telkom|internet|pbb|koran)"
_WORDS = {
    "nik": r"nik(?:[ -]?nya)?(?: saya| kami)? (?:di|pada|dalam|sesuai|dari)"
    r" (?:kk|kartu keluarga)|nik|n\.i\.k|ktp|ektp|e-ktp|nomor induk(?: kependudukan)?|identitas",
    "kk": r"kk(?:nya)?|kartu keluarga|k\.k",
    "npwp": r"npwp(?:16)?|wajib pajak|nitku",
    "bpjs": r"bpjs|jkn|kis|kpj|noka|kepesertaan|kartu peserta|no\.? peserta|nomor peserta",
    "account_number": rf"no ?rek|rek(?:ening)?(?!{_BILL})|{_BANKS}"
    r"|transfer|tf|a/c|account|dana ke",
    "phone": r"hp|wa|whatsapp|te?le?pp?|tlp|tilp|telepon|telpon|hub|hubungi|cp|kontak"
    r"|call|handphone|ponsel|sms|phone|mobile|wa\.me|ovo|gopay|shopeepay|linkaja"
    r"|no(?:mo|me)r (?:saya|ku|aku)|nomor(?:ku|nya)",
    "plate": r"nopol|plat|pelat|nomor polisi|no\.? ?pol|kendaraan|mobil|motor|truk"
    r"|truck|bus|pick ?up|avanza|xenia|innova|angkot|dump|polisi",
    "passport": r"paspor|passport|pasport|passpor",
    "denied": rf"va{_AT_BANK}|virtual account{_AT_BANK}|transaksi{_AT_BANK}|trx{_AT_BANK}"
    rf"|rek(?:ening)?{_BILL}"
    r"|tiket|ticket|resi|nop|n\.o\.p|no\.? ?op|objek pajak|transaksi|trx|va"
    r"|virtual account|virtual|order|pesanan|invoice|laporan|registe?r?|registrasi"
    r"|pendaftaran|reg|antria?n|antrea?n|pengaduan|aduan|berkas|permohonan|pelanggan"
    r"|idpel|id pel|meter|meteran|token|kode|seri|serial|imei|voucher|billing"
    r"|nib|barcode|kuitansi|kwitansi|pembayaran|referensi|ref|sk|agenda|faktur"
    r"|struk|nota|kontrak|booking|rekam medis|sertifikat|polis|nip|nisn|npsn",
}
_KINDS = {kind: re.compile(words) for kind, words in _WORDS.items()}


def _by_first_letter(words: Iterable[str]) -> str:
    """One pattern of many, sorted so that most are passed over by their first letter."""
    sorted_out: dict[str, list[str]] = {}
    for word in re.split(r"\|(?![^(]*\))", "|".join(words)):
        sorted_out.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{one}(?:{'|'.join(rest)})" for one, rest in sorted_out.items())


_CUE = re.compile(f"(?<![a-z])(?:{_by_first_letter(_WORDS.values())})(?![a-z])")
_OF_A_FAMILY = re.compile(
    r"[\s(,]*(?:itu |adalah |ini )?(?:no(?:mor|\.)? ?)?(?:kk|kartu keluarga)\b"
)


def nearest(text: str, at: int) -> Cue:
    """The telling word nearest before position `at`; an empty cue if there is none."""
    window = text[max(0, at - _BEFORE) : at].casefold()
    last = None
    for match in _CUE.finditer(window):
        last = match
    if last is None:
        return Cue()
    kind = _kind(last[0])
    between = window[last.end() :]
    has_digits = _DIGIT.search(between) is not None
    if kind == "denied" and not has_digits and not _still_denies(between):
        return Cue()
    return Cue(kind, len(between), has_digits)


@lru_cache(maxsize=1 << 10)
def _kind(cue: str) -> str:
    return next((kind for kind, words in _KINDS.items() if words.fullmatch(cue)), "")


def _still_denies(between: str) -> bool:
    """Whether nothing but filling stands between a denial and the number."""
    return len(between) <= _DENIED_WITHIN and bool(_STILL_DENIED.fullmatch(between))


def family_card_follows(text: str, at: int) -> bool:
    """Whether the words behind a number call it a family card: 33... (nomor KK)."""
    return _OF_A_FAMILY.match(text[at : at + 32].casefold()) is not None
