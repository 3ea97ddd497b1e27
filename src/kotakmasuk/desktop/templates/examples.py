"""Example values for the preview, and who fills which isian.

The one rule: the examples are invented; the isian that the inbox fills by itself are
those of services.templates.fill_known.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.domain.placeholders import CHOICE, CONTACT, DATE, Field, fields_in, fill


A_DAY = "Rabu, 25 November 2026"
EXAMPLES = {
    "sapaan": "Kak",
    "nama": "Dewi",
    "inisial": "SR",
    "kanal": "Instagram",
    "nomor": "2026-1147",
    "opd": "DPUPR",
    "topik": "jalan rusak",
    "tindakan": "menjadwalkan penambalan jalan",
    "sebab": "menunggu material",
    "instansi": "PDAM Tirta Sukamaju",
    "instansi_kami": "Pemkab Sukamaju",
    "kontak": "Layanan pelanggan 0263-555-0100",
    "tautan": "sukamajukab.go.id/layanan",
    "tautan_ppid": "ppid.sukamajukab.go.id",
    "data_diperlukan": "patokan lokasi dan foto",
    "layanan": "pindah alamat",
    "syarat": "KK asli dan surat keterangan pindah",
    "jam": "Senin sampai Jumat, 07.30 sampai 15.30",
    "lokasi": "Jalan Melati",
    "klaim": "penutupan pasar",
    "fakta": "pasar tetap buka seperti biasa",
}
BY_CONVERSATION = frozenset({"nama", "topik", "opd", "batas"})
BY_AGENCY = frozenset({"inisial", "tautan_ppid", "instansi_kami"})
BY_ACCOUNT = frozenset({"sapaan", "kanal"})


def preview_of(body: str) -> tuple[str, list[Span]]:
    """The text with examples in it, and where they stand."""
    filled = fill(body, {field.name: example(field) for field in fields_in(body)})
    return filled.text, [Span(one.start, one.end, "strong") for one in filled.filled]


def example(field: Field) -> str:
    """An example for an isian; an unknown one shows its name in words."""
    if field.default or field.choices:
        return field.default or field.choices[0]
    if field.kind == DATE:
        return A_DAY
    return EXAMPLES.get(field.name, f"({field.name.replace('_', ' ')})")


def origin(field: Field) -> str:
    """Who fills it in when the template is used, and with what."""
    if field.name in BY_ACCOUNT:
        words = _say("otomatis, per kanal")
    elif field.name in BY_AGENCY:
        words = _say("otomatis dari setelan")
    elif field.name in BY_CONVERSATION:
        words = _say("otomatis dari percakapan")
        if field.choices:
            words = _say("otomatis, atau {asked}").format(asked=_asked(field))
    else:
        words = _asked(field)
    if field.default and not field.choices:
        return _say("{words}; awal: {value}").format(words=words, value=field.default)
    return words


def _asked(field: Field) -> str:
    if field.kind == CHOICE:
        return _say("dipilih: {choices}").format(choices=", ".join(field.choices))
    if field.kind == DATE:
        return _say("ditanyakan, dari kalender")
    if field.kind == CONTACT:
        return _say("dipilih dari Kontak resmi")
    return _say("diisi petugas")


def _say(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
