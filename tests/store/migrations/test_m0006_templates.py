"""From templates of one body each: what stood in them becomes their first version."""

import json
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.helpers.steps import Steps


def template(uid: str, **more: Any) -> dict[str, Any]:
    return {
        "uid": uid,
        "key": uid,
        "title": f"Judul {uid}",
        "folder": "Aduan",
        "body": "Halo {nama}",
        "basis": "SOP",
        **more,
    }


def journaled(steps: Steps, sequence: int, kind: str, subject: str, at: int) -> None:
    steps.insert(
        "journal",
        device="meja-1",
        sequence=sequence,
        at=at,
        actor="Sari",
        kind=kind,
        subject=subject,
        digest="d",
        previous="p",
        hash="h",
    )


@pytest.fixture
def filled(steps: Steps) -> Steps:
    """A starter, a template that was edited twice, and one that was removed."""
    steps.to("m0005_sources")
    steps.insert("template", **template("awal"))
    steps.insert("template", **template("kita", version=3))
    steps.insert("template", **template("lama", removed_at=5))
    journaled(steps, 1, "template.starters", "templates", 10)
    journaled(steps, 2, "template.save", "kita", 20)
    journaled(steps, 3, "template.save", "kita", 30)
    steps.to("m0006_templates")
    return steps


def test_what_stood_there_is_kept_as_a_version(filled: Steps) -> None:
    """With the number it had, and when and by whom it was written."""
    rows = filled.run(
        "SELECT uid, template_version.version, at, actor, content FROM template_version"
        " JOIN template ON template.id = template ORDER BY uid"
    ).fetchall()
    assert [row[:4] for row in rows] == [
        ("awal", 1, 10, "Sari"),
        ("kita", 3, 30, "Sari"),
        ("lama", 1, 10, "Sari"),
    ]
    assert json.loads(rows[0][4]) == {
        "title": "Judul awal",
        "folder": "Aduan",
        "body": "Halo {nama}",
        "basis": "SOP",
    }


def test_a_template_nobody_noted_has_no_time(steps: Steps) -> None:
    """It is kept all the same."""
    steps.to("m0005_sources")
    steps.insert("template", **template("awal"))
    steps.to("m0006_templates")
    row = steps.run("SELECT at, actor FROM template_version").fetchone()
    assert row == (0, "")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE template_version SET content = '{}'",
        "DELETE FROM template_version",
        "INSERT OR REPLACE INTO template_version VALUES (1, 1, 9, 'x', '{}')",
        "INSERT INTO template_version VALUES (2, 4, 9, 'x', 'bukan json')",
        "INSERT INTO template_picture VALUES (1, 0, 'tidak ada', 'a.png', 'Peta')",
    ],
)
def test_the_history_cannot_be_rewritten(filled: Steps, statement: str) -> None:
    """Nor can it hold what is none."""
    before = filled.run("SELECT * FROM template_version").fetchall()
    with pytest.raises(dbapi2.IntegrityError):
        filled.run(statement)
    assert filled.run("SELECT * FROM template_version").fetchall() == before


def test_the_new_fields_begin_empty(filled: Steps) -> None:
    """No template expires because the program was renewed."""
    rows = filled.run("SELECT situation, shortcut, owner, expires_on FROM template")
    assert set(rows) == {("", "", "", "")}
    assert filled.run("PRAGMA foreign_key_check").fetchall() == []
