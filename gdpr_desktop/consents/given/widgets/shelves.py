"""The way from a page to another shelf of the tab."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gdpr_desktop.ui.shelves import Shelves

GIVEN, FORMS = "given", "forms"  # the keys of shelves


def show_shelf(page: QWidget, key: str) -> None:
    """Show another shelf of the tab that ``page`` stands in, once the click is over."""
    tab = page.parentWidget()
    while tab is not None and not isinstance(tab, Shelves):
        tab = tab.parentWidget()
    if tab is not None:
        QTimer.singleShot(0, tab, partial(tab.show_shelf, key))
