"""One thing that many citizens write about, so that one draft can answer them all.

The one rule to know: a conversation belongs to one Isu at most, so that nobody is
answered twice about the same thing.
"""

from dataclasses import dataclass

from kotakmasuk.domain.errors import KnownError


LONGEST = 80


@dataclass(frozen=True)
class Issue:
    """One Isu; `waiting` of its conversations need an answer, those at a unit too.

    `closed_at` is UTC ms, None while it is open.
    """

    id: int
    uid: str
    title: str
    conversations: int = 0
    waiting: int = 0
    closed_at: int | None = None


@dataclass(frozen=True)
class Each:
    """What one draft becomes for one of many conversations.

    `text` has this citizen's isian filled; `why` says what keeps it back, and is empty
    where it may go at once.
    """

    conversation: int
    name: str
    platform: str
    text: str
    needs_approval: bool = False
    why: str = ""

    @property
    def goes(self) -> bool:
        """Tell whether this one may go now."""
        return not self.why


def issue_title(text: str) -> str:
    """Give a title as it is stored; raises KnownError when it is empty or too long."""
    title = " ".join(text.split())
    if not title or len(title) > LONGEST:
        raise KnownError(
            f"Nama isu harus berisi 1 sampai {LONGEST} huruf.",
            "Tidak ada yang berubah.",
            "Tulis misalnya Lampu jalan Melati padam.",
        )
    return title
