"""Begins every test clean; what that means is in helpers/hygiene.py."""

from tests.helpers.hygiene import (
    home,
    no_leftover_threads,
    no_leftover_windows,
    no_stray_logs,
    no_wide_network,
    prefer_offscreen,
    settle_properties,
)


__all__ = [
    "home",
    "no_leftover_threads",
    "no_leftover_windows",
    "no_stray_logs",
    "no_wide_network",
]

prefer_offscreen()
settle_properties()
