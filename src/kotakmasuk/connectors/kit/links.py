"""What a pasted link tells without asking the network."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class LinkFound:
    """The platform, the account's handle and the item's id that stand in a link.

    `url` is the link without what only follows people around; handle and id are empty
    where the link does not say.
    """

    platform: str
    handle: str
    remote_id: str
    url: str


class LinkReader(Protocol):
    """The module of a connector with the capability `manual`."""

    def read_link(self, url: str) -> LinkFound:
        """Read a pasted link; KnownError when it is no link at all."""
