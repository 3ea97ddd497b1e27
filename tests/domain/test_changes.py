"""What a finished action touched."""

from kotakmasuk.domain.changes import Changes


def test_nothing_touched_is_nothing() -> None:
    """So that no screen reads again for it."""
    assert not Changes()
    assert Changes(tags=True)
    assert Changes(undo="d:1")


def test_two_are_joined() -> None:
    """Sets grow, arrivals add up, the later undo wins."""
    first = Changes(frozenset({1}), arrived=2, undo="d:1")
    second = Changes(frozenset({2}), arrived=3, templates=True, undo="d:2")
    both = first | second
    assert both.conversations == {1, 2}
    assert (both.arrived, both.templates, both.undo) == (5, True, "d:2")
    assert (second | Changes()).undo == "d:2"
