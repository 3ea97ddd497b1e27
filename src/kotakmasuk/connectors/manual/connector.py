"""Entering by hand: a pasted link tells platform, handle and id; sending is by hand too.

The network is never asked. An address that is not recognised is kept as it is.
"""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from kotakmasuk.connectors.kit.links import LinkFound
from kotakmasuk.domain.errors import KnownError


HOSTS = {
    "instagram.com": "instagram",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "fb.watch": "facebook",
    "x.com": "x",
    "twitter.com": "x",
    "tiktok.com": "tiktok",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "wa.me": "whatsapp",
    "api.whatsapp.com": "whatsapp",
    "lapor.go.id": "lapor",
    "play.google.com": "playstore",
}
# Per platform: paths with a handle, an id, or both; the first that fits counts. What
# stands in the query is written after the path as one more step: name=value.
PATHS = {
    "instagram": (
        r"/(?P<handle>[\w.]+)/(?:p|reel|reels|tv)/(?P<id>[\w-]+)",
        r"/(?:p|reel|reels|tv)/(?P<id>[\w-]+)",
        r"/stories/(?P<handle>[\w.]+)/(?P<id>\d+)",
        r"/direct/t/(?P<id>\d+)",
        r"/(?P<handle>[\w.]+)$",
    ),
    "facebook": (
        r"/groups/(?P<handle>[\w.]+)/(?:posts|permalink)/(?P<id>\w+)",
        r"/(?P<handle>[\w.-]+)/(?:posts|videos|photos)/(?:[^/]+/)?(?P<id>\w+)",
        r"/(?:story|permalink|photo|watch)(?:\.php)?.*/(?:story_fbid|fbid|v)=(?P<id>\w+)",
        r"/reel/(?P<id>\w+)",
        r"/share/(?:\w/)?(?P<id>\w+)",
        r"/(?P<handle>[\w.-]+)$",
    ),
    "x": (
        r"/i/(?:web/)?status/(?P<id>\d+)",
        r"/(?P<handle>\w+)/status(?:es)?/(?P<id>\d+)",
        r"/(?P<handle>\w+)$",
    ),
    "tiktok": (
        r"/@(?P<handle>[\w.]+)/(?:video|photo)/(?P<id>\d+)",
        r"/(?:t/)?(?P<id>Z\w+)$",
        r"/@(?P<handle>[\w.]+)$",
    ),
    "youtube": (
        r"/watch.*/lc=(?P<id>[\w.-]+)",
        r"/watch.*/v=(?P<id>[\w-]+)",
        r"/(?:shorts|live|post)/(?P<id>[\w-]+)",
        r"/@(?P<handle>[\w.-]+)",
        r"/(?:c|user|channel)/(?P<handle>[\w-]+)",
        r"/(?P<id>[\w-]{11})(?:/|$)",
    ),
    "threads": (
        r"/@(?P<handle>[\w.]+)/post/(?P<id>[\w-]+)",
        r"/t/(?P<id>[\w-]+)",
        r"/@(?P<handle>[\w.]+)$",
    ),
    "bluesky": (
        r"/profile/(?P<handle>[\w.:-]+)/post/(?P<id>\w+)",
        r"/profile/(?P<handle>[\w.:-]+)$",
    ),
    "telegram": (
        r"/c/(?P<id>\d+/\d+(?:/\d+)?)",
        r"/s/(?P<handle>\w+)(?:/(?P<id>\d+))?",
        r"/(?P<handle>\w+)(?:/(?P<id>\d+(?:/\d+)?))?(?:/|$)",
    ),
    "whatsapp": (r"/send/phone=(?P<handle>\d+)", r"/(?P<handle>\d+)(?:/|$)"),
    "lapor": (r"/laporan/(?:detil|detail)/(?P<id>[\w-]+)", r"/(?P<id>\d{5,})$"),
    "playstore": (
        r"/store/apps/details/.*?id=(?P<handle>[\w.]+).*/reviewId=(?P<id>[\w:-]+)",
        r"/store/apps/details/.*?id=(?P<handle>[\w.]+)",
    ),
    # Servers of many names that write their addresses alike: Mastodon and its kin.
    "mastodon": (
        r"/@(?P<handle>[\w.]+(?:@[\w.-]+)?)/(?P<id>[\w-]+)$",
        r"/users/(?P<handle>[\w.]+)/statuses/(?P<id>\w+)",
        r"/@(?P<handle>[\w.]+(?:@[\w.-]+)?)$",
    ),
}
NEEDED_QUERY = {
    "facebook": ("story_fbid", "fbid", "v", "id", "comment_id", "reply_comment_id"),
    "youtube": ("v", "lc"),
    "playstore": ("id", "reviewId"),
    "whatsapp": ("phone",),
    "telegram": ("comment", "thread"),
}
# A comment's own id wins over the id of the post it stands under.
COMMENT = {
    "facebook": ("reply_comment_id", "comment_id"),
    "telegram": ("comment",),
}
NOT_HANDLES = frozenset(
    [
        "explore",
        "reel",
        "reels",
        "stories",
        "direct",
        "accounts",
        "about",
        "home",
        "watch",
        "share",
        "login",
        "i",
        "search",
        "hashtag",
        "settings",
        "messages",
        "notifications",
        "groups",
        "events",
        "marketplace",
        "gaming",
    ]
)
FOLLOWS_PEOPLE = re.compile(
    r"utm_|mc_|(?:fbclid|gclid|igsh|igshid|si|s|t|ref|ref_src|ref_url|feature|rdid|mibextid"
    r"|_rdr|_r|is_from_webapp|sender_device|xmt|__cft__|__tn__|share_id|web_id)\b",
    re.IGNORECASE,
)
LONGEST_LINK = 2_000


def read_link(url: str) -> LinkFound:
    """Read platform, handle and id from a link; KnownError when it is no link at all."""
    parts = _parts(url)
    host = (parts.hostname or "").casefold()
    platform = _platform(host)
    clean = _clean(parts, platform)
    path = "/".join([parts.path.rstrip("/"), *_needed(parts, platform)])
    found = _first(PATHS.get(platform or "mastodon", ()), path)
    handle = (found.get("handle") or "").strip("/")
    remote_id = _comment_id(parts, platform) or found.get("id") or ""
    if platform is None:
        platform = "mastodon" if found else "manual"
    if handle.casefold() in NOT_HANDLES:
        handle = ""
    if platform == "mastodon" and handle and "@" not in handle:
        handle = f"{handle}@{parts.netloc}"
    return LinkFound(platform, _shown(platform, handle), remote_id, clean)


def _parts(url: str) -> SplitResult:
    text = url.strip()
    if "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(/|$|\?)", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", text) or len(text) > LONGEST_LINK:
        message = "Ini bukan tautan yang dapat dibuka."
        remedy = "Salin tautan dari kanalnya, diawali https://, atau kosongkan."
        raise KnownError(message, "Teks yang sudah Anda tulis tetap ada.", remedy)
    return parts


def _platform(host: str) -> str | None:
    """Find the platform of a host or of the domain it belongs to."""
    labels = host.split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return next((HOSTS[domain] for domain in domains if domain in HOSTS), None)


def _needed(parts: SplitResult, platform: str | None) -> list[str]:
    """Give what in a query names the item, written as steps of a path."""
    names = NEEDED_QUERY.get(platform or "", ())
    return [
        f"{name}={value}" for name, value in parse_qsl(parts.query) if name in names
    ]


def _clean(parts: SplitResult, platform: str | None) -> str:
    """Drop what only follows people around; what names the item stays."""
    needed = NEEDED_QUERY.get(platform or "", ())
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if (name in needed if platform else not FOLLOWS_PEOPLE.match(name))
    ]
    netloc = parts.netloc.rpartition("@")[2]
    clean = parts._replace(
        scheme="https", netloc=netloc, query=urlencode(kept), fragment=""
    )
    return clean.geturl()


def _first(patterns: tuple[str, ...], path: str) -> dict[str, str | None]:
    for pattern in patterns:
        found = re.match(pattern, path)
        if found:
            return found.groupdict()
    return {}


def _comment_id(parts: SplitResult, platform: str | None) -> str:
    query = dict(parse_qsl(parts.query))
    names = COMMENT.get(platform or "", ())
    return next((query[name] for name in names if name in query), "")


def _shown(platform: str, handle: str) -> str:
    """Write a handle as the platform does; a telephone and an app have no @."""
    if not handle or platform in {"whatsapp", "playstore", "facebook", "lapor"}:
        return handle
    return f"@{handle}"
