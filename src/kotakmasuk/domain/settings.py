"""What the agency and the officer have set, with the defaults of a new inbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kotakmasuk.domain.team import Officer


@dataclass(frozen=True)
class Settings:
    """All settings; each is stored under its own name."""

    agency: str = ""
    unit: str = ""
    address: str = ""
    head_title: str = "Kepala Dinas Komunikasi dan Informatika"
    sender_title: str = "Kepala Bidang Informasi dan Komunikasi Publik"
    signer: str = ""
    signer_rank: str = ""
    signer_nip: str = ""
    zone: str = "Asia/Jakarta"
    officers: tuple[Officer, ...] = ()
    officer: str = ""
    undo_seconds: int = 10
    target_minutes: int = 450
    due_soon_minutes: int = 240
    greeting: str = "Bapak/Ibu"
    # By platform; the one above stands in where a platform is not named.
    greetings: Mapping[str, str] = field(default_factory=dict)
    regional_basis: str = ""
    known_domains: tuple[str, ...] = ()
    approval_outside_app: bool = True
    ppid_link: str = ""
    theme: str = "system"
    density: str = "comfortable"
    text_size: int = 100
    single_letters: bool = True


TITLES = frozenset({"dr", "dra", "drg", "drs", "h", "hj", "ir", "prof", "kh"})


def initials(name: str) -> str:
    """Shorten a name to two letters for the round badge; titles do not count."""
    written = name.partition(",")[0].replace(".", " ").split()
    words = [word for word in written if word[0].isalpha()]
    words = [word for word in words if word.casefold() not in TITLES] or words
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else words[0][1:2])).upper()
