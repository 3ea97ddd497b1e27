"""Rows and positions, with headers between them and groups folded away."""

from kotakmasuk.desktop.inbox.sections import Sections


GROUPS = (("Lewat batas", 2), ("Hari ini", 1), ("Nanti", 3))


def test_without_groups_every_row_is_a_position():
    """A list that is not divided has no headers."""
    sections = Sections(4)

    assert sections.rows == 4
    assert [sections.position(row) for row in range(4)] == [0, 1, 2, 3]


def test_headers_stand_above_their_groups():
    """Each group begins with its title."""
    sections = Sections(6, GROUPS)

    places = [sections.position(row) for row in range(sections.rows)]

    assert places == [None, 0, 1, None, 2, None, 3, 4, 5]
    assert sections.header_rows() == [0, 3, 5]


def test_a_folded_group_keeps_its_header_alone():
    """What is folded away takes no rows and is found in none."""
    sections = Sections(6, GROUPS, collapsed={"Lewat batas"})

    places = [sections.position(row) for row in range(sections.rows)]

    assert places == [None, None, 2, None, 3, 4, 5]
    assert sections.row(1) is None
    assert sections.row(2) == 2


def test_an_empty_group_has_no_header():
    """A title without conversations would only take room."""
    sections = Sections(2, (("Lewat batas", 0), ("Hari ini", 2)))

    assert sections.header_rows() == [0]
    assert sections.section_at(0).title == "Hari ini"


def test_while_only_a_first_page_is_known_the_last_group_is_cut():
    """Groups count the whole list; rows are only for what is loaded."""
    sections = Sections(3, GROUPS)

    assert sections.rows == 5
    assert sections.position(4) == 2
    assert Sections(1, GROUPS).section_at(0).whole == 2


def test_what_came_in_since_counting_joins_the_last_group():
    """No conversation is left without a row."""
    sections = Sections(8, GROUPS)

    assert sections.row(7) == sections.rows - 1
