"""How the office stands: with a line, or without one."""

from kotakmasuk.desktop.standing import offline_since
from kotakmasuk.domain.accounts import Account, Health
from tests.helpers.desks import (
    NOW,
)


def test_without_a_line_the_strip_says_since_when():
    """Only when no account at all can be read is the office offline."""

    def health(number, **more):
        known = Account(
            number, f"u{number}", "mastodon", "mastodon", "h", "r", "a", "n"
        )
        return Health(known, **more)

    here = health(1, problem="Tidak tersambung.", last_success=NOW)
    there = health(2, last_success=NOW)

    assert offline_since([here]) == NOW
    assert offline_since([here, there]) is None
    assert offline_since([]) is None
