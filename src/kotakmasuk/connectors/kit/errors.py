"""Everything that can go wrong between us and a platform, as one tree.

A connector turns whatever its platform answers into one of these; the services decide
by class alone. Each carries an Indonesian sentence.
"""

from kotakmasuk.domain.errors import KnownError


class ConnectorError(KnownError):
    """Any failure on the way to or from a platform."""


class SignInNeeded(ConnectorError):
    """The token is missing, expired or revoked; only signing in again helps."""


class NotAllowed(ConnectorError):
    """The token is good but lacks this right, or the platform forbids it."""


class TryLater(ConnectorError):
    """The platform asks for a pause; `when` is UTC ms, None where it did not say."""

    def __init__(
        self, message: str, kept: str = "", remedy: str = "", *, when: int | None = None
    ) -> None:
        super().__init__(message, kept, remedy)
        self.when = when


class QuotaSpent(TryLater):
    """A quota is used up until `when` (UTC ms)."""


class WindowClosed(ConnectorError):
    """The platform's time to answer this citizen is over."""


class TooLong(ConnectorError):
    """The platform counts more than it allows."""


class Duplicate(ConnectorError):
    """The platform says that the very same answer already stands there."""


class TargetGone(ConnectorError):
    """What was to be read or answered is no longer there."""


class Refused(ConnectorError):
    """The platform understood and said no; nothing was done."""


class Unreachable(ConnectorError):
    """No connection was made, so certainly nothing was done."""


class BadAnswer(ConnectorError):
    """The platform answered something that is not what it promises (HTML, half a page)."""


class OutcomeUnknown(ConnectorError):
    """A request left and no answer came back: it may or may not have been carried out."""
