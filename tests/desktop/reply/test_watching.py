"""The citizen deletes or changes what she wrote while an officer answers it."""

from dataclasses import replace

import pytest

from kotakmasuk.desktop.reply import opening
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.team import Seat
from kotakmasuk.services import replies, syncing
from kotakmasuk.store import accounts
from tests.helpers.answering import MINUTE, mention
from tests.helpers.desks import page
from tests.helpers.workplaces import NOW
from tests.helpers.writing import FINE, listen, notices, write


GONE = (
    "Pesan ini sudah dihapus di kanal; balasan mungkin tidak dapat dikirim."
    " Draf tetap ada."
)
CHANGED = "Warga mengubah pesannya pukul {}; baca lagi sebelum mengirim."
UNSURE = "Balasan sebelumnya belum dapat dipastikan terkirim; periksa dulu di Kiriman."


@pytest.fixture
def seen(desk):
    """Let the next look at the platform find the citizen's message otherwise."""

    def look(**otherwise):
        account = accounts.get(desk.desk.database.conn, 1)
        found = replace(page(), **otherwise)
        changes = syncing.save_page(desk.desk, account, found)
        desk.work.lanes.changed.emit(changes, None)

    return look


def changed():
    text = "Min, jalan di depan SDN 3 Cibening rusak. Kapan diperbaiki?"
    return replace(mention(), text=text, edited_at=NOW + 20 * MINUTE)


def told(shown):
    return notices(shown[-1][0])


def test_a_message_deleted_at_the_source_is_told_and_the_draft_stays(
    presenter, desk, seen
):
    """One quiet line above the words; nothing that was written goes away."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)
    write(presenter, FINE)
    assert GONE not in told(shown)

    seen(removed=("100",))

    assert told(shown)[0] == GONE
    presenter.close()
    assert replies.draft(desk.work.lanes.reader, desk.mention).text == FINE


def test_a_message_changed_meanwhile_is_to_be_read_again(presenter, desk, seen):
    """With the time at which the citizen changed it."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)
    write(presenter, FINE)

    seen(messages=(changed(),))

    assert told(shown)[0] == CHANGED.format("14.20")
    assert presenter.now.sheet.text == FINE


def test_a_draft_taken_up_again_tells_what_came_after_it(presenter, desk, seen):
    """Changed while the composer was closed; a fresh answer has nothing to tell."""
    presenter.open(desk.mention)
    write(presenter, FINE)
    presenter.close()
    seen(messages=(changed(),))
    shown = listen(presenter.shown)

    presenter.open(desk.mention)

    assert told(shown)[0] == CHANGED.format("14.20")
    presenter.close()
    replies.discard_draft(desk.desk, desk.mention)
    presenter.open(desk.mention)
    assert told(shown) == []


def test_another_conversation_changes_nothing_here(presenter, desk, seen):
    """Only the message that is being answered counts."""
    presenter.open(desk.by_hand)
    shown = listen(presenter.shown)

    seen(removed=("100",))

    assert shown == []


def test_an_earlier_answer_of_unknown_outcome_is_told(presenter, desk):
    """Whoever answers again looks first whether the first one arrived."""
    desk.unsure()
    shown = listen(presenter.shown)

    presenter.open(desk.mention)

    assert UNSURE in told(shown)


def test_whose_draft_is_there_is_said_before_it_is_opened(presenter, desk):
    """Her own is to be gone on with; a colleague's bears the colleague's name."""
    assert opening.draft_words(desk.work, desk.mention) == ""
    colleague = replace(desk.desk, seat=lambda: Seat("Maya Lestari"))
    replies.save_draft(colleague, desk.mention, Composition("Baik,"))
    assert opening.draft_words(desk.work, desk.mention) == "Draf Maya Lestari"

    presenter.open(desk.mention)
    write(presenter, FINE)
    presenter.close()

    assert opening.draft_words(desk.work, desk.mention) == "Lanjutkan draf"
