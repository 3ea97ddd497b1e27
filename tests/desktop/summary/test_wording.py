"""A summary in the words of the screen."""

from kotakmasuk.desktop.summary import wording
from tests.helpers.summaries import busy_summary, computed, rows


def test_green_is_only_what_is_better_for_citizens():
    """Fewer overdue, faster, more on time; more messages are neither."""
    figures = {one.label: one for one in wording.figures(busy_summary())}
    assert figures["Tepat waktu"].better
    assert not figures["Lewat batas"].better
    assert not figures["Pesan masuk"].better


def test_buckets_beyond_the_target_are_faded(qapp):
    """The one that the target cuts is not wholly within it."""
    assert qapp is not None
    faded = [bar.faded for bar in wording.buckets(busy_summary())]
    assert faded == [False, False, False, True, True, False]
    assert wording.buckets(busy_summary())[-1].open_ended


def test_small_topics_and_untagged_messages_close_the_list():
    """Six topics by name, then the others together."""
    bars = wording.topics(busy_summary())
    assert [bar.words for bar in bars][-1] == "Tanpa tag"
    assert sum(bar.count for bar in bars) == busy_summary().total.now


def test_a_change_is_signed():
    """With a real minus sign."""
    assert wording.signed(31) == "+31"
    assert wording.signed(-9) == "\N{MINUS SIGN}9"
    assert wording.signed(0) == "0"


def test_unknown_figures_are_dashes():
    """In a week without anything."""
    values = [one.value for one in wording.figures(computed(rows()))]
    dash = "\N{EN DASH}"
    assert values == ["0", "0", dash, dash, "0"]
