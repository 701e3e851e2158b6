"""The dialogs and the page of one consent, by a person's events."""

import hashlib
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from consents.conftest import PASSWORD
from consents.filling import a_group, approved_form, both, given, said
from gdpr_desktop.consents.codes import Audience, How, Relation
from gdpr_desktop.consents.forms.actions import Action, Chosen
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.actions import Action as OnConsent
from gdpr_desktop.consents.given.actions import actions_of
from gdpr_desktop.consents.given.dialogs.correct import CorrectDialog
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.given.dialogs.register import RegisterDialog
from gdpr_desktop.consents.given.dialogs.start import StartDialog
from gdpr_desktop.consents.given.service.registering import note_start
from gdpr_desktop.consents.given.widgets.consent_view import ConsentView
from gdpr_desktop.consents.page import ConsentsTab
from gdpr_desktop.core import text
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault, drafts, people
from ui import walk


@pytest.fixture
def parent(qtbot):
    """A window to open dialogs on."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def problems(dialog):
    """What is said at the fields."""
    from gdpr_desktop.ui.forms import FieldRow

    rows = dialog.findChildren(FieldRow)
    return {row.field.objectName() for row in rows if row.problem}


def fill(dialog, name="Nora Testdal", born=date(2022, 5, 3), giver="Kari Testdal"):
    """One parent says yes to the first and no to the rest."""
    dialog.person.name.set_text(name)
    dialog.person.birth_date.set_date(born)
    dialog.answer.relation.set_value(Relation.PARENT)
    dialog.answer.giver.set_text(giver)
    dialog.answer.given_on.set_date(date(2026, 9, 10))
    dialog.answer.purposes.set_answers(("p1",), ("p2", "p3"))


def test_an_answer_is_registered_and_what_it_is_worth_is_told_while_it_is_typed(
    officer, form_id, parent
):
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    assert dialog.answer.purposes.answers() == ((), ())
    fill(dialog)
    assert dialog._advice.text().count("\n") >= 1, "who must answer, and who is missing"
    missing = dialog._advice.text()
    dialog.person.parents.set_value(1)
    assert dialog._advice.text() != missing
    dialog.save()
    assert not dialog.isVisible()
    (found,) = store.of_person(officer.db, store.match(dialog.person.subject()))
    assert (found.statements[0].no, found.parents) == (("p2", "p3"), 1)


def test_the_other_parents_answer_goes_to_the_same_consent(officer, form_id, parent):
    number = given(officer, form_id, statements=(said(name="Kari Testdal"),))
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    fill(dialog, giver="Ola Prøvevik")
    assert dialog._note.text()
    dialog.save()
    assert len(store.consent(officer.db, number).statements) == 2


def test_an_answer_older_than_its_form_is_refused_and_can_be_kept_as_not_valid(
    officer, form_id, parent
):
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    fill(dialog)
    dialog.answer.given_on.set_date(date(2026, 8, 1))
    dialog.save()
    assert problems(dialog) == {"given_on"}
    assert dialog.anyway_button.isVisible()
    dialog.answer.giver.set_text("Kari Prøvevik")
    assert not dialog.anyway_button.isVisible(), "asked about anew when something is changed"
    dialog.save()
    dialog.anyway_button.click()
    assert not dialog.isVisible()
    assert store.of_person(officer.db, store.match(dialog.person.subject()))


def test_a_date_in_the_future_cannot_be_kept_at_all(officer, form_id, parent):
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    fill(dialog)
    dialog.answer.given_on.set_date(date(2026, 11, 21))
    dialog.save()
    assert problems(dialog) == {"given_on"}
    assert not dialog.anyway_button.isVisible()
    dialog.discard()


def test_a_name_of_the_group_brings_birth_date_and_parents(officer, form_id, parent):
    group_id = a_group(officer, 2)
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    dialog.person.group.set_value(group_id)
    dialog.person._on_chosen(next(iter(dialog.person._members)))
    assert dialog.person.subject().birth_date == date(2022, 1, 1)
    assert dialog.person.guardians() == ("Mor Testhaug", "Far Testhaug")
    dialog.discard()


def test_the_print_of_a_file_is_kept_as_proof(officer, form_id, parent, qtbot, tmp_path):
    path = tmp_path / "skjema.pdf"
    path.write_bytes(b"skjema")
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    fill(dialog)
    dialog.answer.file.read(path)
    qtbot.waitUntil(lambda: dialog.answer.file.print() is not None)
    dialog.save()
    (found,) = store.of_person(officer.db, store.match(dialog.person.subject()))
    proof = found.statements[0].proof
    assert (proof.file_name, proof.sha256) == ("skjema.pdf", hashlib.sha256(b"skjema").hexdigest())


def test_what_is_typed_comes_back_as_a_draft(officer, form_id, parent):
    dialog = RegisterDialog(officer, form_id, parent)
    dialog.open()
    fill(dialog)
    dialog.answer.how.set_value(How.ORAL)
    dialog.discard()
    again = RegisterDialog(officer, form_id, parent)
    again.open()
    assert again.person.name.text() == "Nora Testdal"
    assert again.answer.statement() == dialog.answer.statement()
    again.discard()


def test_a_correction_asks_why_and_strikes_out_what_was_never_given(officer, form_id, parent):
    number = given(officer, form_id)
    dialog = CorrectDialog(officer, number, parent)
    dialog.open()
    dialog.struck.setChecked(True)
    dialog.save()
    assert problems(dialog) == {"why"}
    dialog.reason.set_text("Feil barn")
    dialog.save()
    kept = store.consent(officer.db, number)
    assert (len(kept.statements), len(kept.corrections)) == (1, 1)


def test_the_start_of_the_processing_is_noted_and_seen(officer, form_id, parent):
    number = given(officer, form_id)
    dialog = StartDialog(officer, number, parent)
    dialog.open()
    dialog.started_on.set_date(date(2026, 9, 5))
    dialog.save()
    assert store.consent(officer.db, number).started_on == date(2026, 9, 5)


def words_of(view):
    """All that is read on the page."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view))


def test_the_page_of_a_consent_tells_what_may_be_used_and_why_not(officer, form_id, qtbot):
    number = given(
        officer,
        form_id,
        statements=(said(), said(("p1",), ("p2",), name="Far Testdal", which=0)),
    )
    note_start(officer, number, date(2026, 9, 5))
    view = ConsentView(officer)
    qtbot.addWidget(view)
    view.show()
    view.show_consent(number)
    shown = words_of(view)
    assert "Nora Testdal" in shown
    assert shown.count("Ja:") == 1
    assert view._remedy.text()
    assert "Far Testdal" in shown
    asked = {one.text() for one in view.findChildren(QPushButton) if one.isVisibleTo(view)}
    assert len(asked) >= 5
    assert walk.nameless(view) == []


def test_an_older_yes_says_that_a_newer_no_counts(officer, form_id, qtbot):
    older = given(officer, form_id)
    newer = given(officer, form_id, statements=both((), ("p1", "p2", "p3"), on=date(2026, 10, 5)))
    view = ConsentView(officer)
    qtbot.addWidget(view)
    view.show()
    view.show_consent(older)
    assert "5. oktober 2026" in view._verdict.text()
    assert "Ja:" not in words_of(view)
    view.show_consent(newer)
    assert "5. oktober 2026" not in view._verdict.text()


def test_a_deed_on_the_page_is_told_shown_and_taken_back(officer, form_id, qtbot):
    number = given(officer, form_id, statements=both())
    view = ConsentView(officer)
    qtbot.addWidget(view)
    view.show_consent(number)
    view.deeds._tell(note_start(officer, number, date(2026, 9, 5)))
    assert view.deeds.undo_words(number)
    view.deeds.undo(number)
    assert store.consent(officer.db, number).started_on is None


def test_a_consent_on_somebody_elses_form_is_not_shown(officer, form_id, qtbot):
    number = given(officer, form_id)
    people.add_user(officer, "Annan", Role.CASEWORKER, PASSWORD)
    path, clock = officer.path, officer.clock
    officer.close()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    try:
        view = ConsentView(other)
        qtbot.addWidget(view)
        with pytest.raises(RefusedError):
            view.show_consent(number)
    finally:
        other.close()


@pytest.mark.parametrize("language", Language)
def test_the_dialogs_name_what_is_reached_and_have_keys_of_their_own(
    officer, form_id, parent, language
):
    from breaches.test_dialogs_windows import twice

    text.set_language(language)
    approved_form(officer, audience=Audience.ADULTS)
    number = given(officer, form_id)
    a_group(officer, 2)
    made = (
        RegisterDialog(officer, form_id, parent),
        RegisterDialog(officer, form_id, parent, ConsentId(number)),
        CorrectDialog(officer, number, parent),
        StartDialog(officer, number, parent),
        QuickDialog(officer, form_id, parent),
    )
    wrong = {}
    for one in made:
        one.open()
        if isinstance(one, RegisterDialog):
            one.answer.relation.set_value(Relation.GUARDIAN)
            one.answer.how.set_value(How.ORAL)
            one.answer.more.expand()
        QApplication.processEvents()
        wrong[type(one).__name__] = walk.nameless(one) + twice(one)
        one.discard()
    text.set_language(Language.NYNORSK)
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.fixture
def tab(officer, qtbot):
    """The whole tab."""
    made = ConsentsTab(officer)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def shown(tab, kind):
    """The dialog that lies open."""
    QApplication.processEvents()
    return next(one for one in tab.findChildren(kind) if one.isVisible())


def test_the_forms_page_opens_both_and_goes_on_with_a_draft(officer, form_id, tab):
    tab.show_case(form_id)
    view = tab.page().case_view
    view.start(Chosen(action=Action.QUICK))
    shown(tab, QuickDialog).reject()
    view.start(Chosen(action=Action.REGISTER))
    dialog = shown(tab, RegisterDialog)
    fill(dialog)
    dialog.discard()
    (draft,) = drafts.all_of(officer)
    tab.resume_draft(draft)
    again = shown(tab, RegisterDialog)
    assert again.person.name.text() == "Nora Testdal"
    again.save()
    assert not again.isVisible()
    assert drafts.all_of(officer) == ()


def test_every_button_of_a_consent_opens_its_dialog(officer, form_id, qtbot):
    number = given(officer, form_id)
    view = ConsentView(officer)
    qtbot.addWidget(view)
    view.show()
    view.show_consent(number)
    for action in actions_of(view.found):
        if action is OnConsent.FORM:
            with qtbot.waitSignal(bus.case_wanted) as asked:
                view.start(action)
            assert asked.args == ["consents", form_id]
            continue
        view.start(action)
        QApplication.processEvents()
        (dialog,) = [one for one in view.findChildren(FormDialog) if one.isVisible()]
        dialog.discard()
