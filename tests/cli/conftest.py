"""Where a command is tested without a process of its own, it stands on a test's desk."""

from tests.helpers.places import place


__all__ = ["place"]
