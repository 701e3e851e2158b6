"""A statement with an activity in the record, and a window for its page."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.information import feature
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from information.real import ministry


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The ids of a statement and of the activity it is written from."""

    vault: Vault
    statement: EntryId
    activity: EntryId

    def entry(self) -> Entry:
        """The statement as it stands."""
        return store.entry(self.vault.db, self.statement)

    def change_activity(self, number: str) -> None:
        """Something is new in the activity."""
        content = store.entry(self.vault.db, self.activity).content
        service.change_entry(self.vault, self.activity, replace(content, number=number))


@pytest.fixture
def kept(vault: Vault) -> Kept:
    feature.subscribe(vault)
    activity = EntryId(service.add_entry(vault, ministry.CASEWORK).id)
    content = replace(ministry.STATEMENT, activities=(activity,), approved_by="", approved_on=None)
    statement = EntryId(service.add_entry(vault, content).id)
    return Kept(vault=vault, statement=statement, activity=activity)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What the dialogs open above, in the light theme."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made
