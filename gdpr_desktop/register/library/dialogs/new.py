"""The three ways to a new activity."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.shelf import load
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

GUIDED = "gdpr_desktop.register.assessments.dialogs:start"
SHELF = "gdpr_desktop.register.activities.shelf:SHELF"

Done = Callable[[Change], None]


class Way(StrEnum):
    """How a new activity is made."""

    LIBRARY = "library"
    GUIDED = "guided"
    BLANK = "blank"


class NewActivityDialog(FormDialog):
    """``accepted_value`` carries the ``Way``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("New activity"), _("Go on"), width=560)
        ways = (
            (Way.LIBRARY, _("From the &library")),
            (Way.GUIDED, _("&Step by step")),
            (Way.BLANK, _("A &blank form")),
        )
        helps = {
            Way.LIBRARY: _("For what every municipality does: a draft that you check and correct."),
            Way.GUIDED: _("For something new: questions that end in what must be done first."),
            Way.BLANK: _("For what you know well: you fill in everything yourself."),
        }
        self.way = RadioChoice(ways)
        self.way.setObjectName("way")
        self.way.set_accessible(_("How"), "")
        self.way.set_value(Way.LIBRARY)
        self._helps = helps
        self._help = label(helps[Way.LIBRARY], "help")
        self.way.value_changed.connect(self._on_way_changed)
        self.page_layout.addWidget(self.way)
        self.page_layout.addWidget(self._help)

    def value(self) -> Way:
        found: Way = self.way.value()
        return found

    def _on_way_changed(self, way: Way) -> None:
        self._help.setText(self._helps[way])


def new_activity(parent: QWidget, vault: Vault, done: Done) -> None:
    """Ask how, and open what makes it: ``Shelf.new`` of the activities."""
    dialog = NewActivityDialog(parent)
    dialog.accepted_value.connect(partial(_open, parent, vault, done))
    dialog.open()


def edit_form() -> Any:
    """The form of an activity, as its shelf names it."""
    return load(load(SHELF).edit)


def _open(parent: QWidget, vault: Vault, done: Done, way: Way) -> None:
    if way is Way.GUIDED:
        load(GUIDED)(parent, vault, done)
        return
    if way is Way.LIBRARY:
        from gdpr_desktop.register.library.dialogs.library import LibraryDialog

        made = LibraryDialog(vault, parent)
    else:
        made = edit_form()(vault, None, parent, "")
    made.accepted_value.connect(done)
    made.open()
