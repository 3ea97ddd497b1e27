"""What lies in the project besides code: addresses, dependencies, the README."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.helpers.source import ROOT, tracked_texts


# Put together from halves, so that this file does not name what it forbids.
FORBIDDEN = [
    *(
        "py" + "pi.org",
        "python" + "hosted.org",
        "registry.np" + "mjs",
        "np" + "mjs.com",
    ),
    *("deb.deb" + "ian.org", "proxy.go" + "lang.org", "crates" + ".io"),
    *("/wo" + "rk/", "/ro" + "ot/", "/opt/py" + "pi"),
]
COMMAND = re.compile(r"^\s*\$? ?(sh packaging/\S+|kotakmasuk\b.*)$", re.MULTILINE)


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    """What works here must work on an agency's machine, behind its own mirror."""
    found = [
        f"{path}: {word}"
        for path, text in tracked_texts()
        for word in FORBIDDEN
        if word in text
    ]
    assert found == []


def requirement_lines() -> Iterator[tuple[str, str]]:
    """Each dependency's line in pyproject.toml, with the line above it."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = text.partition("[project]")[2].partition("[tool.")[0]
    lines = project.splitlines()
    inside = False
    for above, line in pairwise(lines):
        if re.match(r"(dependencies|test) = \[", above):
            inside = True
        if line == "]":
            inside = False
        if inside and line.strip().startswith('"'):
            yield line, above


def test_every_dependency_has_its_reason_beside_it() -> None:
    """Who brings a new part into the house says why."""
    lines = list(requirement_lines())
    silent = [
        line
        for line, above in lines
        if "#" not in line and not above.strip().startswith("#")
    ]
    assert len(lines) > 10
    assert silent == []


def test_every_ignored_rule_has_its_reason_beside_it() -> None:
    """A rule is switched off for a reason, never for peace."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    style = text.partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.mccabe]")[
        0
    ]
    rules = re.findall(r'^ +"[A-Z]+\d*",.*$', style, re.MULTILINE)
    assert len(rules) > 10
    assert [rule for rule in rules if "#" not in rule] == []


@pytest.mark.parametrize("lock", ["", "-test", "-build", "-peers"])
def test_every_lock_pins_by_hash(lock: str) -> None:
    """So that what was tested is what is installed, wherever it comes from."""
    text = (ROOT / f"packaging/requirements{lock}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    pinned = [block for block in blocks if not block.startswith("#")]
    assert pinned
    assert all("==" in block and "--hash=sha256:" in block for block in pinned)


def test_the_locks_know_every_dependency() -> None:
    """A dependency that is named but not locked would not be installed."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    locked = (ROOT / "packaging/requirements-test.txt").read_text(encoding="utf-8")
    names = {re.split(r"[<>=~! ]", line)[0].lower() for line in named}
    assert {name for name in names if f"\n{name}==" not in locked} == set()


def readme_commands() -> list[str]:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    blocks = "\n".join(
        re.findall(r"```(?:sh|console|bash)?\n(.*?)```", text, re.DOTALL)
    )
    return sorted({line.partition("#")[0].strip() for line in COMMAND.findall(blocks)})


def test_the_readme_shows_both_scripts() -> None:
    """One command to see it, one to test it."""
    commands = "\n".join(readme_commands())
    assert "sh packaging/start.sh" in commands
    assert "sh packaging/test.sh" in commands


@pytest.mark.parametrize("command", readme_commands())
def test_every_command_of_the_readme_exists(command: str) -> None:
    """A reader may type what he reads."""
    words = command.split()
    if words[0] == "sh":
        assert (ROOT / words[1]).is_file()
        return
    names = [word for word in words[1:3] if re.fullmatch(r"[a-z]+", word)]
    ran = subprocess.run(
        [sys.executable, "-m", "kotakmasuk", *names, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    options = re.findall(r"(?<!\S)--[a-z-]+", command)
    assert [option for option in options if option not in ran.stdout] == []
