"""The colours and measures of the look: one accent, an 8-pixel grid, two sizes plus headings."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme. Colours are ``#rrggbb``; ``*_soft`` are backgrounds for the tone's own text."""

    window: str
    surface: str
    field: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    line: str
    border: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    ok: str
    ok_soft: str

    def colours(self) -> dict[str, str]:
        """Name to colour, for the style sheet."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tokens(
    window="#ffffff",
    surface="#f4f6f6",
    field="#ffffff",
    text="#1b2529",
    muted="#54626a",
    accent="#1f5f7a",
    accent_hover="#174b61",
    on_accent="#ffffff",
    accent_soft="#e1edf2",
    line="#dbe1e3",
    border="#7b8991",
    danger="#a1271c",
    danger_soft="#fbeae8",
    warning="#7a5000",
    warning_soft="#fdf3dc",
    ok="#24663a",
    ok_soft="#e5f2e9",
)

DARK = Tokens(
    window="#161b1e",
    surface="#1e2529",
    field="#1b2226",
    text="#e8edef",
    muted="#a5b2b8",
    accent="#84bfd6",
    accent_hover="#a3d2e4",
    on_accent="#0c222c",
    accent_soft="#213c48",
    line="#313b40",
    border="#74828a",
    danger="#f2a097",
    danger_soft="#42231f",
    warning="#e8bd66",
    warning_soft="#3b3019",
    ok="#8bcb9f",
    ok_soft="#1d3425",
)

# Text on ground, shown somewhere in the program: each pair must reach 4.5:1.
TEXT_PAIRS = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", "surface", "field")),
    *((tone, "window") for tone in ("accent", "danger", "warning", "ok")),
    *((tone, "surface") for tone in ("accent", "danger", "warning", "ok")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "accent_soft"),
    ("danger", "accent_soft"),
    ("warning", "accent_soft"),
    ("ok", "accent_soft"),
    ("text", "danger_soft"),
    ("danger", "danger_soft"),
    ("text", "warning_soft"),
    ("warning", "warning_soft"),
    ("text", "ok_soft"),
    ("ok", "ok_soft"),
)
# Edges and pictures that carry meaning: 3:1 (WCAG 1.4.11).
EDGE_PAIRS = (("border", "window"), ("border", "field"), ("border", "surface"))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
