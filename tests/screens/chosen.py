"""What the shelves look like with something chosen on them, and forms that are saved too early."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog

from gdpr_desktop.information.page import COLLECTIONS, GUIDANCE, STALE, STATEMENTS
from gdpr_desktop.register.entries.model import EntryKind
from gdpr_desktop.register.rooms import SHELVES
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.sections import Section

Take = Callable[..., None]
Close = Callable[[QDialog], None]


def pictures(window: MainWindow, take: Take, close: Close) -> None:
    """Take them, in the record and in the information."""
    record = window.workspace.page_of("register")
    for kind in SHELVES:
        page = record.show_shelf(kind)
        if page.model.rowCount():
            page.show_entry(page.model.row(0).id)
            take(f"record-{kind}-chosen")
            _unfold(page, take, f"record-{kind}")
        if kind == EntryKind.ACTIVITY:
            continue  # asks how, and goes on to another form
        record.new()
        dialog = next(one for one in record.findChildren(QDialog) if one.isVisible())
        if isinstance(dialog, FormDialog):
            dialog.save()
            if dialog.isVisible():
                take(f"record-{kind}-problems", dialog)
        close(dialog)
    information = window.workspace.page_of("information")
    for key in (COLLECTIONS, STATEMENTS, STALE, GUIDANCE):
        page = information.show_shelf(key)
        take(f"information-{key}")
        model = getattr(page, "model", None)
        if model is None or not model.rowCount():
            continue
        number = model.row(0).id
        (page.show_case if key == COLLECTIONS else page.show_entry)(number)
        take(f"information-{key}-chosen")
        _unfold(page, take, f"information-{key}")
    for key in (COLLECTIONS, STATEMENTS):
        information.show_shelf(key).new()
        dialog = next(one for one in information.findChildren(QDialog) if one.isVisible())
        if isinstance(dialog, FormDialog):
            dialog.save()
            take(f"information-{key}-problems", dialog)
        close(dialog)


def _unfold(page: Any, take: Take, name: str) -> None:
    """Every section open, from the top to the bottom."""
    for section in page.findChildren(Section):
        section.expand()
    views = (getattr(page, one, None) for one in ("entry_view", "case_view"))
    view = next((one for one in views if one is not None), None)
    take(f"{name}-unfolded")
    if view is not None and hasattr(view, "widget") and view.widget() is not None:
        take(f"{name}-whole", view.widget())
