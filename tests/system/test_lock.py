"""One process at a time holds the data folder."""

import signal
import subprocess
from pathlib import Path

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import lock
from tests.helpers.holding import holding


HOLDING = (
    "import sys; from pathlib import Path; from kotakmasuk.system import lock;"
    "held = lock.hold(Path(sys.argv[1])); print('held', flush=True); input()"
)


def holder(folder: Path) -> subprocess.Popen[str]:
    return holding(HOLDING, folder)


def test_a_second_process_is_told_in_words(tmp_path: Path) -> None:
    """It writes nothing, and waits for nobody."""
    other = holder(tmp_path)
    with pytest.raises(lock.InUse, match="sudah terbuka"):
        lock.hold(tmp_path)
    other.communicate("\n")
    lock.hold(tmp_path).release()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    """However it died."""
    other = holder(tmp_path)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    held = lock.hold(tmp_path)
    assert held.is_locked
    held.release()


def test_a_second_holder_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    """A window and a command do not share it by chance."""
    held = lock.hold(tmp_path)
    with pytest.raises(lock.InUse):
        lock.hold(tmp_path)
    held.release()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """For instance one that is not there."""
    (tmp_path / "lock").mkdir()
    with pytest.raises(KnownError, match="tidak boleh ditulis"):
        lock.hold(tmp_path)
