"""kotakmasuk check: how long a reply is for its platform, and what the checklist says."""

import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.checklist import (
    FAILED,
    OVERRIDDEN,
    PASSED,
    TICKED,
    TO_APPROVE,
    UNTICKED,
    ItemResult,
    Rule,
)
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.wording import number
from kotakmasuk.services import inspecting
from kotakmasuk.services.inspecting import Judgement, Situation


ZONE = ZoneInfo("Asia/Jakarta")
OUTCOMES = {
    FAILED: "GAGAL",
    TO_APPROVE: "persetujuan",
    OVERRIDDEN: "dikecualikan",
    UNTICKED: "dicentang petugas",
    TICKED: "dicentang",
    PASSED: "lolos",
}


def _known_platform(_context: object, _parameter: object, given: str) -> str:
    if given not in PLATFORMS:
        known = ", ".join(sorted(PLATFORMS))
        raise click.UsageError(f"Platform “{given}” tidak dikenal; yang ada: {known}.")
    return given


@click.command()
@click.option("--platform", required=True, callback=_known_platform)
@click.option("--public/--private", default=True, help="Balasan publik atau pesan.")
@click.option(
    "--kind", default="", help="Jenis pesan yang dijawab, misalnya complaint."
)
@click.option(
    "--topic", "topics", multiple=True, help="Tag percakapan; boleh berulang."
)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def check(
    tools: Tools,
    platform: str,
    *,
    public: bool,
    kind: str,
    topics: tuple[str, ...],
    as_json: bool,
) -> None:
    """Periksa balasan dari masukan baku: panjang, batas, dan setiap butir ceklis."""
    situation = Situation(
        platform,
        public=public,
        kind=kind,
        topics=frozenset(topics),
        today=f"{datetime.now(ZONE):%Y-%m-%d}",
    )
    text = _read()
    judged = inspecting.judge(text, tools.rules(), situation)
    if not text.strip():
        empty = "kotakmasuk: Balasan kosong; tidak ada yang dapat dikirim."
        click.echo(empty, err=True)
    if as_json:
        tell_json(_as_json(judged, situation))
    else:
        _tell(judged)


def _read() -> str:
    """The reply without the line break that the shell adds."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError(
            "Balasan dari masukan baku bukan teks UTF-8.",
            "Tidak ada yang berubah.",
            "Simpan ulang teks itu sebagai UTF-8, lalu ulangi.",
        ) from error
    return text.removesuffix("\n").removesuffix("\r")


def _as_json(judged: Judgement, situation: Situation) -> dict[str, Any]:
    return {
        "platform": situation.platform,
        "public": situation.public,
        "length": judged.limit.used,
        "limit": judged.limit.allowed,
        "blocked": judged.blocked,
        "needs_approval": judged.needs_approval,
        "results": [_result(rule, result) for rule, result in judged.results],
    }


def _result(rule: Rule, result: ItemResult) -> dict[str, Any]:
    return {
        "rule": rule.key,
        "text": rule.text,
        "outcome": result.outcome,
        "severity": result.severity,
        "mode": result.mode,
        "evidence": result.evidence,
        "spans": [
            {
                "start": one.start,
                "end": one.end,
                "type": inspecting.TYPES.get(one.kind, one.kind),
            }
            for one in result.spans
        ],
        "basis": rule.basis,
        "confidence": rule.confidence,
        "checked_on": rule.checked_on,
    }


def _tell(judged: Judgement) -> None:
    allowed = judged.limit.allowed
    limit = "tanpa batas" if allowed is None else f"dari {number(allowed)}"
    tell(f"Panjang {number(judged.limit.used)} {limit}.")
    for rule, result in judged.results:
        if result.outcome in OUTCOMES:
            said = result.evidence or rule.text
            tell(f"{OUTCOMES[result.outcome]:>18}  {rule.key}  {said}")
            tell(f"{'':>18}  {rule.basis}")
