"""The one place that reads the clock and the random source."""

import os
import time


def now() -> int:
    """Tell the time as UTC milliseconds."""
    return time.time_ns() // 1_000_000


def entropy(count: int) -> bytes:
    """Give random bytes fit for keys."""
    return os.urandom(count)
