"""Whether every approval in the file is what it claims: used by `verify`.

The one rule: the signature is tried against a statement made anew from the stored rows,
with the key that counted at that moment, replaced ones too.
"""

from collections.abc import Iterator

from kotakmasuk.domain.approvals import Way
from kotakmasuk.services import team
from kotakmasuk.store import second_key
from kotakmasuk.store.database import Connection


def forged(reader: Connection) -> list[str]:
    """Name approvals, checks and queued answers that did not come by the gate."""
    return [
        *_approvals(reader),
        *second_key.changed_checks(reader),
        *second_key.wrong_outbox(reader),
    ]


def _approvals(reader: Connection) -> Iterator[str]:
    for one in second_key.approvals(reader):
        if not one.journaled or one.told not in (None, one.said.text()):
            yield f"approval {one.uid}"
        if one.said.approver == one.author:
            yield f"approval {one.uid} by its author"
        if one.way is not Way.OUTSIDE and not _is_signed(reader, one):
            yield f"approval {one.uid} signature"


def _is_signed(reader: Connection, one: second_key.Stored) -> bool:
    said = one.said
    return one.signed == said.text() and team.is_signed_by(
        reader,
        said.approver,
        said.text().encode(),
        one.signature or b"",
        at=said.at,
    )
