"""How many columns stand side by side, by the width of the window.

The one rule: what has no room beside the others is laid over them, never dropped.
"""

import json

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSplitter, QWidget

from kotakmasuk.desktop.theme import Theme


FOUR, THREE, TWO, ONE = 4, 3, 2, 1
WIDE = 1800
FOR_LONG_NAMES = 22  # so that "Menunggu OPD/warga" is not cut


class Panes:
    """Places sidebar, list, conversation and details in one splitter or over it."""

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        columns: tuple[QWidget, QWidget, QWidget, QWidget],
    ) -> None:
        """Columns from the left; `host` gets the splitter and what lies over it."""
        self._theme = theme
        self._host = host
        self.sidebar, self.list, self.conversation, self.detail = columns
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for column in columns:
            self.splitter.addWidget(column)
        self.splitter.setStretchFactor(2, 1)
        self.mode = 0
        self.reading = False
        self.composing = False
        self._with_sidebar = self._with_detail = True
        self._over: QWidget | None = None
        self._sizes: dict[tuple[int, bool, bool], list[int]] = {}
        self._width = 0
        self._wide = False
        self.splitter.splitterMoved.connect(self._remember)

    def arrange(self, width: int) -> bool:
        """Follow the window's client width in pixels; True when the mode changed."""
        steps = (("fourPane", FOUR), ("threePane", THREE), ("twoPane", TWO))
        mode = next((m for name, m in steps if width >= self._theme.size(name)), ONE)
        wide = width >= WIDE
        changed = (mode, wide) != (self.mode, self._wide)
        self._width = width
        if changed:
            self.mode, self._wide = mode, wide
            self._dock()
        self._place_over()
        return changed

    def set_composing(self, *, composing: bool) -> None:
        """Give the checklist more room while an answer is written."""
        if composing != self.composing:
            self.composing = composing
            self._dock()

    def read(self, *, reading: bool) -> None:
        """Where one pane is shown: the conversation, or the list again."""
        self.reading = reading
        if self.mode == ONE:
            self.list.setVisible(not reading)
            self.conversation.setVisible(reading)

    def toggle_sidebar(self) -> None:
        """Show or hide the lists (Ctrl+B)."""
        if self.mode >= FOUR:
            self._with_sidebar = not self._with_sidebar
            self.sidebar.setVisible(self._with_sidebar)
        else:
            self._toggle_over(self.sidebar)

    def toggle_detail(self) -> None:
        r"""Show or hide the details (Ctrl+\)."""
        if self.mode >= THREE:
            self._with_detail = not self._with_detail
            self.detail.setVisible(self._with_detail)
        else:
            self._toggle_over(self.detail)

    def show_detail(self) -> None:
        """Make sure that the details are seen."""
        if self.detail.isHidden():
            self.toggle_detail()

    def close_over(self) -> bool:
        """Put away what lies over the others; False where nothing does."""
        if self._over is None:
            return False
        self._over.hide()
        self._over = None
        return True

    def saved(self) -> str:
        """The widths that were dragged, to be kept until the next start."""
        return json.dumps([[*key, sizes] for key, sizes in self._sizes.items()])

    def restore(self, kept: str) -> None:
        """Take up widths of last time; what is no such text is passed over."""
        try:
            found = json.loads(kept or "[]")
            self._sizes = {
                (mode, wide, composing): sizes for mode, wide, composing, sizes in found
            }
        except ValueError:
            return

    def _toggle_over(self, widget: QWidget) -> None:
        if self._over is widget:
            self.close_over()
            return
        self.close_over()
        self._over = widget
        self._place_over()
        set_edge(widget, "left" if widget is self.detail else "right")
        widget.show()
        widget.raise_()
        widget.setFocus()

    def _place_over(self) -> None:
        if self._over is None:
            return
        right = self._over is self.detail
        name = "checklist" if right else "sidebarWide"
        width = min(self._theme.size(name), self._host.width())
        left = self._host.width() - width if right else 0
        self._over.setGeometry(QRect(left, 0, width, self._host.height()))

    def _dock(self) -> None:
        self.close_over()
        self._put(self.sidebar, 0, docked=self.mode >= FOUR, wanted=self._with_sidebar)
        place = self.splitter.count()
        wanted = self._with_detail or self.composing
        self._put(self.detail, place, docked=self.mode >= THREE, wanted=wanted)
        self.list.setVisible(self.mode != ONE or not self.reading)
        self.conversation.setVisible(self.mode != ONE or self.reading)
        self._set_bounds()
        known = self._sizes.get((self.mode, self._wide, self.composing))
        self.splitter.setSizes(known or self._standard())

    def _put(self, widget: QWidget, place: int, *, docked: bool, wanted: bool) -> None:
        inside = self.splitter.indexOf(widget) >= 0
        if docked and not inside:
            self.splitter.insertWidget(place, widget)
        elif not docked and inside:
            widget.hide()
            widget.setParent(self._host)
        set_edge(widget, "")
        widget.setVisible(docked and wanted)

    def _set_bounds(self) -> None:
        size = self._theme.size
        self.sidebar.setMinimumWidth(size("sidebarMin"))
        narrow = self.mode == ONE
        self.list.setMinimumWidth(0 if narrow else size("listMin"))
        middle = size("conversationMin") if self.mode >= THREE else 300
        self.conversation.setMinimumWidth(0 if narrow else middle)
        self.detail.setMinimumWidth(size("detailMin"))

    def _standard(self) -> list[int]:
        size, wide = self._theme.size, self._wide
        sidebar = size("sidebarWide") if wide else size("sidebar") + FOR_LONG_NAMES
        listed = size("listWide" if wide else "list")
        detail = size("detailWide" if wide else "detail")
        if self.composing and not wide:
            listed, detail = size("listComposing"), size("checklist")
        if self.mode < FOUR:
            listed = size("listMin")
        widths = {self.sidebar: sidebar, self.list: listed, self.detail: detail}
        rest = max(self._width - sidebar - listed - detail, size("conversationMin"))
        places = range(self.splitter.count())
        every = (self.splitter.widget(place) for place in places)
        return [widths.get(one, rest) if one else rest for one in every]

    def _remember(self) -> None:
        """Keep what the officer has dragged, for this width and this use."""
        key = (self.mode, self._wide, self.composing)
        self._sizes[key] = self.splitter.sizes()


def set_edge(widget: QWidget, edge: str) -> None:
    """Draw a line where a column lies over the others; side by side none is needed."""
    widget.setProperty("edge", edge)
    widget.style().polish(widget)
