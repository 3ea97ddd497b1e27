"""The numbers beside Kiriman and Setujui, without loading the way out."""

import subprocess
import sys

from kotakmasuk.domain.replies import ReplyState
from kotakmasuk.services import counting
from tests.helpers.desks import Place, answer, incoming, receive


LOADED = """
import sys
from kotakmasuk.services import counting
print([one for one in sys.modules if "services." in one and "counting" not in one])
"""


def test_what_is_queued_is_counted(place: Place, owner: int) -> None:
    """Drafts are told even where there are none."""
    receive(place, owner, incoming())
    answer(place, 1)
    counts = counting.outbox_counts(place.reader)
    assert counts == {ReplyState.QUEUED: 1, ReplyState.DRAFT: 0}


def test_counting_loads_no_other_service() -> None:
    """A start asks for it before anything can be written."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
