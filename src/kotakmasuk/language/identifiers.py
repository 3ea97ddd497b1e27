"""The shapes of Indonesian identifiers: what their own digits can prove.

The one rule to know: a shape that fits is a hint, never a proof; about three in a
hundred random numbers of sixteen digits look like a NIK.
"""

import re


# The 38 provinces as they stand in a NIK (Kemendagri codes; 92 to 96 are Papua's).
_PROVINCE_WORDS = """
11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75
76 81 82 91 92 93 94 95 96
"""
PROVINCES = frozenset(_PROVINCE_WORDS.split())
# Regions on number plates (Perpol 7/2021).
_PLATE_WORDS = """
A B D E F G H K L M N P R S T W Z AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP DA DB
DC DD DE DW PY DS DG DH DK DL DM DN DP DR DT EA EB ED KB KH KT KU PA PB PG PS PT
"""
PLATE_REGIONS = frozenset(_PLATE_WORDS.split())
# What stands behind a number without being the end of a plate: units and addresses.
_NO_PLATE_WORDS = """
RB JT M MTR CM KM KG CC RT RW NO JL GG DI KE VA K WIB TH HR BLN ORG KK DAN PNS HP AM PM
KEL KEC SD SMP SMA BUS UNIT
"""
NO_PLATE_ENDINGS = frozenset(_NO_PLATE_WORDS.split())
CARD_DIGITS = 16
INSURED_DIGITS = 13
EMPLOYED_DIGITS = 11
ACCOUNT_DIGITS = (8, 17)
_FEMALE = 40
# +62 or 0, then 8, no 4 at the operator's place, in all ten to fourteen digits.
_MOBILE = re.compile(r"(?:620?|0)(8[1-35-9][0-9]{6,10})")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DATE = re.compile(
    r"[0-3]?[0-9][./ -][01]?[0-9][./ -](?:19|20)?[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9](?: [0-2][0-9])?"
    r"|(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)[0-9]{2}"
)
_MONEY = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def _is_day(digits: str, *, female: bool) -> bool:
    day, month = int(digits[:2]), int(digits[2:4])
    if female and day > _FEMALE:
        day -= _FEMALE
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]


def national_id_like(digits: str) -> bool:
    """Whether sixteen digits can be a NIK: province, date (women +40), serial."""
    return (
        digits[:2] in PROVINCES
        and digits[2:4] != "00"
        and digits[4:6] != "00"
        and _is_day(digits[6:10], female=True)
        and digits[12:] != "0000"
    )


def is_female_id(digits: str) -> bool:
    """Whether the date part has the women's +40, which no family card has."""
    return int(digits[6:8]) > _FEMALE


def is_date(text: str) -> bool:
    """Whether a run of digits is a calendar date as people write it."""
    return _DATE.fullmatch(text) is not None


def is_money(text: str) -> bool:
    """Whether a run of digits is an amount with dots for thousands."""
    return _MONEY.fullmatch(text) is not None


def local_mobile(digits: str) -> str:
    """A mobile number as it is dialled at home (08...), or empty if it is none."""
    match = _MOBILE.fullmatch(digits)
    return "0" + match[1] if match else ""
