"""The dialogs of follow-up, as a person uses them."""

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from breaches.test_dialogs_windows import twice
from consents.filling import given
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.exchange.dialogs.person_export import PersonExportDialog
from gdpr_desktop.consents.exchange.person_saving import Shape
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.renewal.dialogs.expired import ExpiredDialog
from gdpr_desktop.consents.renewal.dialogs.renew import RenewDialog
from gdpr_desktop.consents.renewal.dialogs.review import ReviewDialog
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.core import text
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What the dialogs open above, 1024 × 700."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def consent_id(officer: Vault, form_id: CaseId, clock: FixedClock) -> ConsentId:
    """One consent that ended, and one that ends in a year."""
    made = given(officer, form_id)
    clock.instant = datetime(2027, 8, 2, 12, tzinfo=UTC)
    catch_up(officer)
    return made


def ending(vault: Vault, clock: FixedClock) -> None:
    clock.instant = datetime(2027, 7, 1, 12, tzinfo=UTC)
    catch_up(vault)


def every(
    vault: Vault, form_id: CaseId, consent_id: ConsentId, clock: FixedClock, window: QWidget
) -> Iterator[QWidget]:
    yield ReviewDialog(vault, form_id, window)
    yield ExpiredDialog(vault, form_id, None, window)
    yield PersonExportDialog(vault, consent_id, window)
    ending(vault, clock)
    yield RenewDialog(vault, form_id, window)


@pytest.mark.parametrize("language", Language)
def test_everything_has_a_name_keys_of_its_own_notices_numbers_and_is_freed(
    officer: Vault,
    form_id: CaseId,
    consent_id: ConsentId,
    clock: FixedClock,
    window: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
) -> None:
    monkeypatch.setattr(text, "_current", language)
    for made in every(officer, form_id, consent_id, clock, window):
        made.open()
        qtbot.wait(10)
        assert walk.nameless(made) == []
        assert twice(made) == []
        assert walk.cut(made) == [], type(made)
        fields = [*made.findChildren(TextArea), *made.findChildren(LineField)]
        assert [one for one in fields if one.notice is None] == []
        watched = weakref.ref(made)
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        del made, fields
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()
        assert watched() is None


def test_a_no_says_what_to_do_and_wants_a_reason(
    officer: Vault, form_id: CaseId, window: QWidget
) -> None:
    made = ReviewDialog(officer, form_id, window)
    made.open()
    assert not made.what_now.isVisibleTo(made)
    made.same.set_value(False)
    assert made.what_now.isVisibleTo(made)
    made.who.set_text("Kari Styrar")
    made.save()
    assert made.isVisible()
    made.note.set_text("Bileta går til avisa no.")
    made.save()
    assert not made.isVisible()
    assert [one.same for one in forms.form(officer.db, form_id).reviews] == [False]


def test_what_was_stopped_is_noted_with_who(
    officer: Vault, form_id: CaseId, consent_id: ConsentId, window: QWidget
) -> None:
    made = ExpiredDialog(officer, form_id, None, window)
    made.open()
    made.what.set_text("Bileta er tekne ned og sletta.")
    made.save()
    assert store.consent(officer.db, consent_id).settled_on == date(2027, 8, 2)
    with pytest.raises(RefusedError):
        ExpiredDialog(officer, form_id, None, window)


def test_the_letters_are_made_and_the_dialog_closes(
    officer: Vault,
    form_id: CaseId,
    clock: FixedClock,
    window: QWidget,
    qtbot: QtBot,
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    with pytest.raises(RefusedError):
        RenewDialog(officer, form_id, window)
    given(officer, form_id)
    ending(officer, clock)
    made = RenewDialog(officer, form_id, window)
    made.open()
    answers(tmp_path / "brev.docx")
    with qtbot.waitSignal(made.accepted_value):
        made.save_button.click()
    assert (tmp_path / "brev.docx").is_file()
    assert cases.letters(officer.db, form_id)[0].template == "consent_renewal"


def test_a_number_that_is_no_request_is_said_at_the_field(
    officer: Vault,
    form_id: CaseId,
    window: QWidget,
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    made = PersonExportDialog(officer, given(officer, form_id), window)
    made.open()
    made.shape.set_value(Shape.JSON)
    made.number.set_text("2026-9999")
    made.save()
    assert made.isVisible()
    made.number.set_text("")
    answers(tmp_path / "alt.json")
    made.save()
    assert not made.isVisible()
    assert (tmp_path / "alt.json").is_file()
