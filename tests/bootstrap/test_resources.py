"""The data files: found, read, and refused with their name when they are broken."""

from pathlib import Path

import pytest

from kotakmasuk.bootstrap import resources
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.system import paths


OWN = paths.resources_folder()


def test_every_data_file_is_whole() -> None:
    """What we ship is read here before an agency reads it."""
    assert resources.rules(OWN)
    assert resources.starters(OWN)
    assert resources.lexicon(OWN).words.slang
    assert resources.calendar(OWN, "Asia/Jayapura").holidays


def test_there_are_256_recovery_words() -> None:
    """One for each byte, none twice."""
    words = resources.recovery_words(OWN)
    assert len(set(words)) == 256


def test_too_few_recovery_words_are_a_bug(tmp_path: Path) -> None:
    """A shorter list would make a weaker key."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "recovery_words.txt").write_text("satu dua")
    with pytest.raises(ValueError, match="256"):
        resources.recovery_words(tmp_path)


@pytest.mark.parametrize("content", [b"[[rule]\n", b"\xff\xfe", None])
def test_a_broken_file_is_told_by_its_name(
    tmp_path: Path, content: bytes | None
) -> None:
    """Not TOML, not UTF-8, not there."""
    file = tmp_path / "rules" / "checklist.toml"
    file.parent.mkdir()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(KnownError, match=r"checklist\.toml di rules"):
        resources.read_toml(file)
