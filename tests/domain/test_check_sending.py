"""Where an answer goes and in what shape."""

import pytest

from kotakmasuk.domain.templates import unfilled
from tests.helpers.judging import answer, finding


def test_the_right_account_is_shown_as_evidence():
    """The officer sees from where and how publicly the answer goes."""
    found = finding("account_visibility", answer(expected_account="@Pemkab_Sukamaju"))
    assert not found.failed
    assert found.evidence == (
        "Dikirim sebagai @pemkab_sukamaju di Instagram, balasan publik"
    )


def test_another_account_or_a_private_matter_in_public_fails():
    """Neither the wrong account nor an answer in public to a private message."""
    wrong = finding("account_visibility", answer(expected_account="@dinkes"))
    exposed = finding("account_visibility", answer(conversation_public=False))
    assert wrong.failed
    assert "@dinkes" in wrong.evidence
    assert exposed.failed


def test_an_explicit_switch_is_told_as_evidence():
    """The officer chose both; the record says so, and no longer fails."""
    subject = answer(
        expected_account="@dinkes",
        conversation_public=False,
        switched_account=True,
        switched_public=True,
    )
    found = finding("account_visibility", subject)
    assert not found.failed
    assert "akun dipilih petugas, warga menulis kepada @dinkes" in found.evidence
    assert "petugas memilih menjawab percakapan tertutup" in found.evidence


def test_a_switch_of_one_thing_allows_only_that():
    """Another account was chosen, going public was not."""
    subject = answer(
        expected_account="@dinkes", conversation_public=False, switched_account=True
    )
    assert finding("account_visibility", subject).failed


def test_a_private_matter_in_public_asks_an_approver_all_the_same():
    """Also with the switch."""
    subject = answer(conversation_public=False, switched_public=True)
    assert finding("made_public", subject).to_approve
    assert finding("made_public", answer()) is None
    assert finding("made_public", answer(public=False)) is None


def test_a_like_is_told_as_a_like():
    """As whom, and where."""
    found = finding("account_visibility", answer("", purpose="like"))
    assert found.evidence == "Menyukai sebagai @pemkab_sukamaju di Instagram"


def test_an_open_isian_is_named():
    """The officer reads which isian is still empty."""
    text = "Dijadwalkan pada {tanggal}."
    found = finding("unfilled_placeholder", answer(text, unfilled=unfilled(text)))
    assert found.evidence == "Isian {tanggal} masih kosong"
    assert finding("unfilled_placeholder", answer()) is None


def test_a_template_past_its_date_is_named():
    """What was true last year is not sent."""
    found = finding("expired_template", answer(expired_template="Jadwal 2025"))
    assert found.evidence == "Templat “Jadwal 2025” sudah kedaluwarsa"
    assert finding("expired_template", answer()) is None


def test_the_same_words_again_and_again_are_noticed():
    """From five times in 30 days, or from what the rule says."""
    often = answer(verbatim_of="Terima aduan", verbatim_count=5)
    seldom = answer(verbatim_of="Terima aduan", verbatim_count=4)
    assert "5 kali dalam 30 hari" in finding("verbatim_template", often).evidence
    assert finding("verbatim_template", seldom) is None
    assert finding("verbatim_template", seldom, "3")


def test_the_excess_is_counted():
    """How long, how long it may be, and how much too long."""
    found = finding("over_limit", answer(limit_used=2214, limit_allowed=2200))
    assert found.evidence == "Panjang 2.214 dari 2.200, kelebihan 14"
    assert finding("over_limit", answer(limit_used=9_999)) is None


def test_pictures_without_words_are_counted():
    """Who cannot see reads the alternative text."""
    found = finding("missing_alt_text", answer(media=3, media_without_alt=1))
    assert found.evidence == "1 dari 3 gambar belum punya teks alternatif"
    assert finding("missing_alt_text", answer(media=3)) is None


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("Daftar di bit.ly/abc", "bit.ly"),
        ("Lihat https://contoh.social/@a", "contoh.social"),
        ("Lihat https://sukamaju.go.id.contoh.xyz/a", "sukamaju.go.id.contoh.xyz"),
        ("Lihat ppid.sukamajukab.go.id/daftar dan lapor.go.id", None),
        ("Sudah selesai.Terima kasih @warga@contoh.id", None),
        ("Surel ke dewi@contoh.com", None),
        ("Lihat sukamaju.desa.id", None),
        ("Lihat www.pdam-sukamaju.co.id/tagihan", None),
    ],
)
def test_links_lead_to_official_places(text, domain):
    """A short link warns; .go.id, listed and known domains don't."""
    subject = answer(text, known_domains=("pdam-sukamaju.co.id",))
    found = finding("link_domain", subject, "desa.id")
    assert (found.evidence.endswith(domain) if found else None) is (domain and True)
