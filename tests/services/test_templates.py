"""The agency's own words for answers."""

from dataclasses import replace

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.settings import Settings
from kotakmasuk.domain.team import Officer
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import tags, templates
from tests.helpers.desks import Place, incoming, receive


MINE = Template(
    "", "", "Terima kasih", "Umum", "Terima kasih, {sapaan} {nama}. ^{inisial}"
)


def test_the_starters_are_adopted_once(place: Place) -> None:
    """What the agency removed does not come back at the next start."""
    templates.adopt_starters(place.desk)
    before = templates.offered(place.reader)
    for one in before:
        templates.remove(place.desk, one.uid)
    assert before
    assert not templates.adopt_starters(place.desk)
    assert templates.offered(place.reader) == []


def test_a_new_template_gets_a_name_of_its_own(place: Place) -> None:
    """And stands in its folder."""
    templates.save(place.desk, MINE)
    (found,) = templates.offered(place.reader)
    assert found.uid
    assert (found.title, found.folder, found.version) == ("Terima kasih", "Umum", 1)


def test_an_edit_is_the_next_version(place: Place) -> None:
    """The words before are in the journal."""
    templates.save(place.desk, MINE)
    (found,) = templates.offered(place.reader)
    templates.save(place.desk, replace(found, body="Baik."))
    (edited,) = templates.offered(place.reader)
    assert (edited.body, edited.version) == ("Baik.", 2)
    payload = place.one(
        "SELECT body FROM journal_payload ORDER BY sequence DESC LIMIT 1"
    )
    assert "{sapaan} {nama}" in payload


@pytest.mark.parametrize(
    "bad", [{"title": " "}, {"title": "x" * 121}, {"body": ""}, {"body": " \n"}]
)
def test_a_template_without_title_or_words_is_refused(
    place: Place, bad: dict[str, str]
) -> None:
    """In words, and nothing is stored."""
    with pytest.raises(KnownError, match="belum disimpan"):
        templates.save(place.desk, replace(MINE, **bad))
    assert templates.offered(place.reader) == []


def test_what_the_inbox_knows_is_filled_in(place: Place, owner: int) -> None:
    """The rest stays in its braces."""
    receive(place, owner, incoming(author="budi"))
    tags.add_by_name(place.desk, [1], "lampu-jalan")
    known = Settings(
        greeting="Kak",
        officer="Sari Rahmawati",
        officers=(Officer("Sari Rahmawati", "SRW"),),
    )
    body = "Halo {sapaan} {nama}, soal {topik}: {tenggat}. ^{inisial}"
    filled = templates.fill_known(place.reader, 1, replace(MINE, body=body), known)
    assert filled.text == "Halo Kak Budi, soal lampu jalan: {tenggat}. ^SRW"
    assert [span.name for span in filled.unfilled] == ["tenggat"]
