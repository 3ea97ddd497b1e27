"""What an officer does with an account, and what the page then says."""

import pytest

from kotakmasuk.connectors.kit.errors import SignInNeeded, Unreachable
from kotakmasuk.desktop.accounts.presenter import AccountsPresenter, summary_words
from kotakmasuk.domain.accounts import AccountState
from kotakmasuk.store import accounts as store
from kotakmasuk.store import leaving
from tests.helpers.desks import account, incoming, page


@pytest.fixture
def owner(place):
    made = account(place, "Pemkab Sukamaju")
    known = store.get(place.desk.database.conn, made)
    place.told.tokens[known.uid, "token"] = "lama"
    return made


@pytest.fixture
def presenter(place, owner):
    assert owner
    made = AccountsPresenter(place.work)
    made.shown = []
    made.listed.connect(lambda rows, problems: made.shown.append((rows, problems)))
    made.load()
    return made


def row(presenter):
    return presenter.shown[-1][0][0]


def test_an_account_is_listed_with_name_platform_and_state(presenter):
    """Before its first reading it says so."""
    assert row(presenter).name == "Pemkab Sukamaju"
    assert row(presenter).below == "Mastodon · kotasukamaju"
    assert row(presenter).condition_words == "Belum diambil"


def test_fetching_now_tells_how_many_came(presenter, place, owner):
    """The officer need not look into the inbox to know."""
    place.platform.pages.append(page(incoming("m1"), incoming("m2", "Sampah menumpuk")))

    presenter.fetch(owner)

    assert place.told.toasts == [("Pemkab Sukamaju: 2 pesan baru.", None)]
    assert row(presenter).conversations == "2"


def test_while_it_runs_the_row_says_so(presenter, owner):
    """And not a second time when asked again."""
    said = []
    presenter.listed.connect(lambda rows, _: said.append(rows[0].condition_words))

    presenter.fetch(owner)

    assert said[0] == "Sedang mengambil"
    assert row(presenter).condition_words != "Sedang mengambil"


def test_a_server_that_does_not_answer_becomes_a_card(presenter, place, owner):
    """What happened, that it is tried again, and one action."""
    place.platform.pages.append(
        Unreachable("Server tidak dapat dihubungi.", "", "Periksa.")
    )

    presenter.fetch(owner)

    problem = presenter.shown[-1][1][0]
    assert "Server tidak dapat dihubungi." in problem.text
    assert problem.action == "fetch"
    assert place.told.toasts == []


def test_a_revoked_token_asks_to_sign_in_and_says_the_history_is_kept(
    presenter, place, owner
):
    """Nobody is afraid to press the button."""
    place.platform.pages.append(SignInNeeded("Token dicabut.", "", "Masuk lagi."))

    presenter.fetch(owner)

    problem = presenter.shown[-1][1][0]
    assert problem.action == "sign_in"
    assert "Riwayat tetap tersimpan." in problem.text
    assert summary_words(presenter.shown[-1][0]) == "1 akun, 1 perlu perhatian"


def test_after_signing_in_what_was_missed_is_fetched(presenter, place, owner):
    """The new token is in the place for secrets, and the state is well again."""
    place.platform.pages += [SignInNeeded("Token dicabut."), page(incoming("m9"))]
    presenter.fetch(owner)

    presenter.sign_in(owner, {"token": "baru"})

    known = store.get(place.desk.database.conn, owner)
    assert place.told.tokens[known.uid, "token"] == "baru"
    assert known.state is AccountState.CONNECTED
    assert place.told.toasts[-1][0] == "Pemkab Sukamaju: 1 pesan baru."


def test_a_paused_account_is_not_fetched(presenter, owner):
    """Until somebody lets it go on."""
    presenter.pause(owner, paused=True)

    assert not presenter.can_fetch(owner)
    assert row(presenter).condition_words == "Dijeda"
    presenter.pause(owner, paused=False)
    assert presenter.can_fetch(owner)


def test_testing_tells_who_the_platform_says_this_is(presenter, place, owner):
    """The handle comes from the platform, not from our file."""
    presenter.test(owner)

    assert place.told.toasts == [
        ("Pemkab Sukamaju tersambung sebagai kotasukamaju.", None)
    ]


def test_letting_go_leaves_the_messages(presenter, place, owner):
    """The account leaves the list; what citizens wrote stays."""
    place.platform.pages.append(page(incoming("m1")))
    presenter.fetch(owner)

    presenter.remove(owner)

    count = "SELECT count(*) FROM message"
    assert presenter.shown[-1][0] == []
    assert place.work.lanes.reader.execute(count).fetchone()[0] == 1


def test_a_spent_quota_for_sending_is_told_with_its_time(presenter, place, owner):
    """Reading goes on; until when nothing is sent stands on its card."""
    now = place.work.office.now()
    leaving.pause_account(
        place.desk.database,
        owner,
        until=now + 35 * 60_000,
        reason="Batas kiriman Mastodon tercapai.",
    )
    presenter.load()
    rows, problems = presenter.shown[-1]
    assert rows[0].condition_words == "Kuota habis"
    words = "Kiriman ditunda sampai 14.35: batas kiriman Mastodon tercapai."
    assert problems[0].text.endswith(words)
