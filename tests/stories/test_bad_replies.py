"""What cannot go out, in the real window: a clear sentence, and the draft is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kotakmasuk.connectors.kit.errors import TargetGone
from kotakmasuk.domain.announcements import Preset
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.services import accounts, announcements, replies, sending, templates
from tests.helpers.desks import Place, account, answer, incoming, make_place, receive
from tests.helpers.leaving import UNKNOWN
from tests.helpers.platforms import KEY
from tests.helpers.sitting import CONTROL, Sitting, sitting
from tests.helpers.writing import FINE, tick_all


MIB = 1024 * 1024


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """One citizen who wrote to the agency's account."""
    made = make_place(tmp_path)
    receive(made, account(made), incoming())
    yield made
    made.close()


@pytest.fixture
def window(place: Place, qapp: QApplication, qtbot: QtBot) -> Iterator[Sitting]:
    assert qapp
    with sitting(place, qtbot) as made:
        yield made


@pytest.fixture
def writing(window: Sitting) -> Sitting:
    """A good answer is written, kept as a draft, and not sent yet."""
    window.open(1)
    window.write(FINE)
    window.parts.presenter.keeping.save()
    window.wait(lambda: replies.draft(window.place.reader, 1))
    return window


def draft(window: Sitting) -> str:
    kept = replies.draft(window.place.reader, 1)
    return kept.composition.text if kept else ""


def send(window: Sitting) -> None:
    """Tick what is asked and press Ctrl+Enter."""
    tick_all(window.parts.presenter)
    window.press(Qt.Key.Key_Return, CONTROL)


def attach(window: Sitting, file: Path) -> str:
    """Attach a file that is refused; gives what the composer says."""
    before = window.rows()
    window.parts.presenter.composing.attach([file])
    window.wait(window.problem)
    assert window.rows() == before
    assert draft(window) == window.parts.composer.editor.text() == FINE
    return window.problem()


def in_dialog(window: Sitting, deed: str, use: Any) -> str:
    """Open a dialog by its deed, use it while it stands open, and give its texts."""
    seen: list[str] = []

    def handle() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        use(dialog)
        dialog.accept()  # type: ignore[attr-defined]
        if dialog.isVisible():
            seen.extend(texts(dialog))
            dialog.reject()  # type: ignore[attr-defined]

    QTimer.singleShot(0, handle)
    window.parts.composer.ways.wanted.emit(deed)
    return "\n".join(seen)


def texts(widget: QWidget) -> list[str]:
    found = (one for one in widget.findChildren(QWidget) if one.isVisible())
    return [getattr(one, "text", one.accessibleName)() for one in found]


def test_a_picture_of_fifty_megabytes_is_refused_unread(
    writing: Sitting, tmp_path: Path
) -> None:
    """With its size, the largest that is taken, and the words still there."""
    file = tmp_path / "panorama.png"
    with file.open("wb") as large:
        large.truncate(50 * MIB)
    said = attach(writing, file)
    assert said.startswith("“panorama.png” berukuran 52,4 MB; paling besar 20 MB.")
    assert "Teks balasan tetap tersimpan" in said


def test_a_text_that_is_called_a_picture_is_refused(
    writing: Sitting, tmp_path: Path
) -> None:
    """The first bytes count, not the name."""
    file = tmp_path / "denah.png"
    file.write_text("Ini surat, bukan gambar.", encoding="utf-8")
    assert "“denah.png” bukan gambar JPEG, PNG, GIF, atau WebP." in attach(
        writing, file
    )


def test_a_picture_that_vanished_is_told(writing: Sitting, tmp_path: Path) -> None:
    """A stick that was pulled out while one wrote."""
    said = attach(writing, tmp_path / "hilang.png")
    assert "Gambar “hilang.png” tidak dapat dibaca." in said


def test_a_conversation_that_was_deleted_meanwhile_gives_the_words_back(
    writing: Sitting,
) -> None:
    """*Gagal*, with the reason; *Jadikan draf lagi* opens the same words."""
    place = writing.place
    place.platform.moods = [TargetGone("Pesan warga sudah dihapus di sana.")]
    send(writing)
    writing.wait(lambda: place.one("SELECT 1 FROM outbox"))
    leave(writing)
    writing.wait(lambda: place.one("SELECT state FROM outbox") == "failed")
    assert "Pesan warga sudah dihapus di sana." in outbox_says(writing)
    assert "Yang Anda tulis tetap tersimpan" in outbox_says(writing)
    writing.page._panel.button("withdraw").click()
    writing.wait(lambda: draft(writing) == FINE)
    assert place.platform.posted == []


def leave(window: Sitting) -> None:
    """Let time pass and whatever is due leave."""
    window.place.clock.pass_by(60_000)
    window.inside.rounds.send_due()
    window.wait(lambda: True)


def outbox_says(window: Sitting) -> str:
    """What the panel of Kiriman tells of the first answer."""
    window.inside.go("outbox")
    window.page._presenter.reload()
    window.wait(window.page._panel.offered)
    return "\n".join(texts(window.page._panel))


def test_a_template_with_a_broken_brace_is_not_saved(window: Sitting) -> None:
    """The words stay in the field, with the letter at which they break."""
    templates.adopt_starters(window.place.desk)
    window.inside.go("templates")
    window.wait(window.page.editor.body.body)
    before = window.rows()
    window.page.editor.body.text.setPlainText("Halo {nama, terima kasih.")
    window.page.editor.body.text.setFocus()
    window.press(Qt.Key.Key_S, CONTROL)
    told = "\n".join(texts(window.page.editor.body.field))
    assert "Kurung kurawal di huruf 6 belum ditutup." in told
    assert window.page.editor.body.body() == "Halo {nama, terima kasih."
    assert window.rows() == before


def test_what_a_unit_will_only_say_tomorrow_is_refused_in_the_dialog(
    writing: Sitting,
) -> None:
    """The pasted words stay in the field; nothing is stored."""
    before = writing.rows()

    def fill(dialog: Any) -> None:
        dialog.unit.setText("Dinas PUPR")
        dialog.text.setPlainText("Selesai besok.")
        dialog._day.setDate(QDate(2031, 1, 2))

    said = in_dialog(writing, "unit_answer", fill)
    assert "Masih di masa depan." in said
    assert writing.rows() == before


def test_a_time_that_is_over_is_refused(writing: Sitting) -> None:
    """The answer stays a draft that is not scheduled."""
    before = writing.rows()

    def choose(dialog: Any) -> None:
        dialog._hour.setTime(QTime(6, 0))

    in_dialog(writing, "schedule", choose)
    assert writing.problem() == (
        "Waktu kirim harus di masa depan, paling lama setahun lagi."
        " Draf tetap ada dan belum dijadwalkan. Pilih waktu lain."
    )
    assert writing.rows() == before


def test_an_account_that_was_let_go_keeps_its_answer_waiting(writing: Sitting) -> None:
    """Nothing leaves; the outbox says why, and the words can be had back."""
    place = writing.place
    send(writing)
    writing.wait(lambda: place.one("SELECT 1 FROM outbox"))
    accounts.remove(place.desk, 1)
    leave(writing)
    assert place.one("SELECT state FROM outbox") == "queued"
    assert place.platform.asked == 0
    assert "Akun ini sudah dilepas" in outbox_says(writing)
    writing.page._panel.button("withdraw").click()
    writing.wait(lambda: draft(writing) == FINE)


@pytest.mark.slow
def test_a_channel_that_this_version_lacks_is_told_wherever_it_is_met(
    place: Place, qtbot: QtBot
) -> None:
    """Reading, answering and looking say it, and an answer of unknown outcome stays."""
    place.platform.moods = [UNKNOWN]
    sending.send(place.write, answer(place, 1))
    announcements.begin(place.desk, Preset.ANNOUNCEMENT)
    words = "Kanal jenis “scripted” tidak ada di versi ini."
    with sitting(place, qtbot, office=less(place)) as window:
        before = window.rows()
        window.inside.rounds.check_all()
        window.wait(lambda: accounts.overview(place.reader)[0].problem == words)
        window.inside.writing.open(1, "reply")
        assert window.toasts()[-1].startswith(words)
        window.inside.go("accounts", 1)
        window.page.account_actions.menu(1).deleteLater()
        window.wait(lambda: words in "\n".join(texts(window.page)))
        assert "Kanal ini tidak dapat dibaca dari sini." in outbox_says(window)
        asked = window.started.lanes.network(1, sending.look, 1)
        window.wait(lambda: window.toasts()[-1].startswith(words))
        assert isinstance(asked.future.exception(), KnownError)
        for page in ("announcements", "approvals", "templates", "summary", "settings"):
            window.inside.go(page)
            window.wait(lambda: True)
        assert window.rows() == before


def less(place: Place) -> Any:
    """An office of a version without the scripted connector."""
    known = place.office.connectors
    return replace(
        place.office, connectors={key: known[key] for key in known if key != KEY}
    )


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this program may grow or be written beyond its first bytes."""
    resource = pytest.importorskip("resource")
    kind = resource.RLIMIT_FSIZE
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def test_a_full_disk_while_queueing_keeps_the_words(writing: Sitting) -> None:
    """They stay in the editor, and are saved when there is room again."""
    longer = f"{FINE} Terima kasih."
    writing.write(" Terima kasih.")
    before = writing.rows()
    with full_disk():
        send(writing)
        writing.wait(writing.problem)
    assert "enyimpanan" in writing.problem()
    assert writing.rows() == before
    assert writing.parts.composer.editor.text() == longer
    writing.parts.presenter.close()
    writing.wait(lambda: draft(writing) == longer)
