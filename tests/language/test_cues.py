"""Cues: the nearest word before a number says whose it is."""

from kotakmasuk.language.cues import family_card_follows, nearest


def test_the_nearest_word_wins():
    """'NIK ..., nomor tiket 17' speaks of a ticket."""
    text = "NIK saya hilang, nomor tiket 17"
    assert nearest(text, len(text) - 2).kind == "denied"


def test_a_denial_ends_with_its_own_number():
    """The ticket's number uses up the word; the next number is judged alone."""
    text = "antrian 26951 "
    cue = nearest(text, len(text))
    assert cue.digits_between
    assert not cue.denies


def test_no_word_near_gives_an_empty_cue():
    """A number out of nowhere has no cue."""
    assert nearest("jumlahnya ", 10).kind == ""


def test_a_denial_speaks_of_the_number_next_to_it():
    """'permohonan pindah Budi 33...' is Budi's number, 'kode VA BRI 33...' a bill's."""
    assert nearest("permohonan pindah atas nama Budi ", 33).kind == ""
    assert nearest("kode VA BRI ", 12).denies


def test_the_words_behind_can_name_a_family_card():
    """33... (nomor KK)."""
    assert family_card_follows("33 (nomor KK)", 2)
    assert not family_card_follows("33 dan KK", 2)
