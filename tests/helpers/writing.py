"""An answer under an officer's hands, for tests of what decides about it.

Rule: nothing here looks inside; it writes, ticks and listens as the window does.
"""

from typing import Any

from kotakmasuk.services import tags


FINE = "Terima kasih, Kak Dewi. DPUPR memeriksa lokasi dan kami kabari lewat sini."
DATED = "Penambalan dijadwalkan Rabu, 25 November 2026, Kak Dewi."
ABUSE = "Dasar bodoh, baca dulu aturannya."


def listen(signal: Any) -> list[Any]:
    """Everything that a signal carries from now on."""
    heard: list[Any] = []
    signal.connect(lambda *given: heard.append(given))
    return heard


def write(presenter: Any, text: str) -> None:
    """Type it, and wait for the check."""
    presenter.write(text)
    presenter.check_now()


def tick_all(presenter: Any) -> None:
    """Answer every question that is asked about the open answer."""
    view = presenter.now.sheet.view
    for one in view.results:
        if one.outcome == "unticked":
            presenter.tick(one.rule, ticked=True)


def tag(desk: Any, conversation: int, name: str) -> None:
    """Put a tag on a conversation, such as one that asks for an approver."""
    tags.add_by_name(desk.desk, [conversation], name)


def notices(state: Any) -> list[str]:
    """What the lines above and below the template say."""
    return [one.words for one in (*state.above, *state.below)]
