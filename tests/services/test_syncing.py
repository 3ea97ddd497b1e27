"""Reading an account: page by page, gaps again, and every failure in words."""

from dataclasses import replace

import pytest

from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    ConnectorError,
    NotAllowed,
    QuotaSpent,
    SignInNeeded,
    TryLater,
    Unreachable,
)
from kotakmasuk.domain.accounts import AccountState, Health, ProblemKind
from kotakmasuk.domain.messages import Gap
from kotakmasuk.services import accounts, syncing
from kotakmasuk.store import accounts as store
from tests.helpers.desks import HOUR, MINUTE, NOW, Place, incoming, page
from tests.helpers.platforms import KEY


def health(place: Place) -> Health:
    return accounts.overview(place.reader)[0]


def stored(place: Place) -> int:
    return int(place.one("SELECT count(*) FROM message"))


def position(place: Place, owner: int) -> str | None:
    return store.cursor(place.reader, owner, "inbox").position


def test_all_pages_are_read_and_the_next_round_is_set(place: Place, owner: int) -> None:
    """And what is complete is said."""
    place.platform.pages = [
        page(incoming("m1"), position="1", has_more=True),
        page(incoming("m2"), position="2", complete_until=NOW),
    ]
    changes = syncing.sync(place.write, owner)
    assert (changes.arrived, len(changes.conversations)) == (2, 2)
    assert position(place, owner) == "2"
    found = health(place)
    assert (found.last_success, found.complete_until) == (NOW, NOW)
    assert syncing.next_checks(place.reader) == [(owner, NOW + MINUTE)]


def test_nothing_new_writes_nothing_down(place: Place, owner: int) -> None:
    """A quiet platform does not fill the journal."""
    before = place.one("SELECT count(*) FROM journal")
    changes = syncing.sync(place.write, owner)
    assert changes.arrived == 0
    assert place.one("SELECT count(*) FROM journal") == before


def test_a_cut_line_keeps_what_came_before(place: Place, owner: int) -> None:
    """The next round goes on from there."""
    cut = Unreachable("Tidak ada jaringan.", "", "Periksa sambungan.")
    place.platform.pages = [page(incoming("m1"), position="1", has_more=True), cut]
    syncing.sync(place.write, owner)
    assert (stored(place), position(place, owner)) == (1, "1")
    assert health(place).problem == "Tidak ada jaringan."
    place.platform.pages = [page(incoming("m2"), position="2")]
    syncing.sync(place.write, owner)
    assert (stored(place), health(place).problem) == (2, "")


@pytest.mark.parametrize(
    ("error", "pause", "kind"),
    [
        (Unreachable("Tidak ada jaringan."), MINUTE, ProblemKind.UNREACHABLE),
        (BadAnswer("Jawaban bukan JSON."), MINUTE, ProblemKind.OTHER),
        (TryLater("Nanti.", when=NOW + HOUR), HOUR, ProblemKind.LATER),
        (QuotaSpent("Habis.", when=NOW + 3 * HOUR), 3 * HOUR, ProblemKind.QUOTA),
        (TryLater("Nanti."), 5 * MINUTE, ProblemKind.LATER),
        (NotAllowed("Tidak boleh."), 5 * MINUTE, ProblemKind.OTHER),
    ],
)
def test_a_problem_is_told_and_tried_again(
    place: Place, owner: int, error: ConnectorError, pause: int, kind: ProblemKind
) -> None:
    """Each after its own time; the account stays connected."""
    place.platform.pages = [error]
    syncing.sync(place.write, owner)
    found = health(place)
    assert (found.problem, found.next_check) == (error.message, NOW + pause)
    assert found.problem_kind is kind
    assert found.account.state is AccountState.CONNECTED


def test_a_refused_token_asks_to_sign_in_and_stops(place: Place, owner: int) -> None:
    """Asking on would lock the account at the platform."""
    place.platform.pages = [SignInNeeded("Token ditolak.", "", "Masuk lagi.")]
    syncing.sync(place.write, owner)
    found = health(place)
    assert found.account.state is AccountState.SIGN_IN_NEEDED
    assert (found.problem, found.remedy) == ("Token ditolak.", "Masuk lagi.")
    assert found.problem_kind is ProblemKind.SIGN_IN
    assert syncing.next_checks(place.reader) == []
    assert not syncing.sync(place.write, owner)


def test_signing_in_again_goes_on_at_once(place: Place, owner: int) -> None:
    """With history, cursor and queue where they stood."""
    place.platform.pages = [page(incoming("m1")), SignInNeeded("Token ditolak.")]
    syncing.sync(place.write, owner)
    syncing.sync(place.write, owner)
    accounts.set_token(place.desk, owner, "token", "baru")
    found = health(place)
    assert (found.problem, found.account.state) == ("", AccountState.CONNECTED)
    assert found.problem_kind is None
    assert syncing.next_checks(place.reader) == [(owner, 0)]
    assert position(place, owner) == "1"


def test_reading_does_not_take_back_that_sending_was_refused(
    place: Place, owner: int
) -> None:
    """A token may read and not write; only signing in helps."""
    place.platform.pages = [page(incoming("m1"))]
    real = place.platform.fetch

    def refused_meanwhile(access: object, cursor: object) -> object:
        store.note_problem(
            place.desk.database,
            owner,
            ProblemKind.SIGN_IN,
            problem="Token ditolak.",
            remedy="",
            next_check=None,
        )
        return real(access, cursor)  # type: ignore[arg-type]

    place.platform.fetch = refused_meanwhile  # type: ignore[method-assign, assignment]
    syncing.sync(place.write, owner)
    assert health(place).account.state is AccountState.SIGN_IN_NEEDED


def test_an_account_removed_while_it_is_read_stays_removed(
    place: Place, owner: int
) -> None:
    """What its last page said about the token does not bring it back."""

    def removed_meanwhile(*_given: object) -> object:
        accounts.remove(place.desk, owner)
        raise SignInNeeded("Token ditolak.")

    place.platform.fetch = removed_meanwhile  # type: ignore[method-assign, assignment]
    syncing.sync(place.write, owner)
    assert accounts.overview(place.reader) == []


def test_a_cancelled_round_keeps_its_pages(place: Place, owner: int) -> None:
    """And does not claim to be complete."""
    place.platform.pages = [
        page(incoming("m1"), position="1", has_more=True),
        page(incoming("m2"), position="2"),
    ]
    syncing.sync(place.write, owner, cancelled=lambda: stored(place) > 0)
    assert (stored(place), position(place, owner)) == (1, "1")
    assert health(place).last_success is None


def test_a_gap_is_fetched_again_until_it_is_filled(place: Place, owner: int) -> None:
    """Its messages come in, and its removals and edits too."""
    place.platform.pages = [
        page(incoming("m9"), position="9", gaps=(Gap("inbox", "4", "terputus"),)),
        page(incoming("m4"), position="5", has_more=True),
    ]
    syncing.sync(place.write, owner)
    assert (health(place).gaps, position(place, owner)) == (1, "9")
    place.platform.pages = [page(position="9"), page(incoming("m5"), removed=("m9",))]
    syncing.sync(place.write, owner)
    assert (health(place).gaps, position(place, owner)) == (0, "9")
    assert stored(place) == 3
    assert place.one("SELECT count(*) FROM message WHERE deleted_at NOT NULL") == 1


def test_a_gap_that_cannot_be_fetched_stays(place: Place, owner: int) -> None:
    """The account says so and tries again."""
    place.platform.pages = [
        page(gaps=(Gap("inbox", "4", "terputus"),)),
        Unreachable("Tidak ada jaringan."),
    ]
    syncing.sync(place.write, owner)
    assert (health(place).gaps, health(place).problem) == (1, "Tidak ada jaringan.")


def test_a_platform_without_an_end_is_left_for_the_next_round(
    place: Place, owner: int
) -> None:
    """One account does not hold its lane for ever."""
    place.platform.pages = [
        page(position=str(number), has_more=True) for number in range(300)
    ]
    syncing.sync(place.write, owner)
    assert len(place.platform.pages) == 300 - syncing.MOST_PAGES


def test_a_paused_account_is_not_read(place: Place, owner: int) -> None:
    """Until it goes on."""
    accounts.pause(place.desk, owner, paused=True)
    place.platform.pages = [page(incoming("m1"))]
    assert not syncing.sync(place.write, owner)
    accounts.pause(place.desk, owner, paused=False)
    assert syncing.sync(place.write, owner).arrived == 1


def test_a_connector_that_this_version_lacks_is_told(place: Place, owner: int) -> None:
    """An older program on a newer file reads on, and says why this account stands."""
    less = {key: one for key, one in place.office.connectors.items() if key != KEY}
    desk = replace(place.desk, office=replace(place.office, connectors=less))
    changes = syncing.sync(replace(place, desk=desk).write, owner)
    assert health(place).problem == "Kanal jenis “scripted” tidak ada di versi ini."
    assert (changes.accounts, stored(place)) == ({owner}, 0)
