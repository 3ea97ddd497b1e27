"""INTERIM, helper A replaces this file whole."""

from collections.abc import Callable


def split(text: str, allowed: int, count: Callable[[str], int]) -> tuple[str, ...]:
    return (text,)
