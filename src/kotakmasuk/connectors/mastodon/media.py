"""Pictures on Mastodon: uploaded one by one, remembered, then named by the status.

Nothing is public before the status stands, so an upload whose answer is lost is certain
to have published nothing and may be repeated; what has been uploaded is not.
"""

import json
from collections.abc import Iterator
from typing import NoReturn

from kotakmasuk.connectors.kit.answers import Answer, check, unreachable
from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.errors import (
    OutcomeUnknown,
    Refused,
    TargetGone,
    TooLong,
    TryLater,
)
from kotakmasuk.connectors.kit.requests import Upload
from kotakmasuk.connectors.mastodon import server
from kotakmasuk.connectors.mastodon.parsing import text
from kotakmasuk.domain.replies import Outgoing, Picture


PROCESSING = (202, 206)
LOOKS = 8
FIRST_PAUSE = 0.5  # seconds; each pause is half as long again
LATER = 60_000
KEPT = "Teks balasan dan gambarnya tetap tersimpan; belum ada yang terbit."


def upload(access: Access, outgoing: Outgoing) -> list[str]:
    """Give the ids of an answer's pictures, each ready; raises ConnectorError.

    Ids go to `keep_step` as they come, so that a later attempt uploads no picture again.
    """
    known = _kept(outgoing.step)
    return list(_each(access, outgoing, known))


def _each(access: Access, outgoing: Outgoing, known: dict[str, str]) -> Iterator[str]:
    for picture in outgoing.pictures:
        media_id = known.get(_key(picture), "")
        if not media_id or not _is_ready(access, media_id):
            media_id = _uploaded(access, picture, known)
        yield media_id


def _uploaded(access: Access, picture: Picture, known: dict[str, str]) -> str:
    file = Upload(
        "file", picture.name, access.picture(picture.digest), picture.media_type
    )
    try:
        answer = _carried(access, file, picture.alt)
        attachment = check(answer, access.now()).json()
    except OutcomeUnknown:
        raise unreachable(server.host(access)) from None
    except (TooLong, TargetGone):
        _refuse(picture)
    media_id = text(attachment.get("id")) if isinstance(attachment, dict) else ""
    if not media_id:
        raise unreachable(answer.host)
    known[_key(picture)] = media_id
    access.keep_step(json.dumps({"media": known}, sort_keys=True))
    if answer.status in PROCESSING and not _is_ready(access, media_id):
        _refuse(picture)
    return media_id


def _carried(access: Access, file: Upload, description: str) -> Answer:
    return access.http.upload(
        server.address(access, "/api/v2/media"),
        file=file,
        fields={"description": description} if description else {},
        token=server.token(access),
    )


def _is_ready(access: Access, media_id: str) -> bool:
    """Wait for a picture; False when the server no longer has it, TryLater when slow."""
    pause = FIRST_PAUSE
    for _look in range(LOOKS):
        try:
            answer = server.read(access, f"/api/v1/media/{server.quoted(media_id)}")
        except (TargetGone, Refused):
            return False
        if answer.status not in PROCESSING:
            return True
        access.http.wait(pause)
        pause *= 1.5
    message = f"{server.host(access)} masih mengolah gambarnya."
    remedy = "Kotak Masuk mencoba lagi dengan sendirinya."
    raise TryLater(message, KEPT, remedy, when=access.now() + LATER)


def _kept(step: str) -> dict[str, str]:
    """Read what an earlier attempt uploaded; what makes no sense is uploaded again."""
    try:
        found = json.loads(step or "{}").get("media", {})
        return {str(key): str(media_id) for key, media_id in found.items()}
    except (ValueError, AttributeError):
        return {}


def _key(picture: Picture) -> str:
    """Tell pictures apart with their words: those cannot be changed once uploaded."""
    return f"{picture.digest} {picture.alt}"


def _refuse(picture: Picture) -> NoReturn:
    raise Refused(
        f"Gambar “{picture.name}” tidak diterima servernya.",
        KEPT,
        "Perkecil gambarnya atau ganti, lalu lampirkan lagi.",
    ) from None
