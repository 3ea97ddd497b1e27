"""What keeps citizens out of sight."""

import pytest

from tests.helpers.judging import answer, by_rule, finding, quoted


def test_a_citizens_number_is_quoted_where_it_stands():
    """The number itself and its place in the text."""
    subject = answer("Kak, foto dari nomor 0812-4410-9947 sudah kami terima.")
    found = finding("personal_data", subject)
    assert quoted(subject, found) == ["0812-4410-9947"]
    assert "nomor telepon" in found.evidence
    assert "0812-4410-9947" in found.evidence


def test_personal_data_in_what_is_shared_counts_too():
    """A post with somebody's number is not passed on; its place is not the answer's."""
    shared = answer("", purpose="share", target_text="Hubungi Budi 081234567847")
    found = finding("personal_data", shared)
    assert "081234567847" in found.evidence
    assert found.spans == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mohon kirim NIK dan nomor HP di sini ya.",
        "Tolong sebutkan NIK, nomor HP, dan alamat lengkap.",
        "Mohon dituliskan nomor KK di kolom komentar.",
        "Kak, NIK-nya berapa?",
        "Balas komentar ini dengan nomor rekening Anda.",
        "Mohon info alamat rumah dan kelurahan Kakak.",
        "DM tidak bisa, kirim NIK di sini saja.",
    ],
)
def test_data_asked_for_in_public_is_stopped(text):
    """However politely it is asked."""
    assert by_rule("E06", answer(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mohon kirim NIK lewat pesan langsung (DM) ya.",
        "Mohon kirim NIK dan nomor HP. Kirimnya lewat DM ya.",
        "Jangan menuliskan NIK di kolom komentar.",
        "Silakan bawa KTP ke loket 3. Kami tunggu.",
        "KTP Kakak sudah dikirim ke kecamatan.",
        "Syarat membuat KIA: sertakan fotokopi KTP dan KK di loket.",
        "Kami sudah menerima nomor HP Kakak.",
    ],
)
def test_data_asked_for_elsewhere_is_fine(text):
    """In a direct message, at the counter, or not at all."""
    assert by_rule("E06", answer(text)) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Terima kasih, Kak BUDI.", ["BUDI"]),
        ("Terima kasih, Pak Santoso.", ["Santoso"]),
        ("Halo @budi.santoso88, kami cek.", ["budi.santoso88"]),
        ("Terima kasih atas laporannya, Kak.", []),
        ("Warga sekitar membudidayakan lele.", []),
    ],
)
def test_a_reporter_who_asked_for_secrecy_is_not_named(text, named):
    """Neither whole nor in part, in capitals or with the handle."""
    subject = answer(text, reporter=("Budi Santoso", "@budi.santoso88"))
    assert quoted(subject, finding("reporter_identity", subject)) == named


def test_an_official_of_the_same_name_may_be_named():
    """Kepala Dinas Budi Hartono stands in Kontak resmi; the reporter doesn't."""
    reporter = ("Budi Santoso",)
    text = "Ditangani Kepala Dinas Budi Hartono. Terima kasih, Budi."
    subject = answer(text, reporter=reporter, known_names=("Budi Hartono",))
    found = finding("reporter_identity", subject)
    assert [one.start for one in found.spans] == [text.rindex("Budi")]


def test_words_that_name_nobody_are_no_name():
    """An account called "Warga Peduli Info" gives no word away."""
    subject = answer("Terima kasih, warga.", reporter=("Warga Peduli Info", ""))
    assert finding("reporter_identity", subject) is None
