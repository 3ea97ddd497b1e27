"""Running the demo: in a window where there is a screen, else as pictures and a report.

Without a screen the same things are done by the same services: read, find, tag, answer
through the checklist, send once, and sum the week up.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kotakmasuk.bootstrap.demo import Demo, built
from kotakmasuk.bootstrap.demo_story import MONDAY, write_with
from kotakmasuk.bootstrap.home import Home
from kotakmasuk.bootstrap.window import has_screen, show
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.checklist import MANUAL
from kotakmasuk.domain.inbox import Listing, Row
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.templates import fill
from kotakmasuk.services import (
    inbox,
    proving,
    replies,
    sending,
    settings,
    summaries,
    tags,
    templates,
)
from kotakmasuk.services.desk import Desk
from kotakmasuk.system import paths


Tell = Callable[[str], None]
SEARCHED = "banjir lagi Melati"
TAG = "titik-banjir"
TEMPLATE = "minta_data"
APPROVER = "Hendra Wijaya"
ASKED = "foto dan patokan letak saluran yang tersumbat"


@dataclass(frozen=True)
class Answered:
    """What the demo answered and where the platform put it."""

    row: Row
    text: str
    url: str


def run(out: Path, *, headless: bool) -> int:
    """Run the demo; gives the exit code."""
    if not headless and has_screen():
        return _in_a_window(print)
    return _headless(out, print)


def _in_a_window(tell: Tell) -> int:
    with built(paths.demo_folder(), tell) as demo:
        demo.clock.start()
        tell("Kotak masuk contoh terbuka. Tutup jendelanya untuk selesai.")
        return show(demo.home)


def _headless(out: Path, tell: Tell) -> int:
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with built(paths.demo_folder(), tell) as demo:
        desk = demo.home.open_desk()
        try:
            _answer(desk, demo, tell)
        finally:
            desk.database.conn.close()
        for file in (*_report(demo.home, out), *_pictures(demo.home, out)):
            tell(f"Tertulis: {file}")
    tell("Selesai. Semua nama, akun, dan pesan di dalamnya rekaan.")
    return 0


def _answer(desk: Desk, demo: Demo, tell: Tell) -> None:
    answered = _do_main_job(desk, demo.clock.pass_by)
    name = platform_of(answered.row.platform).name
    tell(f"Dicari “{SEARCHED}”: ketemu {answered.row.author} di {name}; diberi #{TAG}.")
    tell(f"Dibalas dari templat lewat ceklis etika: “{answered.text}”")
    tell(f"Terkirim satu kali; platform contoh mencatatnya di {answered.url}.")


def _do_main_job(desk: Desk, pass_by: Callable[[int], None]) -> Answered:
    reader, office = desk.database.conn, desk.office
    known = settings.load(reader)
    listing = Listing(search=SEARCHED, ranked=True)
    found = inbox.first_page(reader, office, listing, officer=known.officer)[0]
    tags.add_by_name(desk, [found], TAG)
    offered = templates.offered(reader, office.now())
    template = next(one for one in offered if one.key == TEMPLATE)
    begun = templates.fill_known(reader, found, template, known, now=office.now())
    text = fill(begun.text, {"data_diperlukan": ASKED}).text
    ticks = frozenset(rule.key for rule in office.rules() if rule.mode == MANUAL)
    queued = replies.queue(desk, found, Composition(text, (template.uid,)), ticks=ticks)
    pass_by(known.undo_seconds * 1000)
    write = write_with(desk)
    for reply, _ in sending.due(reader, office, office.now()):
        sending.send(write, reply)
    row = inbox.rows(reader, [found])[0]
    sent = next(
        one
        for one in replies.outbox_rows(reader, now=office.now())
        if one.reply in queued.replies
    )
    return Answered(row, text, sent.url)


def _report(home: Home, out: Path) -> list[Path]:
    reader = home.open_reader()
    try:
        last_week = MONDAY - timedelta(weeks=1)
        found = summaries.weekly(reader, home.office, last_week)
        known = settings.load(reader)
        return summaries.export(home.office, found, known, folder=out)
    finally:
        reader.close()


def _pictures(home: Home, out: Path) -> list[Path]:
    from kotakmasuk.desktop import pictures

    desk = home.open_desk()
    known = settings.load(desk.database.conn)
    told = home.office.shown_passphrases
    approver = proving.prove(desk, APPROVER, told[APPROVER])
    desk.database.conn.close()
    return pictures.take(
        out,
        office=home.office,
        open_desk=home.open_desk,
        open_reader=home.open_reader,
        settings=known,
        approver=approver,
    )
