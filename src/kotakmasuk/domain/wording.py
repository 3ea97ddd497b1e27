"""Numbers, days, months and zones as they are written in Indonesian.

The same on screen, paper and console; nothing here knows what is counted or dated.
"""

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SHORT_DAYS = tuple(day[:3] for day in DAYS)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


def number(value: int) -> str:
    """Write 1234 as 1.234."""
    return f"{value:,}".replace(",", ".")


def zone_word(zone: str) -> str:
    """Shorten a zone to WIB, WITA or WIT; another keeps its name."""
    return ZONES.get(zone, zone)
