"""Rules that hold for every dialog of the tab of breaches: each action of it opens one."""

import gc
import re
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from breaches.filling import decided
from breaches.following.test_following_dialogs import planned
from breaches.notifying.test_notifying_dialogs import _notified
from breaches.test_deviations import FACTS
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.deviations import actions as deviating
from gdpr_desktop.breaches.deviations.dialogs.export import ExportDialog
from gdpr_desktop.breaches.deviations.dialogs.intake import NewDialog
from gdpr_desktop.breaches.deviations.service.intake import register_deviation
from gdpr_desktop.breaches.dialogs.intake import IntakeDialog
from gdpr_desktop.breaches.dialogs.log import LogDialog
from gdpr_desktop.breaches.page import BREACHES, DEVIATIONS, BreachesTab
from gdpr_desktop.casework.model import CaseKind, CaseQuery
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault, drafts
from ui import walk

AT_ONCE = {
    Action.MEASURES_SETTLED,
    Action.MEASURE_BACK,
    Action.MEASURE_REMOVE,
    Action.OPEN_DEVIATION,
}
OF_A_MEASURE = {Action.MEASURE_CHANGE, Action.MEASURE_DONE}
TYPED = "Halvt"
_MNEMONIC = re.compile(r"(?<!&)&([^&\s])")


@dataclass
class Tab:
    """The tab, a breach that has come far enough for every dialog, and a deviation."""

    vault: Vault
    tab: BreachesTab
    breach: CaseId
    deviation: CaseId

    def dialogs(self) -> Iterator[FormDialog]:
        """Every dialog, made as its button makes it."""
        yield from self._of_breaches()
        yield from self._of_deviations()

    def _of_breaches(self) -> Iterator[FormDialog]:
        self.tab.show_case(self.breach)
        page = self.tab.show_shelf(BREACHES)
        found = store.breach(self.vault.db, self.breach)
        for action in Action:
            if action not in AT_ONCE:
                chosen = Chosen(action=action, task=self._task(action))
                yield page.case_view.deeds.dialog_of(chosen, found)
        yield IntakeDialog(self.vault, page)
        yield LogDialog(self.vault, page)

    def _of_deviations(self) -> Iterator[FormDialog]:
        self.tab.show_case(self.deviation)
        page = self.tab.show_shelf(DEVIATIONS)
        for action in deviating.Action:
            if action is not deviating.Action.OPEN_BREACH:
                yield page.case_view.deeds.dialog_of(action, page.case_view.found)
        yield NewDialog(self.vault, page)
        query = CaseQuery(kinds=(CaseKind.DEVIATION,))
        yield ExportDialog(self.vault, query, "1 treff", page)

    def _task(self, action: Action) -> Any:
        found = store.breach(self.vault.db, self.breach)
        if action is Action.ANSWER_DEMAND:
            return found.demands[0].id
        return found.measures[0].id if action in OF_A_MEASURE else None


@pytest.fixture
def tab(request, officer, breach, qtbot, qapp) -> Tab:
    """In one written form."""
    text.set_language(request.param)
    Theme(qapp, scheme=Scheme.LIGHT)
    decided(officer, breach)
    _notified(officer, breach)
    planned(officer, breach)
    deviation = CaseId(register_deviation(officer, FACTS).id)
    made = BreachesTab(officer)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return Tab(officer, made, breach, deviation)


@pytest.mark.parametrize("tab", Language, indirect=True)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(tab):
    wrong, closed = {}, []
    for made in tab.dialogs():
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made)
        closed.append((type(made).__name__, weakref.ref(made)))
        leave(made)
    del made
    _free()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [name for name, watched in closed if watched() is not None] == []


def twice(dialog: QWidget) -> list[str]:
    """The letters that two of those who are shown answer to."""
    shown = [one for one in dialog.findChildren(QWidget) if one.isVisible()]
    texts = [one.text() for one in shown if isinstance(one, QAbstractButton)]
    texts += [one.text() for one in shown if isinstance(one, QLabel) and one.buddy()]
    keyed = [(one, match[1].lower()) for one in texts for match in _MNEMONIC.finditer(one)]
    times = Counter(letter for _text, letter in keyed)
    return [one for one, letter in keyed if times[letter] > 1]


@pytest.mark.parametrize("tab", [Language.NYNORSK], indirect=True)
def test_what_is_typed_in_any_dialog_is_kept_and_gone_on_with_from_the_overview(tab):
    for made in tab.dialogs():
        made.open()
        if getattr(made, "_draft", None) is None or not type_something(made):
            leave(made)
            continue
        kind = type(made)
        made.discard()
        assert drafts.all_of(tab.vault), kind
        (draft,) = drafts.all_of(tab.vault)
        tab.tab.resume_draft(draft)
        again = next(one for one in tab.tab.findChildren(kind) if one.isVisible())
        assert TYPED in [one.text() for one in texts_of(again)], kind
        again.end_draft()
        again._before = None
        again.close()
        drafts.discard(tab.vault, draft.form, draft.case_id)


def leave(dialog: QDialog) -> None:
    """Close without being asked; one that is only read has nothing to keep."""
    dialog.discard() if isinstance(dialog, FormDialog) else dialog.close()


def texts_of(dialog: FormDialog) -> list[LineField | TextArea]:
    return [*dialog.findChildren(TextArea), *dialog.findChildren(LineField)]


def type_something(dialog: FormDialog) -> bool:
    """In the first field for words that is shown; the name of who gets a letter is never kept."""
    for field in texts_of(dialog):
        if field.isVisible() and field.isEnabled():
            field.set_text(TYPED)
            return True
    return False


def _free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
