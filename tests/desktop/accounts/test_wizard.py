"""From a platform's card to the first fetched messages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from kotakmasuk.connectors.kit.errors import SignInNeeded, Unreachable
from kotakmasuk.desktop.accounts import wizard as steps
from kotakmasuk.desktop.accounts.wizard import ConnectWizard
from kotakmasuk.store import accounts as store
from tests.helpers.desks import incoming, page


@pytest.fixture
def wizard(place, qtbot):
    made = ConnectWizard(place.work)
    qtbot.addWidget(made)
    made.show()
    return made


def scripted(wizard):
    return next(one for one in wizard.presenter.offers() if one.key == "scripted")


def fill_in(wizard, typed="rahasia"):
    wizard.choose_platform(scripted(wizard))
    wizard.go_on()
    wizard.fill_in.edits["token"].setText(typed)


def accounts(place):
    return [one.account for one in store.overview(place.work.lanes.reader)]


def test_only_what_can_really_be_connected_is_offered(wizard):
    """No card promises a platform that is not there."""
    names = [card.accessibleName() for card in wizard.choose.cards]

    assert names == ["Mastodon", "Contoh"]


def test_the_steps_of_the_platform_come_from_its_manifest(wizard):
    """The desktop knows no platform of its own."""
    offer = next(one for one in wizard.presenter.offers() if one.key == "mastodon")

    wizard.choose_platform(offer)

    assert wizard.pages.currentIndex() == steps.PREPARE
    assert any("token" in step for step in offer.steps)
    assert "Langkah 2 dari 4" in wizard.steps.accessibleName()


def test_secrets_are_masked_while_they_are_typed(wizard):
    """Whoever looks over the shoulder sees dots."""
    fill_in(wizard)

    assert wizard.fill_in.edits["token"].echoMode() == QLineEdit.EchoMode.Password


def test_an_empty_field_is_told_before_the_network_is_asked(wizard, place):
    """The sentence stands below the field."""
    fill_in(wizard, typed=" ")

    wizard.submit()

    assert wizard.fill_in.fields["token"].error() == "Token belum diisi."
    assert accounts(place) == []


def test_a_good_token_connects_and_fetches(wizard, place):
    """The last page says as whom, and how many messages came."""
    place.platform.pages.append(page(incoming("m1"), incoming("m2", "Jalan rusak")))
    fill_in(wizard)
    wizard.fill_in.name.setText("Humas Sukamaju")

    wizard.submit()

    assert [one.name for one in accounts(place)] == ["Humas Sukamaju"]
    assert wizard.pages.currentIndex() == steps.FETCH
    assert "2 pesan tersimpan." in wizard.fetch.banner.words()


def test_a_token_that_is_refused_stores_nothing_and_keeps_what_was_typed(wizard, place):
    """The officer corrects one letter and tries again."""
    place.platform.refuses = SignInNeeded("Token tidak berlaku.", "", "Salin lagi.")
    fill_in(wizard, typed="rahasiaa")

    wizard.submit()

    assert "Token tidak berlaku." in wizard.fill_in.banner.words()
    assert wizard.fill_in.edits["token"].text() == "rahasiaa"
    assert accounts(place) == []
    assert place.told.tokens == {}


def test_a_first_fetch_that_fails_leaves_the_account_connected(wizard, place):
    """It is read later by itself; the page says why not now."""
    place.platform.pages.append(
        Unreachable("Server tidak menjawab.", "", "Nanti lagi.")
    )
    fill_in(wizard)

    wizard.submit()

    assert "Server tidak menjawab." in wizard.fetch.banner.words()
    assert len(accounts(place)) == 1


def test_going_back_keeps_what_was_typed(wizard):
    """Reading the steps again costs nothing."""
    fill_in(wizard)

    wizard.go_back()
    wizard.go_on()

    assert wizard.fill_in.edits["token"].text() == "rahasia"


def test_whoever_has_no_permission_turns_to_a_file_or_the_hand(wizard, qtbot):
    """The wizard closes and the other way opens."""
    with qtbot.waitSignal(wizard.chose_capture):
        qtbot.mouseClick(wizard.choose.capture_card, Qt.MouseButton.LeftButton)

    assert wizard.result() == QDialog.DialogCode.Rejected
