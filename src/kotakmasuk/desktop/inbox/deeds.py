"""What E, S, A, T and the menus do: ask what is needed, then act on what is chosen.

The one rule: the same deed works on one conversation and on many, by key, by button,
by menu and by palette.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from kotakmasuk.desktop.inbox.actions import Actions
from kotakmasuk.desktop.inbox.conversation import open_link
from kotakmasuk.desktop.inbox.suggestions import offers
from kotakmasuk.desktop.widgets.choices import Choice, ChoicePopover
from kotakmasuk.desktop.widgets.menus import Menu
from kotakmasuk.desktop.workplace import Workplace
from kotakmasuk.domain.inbox import KIND_WORDS, STATUS_WORDS, Kind, Status, Thread
from kotakmasuk.services import inbox as service
from kotakmasuk.services import tags


class Deeds(QObject):
    """Runs a deed by its id; `writing_asked` carries how one wants to write."""

    writing_asked = Signal(str)

    def __init__(self, workplace: Workplace, actions: Actions, host: QWidget) -> None:
        """Popovers open over `host`."""
        super().__init__(host)
        self._work = workplace
        self._host = host
        self.actions = actions
        self.targets: Callable[[], Sequence[int]] = list
        self.opened: Thread | None = None
        self.anchor: QWidget | None = None
        self._runs: dict[str, Callable[[], object]] = {
            "finish": lambda: actions.finish(self.targets()),
            "take": lambda: actions.take(self.targets()),
            "unread": lambda: actions.mark_unread(self.targets()),
            "snooze": self._ask_snooze,
            "assign": self._ask_officer,
            "tag": self._ask_tags,
            "issue": lambda: workplace.go("issues", tuple(self.targets())),
            "kind": self._ask_kind,
            "status": self._ask_status,
            "more": self._show_menu,
            "reply": lambda: self.writing_asked.emit("reply"),
            "private": lambda: self.writing_asked.emit("private"),
            "note": lambda: self.writing_asked.emit("note"),
            "template": lambda: self.writing_asked.emit("template"),
            "open_link": self._open_link,
            "copy_link": self._copy_link,
        }

    def run(self, deed: str) -> None:
        """Do it; without a conversation nothing happens."""
        if self.targets() or self.opened:
            self._runs[deed]()

    def accept(self, place: int) -> None:
        """Accept the suggestion of that place (keys 1 to 3)."""
        if self.opened is None:
            return
        offered = offers(self.opened)
        if place < len(offered):
            offer, ids = offered[place], [self.opened.row.id]
            if offer.kind is not None:
                self.actions.set_kind(ids, offer.kind)
            else:
                self.actions.tag(ids, offer.tag)

    def untag(self, name: str) -> None:
        """Take a tag off the open conversation."""
        if self.opened is None:
            return
        for tag in tags.all_tags(self._work.lanes.reader):
            if tag.name == name:
                self.actions.untag([self.opened.row.id], tag.id, name)

    def menu(self, at: QPoint) -> Menu:
        """Offer everything that can be done with what is chosen."""
        menu = Menu(self._work.theme, self.tr("Tindakan"), self._host)
        for deed, words, icon, key in self.offered():
            menu.add(words, self._runner(deed), icon=icon, shortcut=key)
        menu.popup(at)
        return menu

    def offered(self) -> tuple[tuple[str, str, str, str], ...]:
        """Every deed: its id, its words, its icon and its key."""
        return (
            ("reply", self.tr("Balas"), "reply", "R"),
            ("private", self.tr("Balas lewat pesan langsung"), "lock", "Shift+R"),
            ("note", self.tr("Catatan internal"), "lock", "N"),
            ("template", self.tr("Balas dengan templat"), "file-text", ""),
            ("finish", self.tr("Selesai"), "check", "E"),
            ("snooze", self.tr("Tunda…"), "moon", "S"),
            ("take", self.tr("Tugaskan ke saya"), "user", "M"),
            ("assign", self.tr("Tugaskan…"), "user-plus", "A"),
            ("tag", self.tr("Tag…"), "tag", "T"),
            ("issue", self.tr("Gabung isu…"), "flag", "I"),
            ("kind", self.tr("Ubah jenis…"), "scale", ""),
            ("status", self.tr("Ubah status…"), "circle-dashed", ""),
            ("unread", self.tr("Tandai belum dibaca"), "bell", "U"),
            ("open_link", self.tr("Buka di platformnya"), "external-link", ""),
            ("copy_link", self.tr("Salin tautan"), "copy", ""),
        )

    def _runner(self, deed: str) -> Callable[[], None]:
        return lambda: self.run(deed)

    def _ask_snooze(self) -> None:
        times = service.snooze_choices(self._work.office, self._work.settings())
        choices = [Choice(str(at), words, icon="moon") for words, at in times]
        self._ask(
            self.tr("Tunda sampai"),
            choices,
            lambda ids, at: self.actions.snooze(ids, int(at)),
        )

    def _ask_officer(self) -> None:
        names = [officer.name for officer in self._work.settings().officers]
        mine = self._work.officer()
        if mine and mine not in names:
            names.insert(0, mine)
        choices = [Choice(name, name, icon="user") for name in names]
        choices.append(Choice("", self.tr("Belum ada petugas"), icon="minus"))
        self._ask(self.tr("Tugaskan kepada"), choices, self.actions.assign)

    def _ask_tags(self) -> None:
        ids = list(self.targets())
        rows = service.rows(self._work.lanes.reader, ids)
        carried = [set(row.tags) for row in rows]
        common = set.intersection(*carried) if carried else set()
        known = tags.all_tags(self._work.lanes.reader)
        choices = [
            Choice(tag.name, tag.name, icon="hash", checked=tag.name in common)
            for tag in known
        ]
        popover = self._popover(self.tr("Tag"), several=True)
        numbers = {tag.name: tag.id for tag in known}

        def change(names: list[str]) -> None:
            add = [numbers[name] for name in names if name not in common]
            gone = [numbers[name] for name in common if name not in names]
            self.actions.set_tags(ids, add=add, remove=gone)

        popover.chosen.connect(change)
        popover.created.connect(lambda name: self.actions.tag(ids, name))
        place = self._place(popover)
        popover.open_choices(choices, place, new_words=self.tr("Buat tag"))

    def _ask_kind(self) -> None:
        choices = [Choice(kind, KIND_WORDS[kind]) for kind in Kind]
        self._ask(
            self.tr("Jenis"),
            choices,
            lambda ids, kind: self.actions.set_kind(ids, Kind(kind)),
        )

    def _ask_status(self) -> None:
        settable = [one for one in Status if one is not Status.SNOOZED]
        choices = [Choice(status, STATUS_WORDS[status]) for status in settable]
        self._ask(
            self.tr("Status"),
            choices,
            lambda ids, one: self.actions.set_status(ids, Status(one)),
        )

    def _show_menu(self) -> None:
        self.menu(QCursor.pos())

    def _open_link(self) -> None:
        if self.opened is not None and self.opened.url:
            open_link(self.opened.url)

    def _copy_link(self) -> None:
        if self.opened is not None and self.opened.url:
            QGuiApplication.clipboard().setText(self.opened.url)
            self._work.tell(self.tr("Tautan disalin"), None)

    def _ask(
        self,
        question: str,
        choices: Sequence[Choice],
        then: Callable[[Sequence[int], str], object],
    ) -> None:
        ids = list(self.targets())
        popover = self._popover(question)
        popover.chosen.connect(lambda chosen: then(ids, chosen[0]))
        popover.open_choices(choices, self._place(popover))

    def _popover(self, question: str, *, several: bool = False) -> ChoicePopover:
        host = self._host
        popover = ChoicePopover(self._work.theme, question, host, several=several)
        for ended in (popover.chosen, popover.created, popover.cancelled):
            ended.connect(popover.deleteLater)
        return popover

    def _place(self, popover: QWidget) -> QPoint:
        anchor = self.anchor
        if anchor is None or not anchor.isVisible():
            return self._host.mapToGlobal(QPoint(self._host.width() // 3, 80))
        below = QPoint(anchor.width() - popover.width(), anchor.height() + 4)
        return anchor.mapToGlobal(below)
