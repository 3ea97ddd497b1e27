"""The problems an officer can do something about.

A KnownError is the world failing: its words are shown as they are. Everything else that
is raised is a bug and goes to the crash page.
"""


class KnownError(Exception):
    """A problem told in Indonesian: what happened, what was kept, what to do."""

    def __init__(self, message: str, kept: str = "", remedy: str = "") -> None:
        super().__init__(message, kept, remedy)
        self.message = message
        self.kept = kept
        self.remedy = remedy

    @property
    def advice(self) -> str:
        """What was kept and what to do, without what happened."""
        return " ".join(part for part in (self.kept, self.remedy) if part)

    def __str__(self) -> str:
        return " ".join(part for part in (self.message, self.kept, self.remedy) if part)
