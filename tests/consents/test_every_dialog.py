"""Every dialog of consents, whatever room it is of: words that are longer have room in each."""

import gc
import importlib
import pkgutil
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from breaches.test_dialogs_windows import leave, twice
from consents.filling import CONTENT, PURPOSES, a_group, given
from consents.test_checking_windows import FACTS
from consents.withdrawals.filling import all_ended, withdrawn
from gdpr_desktop import consents
from gdpr_desktop.consents.allowed.dialogs.allowed import AllowedDialog
from gdpr_desktop.consents.allowed.dialogs.photo_list import PhotoListDialog
from gdpr_desktop.consents.exchange.dialogs.importing import ImportConsentsDialog
from gdpr_desktop.consents.exchange.dialogs.person_export import PersonExportDialog
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.dialogs.advice import AdviceDialog
from gdpr_desktop.consents.forms.dialogs.approve import ApproveDialog
from gdpr_desktop.consents.forms.dialogs.basis import BasisDialog
from gdpr_desktop.consents.forms.dialogs.case_dialog import FormCaseDialog
from gdpr_desktop.consents.forms.dialogs.check import CheckDialog
from gdpr_desktop.consents.forms.dialogs.closing import CloseDialog, FilingDialog
from gdpr_desktop.consents.forms.dialogs.content import ContentDialog
from gdpr_desktop.consents.forms.dialogs.draft import DraftDialog
from gdpr_desktop.consents.forms.dialogs.intake import IntakeDialog
from gdpr_desktop.consents.forms.dialogs.letter import LetterDialog
from gdpr_desktop.consents.forms.dialogs.print import PrintDialog
from gdpr_desktop.consents.forms.dialogs.print_group import PrintGroupDialog
from gdpr_desktop.consents.forms.dialogs.purpose import PlaceDialog, PurposeDialog
from gdpr_desktop.consents.forms.dialogs.purposes import PurposesDialog
from gdpr_desktop.consents.forms.dialogs.return_list import ReturnListDialog
from gdpr_desktop.consents.forms.dialogs.versions import VersionsDialog
from gdpr_desktop.consents.forms.service.writing import write_form
from gdpr_desktop.consents.given.dialogs.answer_dialog import AnswerDialog
from gdpr_desktop.consents.given.dialogs.correct import CorrectDialog
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.given.dialogs.register import RegisterDialog
from gdpr_desktop.consents.given.dialogs.start import StartDialog
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.dialogs.choose_form import ChooseFormDialog, forms_for
from gdpr_desktop.consents.groups.dialogs.group import EndDialog, GroupDialog
from gdpr_desktop.consents.groups.dialogs.importing import ImportDialog
from gdpr_desktop.consents.groups.dialogs.member import MemberDialog
from gdpr_desktop.consents.groups.dialogs.moving import LeftDialog, MoveDialog, MoveUpDialog
from gdpr_desktop.consents.pictures.dialogs.answer import PictureDialog
from gdpr_desktop.consents.pictures.dialogs.document import PictureDocumentDialog
from gdpr_desktop.consents.pictures.model import PictureId
from gdpr_desktop.consents.pictures.service import keep_answer, read_answer
from gdpr_desktop.consents.renewal.dialogs.expired import ExpiredDialog
from gdpr_desktop.consents.renewal.dialogs.form_dialog import FollowUpDialog
from gdpr_desktop.consents.renewal.dialogs.renew import RenewDialog
from gdpr_desktop.consents.renewal.dialogs.review import ReviewDialog
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.consents.withdrawals.dialogs import ending, every_case, places
from gdpr_desktop.consents.withdrawals.dialogs.base import WithdrawalDialog
from gdpr_desktop.consents.withdrawals.dialogs.letter import LetterDialog as Confirmation
from gdpr_desktop.consents.withdrawals.dialogs.register import WithdrawDialog
from gdpr_desktop.consents.withdrawals.dialogs.settle import SettleDialog
from gdpr_desktop.consents.withdrawals.dialogs.told import ToldDialog
from gdpr_desktop.core import text
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk

BASES = {AnswerDialog, FollowUpDialog, FormCaseDialog, WithdrawalDialog}
OF_A_FORM = (
    *(BasisDialog, ContentDialog, PurposesDialog, CheckDialog, AdviceDialog, ApproveDialog),
    *(VersionsDialog, PrintDialog, PrintGroupDialog, ReturnListDialog, FilingDialog, CloseDialog),
    *(DraftDialog, QuickDialog, RegisterDialog, ReviewDialog),
)
OF_A_CONSENT = (CorrectDialog, StartDialog, PersonExportDialog, WithdrawDialog)
OF_A_WITHDRAWAL = (
    *(SettleDialog, ToldDialog, places.AddPlaceDialog),
    *(ending.CloseDialog, ending.MistakeDialog, ending.NotThisDialog),
    *(every_case.NoteDialog, every_case.AssignDialog, every_case.ReopenDialog),
    every_case.FilingDialog,
)


def all_there_are() -> set[type[QDialog]]:
    """Every class of a dialog in the package."""
    found = set()
    for room in pkgutil.walk_packages(consents.__path__, f"{consents.__name__}."):
        if ".dialogs." in room.name:
            made = vars(importlib.import_module(room.name)).values()
            found |= {one for one in made if getattr(one, "__module__", "") == room.name}
    return {one for one in found if isinstance(one, type) and issubclass(one, QDialog)} - BASES


class Longer:
    """Each translation, 40 % longer."""

    def __init__(self, own: object) -> None:
        self._own = own

    def _more(self, said: str) -> str:
        return said + "x" * round(len(said) * 0.4) if said else said

    def gettext(self, message: str) -> str:
        return self._more(self._own.gettext(message))

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._more(self._own.ngettext(one, many, count))

    def pgettext(self, context: str, message: str) -> str:
        return self._more(self._own.pgettext(context, message))


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, on a small screen."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def of_forms(vault: Vault, form_id: CaseId, window: QWidget) -> Iterator[QDialog]:
    write_form(vault, form_id, replace(CONTENT, contact="tlf. 55 44 44 44"))
    yield from (one(vault, form_id, window) for one in OF_A_FORM)
    yield IntakeDialog(vault, window)
    yield LetterDialog(vault, form_id, "consent_photographed", window)
    yield PurposeDialog(vault, forms.form(vault.db, form_id), PURPOSES[1], window)
    yield PlaceDialog(vault, PURPOSES[1].places[0], window)
    yield PictureDialog(vault, window)
    kept = PictureId(keep_answer(vault, title="Badedagen", facts=FACTS).id)
    yield PictureDocumentDialog(vault, read_answer(vault, kept), window)


def of_groups(vault: Vault, window: QWidget) -> Iterator[QDialog]:
    group_id = a_group(vault, 2)
    one = groups.members(vault.db, group_id)[0].id
    yield GroupDialog(vault, window, group_id)
    yield MemberDialog(vault, window, group_id, one)
    named = forms_for(vault, groups.group(vault.db, group_id))
    yield ChooseFormDialog(named, "Skjema", window)
    yield from (kind(vault, window, group_id) for kind in (EndDialog, MoveUpDialog))
    yield from (kind(vault, window, group_id, (one,)) for kind in (MoveDialog, LeftDialog))
    yield from (kind(vault, window) for kind in (ImportDialog, ImportConsentsDialog))
    yield from (kind(vault, window, group_id) for kind in (AllowedDialog, PhotoListDialog))


def of_consents(vault: Vault, form_id: CaseId, window: QWidget) -> Iterator[QDialog]:
    consent_id = given(vault, form_id)
    yield from (one(vault, consent_id, window) for one in OF_A_CONSENT)
    found = withdrawn(vault, consent_id, ("p2",))
    yield from (one(vault, found.case.id, window) for one in OF_A_WITHDRAWAL)
    for one in (places.ChangePlaceDialog, places.EndPlaceDialog):
        yield one(vault, found.case.id, found.stops[0].id, window)
    all_ended(vault, found)
    yield Confirmation(vault, found.case.id, "consent_withdrawn", window)


def of_what_ends(
    vault: Vault, form_id: CaseId, clock: FixedClock, window: QWidget
) -> Iterator[QDialog]:
    clock.instant = datetime(2027, 7, 1, 12, tzinfo=UTC)
    catch_up(vault)
    yield RenewDialog(vault, form_id, window)
    clock.instant = datetime(2027, 8, 2, 12, tzinfo=UTC)
    catch_up(vault)
    yield ExpiredDialog(vault, form_id, None, window)


@pytest.mark.parametrize("language", Language)
def test_longer_words_have_room_and_what_is_reached_a_name_and_a_key_of_its_own(
    officer, form_id, clock, window, monkeypatch, language
):
    text.set_language(language)
    catalogue = text._catalogue
    monkeypatch.setattr(text, "_catalogue", lambda asked: Longer(catalogue(asked)))
    wrong, opened, closed = {}, set(), []
    for room in (
        of_forms(officer, form_id, window),
        of_groups(officer, window),
        of_consents(officer, form_id, window),
        of_what_ends(officer, form_id, clock, window),
    ):
        for made in room:
            made.open()
            QCoreApplication.processEvents()
            said = walk.cut(made) + walk.nameless(made) + twice(made)
            wrong[type(made)] = said
            opened.add(type(made))
            closed.append(weakref.ref(made))
            leave(made)
            del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert {kind.__name__: said for kind, said in wrong.items() if said} == {}
    assert opened == all_there_are()
    assert [one() for one in closed if one() is not None] == []
