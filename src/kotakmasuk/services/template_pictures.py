"""The pictures of templates: looked at as those of answers, kept without one.

The one rule to know: whether a platform takes a picture is asked when an answer is
written; here it must only be a picture that some platform takes.
"""

from pathlib import Path

from kotakmasuk.connectors.kit import pictures as kit
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Picture
from kotakmasuk.services import pictures
from kotakmasuk.services.desk import Desk
from kotakmasuk.store import media


KEPT = "Templat tidak berubah."


def read(path: Path) -> tuple[bytes, str]:
    """Read a picture and tell its media type; raises KnownError where it is none."""
    try:
        name, content = pictures.read(path)
        return content, kit.recognise(name, content).media_type
    except KnownError as error:
        raise KnownError(error.message, KEPT, error.remedy) from error


def keep(desk: Desk, path: Path) -> Picture:
    """Store a picture that a template may then name; raises KnownError."""
    content, media_type = read(path)
    with desk.atomic():
        return media.keep(desk.database, content, name=path.name, media_type=media_type)
