"""What each platform takes is data, and wrong data is told by its field."""

from importlib import resources

import pytest

from kotakmasuk.connectors.kit import platforms
from kotakmasuk.connectors.kit.platforms import facts, measure, parse, picture_rules
from kotakmasuk.domain.accounts import PLATFORMS
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Limit


GOOD = (
    resources.files(platforms.__package__).joinpath(platforms.FILE).read_text("utf-8")
)


@pytest.mark.parametrize("name", PLATFORMS)
def test_every_platform_has_its_facts(name: str) -> None:
    """An officer may connect any of them."""
    assert facts(name).platform == name


def test_an_unknown_platform_has_no_limits() -> None:
    """The demo and what a newer version knows are counted, not refused."""
    assert measure("kanal-baru", "halo", public=True, settings={}) == Limit(4, None)


@pytest.mark.parametrize(
    ("name", "public", "text", "limit"),
    [
        ("x", True, "🙏" * 140, Limit(280, 280)),
        ("x", False, "lapor.go.id", Limit(11, 10000)),
        ("instagram", True, "🙏" * 3, Limit(3, 2200)),
        ("instagram", False, "🙏" * 3, Limit(12, 1000)),
        ("telegram", True, "🙏" * 3, Limit(6, 4096)),
        ("threads", True, "Siap 🙏", Limit(9, 500)),
        ("mastodon", True, "@rini@warga.example", Limit(5, 500)),
        ("playstore", True, "Terima kasih", Limit(12, 350)),
        ("tiktok", True, "Terima kasih", Limit(12, 150)),
        ("lapor", True, "Terima kasih", Limit(12, None)),
    ],
)
def test_a_text_is_measured_for_its_place(
    name: str,
    text: str,
    limit: Limit,
    *,
    public: bool,
) -> None:
    """The same words are longer in one place than in another."""
    assert measure(name, text, public=public, settings={}) == limit


def test_bluesky_counts_letters_and_bytes() -> None:
    """Whichever is nearer to its limit decides, in shares of the first."""

    def used(text: str) -> Limit:
        return measure("bluesky", text, public=True, settings={})

    assert used("a" * 301) == Limit(301, 300)
    assert used("👨‍👩‍👧‍👦" * 120) == Limit(300, 300)
    assert used("👨‍👩‍👧‍👦" * 120 + "a").over == 1


def test_an_accounts_own_limit_wins() -> None:
    """A server or a paid account may take more; nonsense in a setting changes nothing."""
    own = {"limit": "5000", "url_length": "25"}
    found = measure("mastodon", "https://a.example/b", public=True, settings=own)
    assert found == Limit(25, 5000)
    odd = {"limit": "banyak", "url_length": "-1"}
    found = measure("mastodon", "https://a.example/b", public=True, settings=odd)
    assert found == Limit(23, 500)


def test_a_picture_shortens_the_text() -> None:
    """Telegram takes 1,024 under a picture."""
    found = measure("telegram", "halo", public=True, settings={}, pictures=1)
    assert found == Limit(4, 1024)


def test_windows_close_where_the_platform_closes_them() -> None:
    """24 hours for a message, seven days by a human hand, never for a comment."""
    instagram = facts("instagram")
    assert instagram.place(public=False).window_hours == 24
    assert instagram.place(public=False).window_extended_hours == 168
    assert instagram.place(public=True).window_hours is None


def test_a_new_post_may_take_what_a_comment_does_not() -> None:
    """Instagram takes pictures in a post, not in a comment; others do not differ."""
    instagram, mastodon = facts("instagram"), facts("mastodon")
    assert instagram.place(public=True).pictures.most == 0
    assert instagram.place(public=True, post=True).pictures.most == 10
    assert mastodon.place(public=True, post=True) == mastodon.public


def test_a_servers_own_word_on_pictures_wins() -> None:
    """But it adds none where the platform takes none."""
    told = {"pictures_most": "6", "pictures_most_bytes": "1000000"}
    rules = picture_rules(facts("mastodon").public, told)
    assert (rules.most, rules.most_bytes) == (6, 1_000_000)
    assert picture_rules(facts("tiktok").public, told).most == 0
    odd = picture_rules(facts("mastodon").public, {"pictures_most": "banyak"})
    assert odd == facts("mastodon").public.pictures


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("[x]\nsplit = true", "[x]\nsplit = 1", "x.split"),
        ("[x.public]\nlimit = 280", "[x.public]\nlimit = 0", "x.public.limit"),
        ('count = "weighted"', 'count = "hati"', "x.public.count"),
        ("[x.public]", "[x.public]\nwarna = 1", "x.public.warna"),
        ("[rss]\nsplit = false", "", "rss"),
        ("[rss]", "[orkut]\nsplit = true\n[rss]", "orkut"),
        ('types = ["image/jpeg"]', 'types = ["image/heic"]', "pictures.types"),
        ("most = 20\n", "", "threads.public.pictures"),
        ("alt = true", "alt = 'ya'", "pictures.alt"),
        ("[x]", "[x", "line"),
        (
            "[lapor]\nsplit = false",
            "[lapor]\nsplit = false\npublic = 3",
            "lapor.public",
        ),
    ],
)
def test_wrong_facts_are_told_by_their_field(old: str, new: str, field: str) -> None:
    """Who changes a figure learns where the mistake is."""
    assert old in GOOD
    with pytest.raises(KnownError, match=r"platforms\.toml") as caught:
        parse(GOOD.replace(old, new, 1))
    assert field in str(caught.value)
