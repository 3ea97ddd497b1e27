"""What the page Kanal says of an account, state by state."""

import pytest

from kotakmasuk.desktop.accounts.wording import (
    complete_words,
    condition,
    condition_words,
    next_words,
    why_words,
)
from kotakmasuk.desktop.widgets.times import MINUTE, Moment
from kotakmasuk.domain.accounts import Account, AccountState, Health, ProblemKind
from tests.helpers.workplaces import NOW


HERE = Moment(NOW, "Asia/Jakarta")  # Wednesday, 14.00


def health(state=AccountState.CONNECTED, **more):
    account = Account(1, "u", "mastodon", "mastodon", "h", "r", "@kota", "Kota", state)
    return Health(account=account, **more)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (health(last_success=NOW, complete_until=NOW), "Normal"),
        (health(), "Belum diambil"),
        (
            health(last_success=NOW - 45 * MINUTE, complete_until=NOW - 45 * MINUTE),
            "Tertinggal 45 menit",
        ),
        (
            health(AccountState.SIGN_IN_NEEDED, problem="Token dicabut."),
            "Perlu masuk lagi",
        ),
        (health(AccountState.PAUSED), "Dijeda"),
        (
            health(problem="Jatah habis.", problem_kind=ProblemKind.QUOTA),
            "Kuota habis",
        ),
        (
            health(problem="Kuota? Nanti.", problem_kind=ProblemKind.LATER),
            "Tertinggal",
        ),
        (health(manual=True), "Manual"),
    ],
)
def test_each_condition_has_its_words(known, words):
    """An officer reads the state; the colour only helps."""
    kind = condition(known, NOW)

    assert condition_words(known, kind, NOW) == words


def test_an_account_says_up_to_when_it_is_complete():
    """The promise of the whole inbox stands in this line."""
    known = health(complete_until=NOW - 5 * MINUTE)

    assert complete_words(known, HERE) == "lengkap s.d. 13.55"


def test_a_manual_account_never_says_complete():
    """A person looked through it; more is not promised."""
    known = health(manual=True, last_success=NOW - 175 * MINUTE)

    assert complete_words(known, HERE) == "diperiksa s.d. 11.05 (manual)"
    assert complete_words(health(manual=True), HERE) == "belum diperiksa"


def test_the_next_check_stands_with_its_reason():
    """Why it is later than usual is told beside it."""
    known = health(next_check=NOW + 5 * MINUTE, problem="Server tidak menjawab.")
    kind = condition(known, NOW)

    assert next_words(known, kind, HERE) == "pukul 14.05"
    assert why_words(known, kind, 60) == "mencoba lagi setelah gangguan"


def test_what_was_missed_is_told_as_the_reason():
    """A gap is shown, never hidden."""
    known = health(last_success=NOW, complete_until=NOW, gaps=2)

    assert why_words(known, "ok", 60) == "2 bagian terlewat diambil lagi"
