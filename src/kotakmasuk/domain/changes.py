"""What a finished action touched, so that each screen decides whether to read again."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Changes:
    """The local ids that one or several actions touched; empty sets mean nothing."""

    conversations: frozenset[int] = frozenset()
    accounts: frozenset[int] = frozenset()
    replies: frozenset[int] = frozenset()
    arrived: int = 0
    tags: bool = False
    templates: bool = False
    issues: bool = False
    announcements: bool = False
    settings: bool = False
    undo: str | None = None

    def __or__(self, other: "Changes") -> "Changes":
        """Join two; the later undo wins."""
        return Changes(
            conversations=self.conversations | other.conversations,
            accounts=self.accounts | other.accounts,
            replies=self.replies | other.replies,
            arrived=self.arrived + other.arrived,
            tags=self.tags or other.tags,
            templates=self.templates or other.templates,
            issues=self.issues or other.issues,
            announcements=self.announcements or other.announcements,
            settings=self.settings or other.settings,
            undo=other.undo or self.undo,
        )

    def __bool__(self) -> bool:
        """Tell whether anything was touched at all."""
        return any(getattr(self, field.name) for field in fields(self))
