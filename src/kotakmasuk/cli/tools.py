"""What bootstrap hands the commands, and how they speak."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import click

from kotakmasuk.domain.checklist import Rule
from kotakmasuk.services.desk import Desk, Office


@dataclass(frozen=True)
class Tools:
    """Opened at first use, so that `--help` needs no data folder.

    `desk()` holds the folder's lock; `reader()` needs none. `rules` are the shipped
    ones, for commands that need no folder at all.
    """

    office: Callable[[], Office]
    reader: Callable[[], AbstractContextManager[Any]]
    desk: Callable[[], AbstractContextManager[Desk]]
    open_desktop: Callable[[], int]
    run_demo: Callable[..., int]
    examine: Callable[[], list[tuple[str, bool, str]]]
    rules: Callable[[], tuple[Rule, ...]] = tuple

    def write(self, desk: Desk) -> Callable[..., Any]:
        """Make the `write` of services that want one; the console has one lane."""
        return lambda service, *given, **named: service(desk, *given, **named)


def tell(sentence: str) -> None:
    """Print one sentence."""
    click.echo(sentence)


def tell_json(values: object) -> None:
    """Print one JSON document with stable keys."""
    click.echo(json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True))
