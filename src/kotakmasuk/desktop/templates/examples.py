"""Example values for the preview, and who fills which isian.

The one rule: the examples are invented; the isian that the inbox fills by itself are
those of services.templates.fill_known.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.widgets.passage import Span
from kotakmasuk.domain.templates import fill, placeholders


EXAMPLES = {
    "sapaan": "Kak",
    "nama": "Dewi",
    "inisial": "SR",
    "nomor": "2026-1147",
    "opd": "DPUPR",
    "topik": "jalan rusak",
    "tanggal": "Rabu, 25 November 2026",
    "batas": "Rabu, 25 November 2026",
    "tindakan": "penambalan jalan",
    "instansi": "PDAM Tirta Sukamaju",
    "instansi_kami": "Pemkab Sukamaju",
    "kontak": "0263-555-0100",
    "tautan": "sukamajukab.example/layanan",
    "tautan_ppid": "ppid.sukamajukab.example",
    "data_diperlukan": "patokan lokasi dan foto",
    "layanan": "pindah alamat",
    "syarat": "KK asli dan surat keterangan pindah",
    "jam": "Senin sampai Jumat, 07.30 sampai 15.30",
    "lokasi": "Jalan Melati",
    "klaim": "penutupan pasar",
    "fakta": "pasar tetap buka seperti biasa",
}
BY_ITSELF = frozenset(
    {"sapaan", "nama", "inisial", "tautan_ppid", "topik", "instansi_kami"}
)


def preview_of(body: str) -> tuple[str, list[Span]]:
    """The text with examples in it, and where they stand."""
    values = {name: example(name) for name in placeholders(body)}
    filled = fill(body, values)
    return filled.text, [Span(one.start, one.end, "strong") for one in filled.filled]


def example(name: str) -> str:
    """An example for an isian; an unknown one shows its name in words."""
    return EXAMPLES.get(name, f"({name.replace('_', ' ')})")


def origin(name: str) -> str:
    """Who fills it in when the template is used."""
    if name in BY_ITSELF:
        return QCoreApplication.translate("Templates", "otomatis bila diketahui")
    return QCoreApplication.translate("Templates", "diisi petugas")
