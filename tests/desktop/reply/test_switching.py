"""The explicit switches: another account, another openness, several candidates."""

import pytest

from kotakmasuk.domain.messages import Form
from tests.helpers.answering import take_account, take_mention
from tests.helpers.writing import FINE, listen, notices, tick_all, write


@pytest.fixture
def private(desk):
    """A citizen who wrote to the agency alone."""
    return take_mention(
        desk.desk,
        remote_id="300",
        conversation="300",
        form=Form.DIRECT_MESSAGE,
        public=False,
    )


@pytest.fixture
def second(desk):
    """Another account of the agency on the same server."""
    return take_account(
        desk.desk, uid="0198-dua", remote_id="8", handle="@dpupr", name="DPUPR"
    )


def test_another_account_is_chosen_and_told(presenter, desk, second):
    """The banner names it, the line says that the citizen wrote to another."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)

    presenter.switching.send_from(second)
    switched = shown[-1][0]
    presenter.mending.do("own_account")

    assert switched.identity.handle == "@dpupr"
    assert notices(switched) == ["Bukan akun yang disapa warga (@pemkab_sukamaju)"]
    assert notices(shown[-1][0]) == []


def test_no_other_account_is_offered_where_none_is(presenter, desk):
    """A switch that leads nowhere is not shown."""
    shown = listen(presenter.shown)

    presenter.open(desk.mention)

    assert shown[-1][0].accounts == ()


def test_to_tell_a_private_matter_in_public_is_asked_once(presenter, private):
    """First the question, then the switch; the next time she knows."""
    doubted, shown = listen(presenter.switching.public_doubted), listen(presenter.shown)
    presenter.open(private)

    presenter.switching.set_public(public=True)
    kept = presenter.now.sheet.identity.public
    presenter.switching.set_public(public=True, sure=True)
    presenter.switching.set_public(public=False)
    presenter.switching.set_public(public=True)

    assert (len(doubted), kept) == (1, False)
    assert notices(shown[-1][0])[0].startswith("Pesan warga bersifat pribadi")


def test_a_private_matter_told_in_public_needs_an_approver(presenter, private):
    """The button reads *Ajukan*, whatever was ticked."""
    shown = listen(presenter.shown)
    presenter.open(private)
    write(presenter, FINE)

    presenter.switching.set_public(public=True, sure=True)
    tick_all(presenter)

    assert (shown[-1][0].send, shown[-1][0].ready) == ("Ajukan", True)


def test_shift_r_begins_a_private_answer(presenter, desk):
    """To a public mention, without a question: it is less open, not more."""
    presenter.open(desk.mention, private=True)

    assert presenter.now.sheet.identity.public is False
    assert presenter.now.sheet.identity.switched_public


def test_a_switch_empties_the_ticks(presenter, desk):
    """What she ticked was an answer for everybody's eyes."""
    lists = listen(presenter.listed)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    presenter.switching.set_public(public=False)

    assert not any(tick.ticked for tick in lists[-1][0].ticks)
    assert lists[-1][0].emptied


def test_each_candidate_keeps_its_own_words_and_ticks(presenter, desk):
    """Pilihan A waits while pilihan B is written."""
    texts = listen(presenter.opened)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    presenter.switching.add_option()
    write(presenter, "Terima kasih, petugas kami sudah di lokasi.")
    ticked = presenter.now.sheet.ticks.keys
    presenter.switching.open_option(0)

    assert (texts[-2][0], texts[-1][0]) == ("", FINE)
    assert ticked == frozenset()
    assert presenter.now.sheet.ready


def test_a_candidate_can_be_given_up(presenter, desk):
    """The one beside it is open then, and *Kirim* is back."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)
    write(presenter, FINE)
    presenter.switching.add_option()

    presenter.switching.remove_option()

    assert shown[-1][0].options.names == ()
    assert (presenter.now.sheet.text, shown[-1][0].send) == (FINE, "Kirim")
