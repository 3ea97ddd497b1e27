"""What the palette and the map of keys list: pages, looks, and the inbox's deeds.

The one rule: a command is named by its verb, so that typing what one wants finds it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.palette_rows import Command as Shown
from kotakmasuk.desktop.widgets.rail import standard_items
from kotakmasuk.domain.team import Seat


# Only for their names: nothing of them is on the inbox's first picture.
if TYPE_CHECKING:
    from kotakmasuk.domain.announcements import Preset
    from kotakmasuk.domain.templates import Template

Run = Callable[[], object]


def page_commands(open_page: Callable[[str], object]) -> list[Command]:
    """A command for each page of the rail, and for those behind Atur."""
    behind = (
        ("checklist", _say("Ceklis etika"), "badge-check"),
        ("contacts", _say("Kontak resmi"), "landmark"),
    )
    on_rail = [
        Command(
            id=f"page.{item.id}",
            title=_say("Buka {page}").format(page=item.title),
            run=lambda page=item.id: open_page(page),  # type: ignore[misc]
            group=_say("Buka"),
            keys=f"Alt+{place}",
            icon=item.icon,
        )
        for place, item in enumerate(standard_items(), start=1)
    ]
    return on_rail + [
        Command(
            id=f"page.{page}",
            title=_say("Buka {page}").format(page=words),
            run=lambda page=page: open_page(page),  # type: ignore[misc]
            group=_say("Buka"),
            icon=icon,
        )
        for page, words, icon in behind
    ]


def announcement_commands(begin: "Callable[[Preset], object]") -> list[Command]:
    """A command for each kind of announcement that can be begun."""
    from kotakmasuk.domain.announcements import FORMS, OFFERED  # noqa: PLC0415  above

    return [
        Command(
            id=f"announcements.{preset}",
            title=_say("Buat {kind}…").format(kind=FORMS[preset].words.lower()),
            run=lambda one=preset: begin(one),  # type: ignore[misc]
            group=_say("Pengumuman"),
            icon="radio-tower",
        )
        for preset in OFFERED
    ]


def look_commands(theme: Theme, save: Callable[..., object]) -> list[Command]:
    """Colours, density and text size; `save` keeps a setting by its name."""
    dense = _say("Baris nyaman") if theme.compact else _say("Baris padat")
    density = "comfortable" if theme.compact else "compact"
    larger, smaller = theme.text_percent + 10, theme.text_percent - 10
    listed: tuple[tuple[str, str, str, dict[str, object]], ...] = (
        (_say("Warna terang"), "", "sun", {"theme": "light"}),
        (_say("Warna gelap"), "", "moon", {"theme": "dark"}),
        (_say("Warna mengikuti sistem"), "", "monitor", {"theme": "system"}),
        (dense, "", "layers", {"density": density}),
        (_say("Perbesar teks"), "Ctrl+=", "zoom-in", {"text_size": larger}),
        (_say("Perkecil teks"), "Ctrl+-", "type", {"text_size": smaller}),
        (_say("Ukuran teks biasa"), "Ctrl+0", "type", {"text_size": 100}),
    )
    return [
        Command(
            id=f"look.{place}",
            title=words,
            run=lambda changed=changed: save(**changed),  # type: ignore[misc]
            group=_say("Tampilan layar"),
            keys=keys,
            icon=icon,
        )
        for place, (words, keys, icon, changed) in enumerate(listed)
    ]


def seat_commands(seat: Seat, ask: Callable[[object], object]) -> list[Command]:
    """Who sits here; `ask` opens the question, with "prove" or "lay_down"."""
    group = _say("Di meja ini")
    listed: tuple[tuple[str, str, object, str], ...] = (
        ("seat.change", _say("Ganti petugas"), None, "users"),
        ("seat.prove", _say("Buktikan peran"), "prove", "key-round"),
        ("seat.lay_down", _say("Lepaskan peran"), "lay_down", "lock"),
    )
    shown_now = listed if seat.signer else listed[:2]
    return [
        Command(
            id=name,
            title=words,
            run=lambda what=what: ask(what),  # type: ignore[misc]
            group=group,
            icon=icon,
        )
        for name, words, what, icon in shown_now
    ]


def template_commands(
    templates: "Iterable[Template]", use: Callable[[str], object]
) -> list[Command]:
    """A command for each template that can begin an answer."""
    return [
        Command(
            id=f"template.{template.uid}",
            title=template.title,
            run=lambda uid=template.uid: use(uid),  # type: ignore[misc]
            group=_say("Templat"),
            icon="file-text",
            hint=_say("balas dengan templat ini"),
        )
        for template in templates
    ]


def shown(commands: Sequence[Command]) -> list[Shown]:
    """The commands as the palette and the map draw them."""
    return [
        Shown(
            id=one.id,
            title=one.title,
            group=one.group,
            shortcut=one.keys,
            icon=one.icon,
            hint=one.hint,
            kind=one.kind,
        )
        for one in commands
    ]


def _say(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
