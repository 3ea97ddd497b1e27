"""The words before a number that say what it is, or that it is nobody's.

The one rule to know: the nearest word wins, so "NIK ini, nomor tiket 3301..." is a
ticket.
"""

import re
from dataclasses import dataclass


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
_DIGIT = re.compile(r"[0-9]")
_WORDS = {
    "kk": r"kk|kartu keluarga|k\.k",
    "nik": r"nik|e?-?ktp|nomor induk(?: kependudukan)?|identitas",
    "npwp": r"npwp|wajib pajak",
    "bpjs": r"bpjs|jkn|kis|kepesertaan|(?:kartu|no\.?|nomor) peserta",
    "account_number": r"no ?rek|rek|rekening|bri|bca|bni|mandiri|bsi|btn|bank|transfer"
    r"|tf|ovo|gopay|dana ke",
    "phone": r"hp|wa|whatsapp|te?le?pp?|tlp|tilp|telepon|telpon|hub|hubungi|cp|kontak"
    r"|call|handphone|ponsel|sms|wa\.me|no(?:mo|me)r (?:saya|ku|aku)|nomor(?:ku|nya)",
    "plate": r"nopol|plat|pelat|nomor polisi|no\.? ?pol|kendaraan|mobil|motor|truk"
    r"|truck|bus|pick ?up|avanza|xenia|innova|angkot|dump|polisi",
    "passport": r"paspor|passport",
    "denied": r"tiket|ticket|resi|nop|n\.o\.p|no\.? ?op|objek pajak|transaksi|trx|va"
    r"|virtual account|virtual|order|pesanan|invoice|laporan|registe?r?|registrasi"
    r"|pendaftaran|reg|antria?n|antrea?n|pengaduan|aduan|berkas|permohonan|pelanggan"
    r"|idpel|id pel|meter|token|kode|seri|imei|voucher|billing"
    r"|nib|barcode|kuitansi|kwitansi|pembayaran|referensi|ref|sk|agenda|faktur",
}
_CUE = re.compile(
    "|".join(
        f"(?P<{kind}>(?<![a-z])(?:{words})(?![a-z]))" for kind, words in _WORDS.items()
    )
)


def nearest(text: str, at: int) -> Cue:
    """The telling word nearest before position `at`; an empty cue if there is none."""
    window = text[max(0, at - _BEFORE) : at].casefold()
    last = None
    for match in _CUE.finditer(window):
        last = match
    if last is None:
        return Cue()
    between = window[last.end() :]
    return Cue(last.lastgroup or "", len(between), _DIGIT.search(between) is not None)
