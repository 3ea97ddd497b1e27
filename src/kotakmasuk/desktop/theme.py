"""Colours, fonts, icons and sizes of the look "Nila".

The one rule: a widget never writes a colour or a pixel size of its own; it asks the
theme by name, and asks again when `changed` is emitted.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer


Scheme = Literal["system", "light", "dark"]

SMALLEST_TEXT_PERCENT = 90
LARGEST_TEXT_PERCENT = 150
POINTS_PER_INCH = 72


@dataclass(frozen=True)
class TypeRole:
    """One kind of text: pixels, line height in pixels, weight from 100 to 900."""

    px: float
    line: int
    weight: int
    tabular: bool = True


@dataclass(frozen=True)
class Tokens:
    """Everything in resources/theme/tokens.json, by name."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    types: Mapping[str, TypeRole]
    heights: Mapping[str, int]
    widths: Mapping[str, int]
    radii: Mapping[str, int]
    motion: Mapping[str, int]
    stroke: float
    families: tuple[str, ...]
    emoji: tuple[str, ...]
    letter_spacing: float


def read_tokens(path: Path) -> Tokens:
    """Read the token file; a missing name raises KeyError."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        light=found["color"]["light"],
        dark=found["color"]["dark"],
        types={name: TypeRole(**role) for name, role in found["type"].items()},
        heights=found["height"],
        widths=found["width"],
        radii=found["radius"],
        motion=found["motion"],
        stroke=float(found["icon"]["stroke"]),
        families=tuple(found["font"]["families"]),
        emoji=tuple(found["font"]["emoji"]),
        letter_spacing=float(found["font"]["letterSpacing"]),
    )


def load(resources: Path, scheme: Scheme = "system") -> "Theme":
    """Read tokens and fonts below `resources` and give the theme for this process."""
    tokens = read_tokens(resources / "theme" / "tokens.json")
    for font in sorted((resources / "fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(font))
    QFontDatabase.setApplicationEmojiFontFamilies(list(tokens.emoji))
    return Theme(resources, tokens, scheme=scheme)


class Theme(QObject):
    """What the window looks like now; `changed` asks every widget to draw again."""

    changed = Signal()

    def __init__(self, resources: Path, tokens: Tokens, *, scheme: Scheme) -> None:
        """Start at 100 % text size, comfortable rows, with motion."""
        super().__init__()
        self.tokens = tokens
        self.scheme: Scheme = scheme
        self.compact = False
        self.text_percent = 100
        self._still = False
        self.resources = resources
        self._icon_folder = resources / "icons"
        self._folder = resources / "theme"
        template = self._folder / "nila.qss"
        self._template = template.read_text(encoding="utf-8")
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        self._choose_colors()

    @property
    def dark(self) -> bool:
        """True while the dark colours are shown."""
        if self.scheme == "system":
            system = QGuiApplication.styleHints().colorScheme()
            return system == Qt.ColorScheme.Dark
        return self.scheme == "dark"

    def color(self, name: str) -> QColor:
        """The colour of that name in the present scheme, as a copy of its own."""
        return QColor(self._colors[name])

    def font(self, role: str) -> QFont:
        """The font of a type role, at the chosen text size."""
        if role not in self._fonts:
            kind = self.tokens.types[role]
            self._fonts[role] = _make_font(self.tokens, kind, self.text_percent)
        return self._fonts[role]

    def line_height(self, role: str) -> int:
        """Line height in pixels of a type role, at the chosen text size."""
        return self._scaled(self.tokens.types[role].line)

    def size(self, name: str) -> int:
        """A height (grows with the text size) or a width (does not), in pixels."""
        if name in self.tokens.heights:
            return self._scaled(self.tokens.heights[name])
        return self.tokens.widths[name]

    def radius(self, name: str) -> int:
        """A corner radius in pixels."""
        return self.tokens.radii[name]

    def duration(self, name: str) -> int:
        """Milliseconds of a motion; 0 when the officer asked for less motion."""
        return 0 if self._still else self.tokens.motion[name]

    def pixmap(
        self, name: str, size: int, token: str, *, ratio: float | None = None
    ) -> QPixmap:
        """The icon as a picture in a token's colour, cached per device ratio."""
        dpr = ratio or _device_ratio()
        key = (name, size, token, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = _render(self._drawing(name, token), size, dpr)
        return self._pixmaps[key]

    def icon(self, name: str, size: int = 16, token: str = "text") -> QIcon:  # noqa: S107
        """The icon for a button or menu, with its disabled form."""
        made = QIcon(self.pixmap(name, size, token))
        grey = self.pixmap(name, size, "disabledText")
        made.addPixmap(grey, QIcon.Mode.Disabled)
        return made

    def palette(self) -> QPalette:
        """The Qt palette of the present colours."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in _TEXT_ROLES:
            palette.setColor(
                QPalette.ColorGroup.Disabled, role, self.color("disabledText")
            )
        return palette

    def style_sheet(self) -> str:
        """The style sheet with every @token@ filled in."""
        filled = self._template
        for name, color in self._colors.items():
            filled = filled.replace(f"@{name}@", color.name())
        filled = filled.replace("@theme@", self._folder.as_posix())
        label = self._scaled(self.tokens.types["sectionLabel"].px)
        filled = filled.replace("@label@", f"{label}px")
        colors = self._colors.items()
        named = [_RULES.format(name=name, color=c.name()) for name, c in colors]
        return "\n".join([*named, filled])

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the light or dark colours, or follow the system."""
        self.scheme = scheme
        self._choose_colors()
        self.changed.emit()

    def set_text_percent(self, percent: int) -> None:
        """Make all text larger or smaller, within 90 and 150 percent."""
        kept = min(max(percent, SMALLEST_TEXT_PERCENT), LARGEST_TEXT_PERCENT)
        self.text_percent = kept
        self._fonts.clear()
        self.changed.emit()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001  a Qt slot
        """Use the narrow rows (Padat) or the comfortable ones (Nyaman)."""
        self.compact = compact
        self.changed.emit()

    def set_reduced_motion(self, still: bool) -> None:  # noqa: FBT001  a Qt slot
        """Let panels and toasts appear without moving."""
        self._still = still

    def _drawing(self, name: str, token: str) -> str:
        if name not in self._drawings:
            source = (self._icon_folder / f"{name}.svg").read_text(encoding="utf-8")
            stroke = f'stroke-width="{self.tokens.stroke}"'
            self._drawings[name] = source.replace('stroke-width="2"', stroke)
        return self._drawings[name].replace("currentColor", self.color(token).name())

    def _scaled(self, pixels: float) -> int:
        return round(pixels * self.text_percent / 100)

    def _follow_system(self) -> None:
        if self.scheme == "system":
            self.set_scheme("system")

    def _choose_colors(self) -> None:
        named = self.tokens.dark if self.dark else self.tokens.light
        self._colors = {name: QColor(value) for name, value in named.items()}
        self._pixmaps.clear()


def _make_font(tokens: Tokens, role: TypeRole, percent: int) -> QFont:
    font = QFont()
    font.setFamilies([*tokens.families, *tokens.emoji])
    pixels = role.px * percent / 100
    if pixels == int(pixels):
        font.setPixelSize(int(pixels))
    else:
        font.setPointSizeF(pixels * POINTS_PER_INCH / _screen_dpi())
    font.setWeight(QFont.Weight(role.weight))
    spacing = QFont.SpacingType.AbsoluteSpacing
    font.setLetterSpacing(spacing, tokens.letter_spacing)
    # Tabular figures widen the hyphen too, so running text does without; said
    # outright, because a font takes over what the application's font has set.
    font.setFeature(QFont.Tag("tnum"), int(role.tabular))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _render(drawing: str, size: int, dpr: float) -> QPixmap:
    side = round(size * dpr)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    square = QRectF(0, 0, side, side)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, square)
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


def _device_ratio() -> float:
    application = cast("QGuiApplication | None", QGuiApplication.instance())
    return application.devicePixelRatio() if application else 1.0


def _screen_dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY()


_RULES = (
    'QLabel[tone="{name}"]{{color:{color}}}QFrame[surface="{name}"]'
    "{{background:{color}}}"
)
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accentFill",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "onTooltip",
}
