"""What a number is, by its digits, its grouping and the nearest word before it.

The one rule to know: recognisers are tried from the surest shape to the weakest, and a
weak shape (an account number) counts only with its word.
"""

import re
from dataclasses import dataclass

from kotakmasuk.language import identifiers
from kotakmasuk.language.cues import Cue


_NPWP_GROUPS = (2, 3, 3, 1, 3, 3)
_PUBLIC_NUMBER = re.compile(r"(?:1500|14)[0-9]{3}|0?80[07][0-9]{7}")
_RIGHT_AFTER = 6
_FULL_PHONE = 11
_ABROAD = (10, 13)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Some neighbouring groups of digits read as one number."""

    start: int
    end: int
    digits: str
    text: str
    cue: Cue
    sizes: tuple[int, ...]


def kind_of(number: Candidate) -> str:
    """What the number is, or empty if it identifies nobody."""
    if identifiers.is_money(number.text) or identifiers.is_date(number.text):
        return ""
    for recognise in (
        _card,
        _tax_number,
        _phone,
        _abroad,
        _insured,
        _employed,
        _account,
    ):
        kind = recognise(number)
        if kind:
            return kind
    return ""


def _card(number: Candidate) -> str:
    cue = number.cue
    if cue.kind in ("nik", "kk") and cue.gap <= _RIGHT_AFTER and _mistyped(number):
        return cue.kind
    whole = len(number.digits) == identifiers.CARD_DIGITS
    if not whole or cue.denies or cue.kind in ("account_number", "npwp"):
        # Since 2024 a NPWP has sixteen digits too (PMK 112/PMK.03/2022).
        return "npwp" if whole and cue.kind == "npwp" else ""
    fits = identifiers.national_id_like(number.digits)
    if cue.kind == "kk" and not (fits and identifiers.is_female_id(number.digits)):
        return "kk"
    return "nik" if fits or cue.kind == "nik" else ""


def _mistyped(number: Candidate) -> bool:
    """One group of nearly sixteen digits right after the word NIK is meant as one."""
    off = len(number.digits) - identifiers.CARD_DIGITS
    return len(number.sizes) == 1 and off in (-2, -1, 1)


def _tax_number(number: Candidate) -> str:
    if len(number.digits) != sum(_NPWP_GROUPS):
        return ""
    return "npwp" if number.sizes == _NPWP_GROUPS or number.cue.kind == "npwp" else ""


def _phone(number: Candidate) -> str:
    local = identifiers.local_mobile(number.digits)
    if not local and number.cue.kind == "phone":
        local = identifiers.local_mobile("0" + number.digits)
    if not local or number.cue.kind == "account_number" or number.cue.is_next_denial:
        return ""
    # A number that is already whole doesn't swallow what follows it.
    shorter = len(local) - number.sizes[-1]
    grouped = len(number.sizes) > 1 and max(number.sizes) > 1
    return "" if grouped and shorter >= _FULL_PHONE else "phone"


def _abroad(number: Candidate) -> str:
    """A number with + and another country's code; many citizens work abroad."""
    if not number.text.startswith("+") or number.digits.startswith("62"):
        return ""
    fits = _ABROAD[0] <= len(number.digits) <= _ABROAD[1]
    return "phone" if fits and not number.cue.denies else ""


def _insured(number: Candidate) -> str:
    if len(number.digits) != identifiers.INSURED_DIGITS or number.cue.denies:
        return ""
    known = number.digits.startswith("000") or number.cue.kind == "bpjs"
    return "bpjs" if known else ""


def _employed(number: Candidate) -> str:
    """BPJS Ketenagakerjaan numbers its members with eleven digits."""
    named = number.cue.kind == "bpjs" and not number.cue.digits_between
    return "bpjs" if named and len(number.digits) == identifiers.EMPLOYED_DIGITS else ""


def _account(number: Candidate) -> str:
    fits = identifiers.ACCOUNT_DIGITS[0] <= len(number.digits)
    if not fits or len(number.digits) > identifiers.ACCOUNT_DIGITS[1]:
        return ""
    if _PUBLIC_NUMBER.fullmatch(number.digits):
        return ""
    follows = number.cue.kind == "account_number" and not number.cue.digits_between
    return "account_number" if follows else ""
