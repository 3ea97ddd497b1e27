"""The tables of a weekly summary: headings and rows of words, ready to be set."""

from typing import Any

from kotakmasuk.domain.approvals import Tally
from kotakmasuk.domain.summaries import WAY_WORDS, OpenCase, WeeklySummary
from kotakmasuk.domain.summary_figures import KIND_TITLES
from kotakmasuk.domain.summary_words import (
    case_title,
    percent,
    short_date,
    short_moment,
)
from kotakmasuk.domain.weeks import local
from kotakmasuk.domain.wording import number


Table = dict[str, Any]
CASE_COLUMNS = ["Nomor", "Jenis dan topik", "Kanal", "Diterima", "Batas", "Keadaan"]


def table(columns: list[str], rows: list[list[str]], *, sums: bool = False) -> Table:
    """Put headings and rows together; with `sums` the last but one row is bold."""
    return {"columns": columns, "rows": rows, "sums": sums}


def kind_table(summary: WeeklySummary) -> Table:
    """Count messages by account and kind, with both weeks' sums."""
    kinds = [one.name for one in summary.kinds]
    rows = [
        [
            channel.channel.label,
            *(number(channel.kinds.get(kind, 0)) for kind in kinds),
            number(channel.total.now),
            number(channel.total.before),
        ]
        for channel in summary.channels
    ]
    rows.append(
        [
            "Jumlah",
            *(number(one.now) for one in summary.kinds),
            number(summary.total.now),
            number(summary.total.before),
        ]
    )
    rows.append(
        [
            "Pekan lalu",
            *(number(one.before) for one in summary.kinds),
            number(summary.total.before),
            "",
        ]
    )
    titles = [*(KIND_TITLES[kind] for kind in kinds), "Jumlah", "Pekan lalu"]
    narrow = [title.replace(" ", "\n") for title in titles]
    return table(["Kanal", *narrow], rows, sums=True)


def stock_table(summary: WeeklySummary) -> Table:
    """Tell opening, in, answered and closing of both weeks."""
    pairs = (("Pekan ini", summary.answering), ("Pekan lalu", summary.before))
    rows = [
        [
            name,
            *(
                number(one)
                for one in (
                    answering.stock.opening,
                    answering.stock.arrived,
                    answering.stock.answered,
                    answering.stock.closing,
                    answering.stock.closed,
                )
            ),
        ]
        for name, answering in pairs
    ]
    columns = ["Sisa awal", "Masuk", "Dijawab", "Sisa akhir", "Ditutup tanpa jawaban"]
    return table(["", *columns], rows)


def timeliness_table(summary: WeeklySummary) -> Table:
    """Tell how it went with what fell due, in both weeks."""
    pairs = (("Pekan ini", summary.answering), ("Pekan lalu", summary.before))
    rows = []
    for name, answering in pairs:
        one = answering.timeliness
        counts = (one.due, one.on_time, one.late_answered, one.late_open)
        rows.append(
            [
                name,
                *map(number, counts),
                percent(one.share),
                number(one.not_due),
                number(one.overdue),
            ]
        )
    columns = ["Jatuh tempo", "Tepat waktu", "Terlambat dijawab"]
    columns += ["Terlambat, belum dijawab", "% tepat waktu"]
    columns += ["Belum jatuh tempo", "Lewat batas seluruhnya"]
    return table(["", *columns], rows)


def ways_table(summary: WeeklySummary) -> Table:
    """Count the answers by the way they took."""
    rows = [
        [words, number(summary.answering.ways[way]), number(summary.before.ways[way])]
        for way, words in WAY_WORDS.items()
    ]
    return table(["Cara dijawab", "Pekan ini", "Pekan lalu"], rows)


def case_rows(summary: WeeklySummary, cases: tuple[OpenCase, ...]) -> list[list[str]]:
    """Describe open cases without their citizens."""
    week = summary.week

    def when(instant: int | None) -> str:
        if instant is None or local(instant, week.zone).year == week.days[-1].year:
            return short_moment(instant, week.zone)
        return short_date(instant, week.zone)

    return [
        [
            case.reference,
            case_title(case),
            case.channel.label,
            when(case.received_at),
            when(case.due_at),
            "Lewat batas" if case.overdue else "Belum jatuh tempo",
        ]
        for case in cases
    ]


def checks_table(summary: WeeklySummary) -> Table:
    """Tell what the checklist did."""
    checks = summary.checks
    held = "; ".join(f"{title} ({number(count)})" for title, count in checks.held)
    rows: list[tuple[str, int, str]] = [
        ("Pemeriksaan ceklis etika", checks.run, f"{number(checks.replies)} balasan"),
        ("Lolos pada pemeriksaan pertama", checks.passed_at_once, "balasan"),
        ("Ditahan ceklis", checks.not_passed, held or "tidak ada"),
        ("Terkirim", checks.sent, "dipastikan oleh kanal"),
        ("Dikirim manual", checks.sent_manually, "dinyatakan petugas"),
        ("Perlu diperiksa", checks.unsure, "belum dapat dipastikan terkirim"),
        ("Gagal", checks.failed, "tidak terkirim; balasan tersimpan"),
        *_approval_rows(checks.approvals),
    ]
    return table(
        ["Butir", "Jumlah", "Keterangan"],
        [[name, number(count), words] for name, count, words in rows],
    )


def _approval_rows(tally: Tally) -> list[tuple[str, int, str]]:
    """Tell how a second person allowed answers; nothing where nobody was asked."""
    if not tally:
        return []
    lifted = "; ".join(f"{title} ({number(count)})" for title, count in tally.lifted)
    return [
        ("Disetujui di aplikasi", tally.app, "ditandatangani penyetuju"),
        ("Disetujui lewat berkas", tally.file, "ditandatangani penyetuju"),
        ("Disetujui di luar aplikasi", tally.outside, "dicatat petugas dengan bukti"),
        (
            "Pengecualian ceklis oleh penyetuju",
            sum(count for _, count in tally.lifted),
            lifted or "tidak ada",
        ),
    ]
