"""Announcements on the page Kiriman: what is written of them, and the way there."""

from dataclasses import replace

from kotakmasuk.domain.announcements import Preset
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import announcements, publishing, replies, rules
from tests.helpers.outboxes import explanation, press, texts


TEXT = "Mobil layanan KTP ada di Pasar Melati pada jam kantor. Gratis."


def begun(desk, **given):
    """An announcement for the account that the desk already has."""
    reader, office = desk.work.lanes.reader, desk.work.office
    announcements.begin(desk.desk, Preset.ANNOUNCEMENT)
    fresh = announcements.newest(reader)
    values = {
        "title": "Mobil KTP",
        "text": TEXT,
        "accounts": (announcements.places(reader, office)[0].account,),
        "ticks": {"": desk.every_rule()},
        **given,
    }
    announcements.save(desk.desk, replace(fresh, **values))
    return fresh.id


def test_an_announcement_being_written_stands_among_the_drafts(page, desk, qtbot):
    """Under its title; its button leads to Pengumuman, as Enter on its row does."""
    number = begun(desk)

    page._presenter.reload()

    assert (texts(page, 0), texts(page, 1)) == (["Draf"], ["Mobil KTP"])
    assert "Lanjutkan di Pengumuman" in explanation(page)
    press(page, qtbot, "go")
    page._open(page._model.index(0, 0))
    assert desk.told.pages == [("announcements", number)] * 2


def test_a_begun_announcement_without_a_word_is_no_draft_yet(page, desk):
    """And a removed one is none any more."""
    begun(desk, text="")
    removed = begun(desk)
    announcements.remove(desk.desk, removed)

    page._presenter.reload()

    assert texts(page, 0) == []
    reader = desk.work.lanes.reader
    assert replies.outbox_counts(reader)[ReplyState.DRAFT] == 0


def test_a_post_leads_to_its_announcement(page, desk, qtbot):
    """Once it is on its way it is no draft, and there is no conversation to open."""
    rules.retire(desk.desk, "E16D")
    number = begun(desk)
    publishing.submit(desk.desk, number)

    page._presenter.reload()

    assert texts(page, 0) == ["Antre"]
    press(page, qtbot, "go")
    assert desk.told.pages == [("announcements", number)]


def test_a_post_that_waits_for_an_approver_leads_to_its_announcement_too(page, desk):
    """Two drafts of announcements are two rows, and the choice stays on its own."""
    asked = begun(desk)
    publishing.submit(desk.desk, asked)
    first, second = begun(desk), begun(desk, title="Mobil SIM")

    page._presenter.reload()

    rows = [page._model.row(at) for at in range(3)]
    assert (rows[0].state, rows[0].announcement) == (ReplyState.WAITING, asked)
    page._presenter.choose(rows[2])
    page._presenter.reload()
    assert page._presenter.chosen.announcement == rows[2].announcement
    assert {one.announcement for one in rows[1:]} == {first, second}
