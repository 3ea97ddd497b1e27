"""A pasted link tells platform, handle and id, without a network."""

import pytest

from kotakmasuk.connectors.manual import connector
from kotakmasuk.domain.errors import KnownError


@pytest.mark.parametrize(
    ("url", "platform", "handle", "remote_id"),
    [
        ("https://www.instagram.com/p/C8a_-1/?igsh=Mz==", "instagram", "", "C8a_-1"),
        ("https://www.instagram.com/rini/reel/DF/?hl=id", "instagram", "@rini", "DF"),
        ("https://www.instagram.com/budi.s/", "instagram", "@budi.s", ""),
        ("https://www.facebook.com/sukamaju/posts/pf1", "facebook", "sukamaju", "pf1"),
        ("https://m.facebook.com/story.php?story_fbid=11&id=2", "facebook", "", "11"),
        (
            "https://www.facebook.com/sukamaju/posts/pf1?comment_id=12",
            "facebook",
            "sukamaju",
            "12",
        ),
        ("https://www.facebook.com/watch/?v=99", "facebook", "", "99"),
        ("https://x.com/budi_s/status/179?s=20&t=a", "x", "@budi_s", "179"),
        ("https://mobile.twitter.com/i/web/status/179", "x", "", "179"),
        ("https://www.tiktok.com/@budi/video/73?lang=id", "tiktok", "@budi", "73"),
        ("https://vt.tiktok.com/ZSabc12/", "tiktok", "", "ZSabc12"),
        ("https://youtu.be/dQw4w9WgXcQ?si=a", "youtube", "", "dQw4w9WgXcQ"),
        ("https://www.youtube.com/watch?v=dQw4&lc=Ug.1", "youtube", "", "Ug.1"),
        ("https://www.youtube.com/@sukamaju", "youtube", "@sukamaju", ""),
        ("https://www.threads.net/@budi/post/C8x?xmt=A", "threads", "@budi", "C8x"),
        ("https://bsky.app/profile/b.example/post/3k", "bluesky", "@b.example", "3k"),
        ("https://t.me/sukamaju/123?comment=45", "telegram", "@sukamaju", "45"),
        ("https://t.me/c/123/89", "telegram", "", "123/89"),
        ("https://wa.me/628120000?text=halo", "whatsapp", "628120000", ""),
        ("https://www.lapor.go.id/laporan/detil/jalan", "lapor", "", "jalan"),
        (
            "https://play.google.com/store/apps/details?id=id.go.a&reviewId=gp:A",
            "playstore",
            "id.go.a",
            "gp:A",
        ),
        ("https://m.example/@budi/113", "mastodon", "@budi@m.example", "113"),
        ("https://m.example/@budi@l.example/113", "mastodon", "@budi@l.example", "113"),
        ("https://kabar.example/berita/jalan", "manual", "", ""),
        ("lapor.go.id/laporan/detil/a", "lapor", "", "a"),
        ("https://instagram.com.palsu.example/p/1", "manual", "", ""),
    ],
)
def test_a_link_is_read(url: str, platform: str, handle: str, remote_id: str) -> None:
    """What stands in the link is taken, and nothing is guessed."""
    found = connector.read_link(url)
    assert (found.platform, found.handle, found.remote_id) == (
        platform,
        handle,
        remote_id,
    )


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://www.instagram.com/p/C8/?igsh=M", "https://www.instagram.com/p/C8/"),
        ("https://x.com/b/status/1?s=20#a", "https://x.com/b/status/1"),
        ("http://kabar.example/b?utm_source=f&id=4", "https://kabar.example/b?id=4"),
        ("https://u:p@kabar.example/b?fbclid=1", "https://kabar.example/b"),
        (
            "https://www.youtube.com/watch?v=dQ&si=z&lc=U",
            "https://www.youtube.com/watch?v=dQ&lc=U",
        ),
    ],
)
def test_what_follows_people_around_is_dropped(url: str, clean: str) -> None:
    """The kept link opens the same item and says nothing about who copied it."""
    assert connector.read_link(url).url == clean


@pytest.mark.parametrize(
    "url",
    ["", "halo dunia", "javascript:alert(1)", "https://", "http://[::1", "ftp://a.b/c"],
)
def test_what_is_no_link_is_told(url: str) -> None:
    """The officer keeps her text and is told what to paste."""
    with pytest.raises(KnownError):
        connector.read_link(url)
