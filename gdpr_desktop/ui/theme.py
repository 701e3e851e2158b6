"""The look: Fusion, a palette and one style sheet, light or dark as the system or as chosen."""

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gdpr_desktop.core.paths import resource
from gdpr_desktop.ui.tokens import DARK, LIGHT, Tokens

# Start (tests/bench): PySide makes all enums of a class when the class is first touched, and the
# namespace ``Qt`` alone takes 15 ms, QStyle 6. So what runs before the first screen shows sets
# such values by name, and the style is chosen by an argument.
QT_ARGUMENTS = ("-style", "fusion")
_LEAST_POINTS = 10.0  # smaller system fonts are raised to this


class Scheme(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Applies the look to the application and follows the system.

    The application is made with the arguments ``QT_ARGUMENTS``.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, scheme: Scheme = Scheme.SYSTEM, text: int = 100):
        """``text`` is the text size in percent of the system's."""
        super().__init__(app)
        self._app = app
        self._points = max(app.font().pointSizeF(), _LEAST_POINTS)
        self._scheme, self._text = scheme, text
        dark = app.palette().window().color().lightness() < 128  # the system's, as yet
        if scheme is not Scheme.SYSTEM:
            self._ask_for_scheme()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        system = DARK if dark else LIGHT
        self._apply(system if scheme is Scheme.SYSTEM else tokens_for(scheme))

    def choose(self, scheme: Scheme, text: int) -> None:
        """Another scheme or text size, at once."""
        self._scheme, self._text = scheme, text
        self._ask_for_scheme()
        self._apply(tokens_for(scheme))

    def _ask_for_scheme(self) -> None:
        # Qt's own windows, such as the choice of a file, follow.
        from PySide6.QtCore import Qt

        schemes = Qt.ColorScheme
        wanted = {Scheme.LIGHT: schemes.Light, Scheme.DARK: schemes.Dark}
        self._app.styleHints().setColorScheme(wanted.get(self._scheme, schemes.Unknown))

    def _on_scheme_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply(tokens_for(Scheme.SYSTEM))

    def _apply(self, colours: Tokens) -> None:
        points = self._points * self._text / 100
        font = QFont(self._app.font())
        font.setPointSizeF(points)
        self._app.setFont(font)
        self._app.setProperty("tokens", colours)
        self._app.setPalette(palette(colours))
        self._app.setStyleSheet(style_sheet(colours, points))
        self.changed.emit()


def tokens_for(scheme: Scheme) -> Tokens:
    """The tokens of a choice; the system's when it is left to the system."""
    if scheme is Scheme.SYSTEM:
        from PySide6.QtCore import Qt

        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def tokens() -> Tokens:
    """The tokens in use, for what is painted by hand."""
    app = QApplication.instance()
    found = app.property("tokens") if app else None
    return found if isinstance(found, Tokens) else LIGHT


def colour(name: str) -> QColor:
    """The colour of a token: ``accent``, ``danger``, ``muted`` …"""
    return QColor(getattr(tokens(), name))


def palette(tokens: Tokens) -> QPalette:
    """The palette that Fusion draws what the style sheet leaves alone with."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, value in {
        roles.Window: tokens.window,
        roles.WindowText: tokens.text,
        roles.Base: tokens.field,
        roles.AlternateBase: tokens.surface,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.PlaceholderText: tokens.muted,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.danger,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.Light: tokens.surface,
        roles.Midlight: tokens.line,
        roles.Mid: tokens.border,
        roles.Dark: tokens.border,
        roles.Shadow: tokens.line,
    }.items():
        result.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.border))
    return result


def style_sheet(tokens: Tokens, points: float) -> str:
    """The style sheet with its ``@name@`` replaced. ``points`` is the size of body text."""
    values = tokens.colours() | {
        "body": f"{points:.1f}pt",
        "small": f"{points * 0.9:.1f}pt",
        "h1": f"{points * 1.8:.1f}pt",
        "h_part": f"{points * 1.5:.1f}pt",
        "h2": f"{points * 1.25:.1f}pt",
        "theme": resource("theme").as_posix(),
        "check": f"check-{'light' if tokens is LIGHT else 'dark'}.svg",
    }
    template = (resource("theme") / "app.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda found: values[found[1]], template)
