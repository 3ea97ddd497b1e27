"""What is asked before a citizen's message is liked, shared or hidden.

The one rule: as whom, whose words, and every item of the checklist that applies stand
here; the verb waits for them.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kotakmasuk.desktop.inbox.masking import masked
from kotakmasuk.desktop.inbox.wording import say
from kotakmasuk.desktop.theme import Theme
from kotakmasuk.desktop.widgets.banner import StateBanner
from kotakmasuk.desktop.widgets.dialogs import Dialog
from kotakmasuk.desktop.widgets.fields import Field
from kotakmasuk.desktop.widgets.glyph import PlatformGlyph
from kotakmasuk.desktop.widgets.labels import IconLabel, Plane, TextLabel
from kotakmasuk.desktop.widgets.passage import Passage
from kotakmasuk.domain.accounts import platform_of
from kotakmasuk.domain.checklist import FAILED, MANUAL, NOT_APPLICABLE
from kotakmasuk.domain.errors import KnownError
from kotakmasuk.domain.replies import Identity
from kotakmasuk.services.checklist import CheckView


TITLES = {
    "like": "Sukai pesan ini?",
    "share": "Bagikan pesan ini?",
    "hide": "Sembunyikan pesan ini?",
}
VERBS = {"like": "Sukai", "share": "Bagikan", "hide": "Sembunyikan"}
SEEN = {
    "like": "Semua orang dapat melihat bahwa akun ini menyukainya.",
    "share": "Pesan warga tampil di beranda akun ini dan dapat dilihat semua orang.",
    "hide": "Pesan tidak lagi terlihat umum; isinya dan alasan Anda tersimpan di jurnal.",
}


class ReactionDialog(Dialog):
    """`changed` says that a tick or the reason is another; `wanted` carries it out."""

    changed = Signal()
    wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        purpose: str,
        identity: Identity,
        text: str,
    ) -> None:
        """The citizen's text is shown masked."""
        super().__init__(
            theme, parent, title=say(TITLES[purpose]), verb=say(VERBS[purpose])
        )
        self.setObjectName("reactionDialog")
        self._theme = theme
        self._purpose = purpose
        self._boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(self._banner(identity))
        self.body.addWidget(self._target(text))
        seen = say(SEEN[purpose])
        self.body.addWidget(Passage(theme, seen, role="body", tone="text2"))
        self.reason = QLineEdit()
        self.reason.textChanged.connect(self.changed)
        self._asked = Field(theme, say("Alasan menyembunyikan"), self.reason)
        self.body.addWidget(self._asked)
        self._asked.setVisible(purpose == "hide")
        self._items = QVBoxLayout()
        self._items.setSpacing(6)
        self.body.addLayout(self._items)
        self._problem = StateBanner(theme)
        self.body.addWidget(self._problem)
        self.verb_button.clicked.disconnect()
        self.verb_button.clicked.connect(self.wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.carry_out)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the words need in the look that they have by now."""
        super().showEvent(event)
        self.adjustSize()

    def ticks(self) -> frozenset[str]:
        """The items that the officer answered with yes."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def carry_out(self) -> None:
        """Do it, or go to what is still open (Ctrl+Enter)."""
        if self.verb_button.isEnabled():
            self.verb_button.click()
            return
        unticked = [box for box in self._boxes.values() if not box.isChecked()]
        asked = self._purpose == "hide" and not self.reason.text().strip()
        first: list[QWidget] = [self.reason, *unticked] if asked else [*unticked]
        if first:
            first[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_check(self, view: CheckView) -> None:
        """Show what the checks found, and whether it may be done."""
        if not self._boxes and not self._items.count():
            self._fill(view)
        given = self._purpose != "hide" or bool(self.reason.text().strip())
        self.verb_button.setEnabled(view.passed and given)
        self.adjustSize()

    def show_problem(self, error: KnownError) -> None:
        """Say why it was not done."""
        self._problem.show_error(error)
        self.adjustSize()

    def _banner(self, identity: Identity) -> QWidget:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        platform = platform_of(identity.platform)
        inner.addWidget(PlatformGlyph(self._theme, platform.glyph))
        words = say("Sebagai {handle} di {platform}")
        words = words.format(handle=identity.handle, platform=platform.name)
        inner.addWidget(TextLabel(self._theme, words, role="bodyStrong"), 1)
        return row

    def _target(self, text: str) -> QWidget:
        hidden = masked(text)
        part = Plane("sunken", edge="card")
        column = QVBoxLayout(part)
        column.setContentsMargins(12, 10, 12, 10)
        words = hidden.text or say("(tanpa teks)")
        column.addWidget(Passage(self._theme, words, role="body", spans=hidden.spans))
        return part

    def _fill(self, view: CheckView) -> None:
        texts = {rule.key: rule.text for rule in view.rules}
        for result in view.results:
            if result.outcome == NOT_APPLICABLE:
                continue
            if result.mode == MANUAL:
                self._items.addWidget(self._box(result.rule, texts[result.rule]))
            elif result.outcome == FAILED:
                found = f"{texts[result.rule]} ({result.evidence})"
                self._items.addWidget(self._failed(found))

    def _box(self, key: str, text: str) -> QWidget:
        box = QCheckBox()
        box.setObjectName(f"tick-{key}")
        box.setAccessibleName(text)
        box.toggled.connect(self.changed)
        self._boxes[key] = box
        return _line(box, _Words(self._theme, text, box))

    def _failed(self, words: str) -> QWidget:
        sign = IconLabel(self._theme, "circle-x", 14, "danger")
        return _line(sign, TextLabel(self._theme, words, wrap=True))


class _Words(TextLabel):
    """The words beside a box, in as many lines as they need; a click ticks it."""

    def __init__(self, theme: Theme, text: str, box: QCheckBox) -> None:
        super().__init__(theme, text, wrap=True)
        self._box = box

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick or clear the box."""
        self._box.toggle()
        event.accept()


def _line(sign: QWidget, words: QWidget) -> QWidget:
    row = QWidget()
    inner = QHBoxLayout(row)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(8)
    inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    inner.addWidget(words, 1)
    return row
