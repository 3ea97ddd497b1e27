"""The page Kanal as an officer meets it."""

import pytest
from PySide6.QtCore import Qt

from kotakmasuk.connectors.kit.errors import SignInNeeded
from kotakmasuk.desktop.accounts import actions
from kotakmasuk.desktop.accounts.cards import ProblemCard
from kotakmasuk.desktop.accounts.view import build
from kotakmasuk.domain.inbox import Listing
from tests.helpers.desks import account


@pytest.fixture
def page(place, qtbot):
    made = build(place.work)
    qtbot.addWidget(made)
    made.resize(1306, 720)
    return made


def titles(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_without_accounts_three_ways_to_begin_are_shown(page):
    """Permission of a platform is not the only way in."""
    page.show()

    assert page.empty.isVisible()
    assert "Sambungkan kanal pertama" in page.empty.accessibleName()
    assert not page.fetch_button.isEnabled()


def test_the_table_lists_accounts_and_the_first_is_chosen(page, place):
    """The keyboard has somewhere to begin."""
    owner = account(place)

    page.show()

    assert page.table.current_account() == owner
    assert page.count.text() == "1 akun"
    assert page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Mastodon, Mastodon Sukamaju. Belum diambil. belum lengkap."
    )


def test_the_menu_of_an_account_ends_with_letting_it_go(page, place):
    """What cannot be taken back by a key stands last."""
    owner = account(place)
    page.show()

    menu = page.account_actions.menu(owner)

    assert titles(menu) == [
        "Lihat percakapan",
        "Ambil sekarang",
        "Jeda",
        "Uji sambungan",
        "Masuk lagi…",
        "Lepaskan…",
    ]


def test_the_menu_opens_by_enter_too(page, place, qtbot):
    """Nothing can be done by the mouse alone."""
    owner = account(place)
    page.show()

    with qtbot.waitSignal(page.table.menu_asked) as asked:
        page.table.menu_asked.disconnect(page._open_menu)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert asked.args[0] == owner


def test_letting_go_asks_with_the_name_in_the_verb(page, place, monkeypatch):
    """*Ya* alone would say nothing."""
    owner = account(place)
    page.show()
    asked = {}
    monkeypatch.setattr(actions, "ask", lambda *_, **how: asked.update(how))

    page.account_actions.remove(owner)

    assert asked["verb"] == "Lepaskan Mastodon Sukamaju"
    assert "tetap tersimpan" in asked["sentence"]
    assert page.model.rowCount() == 1


def test_a_sign_in_that_is_needed_is_solved_in_its_card(page, place):
    """One card, one action, and the token is masked while it is typed."""
    owner = account(place)
    page.show()
    place.platform.pages.append(SignInNeeded("Token dicabut."))
    page.presenter.fetch(owner)
    card = page.findChildren(ProblemCard)[-1]

    dialog = page.account_actions.sign_in(owner)
    edit = dialog.edits["token"]
    assert card.button.text() == "Masuk lagi"
    assert edit.echoMode() == edit.EchoMode.Password
    edit.setText("baru")
    dialog.accept()

    assert place.told.toasts[-1][0] == "Mastodon Sukamaju: tidak ada pesan baru."


def test_a_double_click_leads_to_the_accounts_conversations(page, place):
    """Every number leads to its list."""
    owner = account(place)
    page.show()

    page.table.doubleClicked.emit(page.model.index(0, 0))

    assert place.told.pages == [("inbox", Listing(account=owner))]


def test_an_account_can_be_asked_for_from_elsewhere(page, place):
    """The strip below the sidebar leads to its row."""
    account(place)
    second = account(place, "Dinkes", key="dinkes")

    page.show()
    page.show_account(second)

    assert page.table.current_account() == second


def test_the_commands_of_the_page_stand_in_the_palette(page, place):
    """By name, with the keys that they have."""
    account(place)
    page.show()

    names = {command.title: command.keys for command in page.commands()}

    assert names["Ambil semua kanal sekarang"] == "F5"
    assert {"Sambungkan kanal", "Impor berkas…", "Tangkap manual…"} <= names.keys()
    assert "Uji sambungan" in names


def test_on_a_narrow_window_the_promise_stays_in_sight(page, place):
    """*Lengkap s.d.* is the last column to go."""
    account(place)
    page.resize(640, 420)
    page.show()

    assert page.import_button.text() == ""
    assert page.import_button.accessibleName() == "Impor berkas…"
    assert not page.table.isColumnHidden(2)
    assert page.table.isColumnHidden(3)
