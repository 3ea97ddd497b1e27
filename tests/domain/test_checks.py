"""Automatic checks: each finds its fault, quotes it, and leaves good answers alone."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.checks import CHECKS, Subject
from kotakmasuk.domain.templates import unfilled
from kotakmasuk.language.personal_data import find


def answer(text="Halo Kak, terima kasih.", **given):
    return Subject(
        text=text,
        public=True,
        account_handle="@pemkab_sukamaju",
        platform="Instagram",
        conversation_public=True,
        unfilled=unfilled(text),
        personal_data=find(text),
        **given,
    )


def finding(name, subject, *words):
    return CHECKS[name](subject, words)


def test_the_right_account_is_shown_as_evidence():
    """The officer sees from where and how publicly the answer goes."""
    found = finding("account_visibility", answer(expected_account="@pemkab_sukamaju"))
    assert not found.failed
    assert found.evidence == (
        "Dikirim sebagai @pemkab_sukamaju di Instagram, balasan publik"
    )


def test_another_account_or_a_private_matter_in_public_fails():
    """Neither the wrong account nor an answer in public to a private message."""
    wrong = finding("account_visibility", answer(expected_account="@dinkes"))
    exposed = replace(answer(), conversation_public=False)
    assert wrong.failed
    assert "@dinkes" in wrong.evidence
    assert finding("account_visibility", exposed).failed


def test_a_citizens_number_is_quoted_where_it_stands():
    """The number itself and its place in the text."""
    text = "Kak, foto dari nomor 0812-4410-9947 sudah kami terima."
    found = finding("personal_data", answer(text))
    [span] = found.spans
    assert text[span.start : span.end] == "0812-4410-9947"
    assert "nomor telepon" in found.evidence
    assert "0812-4410-9947" in found.evidence


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("Mohon kirim NIK dan nomor HP di sini ya.", True),
        ("Mohon kirim NIK lewat pesan langsung (DM) ya.", False),
        ("Jangan menuliskan NIK di kolom komentar.", False),
        ("Silakan bawa KTP ke loket 3. Kami tunggu.", False),
    ],
)
def test_data_is_asked_for_in_private_only(text, failed):
    """'Kirim NIK di sini' is stopped, 'lewat DM' is not."""
    found = finding("asks_personal_data", answer(text), "NIK", "nomor HP", "KTP")
    assert bool(found) is failed


def test_an_open_isian_is_named():
    """The officer reads which isian is still empty."""
    found = finding("unfilled_placeholder", answer("Dijadwalkan pada {tanggal}."))
    assert found.evidence == "Isian {tanggal} masih kosong"
    assert finding("unfilled_placeholder", answer()) is None


def test_the_excess_is_counted():
    """How long, how long it may be, and how much too long."""
    found = finding("over_limit", answer(limit_used=2214, limit_allowed=2200))
    assert found.evidence == "Panjang 2.214 dari 2.200, kelebihan 14"
    assert finding("over_limit", answer(limit_used=9_999)) is None


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Daftar di bit.ly/abc", "bit.ly"),
        ("Lihat https://contoh.social/@a", "contoh.social"),
        ("Lihat ppid.sukamajukab.go.id/daftar dan lapor.go.id", None),
        ("Sudah selesai.Terima kasih @warga@contoh.id", None),
        ("Surel ke dewi@contoh.com", None),
        ("Lihat sukamaju.desa.id", None),
    ],
)
def test_links_lead_to_official_places(text, domain):
    """A short link warns; .go.id and listed domains don't."""
    found = finding("link_domain", answer(text), "desa.id")
    assert (found.evidence.endswith(domain) if found else None) is (domain and True)


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("MOHON BERSABAR YA KAK", True),
        ("Tunggu!!!", True),
        ("DPUPR sudah meneruskan ke PDAM dan SP4N-LAPOR!", False),
    ],
)
def test_shouting_is_noticed(text, failed):
    """Capitals in a row shout, names of offices don't."""
    assert bool(finding("shouting", answer(text))) is failed


def test_a_promise_and_an_unconfirmed_date_are_noticed():
    """A date stands only on a stored answer of the unit."""
    dated = "Dikerjakan 25 November 2026 oleh DPUPR."
    assert finding("promise", answer("Pasti beres."), "pasti")
    assert "25 November" in finding("promise", answer(dated), "pasti").evidence
    assert finding("promise", answer(dated, dates_confirmed=True), "pasti") is None


def test_threats_are_quoted():
    """Nobody is threatened with the police in the agency's name."""
    found = finding(
        "abuse_or_threat", answer("Nanti kami POLISIKAN ya"), "kami polisikan"
    )
    assert "kami POLISIKAN" in found.evidence
    assert finding("abuse_or_threat", answer("Silakan lapor polisi 110"), "x") is None
