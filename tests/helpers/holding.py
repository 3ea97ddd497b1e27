"""Another program that takes hold of something until it is told to go."""

import subprocess
import sys
from pathlib import Path


def holding(code: str, path: Path) -> subprocess.Popen[str]:
    """Start Python code that prints "held" and then waits for a line."""
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline() == "held\n"
    return program
