"""The words of roles at the desk.

The one rule: what somebody will not be able to do is said before, not after.
"""

from PySide6.QtCore import QCoreApplication

from kotakmasuk.domain.team import PROVED, ROLE_WORDS, Role, Seat, spoken
from kotakmasuk.services.team import Person


def role_words(person: Person) -> str:
    """The role of a person of the list, with the post: "Penyetuju · Plh. Kabid"."""
    post = person.acting or person.officer.title
    words = ROLE_WORDS[person.role]
    return f"{words} · {post}" if post else words


def consequence(person: Person, *, typed: bool) -> str:
    """Say as what a person will sit, and what is left out."""
    name, role = person.officer.name, ROLE_WORDS[person.role].lower()
    if person.role is Role.OBSERVER:
        return say("Pengamat dapat melihat semuanya dan tidak mengubah apa pun.")
    if person.role not in PROVED:
        return ""
    if not person.ready:
        words = say(
            "{name} belum punya kata sandi, jadi bertugas sebagai petugas. Kata sandi "
            "diatur di Atur, bagian Petugas."
        )
    elif typed:
        words = say("{name} akan bertugas sebagai {role}.")
    else:
        words = say(
            "Tanpa kata sandi, {name} bertugas sebagai petugas dan tidak dapat "
            "memutuskan sebagai {role}."
        )
    return words.format(name=name, role=role)


def seated_words(seat: Seat) -> str:
    """What is told when somebody sat down."""
    words = say("{name} bertugas di sini sebagai {role}.")
    return words.format(name=seat.officer, role=spoken(seat))


def say(text: str) -> str:
    """Words of this feature in the language of the screen."""
    return QCoreApplication.translate("Team", text)
