"""From the account addressed and as openly as the citizen wrote, unless switched."""

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Composition
from kotakmasuk.services import (
    addressing,
    checklist,
    replies,
    rules,
    sending,
    settings,
)
from tests.helpers.desks import ANSWER, Place, account, every_tick, incoming, receive


@pytest.fixture
def asked(place: Place, owner: int) -> Place:
    """One who wrote in public, one in private, and a second account of ours."""
    receive(place, owner, incoming())
    private = {"form": Form.DIRECT_MESSAGE, "public": False}
    receive(place, owner, incoming("m2", "Nomor saya ini", **private))
    account(place, "Mastodon Dinas", key="dinas")
    return place


def outcome(place: Place, conversation: int, composition: Composition) -> str:
    view = checklist.check(
        place.reader, place.office, conversation, composition, ticks=frozenset()
    )
    return next(one.outcome for one in view.results if one.rule == "E01")


def test_an_answer_goes_as_it_was_asked_for(asked: Place) -> None:
    """Same account, same openness."""
    public = addressing.identity(asked.reader, asked.office, 1)
    private = addressing.identity(asked.reader, asked.office, 2)

    assert (public.public, private.public) == (True, False)
    assert public.handle == public.expected
    assert not public.switched_account
    assert not private.switched_public


def test_another_account_needs_the_switch_and_is_shown(asked: Place) -> None:
    """The banner says that it is not the one the citizen wrote to."""
    first, second = addressing.accounts_for(asked.reader, asked.office, 1)
    switched = Composition(ANSWER, account=second.id)

    seen = addressing.identity(asked.reader, asked.office, 1, switched)

    assert (seen.account, seen.expected) == (second.id, first.handle)
    assert seen.switched_account
    assert outcome(asked, 1, switched) == "passed"


def test_an_account_elsewhere_cannot_answer_here(asked: Place) -> None:
    """An account of another server does not know this post."""
    asked.desk.database.conn.execute("UPDATE account SET host = 'lain' WHERE id = 2")

    with pytest.raises(KnownError, match="tidak dapat membalas"):
        addressing.identity(
            asked.reader, asked.office, 1, Composition(ANSWER, account=2)
        )


def test_a_switched_answer_is_sent_as_it_was_switched(asked: Place) -> None:
    """The revision keeps account and openness, and taking it back keeps the switch."""
    private = Composition(ANSWER, public=False)
    changes = replies.queue(asked.desk, 1, private, ticks=every_tick(asked.office))

    assert asked.one("SELECT public FROM revision") == 0
    replies.withdraw(asked.desk, next(iter(changes.replies)))
    draft = replies.draft(asked.reader, 1)
    assert draft
    assert draft.composition == private
    assert draft.ticks


@pytest.mark.parametrize(
    ("conversation", "switched", "form"),
    [
        (1, {"public": False}, Form.DIRECT_MESSAGE),
        (2, {"public": True}, Form.MENTION),
        (1, {}, Form.MENTION),
    ],
)
def test_a_platform_is_told_which_way_was_chosen(
    asked: Place, conversation: int, switched: dict[str, bool], form: Form
) -> None:
    """A private answer to a public mention goes as a direct message, and back."""
    settings.save(asked.desk, undo_seconds=0)
    rules.retire(asked.desk, "E16E")
    replies.queue(
        asked.desk,
        conversation,
        Composition(ANSWER, **switched),
        ticks=every_tick(asked.office),
    )
    sending.send(asked.write, 1)

    (posted,) = asked.platform.posted
    assert (posted.form, posted.public) == (form, form is Form.MENTION)


def test_what_was_written_in_private_never_goes_public_unseen(asked: Place) -> None:
    """The conversation became public while she wrote."""
    shown = addressing.identity(asked.reader, asked.office, 2)
    asked.desk.database.conn.execute("UPDATE conversation SET public = 1 WHERE id = 2")

    with pytest.raises(KnownError, match="sekarang publik"):
        replies.queue(
            asked.desk,
            2,
            Composition(ANSWER),
            ticks=every_tick(asked.office),
            shown=shown,
        )
    assert asked.one("SELECT count(*) FROM outbox") == 0
