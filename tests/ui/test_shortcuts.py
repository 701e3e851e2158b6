"""The one collection of shortcuts."""

import pytest

from gdpr_desktop.ui.shortcuts import BUILT_IN, Shortcut, Shortcuts


def _shortcut(name: str, keys: str) -> Shortcut:
    return Shortcut(name=name, keys=keys, text="Something", group="Lists")


def test_the_same_keys_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="taken"):
        Shortcuts().add(_shortcut("other", "ctrl+l"))


def test_the_same_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="taken"):
        Shortcuts().add(_shortcut("lock", "Ctrl+Alt+9"))


def test_the_same_shortcut_again_is_no_fault() -> None:
    shortcuts = Shortcuts()
    shortcuts.add(BUILT_IN[0])
    assert sum(len(members) for members in shortcuts.groups().values()) == len(BUILT_IN)
