"""The agency's own words for answers."""

import json
from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer, Role, Seat
from kotakmasuk.domain.templates import Template, Usage
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import replies, tags, templates, undo, unit_answers
from kotakmasuk.store import templates as store
from tests.helpers.desks import DAY, NOW, Place, every_tick, incoming, receive


BODY = "Terima kasih, {sapaan} {nama?}. ^{inisial}"
MINE = Template("", "", "Terima kasih", "Umum", BODY, shortcut=";terima")
THANKS = "Terima kasih, Kak Budi. ^SR"
KNOWN = Settings(
    greeting="Bapak/Ibu",
    greetings={"mastodon": "Kak"},
    agency="Pemkab Sukamaju",
    officer="Sari Rahmawati",
    officers=(Officer("Sari Rahmawati", "SRW"),),
)


def stored(place: Place, template: Template = MINE) -> Template:
    """Save a template and give it as it is stored."""
    templates.save(place.desk, template)
    found = {one.title: one for one in templates.listed(place.reader)}
    return found[template.title]


def send(place: Place, text: str, *used: Template) -> None:
    """Queue an answer to the first conversation, written with these templates."""
    replies.queue(
        place.desk,
        1,
        Composition(text, tuple(one.uid for one in used)),
        ticks=every_tick(place.office),
    )


@pytest.fixture
def asked(place: Place, owner: int) -> int:
    """A conversation that waits for an answer."""
    return receive(place, owner, incoming(author="budi"))[0]


def test_the_starters_are_adopted_once(place: Place) -> None:
    """What the agency removed does not come back at the next start."""
    templates.adopt_starters(place.desk)
    before = templates.offered(place.reader, NOW)
    for one in before:
        templates.remove(place.desk, one.uid)
    assert before
    assert not templates.adopt_starters(place.desk)
    assert templates.listed(place.reader) == []


def test_a_new_template_gets_a_name_of_its_own(place: Place) -> None:
    """And stands in its folder, with all that was written."""
    wanted = replace(
        MINE, tags=("b", "a"), owner="Maya", variants={"x": "Makasih {nama}."}
    )
    found = stored(place, wanted)
    assert found == replace(wanted, uid=found.uid, key="terima_kasih")
    assert templates.get(place.reader, found.uid) == found


def test_an_edit_is_the_next_version(place: Place) -> None:
    """The words before are in the journal and among the versions."""
    found = stored(place)
    edited = stored(place, replace(found, body="Baik.", shortcut=""))
    kept = templates.versions(place.reader, found.uid)
    assert (edited.body, edited.version) == ("Baik.", 2)
    assert [(one.version, one.template.body) for one in kept] == [
        (2, "Baik."),
        (1, BODY),
    ]
    assert kept[0].actor == "Sari Rahmawati"
    payload = json.loads(
        place.one("SELECT body FROM journal_payload ORDER BY sequence DESC LIMIT 1")
    )
    assert payload["version"] == 2
    assert payload["before"]["body"] == BODY
    assert payload["after"]["shortcut"] == ""


def test_an_old_version_can_be_brought_back(place: Place) -> None:
    """As a new one, so that nothing in between is lost."""
    found = stored(place, replace(MINE, tags=("jalan",), variants={"x": "Ringkas."}))
    stored(place, replace(found, body="Baik.", tags=(), variants={}))
    templates.restore(place.desk, found.uid, 1)
    assert stored_as(place) == replace(found, version=3)
    assert len(templates.versions(place.reader, found.uid)) == 3
    with pytest.raises(KnownError, match="Versi 9"):
        templates.restore(place.desk, found.uid, 9)


def stored_as(place: Place) -> Template:
    (found,) = templates.listed(place.reader)
    return found


def test_a_version_cannot_be_rewritten(place: Place) -> None:
    """From SQL neither."""
    stored(place)
    with pytest.raises(dbapi2.IntegrityError, match="immutable"):
        place.desk.database.execute("UPDATE template_version SET actor = 'x'")


@pytest.mark.parametrize(
    "bad",
    [
        {"title": " "},
        {"body": ""},
        {"body": "Halo {nama"},
        {"shortcut": "!"},
        {"expires_on": "kelak"},
        {"title": "terima KASIH", "uid": "lain"},
    ],
)
def test_a_template_that_is_not_right_is_refused(
    place: Place, bad: dict[str, str]
) -> None:
    """In words, and nothing is stored."""
    before = stored(place)
    with pytest.raises(KnownError, match="belum disimpan"):
        templates.save(place.desk, replace(MINE, **bad))
    assert templates.listed(place.reader) == [before]


def test_who_only_watches_writes_no_template(place: Place) -> None:
    """A pengamat sees the list."""
    watching = place.sat(Seat("Rina", Role.OBSERVER))
    with pytest.raises(KnownError, match="Pengamat"):
        templates.save(watching, MINE)
    assert templates.listed(place.reader) == []


def test_a_template_past_its_date_is_kept_but_not_offered(place: Place) -> None:
    """It is offered on its last day, at the agency's clock."""
    found = stored(place, replace(MINE, expires_on="2025-11-19"))
    assert templates.offered(place.reader, NOW) == [found]
    assert templates.offered(place.reader, NOW + DAY) == []
    assert templates.listed(place.reader) == [found]


@pytest.mark.usefixtures("asked")
def test_what_is_used_most_is_offered_first(place: Place) -> None:
    """Also when two of them stood in one reply; each is counted."""
    one, two = stored(place), stored(place, replace(MINE, title="A", shortcut=""))
    send(place, THANKS, one)
    send(place, f"{THANKS} Sudah kami teruskan.", one, two)
    assert [t.title for t in templates.offered(place.reader, NOW)] == [
        "Terima kasih",
        "A",
    ]
    assert templates.usage(place.reader, NOW) == {
        one.uid: Usage(2, 1),
        two.uid: Usage(1, 0),
    }
    assert templates.usage(place.reader, NOW + 31 * DAY) == {}


@pytest.mark.usefixtures("asked")
def test_an_older_wording_still_counts_as_unchanged(place: Place) -> None:
    """The template was edited after it went out."""
    found = stored(place)
    send(place, THANKS, found)
    stored(place, replace(found, body="Kami ucapkan terima kasih, {sapaan}."))
    assert templates.usage(place.reader, NOW)[found.uid] == Usage(1, 1)


@pytest.mark.usefixtures("asked")
def test_the_checklist_hears_of_a_template_sent_as_it_stands(place: Place) -> None:
    """With how often that happened in 30 days, and of one past its date."""
    found = stored(place, replace(MINE, expires_on="2025-11-20"))
    send(place, THANKS, found)
    told = templates.standing(place.reader, (found.uid,), THANKS, NOW)
    assert told == templates.Standing("Terima kasih", 1)
    adapted = f"{THANKS} Lampunya kami cek."
    late = templates.standing(place.reader, (found.uid,), adapted, NOW + 2 * DAY)
    assert late == templates.Standing(expired_template="Terima kasih")
    assert templates.standing(place.reader, (), THANKS, NOW) == templates.Standing()


def test_a_removed_template_comes_back_whole(place: Place) -> None:
    """Only its shortcut stays with whoever took it meanwhile."""
    found = stored(place)
    token = templates.remove(place.desk, found.uid).undo
    assert token
    other = stored(place, replace(MINE, title="Lain"))
    undo.undo(place.desk, token)
    assert {one.title: one.shortcut for one in templates.listed(place.reader)} == {
        "Lain": other.shortcut,
        "Terima kasih": "",
    }


def test_what_the_inbox_knows_is_filled_in(place: Place, asked: int) -> None:
    """Sapaan by platform, the citizen, the topic, the channel; the rest stays open."""
    tags.add_by_name(place.desk, [asked], "lampu-jalan")
    body = (
        "Halo {sapaan} {nama} di {kanal}, soal {topik}: {sebab?} {nomor}."
        " {instansi_kami} ^{inisial}"
    )
    filled = templates.fill_known(
        place.reader, asked, replace(MINE, body=body), KNOWN, now=NOW
    )
    assert filled.text == (
        "Halo Kak Budi di Mastodon, soal lampu jalan: {sebab?} {nomor}."
        " Pemkab Sukamaju ^SRW"
    )
    assert [span.name for span in filled.unfilled] == ["sebab", "nomor"]


def test_the_platforms_own_words_are_taken(place: Place, asked: int) -> None:
    """Those of the account that answers."""
    mine = replace(MINE, variants={"mastodon": "Makasih, {nama}!", "x": "Trims."})
    filled = templates.fill_known(place.reader, asked, mine, KNOWN, now=NOW)
    assert filled.text == "Makasih, Budi!"


def test_an_announcement_knows_only_the_agency(place: Place, owner: int) -> None:
    """It answers nobody; what a citizen would fill stays to be written."""
    body = "{instansi_kami} di {kanal}: {topik} ^{inisial}"
    filled = templates.fill_known(
        place.reader, None, replace(MINE, body=body), KNOWN, now=NOW, account=owner
    )
    assert filled.text == "Pemkab Sukamaju di Mastodon: {topik} ^SRW"


def test_the_unit_that_answered_and_the_day_we_mean_to_keep(
    place: Place, asked: int
) -> None:
    """A day that is over is no promise to make."""
    answer = UnitAnswer(0, "Dinas PU", "Ditambal.", NOW, NOW, "Sari", asked)
    unit_answers.add(place.desk, answer)
    due = store.due_at(place.reader, asked)
    assert due
    mine = replace(MINE, body="{opd} sampai {batas}")
    soon = templates.fill_known(place.reader, asked, mine, KNOWN, now=NOW)
    assert soon.text.startswith("Dinas PU sampai ")
    assert soon.text.endswith(" November 2025")
    late = templates.fill_known(place.reader, asked, mine, KNOWN, now=due)
    assert late.text == "Dinas PU sampai {batas}"
