"""Whether what is open may be decided here and now, and why not, in words.

The one rule: pure; the view only shows what is said here beside its buttons.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kotakmasuk.desktop.approvals.wording import say
from kotakmasuk.domain.approvals import CheckLine, Option, RequestRow
from kotakmasuk.domain.checklist import BLOCK, FAILED, OVERRIDDEN, UNTICKED
from kotakmasuk.domain.team import Seat, may_approve


@dataclass(frozen=True)
class Standing:
    """Why approving and returning cannot be done now; empty where they can."""

    approve: str = ""
    send_back: str = ""
    may_prove: bool = False


def to_lift(option: Option) -> tuple[CheckLine, ...]:
    """The blocks that this approver may lift with a written reason."""
    return tuple(
        one
        for one in option.with_outcome(FAILED, OVERRIDDEN)
        if one.severity == BLOCK and one.overridable
    )


def standing(
    row: RequestRow,
    option: Option,
    seat: Seat,
    *,
    note: str,
    reasons: Mapping[str, str],
) -> Standing:
    """Say what holds a decision back."""
    if not may_approve(seat):
        words = say("Buktikan peran penyetuju dengan kata sandi untuk memutuskan.")
        return Standing(words, words, may_prove=True)
    back = "" if note.strip() else say("Tulis catatan untuk mengembalikan.")
    return Standing(_not_approved(row, option, seat, reasons), back)


def _not_approved(
    row: RequestRow, option: Option, seat: Seat, reasons: Mapping[str, str]
) -> str:
    if row.by == seat.officer:
        return say("Anda yang mengajukan; penyetuju lain harus memutuskan.")
    stuck = [
        one
        for one in option.with_outcome(FAILED, UNTICKED)
        if one.outcome == UNTICKED or (one.severity == BLOCK and not one.overridable)
    ]
    if stuck:
        words = say("Belum lolos ceklis dan tidak dapat dikecualikan: {rule}.")
        return words.format(rule=stuck[0].text)
    if any(not reasons.get(one.rule, "").strip() for one in to_lift(option)):
        return say("Tulis alasan pengecualian dahulu.")
    return ""
