"""What an officer may send, what is kept, and what is said when it may not go."""

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import replies
from tests.helpers.writing import FINE, listen, tick_all, write


def test_an_unfilled_isian_blocks_sending(presenter, desk):
    """“Isian {tanggal} masih kosong” is said, and nothing is queued."""
    lists, blocked = listen(presenter.listed), listen(presenter.blocked)
    presenter.open(desk.mention)
    write(presenter, "Perbaikan dijadwalkan {tanggal}.")

    presenter.send()

    assert "Isian {tanggal} masih kosong" in [c.title for c in lists[-1][0].cards]
    assert len(blocked) == 1
    assert replies.outbox_counts(desk.work.lanes.reader) == {ReplyState.DRAFT: 0}


def test_personal_data_is_shown_with_the_words_it_was_found_in(presenter, desk):
    """The number stands bold in its sentence, with the basis and its date."""
    lists = listen(presenter.listed)
    presenter.open(desk.mention)

    write(presenter, "Kami hubungi lewat nomor 0812-4410-9947 hari ini, ya.")

    card = next(c for c in lists[-1][0].cards if c.key == "E05")
    start, end = card.strong
    assert card.quote[start:end] == "0812-4410-9947"
    assert "UU 27/2022" in card.basis
    assert "dicek 22 Nov 2026" in card.basis


def test_one_press_takes_the_number_out(presenter, desk):
    """*Hapus nomor* removes exactly what the check found."""
    removed = listen(presenter.mending.text_replaced)
    presenter.open(desk.mention)
    text = "Nomor 0812-4410-9947, terima kasih."
    write(presenter, text)

    presenter.mending.fix("E05")

    start, end, put = removed[0]
    assert text[:start] + put + text[end:] == "Nomor, terima kasih."


def test_a_complete_answer_is_queued_with_its_undo_time(presenter, desk):
    """The toast counts ten seconds down; the answer waits in the outbox."""
    _lists, queued = listen(presenter.listed), listen(presenter.queued)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    presenter.send()

    reply, conversation, seconds, words = queued[0]
    assert desk.state(reply) is ReplyState.QUEUED
    assert (conversation, seconds) == (desk.mention, 10)
    assert words == "Akan dikirim dalam {seconds} detik · Mastodon, Dewi Anjani"
    assert presenter.conversation is None


def test_what_was_taken_back_is_the_draft_again(presenter, desk):
    """Undo brings the words back to the composer."""
    reply = desk.queue(FINE)
    opened = listen(presenter.opened)

    replies.withdraw(desk.desk, reply)
    presenter.open(desk.mention)

    assert opened[-1][0] == FINE


def test_the_draft_survives_closing_and_opening(presenter, desk):
    """Esc keeps the words."""
    opened = listen(presenter.opened)
    presenter.open(desk.mention)
    write(presenter, "Sedang kami cek")

    presenter.close()
    presenter.open(desk.mention)

    assert opened[-1][0] == "Sedang kami cek"


def test_the_draft_is_saved_two_seconds_after_the_last_key(presenter, desk, qtbot):
    """A crash after that loses nothing."""
    presenter.keeping.clock.setInterval(10)
    presenter.open(desk.mention)
    presenter.write("Sedang kami cek")

    qtbot.waitUntil(lambda: not presenter.keeping.clock.isActive())

    draft = replies.draft(desk.work.lanes.reader, desk.mention)
    assert draft.text == "Sedang kami cek"


def test_opening_another_conversation_keeps_the_first_draft(presenter, desk):
    """J in the middle of a sentence loses nothing."""
    presenter.open(desk.mention)
    presenter.write("Sedang kami cek")

    presenter.open(desk.by_hand)

    draft = replies.draft(desk.work.lanes.reader, desk.mention)
    assert draft.text == "Sedang kami cek"


def test_ticks_are_emptied_when_the_words_change(presenter, desk):
    """She ticked what she had read; other words must be read again, and it says so."""
    lists = listen(presenter.listed)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    write(presenter, FINE.replace("memeriksa", "memperbaiki"))

    assert not any(tick.ticked for tick in lists[-1][0].ticks)
    assert "isi balasan berubah" in lists[-1][0].emptied


def test_a_comma_does_not_empty_the_ticks(presenter, desk):
    """Spaces, capitals and punctuation say nothing new."""
    lists = listen(presenter.listed)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    write(presenter, FINE.replace("lokasi dan", "lokasi,  dan"))

    assert all(tick.ticked for tick in lists[-1][0].ticks)
    assert lists[-1][0].ready


def test_the_counter_turns_amber_and_then_red(presenter, desk):
    """From 90 % of the limit, and when it is over by how much."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)

    write(presenter, "a" * 450)
    near = shown[-1][0]
    write(presenter, "a" * 514)
    over = shown[-1][0]

    assert (near.count, near.count_tone) == ("450 / 500", "warn")
    assert (over.count, over.count_tone) == ("514 / 500 · kelebihan 14", "danger")


def test_a_template_comes_with_what_the_inbox_knows(presenter, desk):
    """Greeting, first name and initials are filled; the rest is counted as open."""
    filled, shown = listen(presenter.composing.template_filled), listen(presenter.shown)
    presenter.open(desk.mention)
    chosen = next(t for t in presenter.now.templates if "{tindakan}" in t.body)

    presenter.composing.take_template(chosen.uid)
    presenter.write(filled[0][0])
    presenter.check_now()

    assert filled[0][0].startswith("Halo Kak Dewi")
    assert shown[-1][0].template == chosen.title
    assert shown[-1][0].filled == 3
    assert shown[-1][0].asked > 3


def test_by_hand_the_text_is_queued_and_then_copied(presenter, desk):
    """The same gate; then the text and the link are handed over, nothing is sent."""
    _lists, begun = listen(presenter.listed), listen(presenter.manual_begun)
    presenter.open(desk.by_hand)
    write(presenter, "Boleh diwakilkan dengan membawa KK asli, Kak.")
    tick_all(presenter)

    presenter.send()

    reply, text, url, platform = begun[0]
    assert text.startswith("Boleh diwakilkan")
    assert (platform, url.startswith("https://www.tiktok.com/")) == ("TikTok", True)
    assert desk.state(reply) is ReplyState.QUEUED


def test_a_note_is_never_the_answer(presenter, desk):
    """A note goes into the thread, the draft of the answer stays as it was."""
    opened = listen(presenter.opened)
    presenter.open(desk.mention)
    presenter.write("Sedang kami cek")
    presenter.set_note(True)
    presenter.write("DPUPR belum menjawab.")

    presenter.send()
    presenter.open(desk.mention)

    assert desk.told.toasts[0][0] == "Catatan disimpan"
    assert opened[-1][0] == "Sedang kami cek"


def test_a_refused_answer_stays_on_the_desk(presenter, desk, monkeypatch):
    """When the file refuses, the words are still there and the reason is told."""
    problems, _lists = listen(presenter.failed), listen(presenter.listed)

    def refuse(*_given, **_named):
        raise KnownError("Berkas penuh.", "Draf tetap ada.")

    monkeypatch.setattr(replies, "queue", refuse)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    presenter.send()

    assert str(problems[0][0]) == "Berkas penuh. Draf tetap ada."
    assert presenter.conversation == desk.mention


def test_esc_goes_back_one_level_at_a_time(presenter, desk):
    """What lies above the composer closes first; the next Esc leaves the answer."""
    presenter.open(desk.mention)
    above = [True, False]
    presenter.may_leave = lambda: not above.pop(0)

    presenter.leave()
    assert presenter.conversation == desk.mention

    presenter.leave()
    assert presenter.conversation is None
