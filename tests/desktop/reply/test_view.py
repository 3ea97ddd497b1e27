"""The composer and the checklist under an officer's hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kotakmasuk.desktop.reply.marks import filled_ranges
from kotakmasuk.desktop.widgets import manual_window
from kotakmasuk.desktop.widgets.manual_window import ManualWindow
from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import replies


FINE = "Terima kasih, Kak Dewi. DPUPR memeriksa lokasi dan kami kabari lewat sini."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(parts, desk):
    parts.presenter.open(desk.mention)
    return parts


def write(parts, text):
    parts.composer.editor.insertPlainText(text)
    parts.presenter.check_now()


def take_template(parts, part):
    templates = parts.presenter.now.templates
    uid = next(one.uid for one in templates if part in one.body)
    parts.presenter.composing.take_template(uid)


def focused(qtbot):
    qtbot.wait(1)
    return QApplication.focusWidget()


def test_the_banner_says_as_whom_where_and_how_openly(opened):
    """Before the first word she sees the account and that all can read it."""
    words = opened.composer.banner.words()
    assert words == "Dikirim sebagai @pemkab_sukamaju di Mastodon, Balasan publik"


def test_tab_goes_from_one_open_isian_to_the_next(opened, qtbot):
    """And the letters she types take the place of the braces."""
    take_template(opened, "kabar aduan")
    editor = opened.composer.editor
    assert editor.textCursor().selectedText() == "{nomor}"

    qtbot.keyClicks(editor, "2025-17")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.textCursor().selectedText() == "{opd}"
    assert "kabar aduan 2025-17" in editor.text()


def test_tab_behaves_as_usual_when_all_is_filled(opened, qtbot):
    """The keyboard goes on out of the text."""
    write(opened, FINE)

    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Tab)

    assert focused(qtbot) is not opened.composer.editor


def test_what_is_written_behind_an_isian_is_plain(opened, qtbot):
    """The soft ground ends where the filling ended."""
    take_template(opened, "kabar aduan")
    editor = opened.composer.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)

    qtbot.keyClicks(editor, " Salam")

    filled = filled_texts(editor)
    assert "SR" in filled
    assert not any("Salam" in words for words in filled)


def filled_texts(editor):
    block = editor.document().firstBlock()
    return [block.text()[at : at + n] for at, n in filled_ranges(block)]


def test_a_semicolon_before_a_word_finds_a_template(opened, qtbot):
    """Some letters of its text, Enter, and it stands at the cursor."""
    editor = opened.composer.editor
    qtbot.keyClicks(editor, ";")
    field = focused(qtbot)

    qtbot.keyClicks(field, "kabar aduan")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert "Halo Kak Dewi" in editor.text()
    assert ";" not in editor.text()


def test_a_search_given_up_gives_back_what_was_typed(opened, qtbot):
    """Esc in the list leaves the semicolon and the letters in the text."""
    editor = opened.composer.editor
    qtbot.keyClicks(editor, "Baik ;")
    qtbot.keyClicks(focused(qtbot), "zzz")

    qtbot.keyClick(focused(qtbot), Qt.Key.Key_Escape)

    assert editor.text() == "Baik ;zzz"
    assert focused(qtbot) is editor


def test_a_semicolon_inside_a_word_is_a_semicolon(opened, qtbot):
    """Nobody is interrupted while writing a list."""
    qtbot.keyClicks(opened.composer.editor, "KTP; KK")
    assert opened.composer.editor.text() == "KTP; KK"


def test_ctrl_enter_goes_to_the_first_failed_check(opened, qtbot):
    """On a disabled *Kirim* the keys lead to what is wrong."""
    write(opened, "Nomor 0812-4410-9947")
    assert not opened.composer.send_row.send.isEnabled()

    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Return, CONTROL)

    assert focused(qtbot).text() == "Hapus nomor"


def test_ctrl_enter_goes_to_the_first_open_question(opened, qtbot):
    """When nothing failed, to the first box that is not ticked."""
    write(opened, FINE)

    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Return, CONTROL)

    assert focused(qtbot).objectName() == "tick-E02"


def test_space_ticks_and_goes_on(opened, qtbot):
    """Two spaces and Ctrl+Enter: the answer is queued."""
    write(opened, FINE)
    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(focused(qtbot), Qt.Key.Key_Space)
    assert focused(qtbot).objectName() == "tick-E14"
    qtbot.keyClick(focused(qtbot), Qt.Key.Key_Space)

    with qtbot.waitSignal(opened.presenter.queued) as queued:
        qtbot.keyClick(focused(qtbot), Qt.Key.Key_Return, CONTROL)

    assert queued.args[2] == 10
    assert opened.composer.isHidden()


def test_the_reason_stands_beside_the_disabled_button(opened):
    """In words, and for a screen reader on the button itself."""
    write(opened, "Perbaikan {tanggal}")

    said = opened.composer.send_row.send.accessibleDescription()

    assert said == "Belum dapat dikirim: 1 perlu diperbaiki, 2 belum dicentang"


def test_esc_closes_and_keeps_the_draft(opened, desk, qtbot):
    """Opened again, the words are there."""
    write(opened, "Sedang kami cek")

    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Escape)
    hidden = opened.composer.isHidden()
    opened.presenter.open(desk.mention)

    assert hidden
    assert opened.composer.editor.text() == "Sedang kami cek"


def test_r_once_more_leaves_everything_as_it_is(opened, desk, qtbot):
    """The text keeps its isian, its cursor and what Ctrl+Z can take back."""
    take_template(opened, "kabar aduan")

    opened.presenter.open(desk.mention)
    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Z, CONTROL)

    assert opened.composer.editor.text() == ""


def test_see_it_in_the_text_marks_the_place(opened):
    """Also behind an emoji, which Qt counts as two letters."""
    write(opened, "Terima kasih 🙏 nomor 0812-4410-9947 ya")
    card = opened.checklist._cards[0]

    card.place_wanted.emit(*card._card.place)

    marked = opened.composer.editor.textCursor().selectedText()
    assert marked == "0812-4410-9947"


def test_the_undo_key_of_the_text_is_the_text_alone(opened, qtbot):
    """Ctrl+Z takes a template out again, and nothing else."""
    write(opened, "Baik. ")
    take_template(opened, "kabar aduan")

    qtbot.keyClick(opened.composer.editor, Qt.Key.Key_Z, CONTROL)

    assert opened.composer.editor.text() == "Baik. "


def test_a_note_wears_its_own_colours_and_verb(parts, desk):
    """So that it can never be taken for an answer."""
    parts.presenter.open(desk.mention, note=True)
    write(parts, "DPUPR belum menjawab.")

    assert "Hanya terlihat oleh petugas" in parts.composer.banner.words()
    assert parts.composer.send_row.send.text() == "Simpan catatan"
    assert parts.composer.property("surface") == "note"


def test_in_a_low_window_the_tools_are_in_a_menu(opened):
    """At 200 % banner, text and *Kirim* stay; the rest is one press away."""
    opened.composer.window().resize(640, 352)

    words = [one.text() for one in opened.composer.ways.tool_menu().actions()]

    assert opened.composer.tools.isHidden()
    assert opened.composer.send_row.more.isVisible()
    assert words[0].startswith("Sisipkan templat")


@pytest.fixture
def opened_links(monkeypatch):
    links = []
    monkeypatch.setattr(
        manual_window, "open_link", lambda url: links.append(url) or True
    )
    return links


def asking_window():
    windows = QApplication.topLevelWidgets()
    return next(one for one in windows if isinstance(one, ManualWindow))


def test_by_hand_it_is_copied_opened_and_asked(parts, desk, qtbot, opened_links):
    """*Salin dan buka*, then only *Sudah saya kirim* makes it Dikirim manual."""
    parts.presenter.open(desk.by_hand)
    write(parts, "Boleh diwakilkan dengan membawa KK asli, Kak.")
    for rule in desk.every_rule():
        parts.presenter.tick(rule, ticked=True)
    assert parts.composer.send_row.send.text() == "Salin dan buka"

    qtbot.mouseClick(parts.composer.send_row.send, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Boleh diwakilkan")
    assert opened_links[0].startswith("https://www.tiktok.com/")
    asking_window().findChild(object, "manualSent").click()

    counted = replies.outbox_counts(desk.work.lanes.reader)
    assert counted[ReplyState.SENT_MANUALLY] == 1
