"""Pictures on their way out: looked at before they are kept, and before they leave.

The one rule to know: what a file is, its first bytes say, not its name; and what a place
does not take is refused here, before anybody waits for an upload.
"""

from pathlib import Path

from kotakmasuk.connectors.kit import pictures as kit
from kotakmasuk.connectors.kit import platforms
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Composition, Picture, Post, Target
from kotakmasuk.services import addressing
from kotakmasuk.services.desk import Desk, Office
from kotakmasuk.store import accounts, addressees, media
from kotakmasuk.store.database import Connection


PASTED = "gambar tempelan"
ADVICE = "Ganti atau lepaskan gambarnya."
ATTACHED = "Gambar masih terlampir; balasan belum dikirim."


def attach(
    desk: Desk, source: Path | bytes, conversation: int | None = None
) -> Picture:
    """Keep a picture from a file or from the clipboard, to be attached to an answer.

    Raises KnownError for one that is no picture, cannot be read, is too large, or that
    the conversation's platform does not take; nothing is kept then.
    """
    name, content = read(source)
    known = kit.recognise(name, content)
    if conversation is not None:
        _refuse_for(desk.database.conn, conversation, known.media_type, len(content))
    with desk.atomic():
        return media.keep(
            desk.database, content, name=name, media_type=known.media_type
        )


def read(source: Path | bytes) -> tuple[str, bytes]:
    """Read a picture's name and bytes; KnownError before a large file is read at all."""
    if isinstance(source, bytes):
        return PASTED, source
    try:
        kit.demand_size(source.name, source.stat().st_size)
        return source.name, source.read_bytes()
    except OSError as error:
        raise KnownError(
            f"Gambar “{source.name}” tidak dapat dibaca.",
            kit.KEPT,
            "Periksa berkas dan hak aksesnya, lalu lampirkan lagi.",
        ) from error


def load(reader: Connection, picture: Picture) -> bytes:
    """Give the bytes of a picture; none where they are no longer stored."""
    return media.load(reader, picture.digest) or b""


def _refuse_for(
    reader: Connection, conversation: int, media_type: str, size: int
) -> None:
    to = addressees.addressee(reader, conversation)
    account = accounts.get(reader, to.account)
    place = platforms.facts(account.platform).place(public=to.public)
    rules = platforms.picture_rules(place, account.settings)
    # How many there are is judged with the answer: a stored draft lags behind it.
    if problems := kit.problems(rules, media_type, size, number=1):
        raise KnownError(problems[0], kit.KEPT, ADVICE)


def refuse_unfit(
    reader: Connection, office: Office, target: Target, composition: Composition
) -> None:
    """Raise KnownError when the pictures cannot go where the words go."""
    if words := misfit(reader, office, target, composition):
        raise KnownError(words, ATTACHED, ADVICE)


def misfit(
    reader: Connection, office: Office, target: Target, composition: Composition
) -> str:
    """Say in a sentence why the pictures cannot go there; empty when they can."""
    if not composition.pictures:
        return ""
    way = addressing.reach(reader, office, target, composition)
    post = isinstance(target, Post)
    place = platforms.facts(way.account.platform).place(public=way.public, post=post)
    rules = platforms.picture_rules(place, way.account.settings)
    number = len(composition.pictures)
    problems = (
        problem
        for one in composition.pictures
        for problem in kit.problems(rules, one.media_type, one.size, number=number)
    )
    return next(problems, "")
