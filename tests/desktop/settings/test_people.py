"""The section *Petugas*: who is added, who gives roles, and how a passphrase is set."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate

from kotakmasuk.desktop.settings import people
from kotakmasuk.desktop.settings.view import build
from kotakmasuk.desktop.widgets.labels import TextLabel
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.services import settings as service
from kotakmasuk.services import team
from kotakmasuk.system import signing
from tests.helpers import seats
from tests.helpers.seats import APPROVER, PASSPHRASE, set_up
from tests.helpers.workplaces import immediate_place


SARI, BAYU = Officer("Sari Rahmawati", "SR"), Officer("Bayu Nugroho", "BN")
ADMIN = "Maya Lestari"


@pytest.fixture
def place(qapp, tmp_path, monkeypatch):
    assert qapp is not None
    monkeypatch.setattr(signing, "derive", seats.derived)
    made = immediate_place(tmp_path)
    service.save(made.desk, agency="Kota", officers=(SARI,), officer=SARI.name)
    yield made
    made.close()


@pytest.fixture
def page(place, qtbot):
    made = build(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


def sit(place, page, seat):
    """Let somebody sit at the window and at the desk behind it."""
    place.work.chair.take(seat)
    place.work.lanes._desk = replace(place.desk, seat=place.work.chair)
    page.presenter.load()


def members(place):
    return {one.name: one for one in team.members(place.work.lanes.reader)}


def add(page, name):
    page.people.name.setText(name)
    page.people.add_officer()


def test_a_new_officer_gets_letters_that_nobody_has(page, place):
    """Two circles with the same letters could not be told apart."""
    add(page, "Siti Rahayu")

    assert members(place)["Siti Rahayu"] == Officer("Siti Rahayu", "SI")
    assert page.people.name.text() == ""


def test_the_same_officer_twice_is_refused(page, place):
    """The name stays in the field, with the reason below."""
    add(page, "sari rahmawati")

    assert len(members(place)) == 1
    assert "sudah ada" in page.people.field.error()


def test_removing_the_officer_at_the_desk_seats_the_next(page, place, monkeypatch):
    """There is always somebody to answer for what is done."""
    add(page, BAYU.name)
    monkeypatch.setattr(people, "ask", lambda *_, **__: True)

    page.people.remove_officer(SARI.name)

    assert list(members(place)) == [BAYU.name]
    assert service.load(place.work.lanes.reader).officer == BAYU.name


def test_changing_seats_is_left_to_the_question_of_the_desk(page, place):
    """The page asks for it; it knows nothing of passphrases at the desk."""
    add(page, BAYU.name)

    page.people.seat_button.click()

    assert place.told.pages == [("seat", None)]


def test_a_role_and_the_days_of_a_deputy_are_given_in_a_dialog(page, place):
    """Together with the post that stands under an approval."""
    add(page, BAYU.name)
    page.people.rows[BAYU.name].change_button.click()
    dialog = page.people.dialog
    dialog.role.setCurrentIndex(dialog.role.findData(Role.OFFICER))
    dialog.kind.setCurrentIndex(dialog.kind.findData("Plh."))
    dialog.post.setText("Kepala Bidang")
    dialog.since.setDate(QDate(2025, 11, 19))
    dialog.until.setDate(QDate(2025, 11, 21))

    dialog.verb_button.click()

    words = page.people.rows[BAYU.name].words.whole_text()
    assert words == "Petugas · Plh. Kepala Bidang, 19 Nov s.d. 21 Nov 2025"
    assert members(place)[BAYU.name].deputy_until == "2025-11-21"


@pytest.mark.parametrize(
    ("post", "until", "field"),
    [("", QDate(2025, 11, 21), "post"), ("Kabid", QDate(2025, 11, 1), "until")],
)
def test_half_a_deputy_stays_in_the_dialog(page, place, post, until, field):
    """The reason stands below what is missing."""
    page.people.rows[SARI.name].change_button.click()
    dialog = page.people.dialog
    dialog.kind.setCurrentIndex(dialog.kind.findData("Plt."))
    dialog.post.setText(post)
    dialog.until.setDate(until)

    dialog.verb_button.click()

    assert dialog.fields[field].error()
    assert members(place)[SARI.name] == SARI


def test_a_role_without_passphrase_says_that_it_does_not_count_yet(page, place):
    """Nobody waits for an approver who cannot approve."""
    seats.write_down(place, Officer(APPROVER, "HW", Role.APPROVER))
    page.presenter.load()

    labels = page.people.rows[APPROVER].findChildren(TextLabel)

    assert any("Belum ada kata sandi" in one.text() for one in labels)


def test_the_first_passphrase_is_set_by_who_is_there(page, place):
    """And from then on the page asks for an admin."""
    seats.write_down(place, Officer(ADMIN, "ML", Role.ADMIN))
    page.presenter.load()
    page.people.rows[ADMIN].key_button.click()
    asked = page.people.asked
    for edit in asked.edits:
        edit.setText(PASSPHRASE)

    asked.verb_button.click()

    assert team.ready(place.work.lanes.reader, ADMIN)
    assert "hanya dapat diubah admin" in page.people.banner.words()
    assert not page.people.rows[ADMIN].change_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "place_of_error"), [(("pendek", "pendek"), 0), ((PASSPHRASE, "lain"), 1)]
)
def test_a_short_or_mistyped_passphrase_is_told_below(
    page, place, typed, place_of_error
):
    """Nothing is stored, and both fields keep what was typed."""
    page.people.rows[SARI.name].key_button.click()
    asked = page.people.asked
    for edit, words in zip(asked.edits, typed, strict=True):
        edit.setText(words)

    asked.verb_button.click()

    assert asked.fields[place_of_error].error()
    assert asked.isVisible()
    assert not team.ready(place.work.lanes.reader, SARI.name)


def test_once_there_is_an_admin_the_page_leads_to_the_proof(page, place):
    """One press on the strip, and the passphrase is asked."""
    set_up(place, ADMIN, Role.ADMIN)
    page.presenter.load()

    page.people.banner.acted.emit()

    assert place.told.pages == [("seat", "prove")]
    assert page.people.rows[SARI.name].remove_button.isEnabled()
    assert not page.people.rows[ADMIN].remove_button.isEnabled()


def test_an_admin_gives_another_a_passphrase(page, place):
    """The strip is gone, and the buttons may be pressed."""
    admin = set_up(place, ADMIN, Role.ADMIN)
    seats.write_down(place, Officer(APPROVER, "HW", Role.APPROVER))
    sit(place, page, admin)
    assert not page.people.banner.isVisible()
    page.people.rows[APPROVER].key_button.click()
    for edit in page.people.asked.edits:
        edit.setText("kata sandi Hendra")

    page.people.asked.verb_button.click()

    assert team.ready(place.work.lanes.reader, APPROVER)
    assert page.saved_words() == "Tersimpan"


def test_who_changes_the_own_passphrase_stays_proved(page, place):
    """Nobody has to sit down twice."""
    sit(place, page, set_up(place, ADMIN, Role.ADMIN))
    page.people.rows[ADMIN].key_button.click()
    for edit in page.people.asked.edits:
        edit.setText("sandi Maya yang baru")

    page.people.asked.verb_button.click()

    seat = place.work.seat()
    assert team.renewed(place.work.lanes.reader, place.work.office, seat) == seat
    assert seat.role is Role.ADMIN


def test_what_the_service_refuses_is_told_and_nothing_stays_changed(page, place):
    """Also where a right was lost while the page was open."""
    set_up(place, ADMIN, Role.ADMIN)
    page.roster.load()

    page.roster.change(replace(SARI, role=Role.ADMIN))

    assert "hanya dapat dilakukan admin" in page.banner.words()
    assert members(place)[SARI.name] == SARI


def test_the_row_of_who_sits_here_says_as_what(page, place):
    """The name in the journal is the one on the page."""
    sit(place, page, Seat(SARI.name))

    labels = page.people.rows[SARI.name].findChildren(TextLabel)

    assert any("di meja ini, petugas" in one.text() for one in labels)
