"""A tool may ask to stand in the menu «Help»."""

from types import SimpleNamespace

from gdpr_desktop.administration.guidance import tool
from gdpr_desktop.ui.main_window import MainWindow


def test_guidance_stands_under_the_guide_while_a_register_is_open(
    window: MainWindow, fake_vault: SimpleNamespace
) -> None:
    window._load_tools = lambda: (tool,)
    window.open_workspace(fake_vault)
    help_menu = window.menus._help_menu
    keys = [action.shortcut().toString() for action in help_menu.actions()]
    assert keys.index("Shift+F1") == 1
    window.lock()
    assert "Shift+F1" not in [action.shortcut().toString() for action in help_menu.actions()]
