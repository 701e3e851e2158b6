"""The look: contrast in both themes, and a style sheet without gaps."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox

from gdpr_desktop.core.paths import resource
from gdpr_desktop.ui import icons, theme
from gdpr_desktop.ui.theme import Scheme, Theme, style_sheet
from gdpr_desktop.ui.tokens import DARK, EDGE_PAIRS, LIGHT, TEXT_PAIRS, Tokens, contrast

THEMES = {"light": LIGHT, "dark": DARK}


def test_contrast_is_counted_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_all_text_reaches_four_and_a_half(tokens: Tokens) -> None:
    weak = {
        pair: round(contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])), 2)
        for pair in TEXT_PAIRS
        if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_the_edges_of_fields_reach_three(tokens: Tokens) -> None:
    weak = [
        pair
        for pair in EDGE_PAIRS
        if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 3
    ]
    assert weak == []


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_the_style_sheet_has_no_token_left(tokens: Tokens) -> None:
    assert "@" not in style_sheet(tokens, 10)


def test_the_choice_of_colours_works_at_once(qapp: QApplication) -> None:
    look = Theme(qapp, scheme=Scheme.LIGHT)
    told: list[bool] = []
    look.changed.connect(lambda: told.append(True))
    look.choose(Scheme.DARK, 130)
    assert theme.tokens() == DARK
    assert told
    look.choose(Scheme.LIGHT, 100)
    assert theme.tokens() == LIGHT


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_can_be_drawn_in_a_colour_of_the_theme(qapp: QApplication, path: object) -> None:
    image = icons.pixmap(path.stem, 24, "danger").toImage()
    painted = [
        image.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert set(painted) <= {theme.tokens().danger} != set()


def test_a_choice_shows_all_of_its_list(qapp: QApplication) -> None:
    """As a menu, the list is shorter than its rows, and the last one has to be scrolled to."""
    box = QComboBox()
    box.setStyleSheet(style_sheet(LIGHT, 10))
    hint = QStyle.StyleHint.SH_ComboBox_Popup
    assert not box.style().styleHint(hint, QStyleOptionComboBox(), box)
