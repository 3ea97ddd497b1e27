"""kotakmasuk checklist: the items that answers are checked by, as the agency keeps them.

The one rule: they are changed in the window alone, where each is tried before it is kept.
"""

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.services import rules
from kotakmasuk.services.rules import Kept


EFFECTS = {"block": "blokir", "warn": "peringatan"}
MODES = {"automatic": "otomatis", "manual": "manual"}


@click.group()
def checklist() -> None:
    """Lihat butir ceklis etika dengan acuannya."""


@checklist.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def listing(tools: Tools, as_json: bool) -> None:  # noqa: FBT001
    """Tampilkan semua butir, juga yang tidak berlaku lagi."""
    with tools.reader() as reader:
        found = rules.listed(reader)
    if as_json:
        tell_json([_as_json(one) for one in found])
        return
    for one in found:
        tell(_in_words(one))


def _as_json(kept: Kept) -> dict[str, object]:
    rule = kept.rule
    names = ("key", "version", "text", "basis", "confidence", "checked_on")
    return {name: getattr(rule, name) for name in names} | {
        "severity": rule.severity,
        "mode": rule.mode,
        "active": kept.active,
        "origin": rule.origin,
    }


def _in_words(kept: Kept) -> str:
    rule = kept.rule
    standing = "" if kept.active else ", tidak berlaku"
    how = f"{EFFECTS[rule.severity]}, {MODES[rule.mode]}{standing}"
    checked = f"keyakinan {rule.confidence}, diperiksa {rule.checked_on}"
    return f"{rule.key} v{rule.version} ({how}): {rule.text}. {rule.basis} [{checked}]"
