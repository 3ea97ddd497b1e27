"""What a platform answered, and which of our errors that is.

An answer to a write that we cannot understand leaves its outcome unknown: it is never
taken for a failure.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn
from urllib.parse import urlsplit

from kotakmasuk.connectors.kit.errors import (
    BadAnswer,
    ConnectorError,
    NotAllowed,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    TargetGone,
    TooLong,
    TryLater,
    Unreachable,
)


SAID_AT_MOST = 200
EPOCH_BEGINS = 1_000_000_000  # a smaller number of seconds is a span, not an instant
ASK_AGAIN = "Kotak Masuk mencoba lagi dengan sendirinya."
LOOK_FIRST = "Periksa dulu di kanalnya sebelum mengirim ulang."


@dataclass(frozen=True)
class Answer:
    """One complete answer; header names are small letters, `written` marks a write."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    written: bool = field(default=False)

    @property
    def host(self) -> str:
        """The server's name for a sentence."""
        return urlsplit(self.url).netloc

    def json(self) -> Any:
        """Read the body as JSON; BadAnswer for HTML or half of it, after a write unknown."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            self.misunderstood()

    def misunderstood(self) -> NoReturn:
        """Raise what an answer deserves that is not what the platform promises."""
        if self.written:
            raise unknown(self.host)
        message = f"Jawaban {self.host} tidak dapat dibaca."
        raise BadAnswer(message, "Pesan yang sudah masuk tetap ada.", ASK_AGAIN)

    def said(self) -> str:
        """The platform's own words for what went wrong, shortened, or nothing."""
        try:
            content = json.loads(self.body)
        except (ValueError, RecursionError):
            return ""
        words = content.get("error") if isinstance(content, dict) else None
        return " ".join(words.split())[:SAID_AT_MOST] if isinstance(words, str) else ""


def unknown(host: str) -> OutcomeUnknown:
    """Tell that a write left and nobody knows what became of it."""
    return OutcomeUnknown(
        f"Jawaban dari {host} tidak sampai; kiriman mungkin sudah masuk.",
        "Teks balasan tetap tersimpan.",
        LOOK_FIRST,
    )


def unreachable(host: str) -> Unreachable:
    """Tell that nothing was done because the server could not be reached."""
    return Unreachable(
        f"Tidak dapat terhubung ke {host}.",
        "Semua yang sudah tersimpan tetap dapat dibaca.",
        f"Periksa sambungan internet. {ASK_AGAIN}",
    )


def check(answer: Answer, now: int) -> Answer:
    """Give a good answer back; raise the right ConnectorError for any other.

    `now` is UTC ms; a pause that the platform asks for is counted from it.
    """
    if answer.status in range(200, 300):
        return answer
    reason = REASONS.get(answer.status)
    if reason is not None:
        raise reason(answer, now)
    if answer.status in range(400, 500):
        raise _refused(answer, now)
    if answer.status in range(500, 600) and not answer.written:
        raise unreachable(answer.host)
    return answer.misunderstood()


def _sign_in(answer: Answer, _now: int) -> ConnectorError:
    return SignInNeeded(
        f"{answer.host} tidak lagi menerima token akun ini.",
        "Pesan yang sudah masuk tetap ada.",
        "Hubungkan kembali akun ini di Kanal.",
    )


def _not_allowed(answer: Answer, _now: int) -> ConnectorError:
    return NotAllowed(
        f"{answer.host} tidak mengizinkan ini. {answer.said()}".strip(),
        "Tidak ada yang terkirim atau berubah.",
        "Periksa izin token akun ini di Kanal.",
    )


def _gone(answer: Answer, _now: int) -> ConnectorError:
    return TargetGone(
        f"Yang dituju sudah tidak ada di {answer.host}.",
        "Salinannya di sini tetap tersimpan.",
        "Buka tautannya untuk memastikan.",
    )


def _later(answer: Answer, now: int) -> ConnectorError:
    return TryLater(
        f"{answer.host} meminta jeda.",
        "Tidak ada pesan yang hilang.",
        ASK_AGAIN,
        when=asked_pause(answer.headers, now),
    )


def _busy(answer: Answer, now: int) -> ConnectorError:
    if answer.written:
        return unknown(answer.host)
    return _later(answer, now)


def _too_long(answer: Answer, _now: int) -> ConnectorError:
    return TooLong(
        f"Teks terlalu panjang untuk {answer.host}.",
        "Teks balasan tetap tersimpan.",
        "Persingkat teksnya.",
    )


def _timed_out(answer: Answer, _now: int) -> ConnectorError:
    return unknown(answer.host) if answer.written else unreachable(answer.host)


def _refused(answer: Answer, _now: int) -> ConnectorError:
    return Refused(
        f"{answer.host} menolak permintaan ini. {answer.said()}".strip(),
        "Tidak ada yang terkirim atau berubah.",
        "Periksa isinya, lalu coba lagi.",
    )


REASONS: Mapping[int, Callable[[Answer, int], ConnectorError]] = {
    401: _sign_in,
    403: _not_allowed,
    404: _gone,
    408: _timed_out,
    410: _gone,
    413: _too_long,
    429: _later,
    503: _busy,
}


def asked_pause(headers: Mapping[str, str], now: int) -> int | None:
    """Read until when (UTC ms) the platform asks to wait; None where it does not say.

    Retry-After is seconds or a date (RFC 9110 10.2.3); the rate-limit headers are seconds
    since 1970 or an ISO instant (Mastodon).
    """
    for name in ("retry-after", "x-ratelimit-reset", "ratelimit-reset"):
        value = headers.get(name, "").strip()
        if value:
            when = _instant(value, now)
            if when is not None:
                return max(when, now)
    return None


def _instant(value: str, now: int) -> int | None:
    try:
        seconds = float(value)
    except ValueError:
        return _dated(value)
    if seconds != seconds or abs(seconds) > 1e11:  # noqa: PLR0124, PLR2004 - NaN, nonsense
        return None
    milliseconds = int(seconds * 1000)
    return milliseconds if seconds >= EPOCH_BEGINS else now + milliseconds


def _dated(value: str) -> int | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
        except (ValueError, OverflowError):
            continue
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return int(moment.timestamp() * 1000)
    return None
