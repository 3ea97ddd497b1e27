"""What the first list does not need is loaded after it."""

import subprocess
import sys


LOADED = """
import sys
import kotakmasuk.bootstrap.window
import kotakmasuk.desktop.app, kotakmasuk.desktop.inside, kotakmasuk.desktop.commanding
import kotakmasuk.services.team
print(" ".join(sorted(sys.modules)))
"""
LATER = (
    *("sqlite_utils", "httpx", "typst", "keyring", "cryptography", "regex"),
    *("kotakmasuk.services.gate", "kotakmasuk.services.replies"),
    *("kotakmasuk.services.templates", "kotakmasuk.domain.checklist"),
    *("kotakmasuk.connectors.kit.platforms", "kotakmasuk.domain.announcements"),
)


def test_a_start_loads_nothing_of_the_way_out() -> None:
    """Nobody writes before a list is there; each of these would hold it up."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "kotakmasuk.desktop.inbox.view" in loaded
    assert loaded.isdisjoint(LATER), sorted(loaded & set(LATER))
