"""Strips, empty screens, errors and fields say what is the matter, and are heard."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import BannerKind, StateBanner
from kotakmasuk.desktop.widgets.buttons import Button
from kotakmasuk.desktop.widgets.fields import (
    DateField,
    Field,
    NumberField,
    SearchField,
)
from kotakmasuk.desktop.widgets.states import EmptyState, ErrorCard, SkeletonRows
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.widgets.thread_parts import (
    DayLine,
    EventLine,
    ParentPostCard,
)
from kotakmasuk.domain.errors import KnownError


KINDS: tuple[BannerKind, ...] = ("offline", "warn", "danger", "info", "ok", "note")


@pytest.mark.parametrize("kind", KINDS)
def test_a_strip_is_heard_whole(theme: Theme, qtbot: QtBot, kind: BannerKind) -> None:
    """The bold words and the others are one sentence."""
    banner = StateBanner(theme)
    qtbot.addWidget(banner)

    banner.show_state(kind, "Luring sejak 13.58.", "Balasan disimpan.")

    assert banner.accessibleName() == "Luring sejak 13.58. Balasan disimpan."
    assert not banner.grab().isNull()


def test_the_button_of_a_strip_acts(theme: Theme, window: QWidget) -> None:
    """*Masuk lagi* leads to the sign-in."""
    banner = StateBanner(theme)
    banner.setParent(window)
    acted: list[bool] = []
    banner.acted.connect(lambda: acted.append(True))
    banner.show_state("danger", "Kanal terputus.", action="Masuk lagi")

    banner.findChild(Button).click()

    assert acted == [True]


def test_an_empty_screen_is_heard_and_offers_a_step(theme: Theme, qtbot: QtBot) -> None:
    """Nothing to do is said, with what can be done."""
    step = Button(theme, "Lihat selesai")
    empty = EmptyState(
        theme,
        icon="inbox",
        title="Semua sudah ditanggapi",
        sentence="Bagus.",
        actions=[step],
    )
    qtbot.addWidget(empty)

    assert empty.accessibleName() == "Semua sudah ditanggapi. Bagus."
    assert empty.isAncestorOf(step)


def test_an_error_card_offers_to_try_again(theme: Theme, qtbot: QtBot) -> None:
    """What happened is heard; the retry is one press."""
    card = ErrorCard(theme, title="Tidak dapat dimuat", text="Data Anda aman.")
    qtbot.addWidget(card)
    tried: list[bool] = []
    card.retried.connect(lambda: tried.append(True))

    card.retry_button.click()

    assert card.accessibleName() == "Tidak dapat dimuat. Data Anda aman."
    assert tried == [True]


def test_a_skeleton_is_as_high_as_the_rows_to_come(theme: Theme, qtbot: QtBot) -> None:
    """So nothing jumps when they arrive."""
    rows = SkeletonRows(theme, rows=3)
    qtbot.addWidget(rows)

    assert rows.sizeHint().height() == 3 * 72
    assert not rows.grab().isNull()


def test_a_field_tells_its_error_to_a_listener(theme: Theme, qtbot: QtBot) -> None:
    """The sentence below is the description of the field, and goes when it is right."""
    edit = QLineEdit()
    field = Field(theme, "Tanggal", edit, hint="Contoh: 25 November 2026")
    qtbot.addWidget(field)

    field.set_error("Tulis seperti 25 November 2026")
    told = edit.accessibleDescription()
    field.set_error("")

    assert told == "Tulis seperti 25 November 2026"
    assert edit.accessibleName() == "Tanggal"
    assert (field.error(), edit.accessibleDescription()) == (
        "",
        "Contoh: 25 November 2026",
    )


def test_a_date_is_written_in_indonesian(qtbot: QtBot) -> None:
    """No month is ever a number that could be a day."""
    date = DateField()
    qtbot.addWidget(date)
    date.setDate(QDate(2026, 8, 17))

    assert date.text() == "17 Agustus 2026"


def test_inputs_have_names_and_bounds(theme: Theme, qtbot: QtBot) -> None:
    """The search field is named by what it seeks."""
    search, number = SearchField(theme, "Cari pesan"), NumberField(5, 60)
    for widget in (search, number):
        qtbot.addWidget(widget)

    assert search.accessibleName() == "Cari pesan"
    assert (number.minimum(), number.maximum()) == (5, 60)


def test_an_error_says_what_happened_first(theme: Theme, qtbot: QtBot) -> None:
    """Then what was kept and what to do; a part that is missing leaves no gap."""
    banner = StateBanner(theme)
    qtbot.addWidget(banner)

    banner.show_error(KnownError("Disk penuh.", "", "Kosongkan ruang."))

    assert banner.words() == "Disk penuh. Kosongkan ruang."
    assert not banner.isHidden()


def test_the_post_folds_to_one_line(theme: Theme, qtbot: QtBot) -> None:
    """While an answer is written the post makes room, and can be opened again."""
    card = ParentPostCard(
        theme, title="Unggahan instansi", meta="18 Nov", text="Jalan", counts="2 suka"
    )
    qtbot.addWidget(card)

    card.set_folded(True)

    assert card.is_folded()
    assert card.accessibleName() == "Unggahan instansi, 18 Nov. Jalan. 2 suka"


def test_events_and_days_are_heard(theme: Theme, qtbot: QtBot) -> None:
    """What stands between the messages is text, not decoration."""
    event, day = EventLine(theme, "history", "13.42 · dibuka"), DayLine(theme, "Kam")
    for widget in (event, day):
        qtbot.addWidget(widget)

    assert (event.accessibleName(), day.accessibleName()) == ("13.42 · dibuka", "Kam")


def test_tabs_tell_which_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    """Counts stand on the tab and change nothing about which is open."""
    tabs = TabStrip(theme, [("all", "Semua"), ("draft", "Draf")], kind="filter")
    qtbot.addWidget(tabs)
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    tabs.set_count("draft", 1200)

    tabs._buttons["draft"].click()

    assert (chosen, tabs.current()) == (["draft"], "draft")
    assert tabs._buttons["draft"].text() == "Draf  1.200"
