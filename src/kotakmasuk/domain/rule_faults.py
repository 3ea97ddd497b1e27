"""What is still wrong with a rule as somebody writes it, told beside each field.

The one rule to know: these are the words for people; what may enter the file is judged
again, and finally, by `rules.rule_from`.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from kotakmasuk.domain.checks import PERIODIC, WITH_WORDS
from kotakmasuk.domain.rules import AUTOMATIC, Rule
from kotakmasuk.language import wordings


_LENGTHS = {
    "text": (200, "Tulis apa yang diperiksa, misalnya Menyebut nomor layanan."),
    "basis": (400, "Tulis acuannya, misalnya Acuan: SOP Kehumasan angka 4."),
}
AN_EXAMPLE = "misalnya 22 November 2026"
# PermenPANRB 83/2012 may have been revoked; nobody may read it as law in force.
DOUBTED, DOUBT = "83/2012", "mungkin sudah dicabut"
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,19}")
# Why a shipped rule stops even an approver, by its check.
_FIRM = {
    "personal_data": "melindungi data pribadi warga",
    "reporter_identity": "melindungi pelapor yang minta dirahasiakan",
    "account_visibility": "menjaga agar warga dijawab dari akun yang benar",
    "unfilled_placeholder": "menjaga agar isian kosong tidak sampai ke warga",
    "over_limit": "mengikuti batas kanal, yang menolak teks lebih panjang",
}
_FIRM_OTHERWISE = "ditetapkan tidak boleh dilewati"
# The checks whose words somebody may write as one would say them.
WORDED = WITH_WORDS | {
    "partisanship",
    "hate_or_obscenity",
    "abuse_or_threat",
    "joking",
    "promise",
}


def why_firm(rule: Rule) -> str:
    """Say why a rule cannot be softened, to follow "Butir E05 …"."""
    return _FIRM.get(rule.check, _FIRM_OTHERWISE)


def faults_of(rule: Rule, taken: Collection[str] = ()) -> dict[str, str]:
    """Name what is wrong by field; `taken` are the keys of the other rules."""
    return dict(_faults(rule, {key.casefold() for key in taken}))


def next_key(taken: Collection[str]) -> str:
    """Propose a key for an agency's own rule: I01, I02 and so on."""
    known = {key.casefold() for key in taken}
    numbers = range(1, len(known) + 2)
    return next(f"I{n:02}" for n in numbers if f"i{n:02}" not in known)


def is_in_period(rule: Rule, day: str) -> bool:
    """Whether a rule is asked on a day (ISO date) at all."""
    if rule.check in PERIODIC and not (rule.starts or rule.ends):
        return False
    return (not rule.starts or rule.starts <= day) and (
        not rule.ends or day <= rule.ends
    )


def _faults(rule: Rule, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    if not _KEY.fullmatch(rule.key):
        yield "key", "Tulis kode tanpa spasi, misalnya I01."
    elif rule.key.casefold() in taken:
        yield "key", f"Kode {rule.key} sudah dipakai butir lain."
    for name, (longest, example) in _LENGTHS.items():
        wrong = _wrong_text(getattr(rule, name), longest, example)
        if wrong:
            yield name, wrong
    yield from _day_faults(rule)
    for name in ("purposes", "risk"):
        if not getattr(rule, name):
            yield name, "Pilih paling sedikit satu."
    wrong = _wrong_words(rule)
    if wrong:
        yield "words", wrong


def _wrong_text(text: str, longest: int, example: str) -> str:
    if not text.strip():
        return example
    if DOUBTED in text and DOUBT not in text:
        return f"Tandai {DOUBTED} dengan ({DOUBT})."
    return f"Paling banyak {longest} huruf." if len(text) > longest else ""


def _day_faults(rule: Rule) -> Iterator[tuple[str, str]]:
    if not _is_day(rule.checked_on):
        yield "checked_on", f"Tulis tanggalnya, {AN_EXAMPLE}."
    for name in ("starts", "ends"):
        day = getattr(rule, name)
        if day and not _is_day(day):
            yield name, f"Tanggal ini tidak dikenal; {AN_EXAMPLE}."
    if _is_day(rule.starts) and _is_day(rule.ends) and rule.ends < rule.starts:
        yield "ends", "Hari terakhir lebih awal daripada hari pertama."


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _wrong_words(rule: Rule) -> str:
    if rule.mode != AUTOMATIC:
        return ""
    if rule.check in WITH_WORDS and not rule.words:
        return "Tulis paling sedikit satu kata."
    for word in rule.words if rule.check in WORDED else ():
        wrong = wordings.problem(word)
        if wrong:
            return f"“{word}”: {wrong}."
    return ""
