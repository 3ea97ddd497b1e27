"""Rules as data: shipped, edited by the agency, refused in words."""

import json
import tomllib
from datetime import date

import pytest

from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.rules import parse_rules, rule_as_dict, rule_from
from tests.helpers.judging import CHECKLIST, shipped


ENTRY = {
    "key": "E99",
    "version": 1,
    "text": "Contoh",
    "basis": "Acuan: contoh",
    "confidence": "C",
    "checked_on": date(2026, 11, 22),
    "severity": "block",
    "mode": "manual",
}
AUTOMATIC = {"mode": "automatic", "check": "listed_words", "words": ["x"]}


def from_file(entry):
    return parse_rules({"rule": [entry]}, "a.toml")


def from_app(entry):
    return rule_from(entry, "a.toml")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"severity": "fatal"}, "“severity” harus salah satu dari block, warn"),
        ({"mode": "automatic", "check": "nasib"}, "“check” harus salah satu dari"),
        ({"check": "shouting"}, "“check” hanya untuk mode automatic"),
        ({"text": ""}, "“text” belum diisi"),
        ({"text": 3}, "“text” harus teks"),
        ({"mode": "automatic", "check": ["promise"]}, "“check” harus teks"),
        ({"key": "E 99!"}, "“key” hanya boleh huruf, angka"),
        ({"version": "satu"}, "“version” harus bilangan bulat"),
        ({"version": 0}, "“version” harus bilangan bulat"),
        ({"checked_on": "kemarin"}, "“checked_on” harus tanggal"),
        ({"starts": "2026-13-01"}, "“starts” harus tanggal"),
        ({"starts": "2027-02-01", "ends": "2027-01-01"}, "“ends” lebih awal daripada"),
        ({"risk": ["gawat"]}, "“risk” harus salah satu dari"),
        ({"purposes": ["poke"]}, "“purposes” harus salah satu dari"),
        ({"topics": "bencana"}, "“topics” harus daftar teks"),
        ({"media": "ya"}, "“media” harus true atau false"),
        ({"severty": "block"}, "“severty” tidak dikenal"),
        ({**AUTOMATIC, "words": []}, "“words” belum diisi"),
        ({**AUTOMATIC, "words": ["anjing (kecuali"]}, "kata “anjing (kecuali”: tanda"),
    ],
)
def test_a_mistake_names_file_and_rule(change, words):
    """The message says which file and which rule to mend, in a file and in the app."""
    for read in (from_file, from_app):
        with pytest.raises(KnownError) as caught:
            read({**ENTRY, **change})
        assert caught.value.message.startswith("a.toml, aturan ")
        assert words in caught.value.message


def test_a_mistake_names_its_line():
    """The header of the rule, counted in the file as it is written."""
    first = CHECKLIST.read_text(encoding="utf-8")
    written = first + '\n[[rule]]\nkey = "E99"\n'
    with pytest.raises(KnownError) as caught:
        parse_rules(tomllib.loads(written), "checklist.toml", written=written)
    line = len(first.splitlines()) + 2
    assert caught.value.message.startswith(f"checklist.toml baris {line}, aturan E99: ")


def test_a_key_is_used_once():
    """Two rules of one name could not be told apart in a stored check."""
    with pytest.raises(KnownError, match="dipakai dua kali"):
        parse_rules({"rule": [ENTRY, ENTRY]}, "a.toml")


def test_a_switched_off_rule_is_not_asked():
    """An agency may put a rule to rest, but not all of them."""
    resting = {**ENTRY, "active": False}
    kept = parse_rules({"rule": [{**ENTRY, "key": "E1"}, resting]}, "a.toml")
    assert [rule.key for rule in kept] == ["E1"]
    with pytest.raises(KnownError, match="tidak ada satu pun aturan"):
        parse_rules({"rule": [resting]}, "a.toml")


def test_every_shipped_rule_survives_the_way_through_json():
    """As it is stored with a check, and read back to be edited."""
    for rule in shipped().values():
        stored = json.loads(json.dumps(rule_as_dict(rule)))
        assert rule_from(stored, "inbox") == rule
        assert (rule.origin, rule.shipped) == ("shipped", rule.version)


def test_a_rule_of_the_agency_is_its_own():
    """Without an origin it was made here; days may be text."""
    rule = rule_from({**ENTRY, "checked_on": "2026-11-22", "ends": ""}, "inbox")
    assert (rule.origin, rule.checked_on, rule.ends) == ("agency", "2026-11-22", "")


def test_all_items_of_the_ethics_list_are_there():
    """E01 to E19, each as at least one rule."""
    items = {key[:3] for key in shipped()}
    assert {f"E{number:02}" for number in range(1, 20)} <= items


def test_personal_data_in_public_can_never_be_lifted():
    """Nor what makes no sense to send: an open isian, a text that is too long."""
    firm = {key for key, rule in shipped().items() if not rule.overridable}
    assert firm == {"E01", "E05", "E07", "E13A", "E20"}


@pytest.mark.parametrize("written", ["E01", 3, ["E01"]])
def test_what_is_no_list_of_rules_is_told(written):
    """A table that was written with single brackets is no bug."""
    with pytest.raises(KnownError, match=r"harus ditulis sebagai \[\[rule\]\]"):
        parse_rules({"rule": written}, "checklist.toml")
