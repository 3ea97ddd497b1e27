"""The demo's agency before the first message: settings, contacts, templates, people.

The one rule: passphrases come last, for with the first role in force only an admin
changes the rest.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kotakmasuk.bootstrap.demo_story import Story
from kotakmasuk.domain.contacts import Contact, ContactKind
from kotakmasuk.domain.rules import rule_from
from kotakmasuk.domain.team import Officer, Role
from kotakmasuk.domain.templates import Template
from kotakmasuk.services import contacts, proving, rules, settings, team, templates


AGENCY, TEMPLATES = "agency.toml", "templates.toml"


def read(folder: Path) -> dict[str, Any]:
    """Read who the agency is."""
    return tomllib.loads((folder / AGENCY).read_text(encoding="utf-8"))


def passphrases(agency: Mapping[str, Any]) -> dict[str, str]:
    """The passphrases that the demo tells its visitor, by name."""
    listed = agency["officer"]
    return {one["name"]: one["passphrase"] for one in listed if "passphrase" in one}


def settle(story: Story, agency: Mapping[str, Any]) -> None:
    """Set the agency up, as its admin does on the first day."""
    listed = agency["officer"]
    settings.save(
        story.desk,
        agency=agency["name"],
        unit=agency["unit"],
        address=agency["address"],
        signer="Hendra Wijaya, S.Sos., M.I.Kom.",
        signer_rank="Pembina, IV/a",
        signer_nip="19850214 201001 1 003",
        officers=tuple(Officer(one["name"], one["key"]) for one in listed),
        officer=listed[0]["name"],
        greeting="Kak",
        ppid_link=f"{agency['website']}/ppid",
        known_domains=(agency["website"].removeprefix("https://"),),
    )
    keeper = story.officer(agency["keeper"])
    contacts.save_all(keeper, [_contact(one) for one in agency["contact"]])
    for one in agency["rule"]:
        rules.save(keeper, rule_from({**one, "version": 1}, AGENCY))
    _give_roles(story, listed)


def _contact(one: Mapping[str, str]) -> Contact:
    kind = ContactKind(one["kind"])
    return Contact("", one["unit"], one["label"], kind, one["value"])


def _give_roles(story: Story, listed: list[dict[str, Any]]) -> None:
    for name, passphrase in story.passphrases.items():
        story.seats[name] = proving.enrol(story.desk, name, passphrase)
    roles = (
        Officer(one["name"], one["key"], Role(one["role"]), one.get("title", ""))
        for one in listed
    )
    team.save_members(story.desk, tuple(roles))


def write_templates(story: Story) -> None:
    """Write the agency's own templates and its changes to those that were shipped."""
    text = (story.folder / TEMPLATES).read_text(encoding="utf-8")
    for one in tomllib.loads(text)["template"]:
        story.at(one)
        listed = templates.listed(story.desk.database.conn)
        known = next((old for old in listed if old.key == one["key"]), None)
        fresh = known or Template("", one["key"], "", "", "")
        values = dict(_values(one))
        templates.save(story.officer(one["officer"]), replace(fresh, **values))
    listed = templates.listed(story.desk.database.conn)
    story.templates |= {one.key: one.uid for one in listed}


def _values(one: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in one.items():
        if name == "tags":
            yield name, tuple(value)
        elif name not in ("officer", "week", "day", "time"):
            yield name, value.isoformat() if isinstance(value, date) else value
