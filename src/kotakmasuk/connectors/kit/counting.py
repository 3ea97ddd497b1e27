"""Counting letters as people and platforms see them."""

import regex


CLUSTER = regex.compile(r"\X")


def graphemes(text: str) -> int:
    """Count grapheme clusters (Unicode annex 29): a family emoji is one letter."""
    return sum(1 for _cluster in CLUSTER.finditer(text))
