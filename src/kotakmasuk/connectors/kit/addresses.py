"""Links as X finds them: with a protocol, or a bare name under a known domain.

NOTICE. What counts as a link follows twitter-text 3.1.0, Copyright 2018 Twitter, Inc.,
licensed under the Apache License, Version 2.0; its conformance cases are our tests.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources


DOMAINS = "top_level_domains.txt"
LONGEST_ADDRESS = 4096
LONGEST_LABEL = 63
LONGEST_SLUG = 40
DEFAULT_PROTOCOL = "https://"
PUNYCODE = "xn--"
LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
INVALID = "\ufffe\ufeff\uffff"
DIRECTIONS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
SPACES = "\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SIGNS = r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
LETTERS = f"a-z0-9\u0400-\u04ff{ACCENTED}"
NO_LETTER = SIGNS + SPACES + INVALID + DIRECTIONS
# A label's run ends where its letters end, so nothing is gained by trying it shorter.
LABEL = f"[^{NO_LETTER}](?:[^{NO_LETTER}]|-)*+(?<!-)[.]"
SUBDOMAIN = f"[^{NO_LETTER}](?:[^{NO_LETTER}]|[_-])*+(?<![_-])[.]"
IN_PATH = rf"[{LETTERS}!*';:=+,.$/%#\[\]\-\u2013_~@|&]"
IN_BRACKETS = rf"[(](?:{IN_PATH}+|{IN_PATH}*[(]{IN_PATH}+[)]{IN_PATH}*)[)]"
PATH = rf"/(?:(?:{IN_PATH}|{IN_BRACKETS})*(?:[{LETTERS}+\-=_#/]|{IN_BRACKETS}))?"
QUERY = r"[?][a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"
SHORTENED = re.compile(rf"https?://t[.]co/(?P<slug>[a-z0-9]+)(?:{QUERY})?")
# Letters that no dot follows hold no link, nor do names in which none was found: they
# are stepped over in one go, or a long text without a space would take minutes.
WORD = f"[^{NO_LETTER}](?:[^{NO_LETTER}]|[_-])*+(?<![_-])"
PASSED_OVER = f"(?:[^{NO_LETTER}]|[_-])++(?![.]|://)"
NO_NAME = f"{WORD}(?:[.]{WORD})*+(?!://)"


def find(text: str) -> tuple[tuple[int, int], ...]:
    """Give where each link begins and ends (exclusive), in characters of the text."""
    if "." not in text:
        return ()
    # Letters are made small one by one, so that places stay the same.
    small = text.translate(LOWER)
    found = (
        place
        for match in _pattern().finditer(small)
        if match["address"] is not None and _is_valid(match)
        for place in (_linked(match) if match["protocol"] else _bare(match))
    )
    return tuple(found)


def _linked(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give a link with its protocol; of a shortened one only its own part."""
    start, end = match.span("address")
    shortened = SHORTENED.match(match["address"])
    if shortened is None:
        yield start, end
    elif len(shortened["slug"]) <= LONGEST_SLUG:
        yield start, start + shortened.end()


def _bare(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the bare names in what looks like one; other scripts may surround them."""
    if match["before"].endswith(("-", "_", ".", "/")):
        return
    start = match.start("domain")
    places = [
        (start + each.start(), start + each.end())
        for each in _plain_domain().finditer(match["domain"])
    ]
    if places and match["path"]:
        places[-1] = places[-1][0], match.end("address")
    yield from places


def _is_valid(match: re.Match[str]) -> bool:
    domain = match["domain"]
    if domain.startswith(PUNYCODE) and not _plain_domain().search(domain):
        return False
    labels = [_encoded(label) for label in domain.split(".")]
    if not all(0 < length <= LONGEST_LABEL for length in labels):
        return False
    protocol = match["protocol"] or DEFAULT_PROTOCOL
    return len(protocol) + len(match["address"]) <= LONGEST_ADDRESS


def _encoded(label: str) -> int:
    """Count the letters of a label as the name service writes it (RFC 3492)."""
    if label.isascii():
        return len(label)
    return len(PUNYCODE) + len(label.encode("punycode"))


@cache
def _known_domain() -> str:
    lines = (
        resources.files(__package__).joinpath(DOMAINS).read_text("utf-8").split("\n")
    )
    names = " ".join(line for line in lines if not line.startswith("#")).split()
    known = "|".join(sorted(names, key=len, reverse=True))
    return rf"(?:(?:{known})(?![0-9a-z@+-])|{PUNYCODE}[\-0-9a-z]+)"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>[^a-z0-9@\uff20$#\uff03{INVALID}]|^)"
        rf"(?:(?P<address>(?P<protocol>https?://)?"
        rf"(?P<domain>(?:{SUBDOMAIN})*{LABEL}{_known_domain()})"
        rf"(?::[0-9]+)?(?P<path>{PATH})?(?:{QUERY})?)|{NO_NAME})"
        rf"|{PASSED_OVER}"
    )


@cache
def _plain_domain() -> re.Pattern[str]:
    return re.compile(rf"(?:[\-a-z0-9{ACCENTED}]+[.])+{_known_domain()}")
