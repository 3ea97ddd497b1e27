"""What became of an answer, read from the outbox and not from what a service says."""

from kotakmasuk.connectors.kit.errors import OutcomeUnknown
from tests.helpers.desks import Place


UNKNOWN = OutcomeUnknown("Sambungan terputus.")


def state(place: Place, reply: int) -> tuple[str, str | None]:
    """Its state and the platform's id."""
    row = place.reader.execute(
        "SELECT state, remote_id FROM outbox WHERE reply = ?", (reply,)
    ).fetchone()
    return row[0], row[1]


def reason(place: Place, reply: int) -> str:
    """Why it did not leave, in the words of the outbox."""
    return str(place.one("SELECT reason FROM outbox WHERE reply = ?", reply))
