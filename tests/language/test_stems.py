"""The stemmer: one root, however the citizen bends the word."""

import pytest

from kotakmasuk.language.stems import stem


@pytest.mark.parametrize(
    ("forms", "root"),
    [
        ("menebang penebangan ditebang tebang", "tebang"),
        ("berlubang lubang lubangnya", "lubang"),
        ("perbaikan diperbaiki memperbaiki", "baik"),
        ("mengirim pengiriman dikirimkan kirim", "kirim"),
        ("pelayanan melayani dilayani", "layan"),
        ("penanganan ditangani tangan", "tangan"),
        ("penyemprotan disemprot menyemprot", "semprot"),
        ("laporan melaporkan pelaporan lapor", "lapor"),
        ("pengaduan mengadu aduan", "adu"),
        ("pemeriksaan diperiksa memeriksa", "periksa"),
    ],
)
def test_bent_words_share_one_root(forms, root):
    """Whatever affixes a citizen uses, the search sees the same root."""
    assert {stem(form) for form in forms.split()} == {root}


@pytest.mark.parametrize(
    "word", ["jalan", "ktp", "dinas", "sekolah", "makan", "tangan"]
)
def test_roots_that_look_affixed_stay_whole(word):
    """Jalan doesn't lose its -an and dinas doesn't lose its di-."""
    assert stem(word) == word
