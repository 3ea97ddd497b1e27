"""The inbox's commands and single letters, in one place.

The one rule: whatever a key does is a command too, so the palette and the map know it.
"""

from collections.abc import Callable, Mapping

from kotakmasuk.desktop.commands import Command
from kotakmasuk.desktop.inbox.columns import Columns
from kotakmasuk.desktop.inbox.nav_rows import NavRow, nav_rows
from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.domain.inbox import Listing, View


Run = Callable[[], object]

VIEW_KEYS = {
    View.TO_ANSWER: "G I",
    View.MINE: "G M",
    View.DUE_SOON: "G S",
    View.SNOOZED: "G T",
    View.WAITING: "G P",
}


def letters(view: Columns) -> Mapping[str, Run]:
    """What each single letter does while the list or the conversation has the keys."""
    found: dict[str, Run] = {
        "J": lambda: view.list.list.step(1),
        "K": lambda: view.list.list.step(-1),
        "X": view.list.list.toggle_chosen,
        "/": view.search,
        "?": view.map_requested.emit,
        "1": lambda: view.deeds.accept(0),
        "2": lambda: view.deeds.accept(1),
        "3": lambda: view.deeds.accept(2),
    }
    for deed, _, _, key in view.deeds.offered():
        if key:
            found[key] = _runner(view, deed)
    for name, keys in VIEW_KEYS.items():
        found[keys] = _opener(view, Listing(name))
    return found


def commands(view: Columns) -> list[Command]:
    """Everything that can be done in the inbox, deeds first."""
    reactions = view.reacting.commands(view.deeds.opened)
    return [*_deeds(view), *reactions, *_moves(view), *_lists(view)]


def _deeds(view: Columns) -> list[Command]:
    if not view.targets():
        return []
    group = say("Perintah untuk percakapan ini")
    return [
        Command(
            id=f"inbox.{deed}",
            title=words,
            run=_runner(view, deed),
            group=group,
            keys=key,
            icon=icon,
        )
        for deed, words, icon, key in view.deeds.offered()
    ]


def _moves(view: Columns) -> list[Command]:
    listed: tuple[tuple[str, str, str, str, Run], ...] = (
        ("next", say("Percakapan berikutnya"), "J", "", _step(view, 1)),
        ("previous", say("Percakapan sebelumnya"), "K", "", _step(view, -1)),
        ("choose", say("Pilih beberapa"), "X", "", view.list.list.toggle_chosen),
        ("search", say("Cari di semua pesan"), "Ctrl+F", "search", view.search),
        (
            "sidebar",
            say("Tampilkan atau sembunyikan daftar tampilan"),
            "Ctrl+B",
            "panel-left",
            view.panes.toggle_sidebar,
        ),
        (
            "detail",
            say("Tampilkan atau sembunyikan rincian"),
            "Ctrl+\\",
            "panel-right",
            view.panes.toggle_detail,
        ),
        (
            "tags",
            say("Kelola tag"),
            "",
            "tag",
            lambda: view.tags_management_requested.emit(None),
        ),
    )
    return [
        Command(
            id=f"inbox.{name}",
            title=words,
            run=run,
            group=say("Kotak masuk"),
            keys=keys,
            icon=icon,
        )
        for name, words, keys, icon, run in listed
    ]


def _lists(view: Columns) -> list[Command]:
    rows = nav_rows(
        view.presenter.counts, view.sidebar.tags, Listing(), view.sidebar.issues
    )
    made = []
    for row in rows:
        if row.listing is None:
            continue
        count = row.count
        hint = say("{n} percakapan").format(n=count) if count is not None else ""
        tagged = row.tag is not None
        keys = "" if tagged else VIEW_KEYS.get(row.listing.view, "")
        made.append(
            Command(
                id=f"inbox.open.{row.title}",
                title=row.title,
                run=_opener(view, row.listing),
                group=_group(row),
                keys=keys,
                icon=row.icon,
                hint=hint,
                kind="tag" if tagged else "command",
            )
        )
    return made


def _group(row: NavRow) -> str:
    if row.tag is not None:
        return say("Tag")
    in_issue = row.listing is not None and row.listing.issue is not None
    return say("Isu") if in_issue else say("Buka")


def _runner(view: Columns, deed: str) -> Run:
    return lambda: view.deeds.run(deed)


def _opener(view: Columns, listing: Listing) -> Run:
    return lambda: view.show_listing(listing)


def _step(view: Columns, direction: int) -> Run:
    return lambda: view.list.list.step(direction)
