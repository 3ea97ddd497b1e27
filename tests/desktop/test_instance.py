"""One window a folder."""

from kotakmasuk.desktop import instance


def test_a_second_start_raises_the_first_window(qapp, qtbot, tmp_path):
    """Two windows never work on one folder."""
    assert qapp is not None
    door = instance.Door(tmp_path)

    with qtbot.waitSignal(door.knocked):
        assert instance.raise_running(tmp_path)

    door.close()
    assert not instance.raise_running(tmp_path)
