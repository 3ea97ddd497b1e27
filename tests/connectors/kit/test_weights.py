"""X's own cases judge our counting; they are read in place, skipped where they are not."""

import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kotakmasuk.connectors.kit import addresses, weights
from kotakmasuk.connectors.kit.counting import weighted
from kotakmasuk.connectors.kit.weights import CURRENT, Weights


SHARED = Path(os.environ.get("KOTAKMASUK_SHARED", Path(__file__).parents[4] / "shared"))
FOLDER = SHARED / "data" / "replies" / "x"
FIRST = Weights(most=140, scale=1, default=1, ranges=(), emoji=False)
SECOND = replace(CURRENT, emoji=False)
CONFIGURATIONS = {
    "WeightedTweetsCounterTest": SECOND,
    "WeightedTweetsWithDiscountedEmojiCounterTest": CURRENT,
    "UnicodeDirectionalMarkerCounterTest": CURRENT,
}
FAMILY = "👨‍👩‍👧‍👦"


def cases(name: str) -> dict[str, list[dict[str, Any]]]:
    path = FOLDER / f"twitter-text_conformance_{name}.json"
    if not path.exists():
        pytest.skip("the official cases are not here")
    tests: dict[str, list[dict[str, Any]]] = json.loads(path.read_text("utf-8"))[
        "tests"
    ]
    return tests


def units(text: str) -> int:
    """Count as the official cases do: in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def told(text: str, configuration: Weights) -> dict[str, Any]:
    found = weights.weigh(text, configuration)
    composed = unicodedata.normalize("NFC", text)
    assert weights.length(text, configuration) == found.length
    shorter = units(text) - units(composed)
    return {
        "weightedLength": found.length,
        "valid": found.valid,
        "permillage": found.permillage,
        "displayRangeStart": 0,
        "displayRangeEnd": max(0, units(text) - 1),
        "validRangeStart": 0,
        "validRangeEnd": max(0, units(composed[: found.fits]) - 1) + shorter,
    }


def test_the_configuration_is_the_official_one() -> None:
    """A change of X's figures would be seen here first."""
    path = FOLDER / "twitter-text_v3.json"
    if not path.exists():
        pytest.skip("the official configuration is not here")
    official = json.loads(path.read_text("utf-8"))
    ranges = [
        (each["start"], each["end"], each["weight"]) for each in official["ranges"]
    ]
    assert CURRENT.most == official["maxWeightedTweetLength"]
    assert CURRENT.ranges == tuple(ranges)
    assert CURRENT.link == official["transformedURLLength"]
    assert (CURRENT.scale, CURRENT.default) == (100, official["defaultWeight"])
    assert CURRENT.emoji is official["emojiParsingEnabled"]


@pytest.mark.parametrize("group", CONFIGURATIONS)
def test_every_official_length_is_ours(group: str) -> None:
    """Length, validity and how much of the text may stand, case by case."""
    for case in cases("validate")[group]:
        found = told(case["text"], CONFIGURATIONS[group])
        assert found == case["expected"], case["description"]


def test_every_official_verdict_is_ours() -> None:
    """These cases are of the time of 140 letters."""
    for case in cases("validate")["tweets"]:
        found = weights.weigh(case["text"], FIRST).valid
        assert found is case["expected"], case["description"]


@pytest.mark.parametrize("group", ["urls", "tco_urls_with_params"])
def test_every_official_link_is_found(group: str) -> None:
    """What X shortens to 23 letters is what we count so, and nothing else."""
    for case in cases("extract")[group]:
        text = case["text"]
        found = [text[start:end] for start, end in addresses.find(text)]
        assert found == case["expected"], case["description"]


@pytest.mark.parametrize(
    "group", ["urls_with_indices", "urls_with_directional_markers"]
)
def test_every_official_link_is_found_in_its_place(group: str) -> None:
    """A link's place counts where it stands beside others."""
    for case in cases("extract")[group]:
        text = case["text"]
        found = [
            {"url": text[start:end], "indices": [start, end]}
            for start, end in addresses.find(text)
        ]
        assert found == case["expected"], case["description"]


def test_every_official_bare_name_is_a_link() -> None:
    """A domain without a protocol is a link on X."""
    for case in cases("validate")["urls_without_protocol"]:
        whole = ((0, len(case["text"])),)
        assert (addresses.find(case["text"]) == whole) is case["expected"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Terima kasih.", 13),
        ("Cek https://www.lapor.go.id/laporan/detil/jalan-berlubang", 27),
        ("Cek lapor.go.id.", 28),
        ("Surel: humas@sukamaju.go.id", 27),
        (FAMILY, 2),
        ("🇮🇩👍🏽1️⃣", 6),
        ("e\u0301", 1),
        ("日本", 4),
        ("“Anda”…", 8),
        ("©®", 2),
    ],
)
def test_a_reply_is_counted_as_x_does(text: str, length: int) -> None:
    """Links are 23, also bare ones; an address of a mailbox is none."""
    assert weighted(text) == length
    assert weights.weigh(text).length == length


def test_a_hundred_and_forty_families_fit_and_one_more_does_not() -> None:
    """An answer of emoji alone is counted to the last one."""
    assert weights.weigh(FAMILY * 140).valid
    over = weights.weigh(FAMILY * 141)
    assert not over.valid
    assert over.fits == len(FAMILY * 140)


@pytest.mark.parametrize("text", ["", " \ufffe ", "a\uffffb", "\ufeff"])
def test_what_x_refuses_is_not_valid(text: str) -> None:
    """Nothing at all, and letters that are none."""
    assert not weights.weigh(text).valid


@pytest.mark.parametrize(
    "text", ["a." * 5000, "あ" * 5000 + ".", "x.com/" + "!(" * 3000, "https://" * 1000]
)
def test_a_hostile_text_is_counted_too(text: str) -> None:
    """Nothing that is pasted keeps the counter busy for minutes."""
    assert weighted(text) > 0
