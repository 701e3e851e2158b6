"""What the window asks of a feature, and of its page."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from gdpr_desktop.core.change import Change
    from gdpr_desktop.vault import Vault


class Feature(Protocol):
    """A module ``feature.py``. ``TITLE`` is a source string, ``SHORTCUT`` keys like ``Ctrl+2``.

    It may have ``catch_up(vault)``: what it does once after unlocking, with sentences to show; and
    ``shows_entry(vault, id)``: is this entry shown here, and not in the record?
    """

    NAME: str
    TITLE: str
    SHORTCUT: str
    make_page: "Callable[[Vault], QWidget]"
    subscribe: "Callable[[Vault], None]"


class Page(Protocol):
    """What the window calls on a page; each is optional."""

    def refresh(self, change: "Change") -> None:
        """Something changed while the page was shown, or since it was shown last."""
        ...

    def find(self) -> None:
        """Go to the search field."""
        ...

    def new(self) -> None:
        """The primary deed."""
        ...

    def leave(self) -> None:
        """Locking or closing: keep drafts."""
        ...


def call(page: object, name: str, *arguments: Any) -> None:
    """Call what the page has; a page without it is left alone."""
    method = getattr(page, name, None)
    if callable(method):
        method(*arguments)


def caught_up(features: Iterable[Feature], vault: "Vault") -> list[str]:
    """Have each feature that must catch up do so; what the person is told."""
    hooks = [getattr(feature, "catch_up", None) for feature in features]
    return [text for hook in hooks if hook for text in hook(vault)]


def keeper(features: Iterable[Feature], vault: "Vault", entry_id: int) -> str:
    """The name of the feature whose page shows an entry: the record, unless another says so."""
    for feature in features:
        shows = getattr(feature, "shows_entry", None)
        if shows is not None and shows(vault, entry_id):
            return feature.NAME
    return "register"
