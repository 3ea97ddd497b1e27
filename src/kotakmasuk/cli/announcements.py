"""kotakmasuk announcement: what was announced where, and how each post stands."""

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from kotakmasuk.cli.tools import Tools, tell, tell_json
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.announcements import FORMS, STANDING_WORDS, PostRow
from kotakmasuk.domain.replies import REPLY_WORDS
from kotakmasuk.services import announcements, settings
from kotakmasuk.services.announcements import Listed


@click.group()
def announcement() -> None:
    """Pengumuman, klarifikasi, dan peringatan darurat."""


@announcement.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def list_command(tools: Tools, *, as_json: bool) -> None:
    """Daftar pengumuman, yang terbaru lebih dahulu."""
    with tools.reader() as reader:
        found = announcements.listed(reader, tools.office())
        zone = ZoneInfo(settings.load(reader).zone)
    if as_json:
        tell_json([_as_json(one) for one in found])
        return
    for one in found:
        when = datetime.fromtimestamp(one.announcement.at / 1000, zone)
        name = announcements.words_of(one.announcement)
        tell(f"{when:%Y-%m-%d %H.%M}  {name}: {STANDING_WORDS[one.standing]}")
        for post in one.posts:
            tell(
                f"  {platform_of(post.platform).name} @{post.handle.lstrip('@')}: {_words(post)}"
            )
    if not found:
        tell("Belum ada pengumuman.")


def _words(post: PostRow) -> str:
    words = REPLY_WORDS[post.state]
    return f"{words} {post.url}".strip()


def _as_json(listed: Listed) -> dict[str, object]:
    one = listed.announcement
    return {
        "id": one.uid,
        "preset": one.preset,
        "preset_words": FORMS[one.preset].words,
        "title": one.title,
        "at": one.at,
        "expires_at": one.expires_at,
        "state": listed.standing,
        "state_words": STANDING_WORDS[listed.standing],
        "posts": [
            {
                "platform": post.platform,
                "handle": post.handle,
                "state": post.state,
                "state_words": REPLY_WORDS[post.state],
                "at": post.at or None,
                "url": post.url,
            }
            for post in listed.posts
        ],
    }
