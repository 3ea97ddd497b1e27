"""The versions of a template: what each changed, and the way back to it.

The one rule: bringing an old version back makes a new one; nothing in between is lost.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.diff_text import DiffText
from kotakmasuk.desktop.widgets.tabs import TabStrip
from kotakmasuk.desktop.widgets.times import Moment, moment_words
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.templates import Template, Version


STEP, NOW = "step", "now"
WIDE, HIGH = 760, 380
LIST = 220
EDGE = 48


class HistoryDialog(Dialog):
    """Versions at the left, their changes at the right; accepted to bring one back."""

    def __init__(
        self, theme: Theme, parent: QWidget, versions: Sequence[Version], moment: Moment
    ) -> None:
        """Versions come newest first; the newest is chosen."""
        title = _say("Riwayat “{title}”").format(title=versions[0].template.title)
        super().__init__(theme, parent, title=title, verb=_say("Pulihkan versi"))
        self._versions = list(versions)
        self.setFixedWidth(min(WIDE, parent.width() - EDGE))
        self.cancel_button.setText(self.tr("Tutup"))
        self.kinds = TabStrip(
            theme,
            [
                (STEP, self.tr("Perubahan versi ini")),
                (NOW, self.tr("Beda dengan sekarang")),
            ],
        )
        self.kinds.chosen.connect(lambda _kind: self._show())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versi"))
        self.list.setFixedWidth(LIST)
        self.list.setProperty("raised", True)  # noqa: FBT003  Qt's own signature
        self.list.setFont(theme.font("listText"))
        for version in self._versions:
            self.list.addItem(QListWidgetItem(_named(version, moment)))
        self.changes = DiffText(theme, self.tr("Perubahan"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.changes, 1)
        high = min(HIGH, parent.height() - 4 * EDGE)
        self.list.setFixedHeight(high)
        self.changes.setFixedHeight(high)
        self.body.addWidget(self.kinds)
        self.body.addLayout(row)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Version:
        """The version that is looked at."""
        return self._versions[max(0, self.list.currentRow())]

    def sizeHint(self) -> QSize:
        """As tall as its parts."""
        return QSize(self.width(), self.minimumSizeHint().height())

    def _show(self) -> None:
        place = max(0, self.list.currentRow())
        version = self._versions[place]
        words = self.tr("Pulihkan versi {n}").format(n=version.version)
        self.verb_button.setText(words)
        self.verb_button.setEnabled(place > 0)
        before: Template | None
        if self.kinds.current() == NOW:
            before, after = version.template, self._versions[0].template
        else:
            older = self._versions[place + 1 :]
            before = older[0].template if older else None
            after = version.template
        nothing = self.tr("Tidak ada yang berbeda.")
        self.changes.show_changes(changes(before, after), nothing=nothing)


def changes(before: Template | None, after: Template) -> list[tuple[str, str, str]]:
    """What differs, field by field: its name, the words before and after."""
    old = dict(_told(before)) if before else {}
    new = dict(_told(after))
    names = dict.fromkeys((*new, *old))
    pairs = [(name, old.get(name, ""), new.get(name, "")) for name in names]
    return [(name, was, now) for name, was, now in pairs if was != now]


def _told(template: Template) -> list[tuple[str, str]]:
    variants = [
        (_say("Varian {platform}").format(platform=platform_of(name).name), body)
        for name, body in sorted(template.variants.items())
    ]
    pictures = [f"{one.name}: {one.alt}" for one in template.pictures]
    return [
        (_say("Isi"), template.body),
        *variants,
        (_say("Judul"), template.title),
        (_say("Kategori"), template.folder),
        (_say("Pintasan"), template.shortcut),
        (_say("Dasar atau sumber"), template.basis),
        (_say("Tinjau kembali"), template.expires_on),
        (_say("Tag"), ", ".join(template.tags)),
        (_say("Pemilik"), template.owner),
        (_say("Gambar"), "\n".join(pictures)),
    ]


def _named(version: Version, moment: Moment) -> str:
    parts = [_say("Versi {n}").format(n=version.version), version.actor]
    if version.at:
        parts.append(moment_words(moment, version.at))
    return " · ".join(part for part in parts if part)


def _say(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
