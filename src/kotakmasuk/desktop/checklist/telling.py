"""An item in words, field by field, and what became of it version by version.

The one rule: of a list only what came and what went is told; the rest stayed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.checklist import wording
from kotakmasuk.desktop.widgets.day_field import day_words
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.checklist import Rule
from kotakmasuk.services.rule_history import (
    ADOPTED,
    CHANGED,
    RESTORED,
    RETIRED,
    Step,
)


MOST = 30  # entries of a list that are told one by one
Section = tuple[str, str, str]


def step_words(step: Step, moment: Moment) -> str:
    """Say "Versi 3 · diubah · Sari, 12 Nov 09.10"."""
    deeds = {
        ADOPTED: _say("bawaan"),
        CHANGED: _say("diubah") if step.before else _say("dibuat"),
        RESTORED: _say("versi bawaan"),
        RETIRED: _say("dihentikan"),
    }
    parts = [_say("Versi {n}").format(n=step.rule.version), deeds[step.deed]]
    told = [step.actor] if step.deed != ADOPTED else []
    if step.at:
        told.append(moment_words(moment, step.at))
    return " · ".join(part for part in (*parts, ", ".join(filter(None, told))) if part)


def step_changes(step: Step) -> list[Section]:
    """What one step changed; of the first version nothing, for all of it was new."""
    return changes(step.before, step.rule) if step.before else []


def nothing_changed(step: Step) -> str:
    """Say why a step shows no difference."""
    if step.before is None:
        return _say("Versi pertama butir ini.")
    if step.deed == RETIRED:
        return _say("Butir dihentikan; isinya tidak berubah.")
    return _say("Tidak ada yang berbeda.")


def changes(before: Rule, after: Rule) -> list[Section]:
    """What differs: the field's name, the words before and after."""
    both = zip(_told(before), _told(after), strict=True)
    pairs = [(name, was, now) for (name, was), (_name, now) in both]
    found = [pair for pair in pairs if pair[1] != pair[2]]
    for name in ("words", "topics", "kinds", "urgencies", "platforms"):
        found += _of_list(name, getattr(before, name), getattr(after, name))
    return found


def _of_list(name: str, was: Sequence[str], now: Sequence[str]) -> list[Section]:
    gone = [one for one in was if one not in set(now)]
    come = [one for one in now if one not in set(was)]
    if not gone and not come:
        return []
    titles = {
        "words": _say("Kata-kata"),
        "topics": _say("Tag"),
        "kinds": _say("Jenis pesan"),
        "urgencies": _say("Urgensi"),
        "platforms": _say("Kanal"),
    }
    return [(titles[name], _listed(name, gone), _listed(name, come))]


def _listed(name: str, values: Sequence[str]) -> str:
    known = {
        "kinds": wording.kinds,
        "urgencies": wording.urgencies,
        "platforms": wording.platforms,
    }
    words = dict(known[name]()) if name in known else {}
    shown = [words.get(one, one) for one in values[:MOST]]
    if len(values) > MOST:
        shown.append(_say("dan {n} lagi").format(n=len(values) - MOST))
    return "\n".join(shown) if name == "words" else ", ".join(shown)


def _told(rule: Rule) -> list[tuple[str, str]]:
    return [
        (_say("Butir"), rule.text),
        (_say("Acuan"), rule.basis),
        (_say("Keyakinan acuan"), dict(wording.confidences())[rule.confidence]),
        (_say("Tanggal diperiksa"), day_words(rule.checked_on)),
        (_say("Bila ditemukan"), wording.effect_words(wording.effect(rule))),
        (_say("Cara memeriksa"), wording.check_words(rule.check).title),
        (_say("Dapat dilewati penyetuju"), _yes(rule.overridable)),
        (_say("Berlaku pada"), dict(wording.reaches())[rule.applies]),
        (_say("Untuk"), _named(wording.purposes(), rule.purposes)),
        (_say("Ditanyakan pada"), _named(wording.risks(), rule.risk)),
        (_say("Mulai"), day_words(rule.starts)),
        (_say("Sampai"), day_words(rule.ends)),
        (_say("Tanggapan pertama dikecualikan"), _yes(rule.first_exempt)),
        (_say("Hanya bila ada gambar"), _yes(rule.media)),
    ]


def _named(choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> str:
    return ", ".join(words for name, words in choices if name in chosen)


def _yes(value: bool) -> str:  # noqa: FBT001  the value itself
    return _say("ya") if value else _say("tidak")


def _say(text: str) -> str:
    return QCoreApplication.translate("Checklist", text)
