"""The starter set: a template for each of the fourteen situations, fit to be sent."""

import tomllib

import pytest

from kotakmasuk.domain.checklist import BLOCK
from kotakmasuk.domain.template_files import parse_templates
from kotakmasuk.domain.templates import Template, body_for, fill, placeholders
from kotakmasuk.services import template_trials
from tests.helpers.desks import RESOURCES, Place
from tests.helpers.places import place


__all__ = ["place"]


STARTERS = parse_templates(
    tomllib.loads((RESOURCES / "templates/starter.toml").read_text("utf-8")),
    "starter.toml",
)
KNOWN = {
    *("sapaan", "nama", "topik", "nomor", "opd", "batas", "inisial", "tautan_ppid"),
    *("data_diperlukan", "tindakan", "tanggal", "instansi", "instansi_kami", "kontak"),
    *("klaim", "fakta", "tautan", "sebab"),
}
# As long as they are in practice, not as short as one would like.
VALUES = {
    "sapaan": "Bapak/Ibu",
    "nama": "Kusumawati",
    "topik": "lampu jalan mati",
    "nomor": "2026-11470",
    "opd": "Dinas Perhubungan",
    "batas": "Rabu, 25 November 2026",
    "tanggal": "Rabu, 25 November 2026",
    "inisial": "SRW",
    "tautan_ppid": "https://ppid.sukamajukab.go.id/permohonan",
    "data_diperlukan": "patokan lokasi dan foto",
    "instansi": "Kementerian Perhubungan",
    "kontak": "Layanan Hubdat 1500-000",
    "tindakan": "mengganti lima lampu",
    "sebab": "suku cadang belum tiba",
    "klaim": "penutupan Pasar Induk",
    "fakta": "pasar tetap buka seperti biasa",
    "tautan": "https://sukamajukab.go.id/klarifikasi",
}
SHORT = ("x", "mastodon", "instagram")


def every_body() -> list[tuple[Template, str]]:
    return [(one, name) for one in STARTERS for name in ("", *one.variants)]


def called(pair: object) -> str:
    return pair.key if isinstance(pair, Template) else str(pair)


def test_there_is_a_starter_for_all_fourteen_situations() -> None:
    """Each has a shortcut, a situation, a basis, and only isian that we can explain."""
    assert len(STARTERS) == 14
    assert all(one.basis and one.situation and one.shortcut for one in STARTERS)
    bodies = [body_for(one, name) for one, name in every_body()]
    assert {name for body in bodies for name in placeholders(body)} <= KNOWN


@pytest.mark.parametrize(("starter", "platform"), every_body(), ids=called)
def test_each_starter_passes_the_checklist(
    place: Place, starter: Template, platform: str
) -> None:
    """In every automatic check; only a period that a law sets is pointed out."""
    tried = template_trials.trial(place.reader, starter, platform)
    warned = [one.evidence for one in tried.failed]
    assert not any(one.severity == BLOCK for one in tried.failed)
    assert len(warned) == (starter.key == "informasi_publik"), warned
    assert all("10 hari kerja" in words for words in warned)
    assert tried.passed >= 6


@pytest.mark.parametrize("starter", STARTERS, ids=called)
@pytest.mark.parametrize("platform", SHORT)
def test_a_filled_starter_fits_where_room_is_short(
    starter: Template, platform: str
) -> None:
    """With values as long as they are in practice."""
    text = fill(body_for(starter, platform), VALUES).text
    counted = template_trials.measure(text, platform)
    assert not counted.over, f"{counted.used} of {counted.allowed}: {text}"


@pytest.mark.parametrize(("starter", "platform"), every_body(), ids=called)
def test_no_starter_threatens_or_promises(starter: Template, platform: str) -> None:
    """A date comes from a unit; nothing is certain that nobody can give."""
    words = body_for(starter, platform).casefold()
    for never in (
        "pasti ",
        "dijamin",
        "janji",
        "kami laporkan",
        "pidana",
        "segera kami",
    ):
        assert never not in words
    assert words.rstrip().endswith("^{inisial}")
