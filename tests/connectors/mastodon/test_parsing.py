"""Mastodon's JSON becomes messages, whatever a server's own habits are."""

import json
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.connectors.mastodon.parsing import incoming, is_status
from kotakmasuk.connectors.mastodon.plain import comparable, plain
from kotakmasuk.domain.messages import Form


REPLIES = Path(__file__).parent / "replies"
OWN = "100"


def reply(name: str) -> Any:
    return json.loads((REPLIES / name).read_text(encoding="utf-8"))


def status(status_id: str, by: str, **more: Any) -> dict[str, Any]:
    return {
        "id": status_id,
        "created_at": "2026-11-20T02:15:08.121Z",
        "account": {"id": by, "acct": f"akun{by}"},
        "content": f"<p>isi {status_id}</p>",
        "visibility": "public",
        **more,
    }


def test_a_mention_becomes_plain_text() -> None:
    """Paragraphs and addresses stay, hidden pieces of links are joined again."""
    message = incoming(reply("mention.json")["status"], OWN, [])
    assert message is not None
    assert message.text == (
        "@humas jalan di depan SD & pasar berlubang\n"
        "fotonya: https://foto.example/album/jalan-berlubang-sekali/2026\n\n"
        "Mohon #perbaikan"
    )
    assert message.sent_at == 1_763_604_908_121 + 31_536_000_000
    assert (message.form, message.public, message.own) == (Form.MENTION, True, False)


def test_an_author_is_named_as_this_server_knows_her() -> None:
    """Handle with her server's name, so that an answer reaches her."""
    message = incoming(reply("mention.json")["status"], OWN, [])
    assert message is not None
    assert message.author.handle == "@rini@warga.example"
    assert message.author.name == "Rini"
    assert message.conversation == "115571:200"


def test_only_web_addresses_pass() -> None:
    """What an officer may click on is never a script."""
    message = incoming(reply("mention.json")["status"], OWN, [])
    assert message is not None
    assert [each.url for each in message.attachments] == [
        "https://berkas.example/9.jpg",
        "",
    ]
    assert message.attachments[0].description == "Lubang di tengah jalan"


def test_our_own_direct_message_is_context() -> None:
    """It belongs to the citizen's conversation and carries its warning."""
    message = incoming(reply("direct.json"), OWN, [])
    assert message is not None
    assert message.own
    assert message.conversation == "dm:200"
    assert message.form is Form.DIRECT_MESSAGE
    assert message.text.startswith("Aduan\n\n")
    assert message.url == "https://sukamaju.example/s/115600"


def test_an_odd_status_is_read_as_far_as_it_goes() -> None:
    """Numbers as ids, no text, no zone: nothing of it breaks the page."""
    message = incoming(reply("odd.json"), OWN, [])
    assert message is not None
    assert (message.remote_id, message.author.remote_id) == ("7.25", "42")
    assert (message.text, message.edited_at, message.parent) == ("", None, None)


@pytest.mark.parametrize(
    "value", [None, [], "teks", {}, {"id": "1"}, {"id": "1", "created_at": "kemarin"}]
)
def test_what_is_no_status_is_told(value: object) -> None:
    """A page may hold anything; only statuses become messages."""
    assert not is_status(value)


def test_a_citizen_under_one_post_is_one_conversation() -> None:
    """Her comment, our answer and her thanks stand together; her neighbour's do not."""
    post = status("1", OWN, favourites_count=7, replies_count=3)
    asked = status("2", "200", in_reply_to_id="1", in_reply_to_account_id=OWN)
    ours = status("3", OWN, in_reply_to_id="2", in_reply_to_account_id="200")
    thanks = status("4", "200", in_reply_to_id="3", in_reply_to_account_id=OWN)
    other = status("5", "201", in_reply_to_id="2", in_reply_to_account_id="200")
    chains = [(asked, [post]), (ours, [post, asked]), (thanks, [post, asked, ours])]
    made = [incoming(each, OWN, chain) for each, chain in chains]
    assert {each.conversation for each in made if each} == {"1:200"}
    neighbour = incoming(other, OWN, [post, asked])
    assert neighbour is not None
    assert neighbour.conversation == "1:201"


def test_a_comment_brings_the_post() -> None:
    """The officer sees the agency's post, its likes and its comments."""
    post = status("1", OWN, favourites_count=7, replies_count=3)
    message = incoming(status("2", "200", in_reply_to_id="1"), OWN, [post])
    assert message is not None
    assert message.form is Form.COMMENT
    assert message.post is not None
    assert (message.post.likes, message.post.comments) == (7, 3)
    assert message.post.text == "isi 1"


def test_our_own_thread_concerns_no_citizen() -> None:
    """The agency going on under its own post is no work and no answer."""
    post = status("1", OWN)
    more = status("2", OWN, in_reply_to_id="1", in_reply_to_account_id=OWN)
    assert incoming(more, OWN, [post]) is None


def test_the_rest_of_an_answer_in_two_parts_stays_with_the_citizen() -> None:
    """A second part under our own first part still answers her."""
    asked = status("1", "200")
    first = status("2", OWN, in_reply_to_id="1", in_reply_to_account_id="200")
    second = status("3", OWN, in_reply_to_id="2", in_reply_to_account_id=OWN)
    message = incoming(second, OWN, [asked, first])
    assert message is not None
    assert message.conversation == "1:200"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc"),
        ("polos saja", "polos saja"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ('<a href="https://x.example/y">klik</a>', "klik (https://x.example/y)"),
        ('<a href="https://x.example/y">x.example/y</a>', "x.example/y"),
        ("<ul><li>satu</li><li>dua</li></ul>", "- satu\n- dua"),
        ("<script>jahat()</script>aman", "aman"),
        ("a\x00b", "ab"),
        ("<p>tak tertutup <b>tebal", "tak tertutup tebal"),
        ("", ""),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, text: str) -> None:
    """Also of servers that allow more than Mastodon does."""
    assert plain(html) == text


def test_two_renderings_of_one_answer_are_equal() -> None:
    """A server writes mentions short and spaces as it likes."""
    sent = "@rini@warga.example Terima kasih.\n\nInfo: https://a.example/b"
    shown = "@rini Terima kasih. Info: https://a.example/b"
    assert comparable(sent) == comparable(shown)
    assert comparable(sent) != comparable(shown + " Salam.")
