"""How each figure of a summary is counted, in the words of its last section."""

from kotakmasuk.domain.summaries import WeeklySummary
from kotakmasuk.domain.summary_words import duration, until
from kotakmasuk.domain.wording import number


MESSAGES = (
    "Pesan masuk: semua pesan warga dari Senin 00.00 sampai Minggu 24.00 waktu setempat,"
    " dengan data sampai {until}.{spam}"
)
SORTS = (
    "Jenis dan topik mengikuti percakapan tempat pesan itu berada; percakapan dengan dua"
    " tag dihitung pada keduanya. Bernada aduan berarti dibaca sebagai aduan dari"
    " kata-katanya, belum tentu tercatat sebagai aduan resmi."
)
STOCK = (
    "Menunggu jawaban: pesan pertama warga sejak jawaban terakhir instansi. Sisa akhir"
    " adalah sisa awal ditambah masuk dikurangi dijawab.{closed}"
)
TIMELY = (
    "Tepat waktu: bagian dari pesan yang batas tanggapnya jatuh pada pekan ini dan"
    " dijawab paling lambat pada batas itu. Lewat batas: semua yang belum dijawab dan"
    " batasnya sudah lewat, termasuk dari pekan sebelumnya."
)
TARGET = "Batas: {basis} sejak diterima. Ini target instansi, bukan batas hukum."
TIMES = (
    "Waktu tanggap: menit jam kerja dari pesan diterima sampai dijawab, untuk semua"
    " jawaban pekan ini; jam kerja menurut kalender kerja instansi (acuan Perpres"
    " 21/2023), tanpa hari libur nasional dan cuti bersama. Median adalah nilai tengah;"
    " P90 memakai peringkat terdekat, yaitu waktu terpendek yang memuat sedikitnya 90 %"
    " jawaban."
)
APPROVED = (
    "Disetujui di luar aplikasi: dicatat petugas dengan nama, waktu, dan bukti; dihitung"
    " terpisah karena tidak ditandatangani di aplikasi."
)
BY_HAND = (
    "Dikirim manual dinyatakan oleh petugas dan dihitung terpisah dari yang dipastikan"
    " oleh kanal."
)


def basis(summary: WeeklySummary) -> str:
    """Name what a case's target rests on."""
    return f"Target tanggap {duration(summary.target_minutes, full=True)} kerja"


def method(summary: WeeklySummary) -> tuple[str, ...]:
    """Explain the figures, one sentence or two each."""
    spam = f" Spam ({number(summary.spam)} pesan) tidak dihitung."
    closed = summary.answering.stock.closed
    ended = f" Yang ditutup petugas tanpa balasan ({number(closed)}) tidak termasuk."
    return (
        MESSAGES.format(until=until(summary), spam=spam if summary.spam else ""),
        SORTS,
        STOCK.format(closed=ended if closed else ""),
        TIMELY,
        TARGET.format(basis=basis(summary).lower()),
        TIMES,
        BY_HAND,
        *((APPROVED,) if summary.checks.approvals.outside else ()),
    )
