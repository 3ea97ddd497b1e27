"""Mastodon's HTML as the plain text that a reader sees, and texts made comparable."""

import re
import unicodedata
from html.parser import HTMLParser

from kotakmasuk.connectors.kit.counting import REMOTE_MENTION


SILENT = frozenset({"script", "style", "template"})
NAME_ONLY = frozenset({"mention", "hashtag", "u-url"})


class _Reader(HTMLParser):
    """Collects the text; a link whose words hide its address shows both."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in SILENT:
            self._silent += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag in {"p", "ul", "ol", "blockquote", "pre"}:
            self.parts.append("\n\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag == "a":
            named = NAME_ONLY & set((values.get("class") or "").split())
            href = "" if named else values.get("href") or ""
            self._links.append((href, len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "p":
            self.parts.append("\n\n")
        elif tag == "a" and self._links:
            href, start = self._links.pop()
            words = "".join(self.parts[start:]).strip()
            if href and words not in href:
                self.parts.append(f" ({href})")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain(html: str) -> str:
    """Turn a status's HTML into text: paragraphs, line breaks and addresses are kept."""
    reader = _Reader()
    reader.feed(html.replace("\x00", ""))
    reader.close()
    lines = (line.strip() for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def comparable(text: str) -> str:
    """Reduce a text to what two servers' renderings of it have in common."""
    short = REMOTE_MENTION.sub(r"@\1", unicodedata.normalize("NFC", text))
    return "".join(short.split()).casefold()
