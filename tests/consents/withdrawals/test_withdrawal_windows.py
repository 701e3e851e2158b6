"""The page of withdrawals and its dialogs, used by hand."""

import gc
import weakref
from dataclasses import dataclass
from datetime import date

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from breaches.test_dialogs_windows import leave, twice
from consents.filling import given, said
from consents.withdrawals.filling import TODAY, all_ended, withdrawn
from consents.withdrawals.test_taking_back import yes
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.page import WITHDRAWALS, ConsentsTab
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.actions import Action, Chosen
from gdpr_desktop.consents.withdrawals.dialogs.register import OTHER, WithdrawDialog
from gdpr_desktop.consents.withdrawals.letters import WithdrawalLetters
from gdpr_desktop.consents.withdrawals.model import CaseOutcome
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step, next_step
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence import service as correspondence
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault, drafts
from ui import walk

AT_ONCE = {Action.NO_MORE, Action.OPEN, Action.REMOVE}
OF_A_PLACE = {Action.END, Action.CHANGE}


@dataclass
class Shelf:
    """The tab, and a consent that nobody has taken back."""

    vault: Vault
    tab: ConsentsTab
    consent: ConsentId

    @property
    def page(self):
        return self.tab.show_shelf(WITHDRAWALS)

    def dialog(self, action, task=None):
        view = self.page.case_view
        return view.deeds.dialog_of(Chosen(action=action, task=task), view.found)

    def show(self, case_id):
        self.page.refresh()
        self.tab.show_case(case_id)


@pytest.fixture
def shelf(request, officer, form_id, qtbot, qapp):
    text.set_language(getattr(request, "param", Language.NYNORSK))
    Theme(qapp, scheme=Scheme.LIGHT)
    made = ConsentsTab(officer)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return Shelf(officer, made, given(officer, form_id))


def every_dialog(shelf):
    """Each as its button makes it: of a case with places, then of one where all is stopped."""
    yield WithdrawDialog(shelf.vault, shelf.consent, shelf.tab)
    found = withdrawn(shelf.vault, shelf.consent)
    shelf.show(found.case.id)
    letters = {Action.LETTER, Action.LETTER_CHILD}
    for action in Action:
        if action not in AT_ONCE | letters | {Action.SETTLE}:
            yield shelf.dialog(action, found.stops[0].id if action in OF_A_PLACE else None)
    all_ended(shelf.vault, found)
    shelf.show(found.case.id)
    for action in letters:
        yield shelf.dialog(action)


@pytest.mark.parametrize("shelf", Language, indirect=True)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(shelf):
    wrong, closed = {}, []
    for made in every_dialog(shelf):
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made)
        closed.append((type(made).__name__, weakref.ref(made)))
        leave(made)
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [name for name, watched in closed if watched() is not None] == []


def test_what_is_typed_of_a_place_is_kept_and_gone_on_with(shelf):
    found = withdrawn(shelf.vault, shelf.consent)
    shelf.show(found.case.id)
    dialog = shelf.dialog(Action.END, found.stops[0].id)
    dialog.open()
    dialog.note.set_text("Halvt")
    dialog.discard()
    (draft,) = drafts.all_of(shelf.vault)
    shelf.tab.resume_draft(draft)
    again = next(one for one in shelf.tab.findChildren(type(dialog)) if one.isVisible())
    assert again.note.text() == "Halvt"
    leave(again)


def test_three_fields_and_enter_take_a_consent_back(shelf, qtbot):
    dialog = WithdrawDialog(shelf.vault, shelf.consent, shelf.tab)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.save()
    assert yes(shelf.vault, shelf.consent)  # nobody is chosen
    dialog.who.set_value(dialog._known_givers()[0])
    dialog.purposes.boxes["p2"].setChecked(False)
    dialog.note.line.setFocus()
    qtbot.keyClick(dialog.note.line, Qt.Key.Key_Return)
    assert yes(shelf.vault, shelf.consent) == ["p2"]


def test_the_one_who_answered_is_chosen_and_another_is_asked_for_by_name(shelf, form_id):
    alone = given(
        shelf.vault, form_id, name="Ola Testberg", statements=(said(name="Mor Testberg"),)
    )
    dialog = WithdrawDialog(shelf.vault, alone, shelf.tab)
    dialog.open()
    assert dialog.registered().name == "Mor Testberg"
    dialog.who.set_value(OTHER)
    dialog.save()
    assert dialog.isVisible()  # without a name
    dialog.name.set_text("Verje Testdal")
    dialog.save()
    (case_id,) = store.of_consent(shelf.vault.db, alone)
    assert read_withdrawal(shelf.vault, case_id).registered.name == "Verje Testdal"


@pytest.mark.parametrize("shelf", Language, indirect=True)
def test_the_whole_way_from_taken_back_to_closed(shelf, qtbot, tmp_path):
    vault, language = shelf.vault, text.current_language()
    dialog = WithdrawDialog(vault, shelf.consent, shelf.tab)
    dialog.open()
    dialog.who.set_value(dialog._known_givers()[0])
    dialog.save()
    (case_id,) = store.of_consent(vault.db, shelf.consent)
    shelf.show(case_id)
    view = shelf.page.case_view
    while next_step(view.found) is Step.STOP:
        shelf_button(view, qtbot)
        end = next(one for one in shelf.tab.findChildren(type(_end(shelf))) if one.isVisible())
        if not end.place.erasable:
            end.note.set_text("Planen er trykt og delt ut.")
        end.save()
        shelf.show(case_id)
    order = LetterOrder(
        template="consent_withdrawn",
        language=language,
        sent_on=TODAY,
        channel=DispatchChannel.ORDINARY_POST.value,
    )
    path = tmp_path / "brev.docx"
    correspondence.export_letter(vault, WithdrawalLetters(vault, case_id), order, path)
    said_there = "\n".join(one.text for one in Document(str(path)).paragraphs)
    for words in ("Mor Testdal", "Nora Testdal", "Nettbrettet", "delt ut", "artikkel 77"):
        assert words in said_there
    shelf.show(case_id)
    assert next_step(view.found) is Step.FILE
    close = shelf.dialog(Action.CLOSE)
    close.open()
    close.save()
    closed = cases.case(vault.db, CaseId(case_id))
    assert (closed.outcome, closed.due) == (CaseOutcome.DONE, None)
    assert yes(vault, shelf.consent, date(2027, 1, 1)) == []


def shelf_button(view, qtbot):
    """Press the one button of the next step."""
    qtbot.mouseClick(view.head._next, Qt.MouseButton.LeftButton)


def _end(shelf):
    return shelf.dialog(Action.END, shelf.page.case_view.found.stops[0].id)
