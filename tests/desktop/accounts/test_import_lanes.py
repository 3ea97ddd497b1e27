"""An import on real threads: it can be cancelled, and the window goes on."""

import pytest

from kotakmasuk.desktop.accounts.importing import ImportPresenter
from kotakmasuk.desktop.tasks import Lanes
from kotakmasuk.store.database import FILE_NAME, open_reader
from tests.helpers.desks import make_place
from tests.helpers.workplaces import KEY, Told, make_workplace, open_desk


LINES = 3000


@pytest.fixture
def presenter(qapp, tmp_path):
    assert qapp is not None
    first = make_place(tmp_path)
    first.close()
    lanes = Lanes(
        open_desk=lambda: open_desk(tmp_path, first.office),
        open_reader=lambda: open_reader(tmp_path / FILE_NAME, KEY),
    )
    yield ImportPresenter(make_workplace(lanes, first.office, Told()))
    lanes.close()


def test_a_cancelled_import_keeps_whole_batches(presenter, tmp_path, qtbot):
    """What was read is stored; importing again goes on from there."""
    file = tmp_path / "besar.csv"
    lines = (f"2025-11-03 08:00:00,lampu jalan padam di RT {n}" for n in range(LINES))
    file.write_text("\n".join(("waktu,isi", *lines)), encoding="utf-8")
    reports = []
    presenter.finished.connect(reports.append)
    presenter.look(file)

    presenter.start("LAPOR", {"text": "isi", "sent_at": "waktu"}, "Asia/Jakarta")
    qtbot.waitUntil(lambda: presenter.read > 0, timeout=20_000)
    presenter.stop()
    qtbot.waitUntil(lambda: bool(reports), timeout=20_000)

    assert reports[0].cancelled
    assert 0 < reports[0].stored < LINES
    assert reports[0].stored == reports[0].read
