"""The dialogs of a form, as a person uses them."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget

from breaches.test_dialogs_windows import TYPED, leave, texts_of, twice, type_something
from consents.filling import CONTENT, PURPOSES, a_form, approved_form, given
from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.codes import FormKind, PictureUse
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.actions import Action, Chosen
from gdpr_desktop.consents.forms.dialogs.approve import ApproveDialog
from gdpr_desktop.consents.forms.dialogs.content import ContentDialog
from gdpr_desktop.consents.forms.dialogs.intake import IntakeDialog
from gdpr_desktop.consents.forms.dialogs.purpose import PlaceDialog, PurposeDialog
from gdpr_desktop.consents.forms.dialogs.purposes import PurposesDialog
from gdpr_desktop.consents.forms.dialogs.versions import VersionsDialog
from gdpr_desktop.consents.forms.model import EXPIRED, RENEWAL
from gdpr_desktop.consents.forms.service.writing import write_form, write_purposes
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.page import FORMS, ConsentsTab
from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import drafts
from ui import walk

OF_FORMS = (
    Action.CONTENT,
    Action.PURPOSES,
    Action.ADVICE,
    Action.APPROVE,
    Action.VERSIONS,
    Action.FILE,
    Action.CLOSE,
    Action.REOPEN,
)
CHANGED = replace(CONTENT, contact="tlf. 55 44 44 44")


@pytest.fixture(params=[Language.NYNORSK])
def tab(request, officer, qtbot, qapp) -> ConsentsTab:
    """The tab, with a form whose draft is another than its version."""
    text.set_language(request.param)
    Theme(qapp, scheme=Scheme.LIGHT)
    case_id = approved_form(officer)
    write_form(officer, case_id, CHANGED)
    made = ConsentsTab(officer)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    made.show_case(case_id)
    return made


def dialogs(tab: ConsentsTab) -> Iterator[FormDialog]:
    page = tab.show_shelf(FORMS)
    view = page.case_view
    for action in OF_FORMS:
        yield view.deeds.dialog_of(Chosen(action=action), view.found)
    yield IntakeDialog(tab._vault, page)


@pytest.fixture
def window(officer, qtbot) -> Iterator[QWidget]:
    """What dialogs are opened from; what is left open is closed without a question."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    for left in made.findChildren(FormDialog):
        leave(left)


def opened(made: FormDialog) -> FormDialog:
    made.open()
    return made


@pytest.mark.parametrize("tab", Language, indirect=True)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(tab, officer):
    wrong, closed = {}, []
    found = store.form(officer.db, tab.selected_id())
    smaller = (
        PurposeDialog(officer, found, PURPOSES[1], tab),
        PlaceDialog(officer, PURPOSES[1].places[0], tab),
    )
    for made in (*dialogs(tab), *smaller):
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made)
        closed.append((type(made).__name__, weakref.ref(made)))
        leave(made)
    del made, smaller
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [name for name, watched in closed if watched() is not None] == []


def test_what_is_typed_in_any_dialog_is_kept_and_gone_on_with(tab):
    for made in dialogs(tab):
        made.open()
        if getattr(made, "_draft", None) is None or not type_something(made):
            leave(made)
            continue
        kind = type(made)
        made.discard()
        (draft,) = drafts.all_of(tab._vault)
        tab.resume_draft(draft)
        again = next(one for one in tab.findChildren(kind) if one.isVisible())
        assert TYPED in [one.text() for one in texts_of(again)], kind
        again.end_draft()
        again._before = None
        again.close()
        drafts.discard(tab._vault, draft.form, draft.case_id)


def test_a_form_is_begun_with_a_kind_a_starting_point_and_a_unit(officer, qtbot, window):
    made = opened(IntakeDialog(officer, window))
    made.save()
    assert made.kind.objectName() == "kind"
    made.kind._group.button(list(FormKind).index(FormKind.PICTURE)).click()
    made.start.set_value("kindergarten_pictures")
    assert made.title_line.text() == "Bilete og film i barnehagen"
    qtbot.keyClicks(made.unit.line, "Tunet barnehage")
    with qtbot.waitSignal(made.accepted_value) as saved:
        made.save_button.click()
    found = store.form(officer.db, CaseId(saved.args[0].id))
    assert found.draft.title.nb == "Bilder og film i barnehagen"
    assert found.draft.unit == "Tunet barnehage"
    assert len(found.draft.purposes) == 7


def test_a_starting_point_tells_what_kind_of_form_it_is(officer, window):
    made = opened(IntakeDialog(officer, window))
    made.start.set_value("health_information")
    assert made.kind.value() is FormKind.CONFIDENTIALITY
    assert made.start.value() == "health_information"
    made.kind._group.button(0).click()
    assert made.start.value() is None
    assert made.title_line.text() == ""


def test_a_name_of_ones_own_stays_when_another_starting_point_is_chosen(officer, qtbot, window):
    made = opened(IntakeDialog(officer, window))
    made.kind._group.button(0).click()
    made.start.set_value("newsletter")
    made.title_line.line.clear()
    qtbot.keyClicks(made.title_line.line, "Varsel om snø")
    made.start.set_value("survey")
    assert made.title_line.text() == "Varsel om snø"


def test_the_texts_are_written_in_both_written_forms_and_only_those_of_the_kind_are_asked(
    officer, window
):
    case_id = a_form(officer)
    made = opened(ContentDialog(officer, case_id, window, field="refusing"))
    assert made.texts["refusing"].isAncestorOf(made.focusWidget())
    shown = {name for name, row in made.rows.items() if row.isVisibleTo(made)}
    assert {"law", "sources", "explicit", "automated", "until", "age_check"} & shown == set()
    made.texts["use"]._text.set_text("Vise fram leiken")
    made.switch._group.button(1).click()
    made.texts["use"]._text.set_text("Vise fram leken")
    made.save()
    kept = store.form(officer.db, case_id).draft
    assert kept == replace(CONTENT, use=Bilingual(nn="Vise fram leiken", nb="Vise fram leken"))


def test_from_the_checklist_each_field_says_what_is_to_be_changed(officer, window):
    case_id = a_form(
        officer, contact="", responsible="", purposes=(replace(PURPOSES[0], use=None),)
    )
    made = opened(ContentDialog(officer, case_id, window, field="contact"))
    assert {name for name, row in made.rows.items() if row.problem} == {"contact", "responsible"}
    made.contact.line.setText("tlf. 55 00 00 00")
    made.contact.line.textEdited.emit("tlf. 55 00 00 00")
    assert not made.rows["contact"].problem
    other = opened(PurposesDialog(officer, case_id, window, field="p1"))
    assert other.row.problem
    assert other.purposes.chosen() == (0,)
    plain = opened(ContentDialog(officer, case_id, window))
    assert not plain.rows["responsible"].problem


def test_a_date_is_asked_for_only_where_the_form_lasts_to_one(officer, window):
    made = opened(ContentDialog(officer, a_form(officer), window))
    assert not made.rows["until"].isVisibleTo(made)
    made.lasting.setCurrentIndex(0)
    assert made.rows["until"].isVisibleTo(made)
    made.save()
    assert made.rows["until"].problem


def test_each_ticked_use_of_a_picture_is_a_purpose_and_ticking_again_brings_it_back(
    officer, window, form_id
):
    made = opened(PurposesDialog(officer, form_id, window))
    made.uses.boxes[PictureUse.PUBLISH_WEB].click()
    made.uses.boxes[PictureUse.PRESS].click()
    assert [one.use for one in made.purposes.value()] == [
        PictureUse.TAKE,
        PictureUse.PUBLISH_PRINT,
        PictureUse.PRESS,
    ]
    made.uses.boxes[PictureUse.PUBLISH_WEB].click()
    made.save()
    kept = store.form(officer.db, form_id).draft.purposes
    assert kept[:3] == PURPOSES
    assert (kept[3].key, kept[3].use, bool(kept[3].places)) == ("p4", PictureUse.PRESS, True)


def test_a_use_that_an_earlier_version_had_is_asked_about_under_the_same_key(
    officer, window, form_id
):
    write_purposes(officer, form_id, PURPOSES[:1])
    made = opened(PurposesDialog(officer, form_id, window))
    made.uses.boxes[PictureUse.PUBLISH_WEB].click()
    made.save()
    assert store.form(officer.db, form_id).draft.purposes == PURPOSES[:2]


def test_purposes_are_moved_and_the_ticks_follow_what_is_taken_away(officer, window, form_id):
    made = opened(PurposesDialog(officer, form_id, window))
    made.purposes.table.selectRow(2)
    made.up.click()
    assert [one.key for one in made.purposes.value()] == ["p1", "p3", "p2"]
    made.purposes.table.selectRow(0)
    made.purposes.remove_button.click()
    assert not made.uses.boxes[PictureUse.TAKE].isChecked()
    made.save()
    assert [one.key for one in store.form(officer.db, form_id).draft.purposes] == ["p3", "p2"]


def test_two_purposes_in_one_sentence_are_warned_of_where_they_are_typed(
    officer, qtbot, window, form_id
):
    found = store.form(officer.db, form_id)
    made = opened(PurposeDialog(officer, found, None, window))
    made.text._text.set_text("Ta bilete av barnet")
    assert made.warning.isHidden()
    made.text._text.set_text("Ta bilete av barnet og leggje dei ut")
    assert not made.warning.isHidden()
    made.save()
    assert made.isVisible(), "what is done with the picture is to be chosen"
    made.use.set_value(PictureUse.TAKE)
    with qtbot.waitSignal(made.accepted_value):
        made.save()


@pytest.mark.parametrize(("same", "key"), [(True, "p2"), (False, "")])
def test_an_approved_purpose_in_other_words_is_the_same_only_when_somebody_says_so(
    officer, qtbot, window, form_id, same, key
):
    found = store.form(officer.db, form_id)
    made = opened(PurposeDialog(officer, found, PURPOSES[1], window))
    assert not made.same_row.isVisibleTo(made)
    made.text._text.set_text("Vise bileta på nettsida")
    assert made.same_row.isVisibleTo(made)
    made.same.setChecked(same)
    with qtbot.waitSignal(made.accepted_value) as saved:
        made.save()
    assert saved.args[0].key == key


def test_the_officer_cannot_be_the_one_who_approved(officer, qtbot, window, form_id):
    write_form(officer, form_id, CHANGED)
    made = opened(ApproveDialog(officer, form_id, window))
    made.name.set_text("Solveig Testnes")
    made.role.set_text("Rektor")
    made.save()
    assert len(store.form(officer.db, form_id).versions) == 1
    made.name.set_text("Kari Styrar")
    with qtbot.waitSignal(made.accepted_value):
        made.save()
    assert store.form(officer.db, form_id).latest.content == CHANGED


def test_two_versions_stand_side_by_side_and_what_differs_is_marked(officer, window, form_id):
    write_form(officer, form_id, CHANGED)
    made = opened(VersionsDialog(officer, form_id, window))
    made.only_changed.click()
    said = [one.text() for one in made._holder.findChildren(QLabel)]
    assert said[-2:] == [CONTENT.contact, CHANGED.contact]
    assert len(said) == 5
    made.older.set_value(made.newer.value())
    assert len(made._holder.findChildren(QLabel)) == 3


@pytest.mark.parametrize("language", Language)
def test_a_form_is_called_what_it_is_called_in_the_language_of_the_screen(
    officer, qtbot, language
) -> None:
    text.set_language(language)
    case_id = approved_form(officer)
    assert [one.title for one in store.names(officer.db, officer.actor)] == [
        CONTENT.title.in_(language)
    ]
    tab = ConsentsTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(case_id)
    view = tab.show_shelf(FORMS).case_view
    assert view.head_of(view.found).title == CONTENT.title.in_(language)


def test_a_form_in_use_asks_for_answers_until_the_follow_up_is_near(officer, qtbot) -> None:
    case_id = approved_form(officer)
    given(officer, case_id)
    tab = ConsentsTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(case_id)
    view = tab.show_shelf(FORMS).case_view
    assert view.next_of(view.found) is Step.USE
    assert view.head_of(view.found).next.key == Chosen(action=Action.QUICK)
    near = replace(view.found, case=replace(view.found.case, due=officer.clock.today()))
    assert view.next_of(near) is Step.REVIEW
    assert view.head_of(near).next.key == Chosen(action=Action.REVIEW)
    assert view.head_of(near).reason == ""
    first = officer.clock.today() + timedelta(days=1)
    tasks = tuple(
        Task(id=TaskId(number), case_id=case_id, kind=kind, title=kind, due=day)
        for number, kind, day in ((1, RENEWAL, first + timedelta(days=9)), (2, EXPIRED, first))
    )
    ended = replace(near, case=replace(near.case, due=first), tasks=tasks)
    head = view.head_of(ended)
    assert head.reason == head.next.hint == EXPIRED, "the card and the button are about one task"
