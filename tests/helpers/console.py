"""The installed command as an officer or a script runs it, in a folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


PASSPHRASE = "empat kata sandi uji"  # noqa: S105  a test's own
MAPPED = ("--map", "text=isi", "--map", "sent_at=waktu", "--map", "remote_id=nomor")


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code and its words."""

    code: int
    out: str
    problem: str

    def json(self) -> Any:
        """Read what was printed as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Console:
    """One data folder, unlocked by passphrase as a machine without a keyring does."""

    folder: Path

    def run(self, *words: str, given: str = "", **environment: str) -> Said:
        """Run `kotakmasuk words` and wait for it."""
        done = subprocess.run(
            [sys.executable, "-m", "kotakmasuk", *words],
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={
                **os.environ,
                "KOTAKMASUK_HOME": str(self.folder),
                "KOTAKMASUK_PASSPHRASE": PASSPHRASE,
                "PYTHONUTF8": "1",
                **environment,
            },
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def take_in(self, file: Path, *more: str) -> Said:
        """Import a file of the columns nomor, waktu, isi."""
        return self.run("import", str(file), "--account", "Aduan", *MAPPED, *more)

    def connect(self, base_url: str, token: str) -> Said:
        """Connect the account "Uji" on a Mastodon with a pasted token."""
        words = ("account", "add", "mastodon", "--name", "Uji", "--base-url", base_url)
        return self.run(*words, given=f"{token}\n")

    def stored(self) -> int:
        """Count the conversations that are stored."""
        said = self.run("account", "list", "--json")
        return sum(one["conversations"] for one in said.json()) if said.out else 0

    def is_whole(self) -> bool:
        """Tell whether chain, references and counters hold."""
        return self.run("verify").code == 0
