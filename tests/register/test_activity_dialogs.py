"""The form of an activity and its small forms, as a person uses them."""

import gc
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.dialogs.activity import ActivityDialog
from gdpr_desktop.register.activities.dialogs.basis import PurposeDialog, SpecialDialog
from gdpr_desktop.register.activities.dialogs.flows import PartyDialog, StepDialog, TransferDialog
from gdpr_desktop.register.activities.dialogs.people import CategoryDialog, SubjectDialog
from gdpr_desktop.register.activities.dialogs.printing import print_dialog
from gdpr_desktop.register.activities.dialogs.retention import RetentionDialog
from gdpr_desktop.register.activities.facts import PARTS
from gdpr_desktop.register.activities.parts import (
    Answer,
    Retention,
    Step,
    Subject,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.activities.shelf import PRINT, SHELF
from gdpr_desktop.register.assessments.dialogs.choose import ChooseDialog
from gdpr_desktop.register.assessments.dialogs.starting import StartDialog
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.register.entries.shelf import load
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from register.sound import SOUND, basis, condition, data, law, party, purpose
from ui import walk

TRANSFER = Transfer(country="US", recipient="Hjelp", ground=TransferGround.ADEQUACY, support=True)
FULL = purpose(
    basis("b", contract="skriftleg"),
    basis("e", laws=(law(), law(section="§ 8"))),
    basis("f", interest=same("tryggleik")),
    reason="fordi",
)
KEPT = Retention(months=18, counted_from=same("slutt"), law=law())
SMALL = {
    "purpose": (PurposeDialog, FULL),
    "special": (SpecialDialog, condition("h", law())),
    "subject": (SubjectDialog, Subject(text=same("barn"), vulnerable=True)),
    "category": (
        lambda item, parent: CategoryDialog(item, SOUND.subjects, parent),
        data(kept=KEPT, subjects=("barn",)),
    ),
    "retention": (lambda item, parent: RetentionDialog(item, ("namn",) * 8, parent), KEPT),
    "source": (
        lambda item, parent: PartyDialog(item, source=True, parent=parent),
        party(confidential=True, lifted_by=law()),
    ),
    "recipient": (
        lambda item, parent: PartyDialog(item, source=False, parent=parent),
        party(confidential=True, released=True, purpose=same("hjelp")),
    ),
    "transfer": (TransferDialog, TRANSFER),
}


@pytest.fixture(scope="module")
def theme(qapp) -> Theme:
    """The light theme, put on once: it is put on every widget there is."""
    return Theme(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def window(qtbot, theme) -> QWidget:
    """What the dialogs open above, 1024 × 700."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def opened(qtbot) -> Iterator[Callable]:
    """Open a dialog; whatever is left open is taken away."""
    import shiboken6

    left: list[QDialog] = []

    def open_dialog(dialog):
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        left.append(dialog)
        return dialog

    yield open_dialog
    for dialog in reversed(left):
        if shiboken6.isValid(dialog):
            dialog.discard()


@pytest.fixture
def entry(vault, unit, system) -> Entry:
    """A sound activity in the record."""
    content = replace(SOUND, unit_id=unit, systems=(system,), data=(data(), data("adresse")))
    return store.entry(vault.db, EntryId(service.add_entry(vault, content).id))


@pytest.fixture
def form(vault, entry, window) -> ActivityDialog:
    """The form of ``entry``, not shown: that takes time."""
    return ActivityDialog(vault, entry, window)


@pytest.fixture
def shown(form, opened) -> ActivityDialog:
    """The form of ``entry``, open."""
    return opened(form)


def press(qtbot, made: QPushButton) -> None:
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def child(form: QWidget, kind: type) -> QDialog:
    """The small form that is open."""
    return next(one for one in form.findChildren(kind) if one.isVisible())


@pytest.mark.parametrize("name", SMALL)
def test_small_form_gives_back_what_it_was_given(window, opened, name):
    make, item = SMALL[name]
    dialog = opened(make(item, window))
    assert dialog.value() == item
    assert not dialog.is_dirty()
    assert walk.nameless(dialog) == []


def test_step_keeps_its_kind(vault, window, opened):
    step = Step(text="Informer", kind="inform_anew", due=vault.clock.today())
    assert opened(StepDialog(step, vault.clock, window)).value() == step


def test_form_gives_back_what_it_was_given_and_opens_where_it_was_asked_to(
    vault, entry, window, opened
):
    form = opened(ActivityDialog(vault, entry, window, "retention"))
    assert PARTS[form.stack.currentIndex()] == "retention"
    assert form.content() == entry.content
    assert not form.is_dirty()
    form.people.data.set_value((data(),))
    assert form.is_dirty()


def test_what_is_missing_is_said_while_one_types(form, qtbot):
    before = form.progress.text()
    form.sections.setCurrentRow(PARTS.index("unstructured"))
    field = form.pages[PARTS.index("unstructured")].part.allowed
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() is Answer.YES
    qtbot.waitUntil(lambda: form.progress.text() != before)
    assert "(1)" in form.sections.currentItem().text()
    (found,) = form.pages[form.stack.currentIndex()].shown
    assert found.code == "unstructured_unexplained"


def test_every_finding_has_a_section_to_be_mended_in(vault, window):
    dialog = ActivityDialog(vault, None, window)
    codes = {one.code for one in dialog.content().findings()}
    assert {one.code for page in dialog.pages for one in page.shown} == codes


def test_purpose_is_added_and_removed_in_the_list(form, qtbot):
    form.sections.setCurrentRow(PARTS.index("purposes"))
    press(qtbot, form.purposes.purposes.add_button)
    small = child(form, PurposeDialog)
    qtbot.keyClicks(small.text.editors()[0], "drift")
    small.boxes[Basis.CONSENT].setChecked(True)
    press(qtbot, small.save_button)
    assert [one.text.nn for one in form.content().purposes] == ["tildele plass", "drift"]
    qtbot.keyClick(form.purposes.purposes.table, Qt.Key.Key_Delete)
    assert form.content().purposes == SOUND.purposes


def test_small_form_begins_in_the_written_form_of_the_whole(form):
    form.switch._group.buttons()[1].click()
    form.people.subjects.add()
    small = child(form, SubjectDialog)
    small.text.editors()[0].setText("elever")
    assert small.text.value().nb == "elever"


def test_bases_ask_for_what_they_need(window, opened):
    dialog = opened(PurposeDialog(None, window))
    assert not any(row.isVisible() for row in dialog.more.values())
    dialog.boxes[Basis.PUBLIC_TASK].setChecked(True)
    assert dialog.more[Basis.PUBLIC_TASK].isVisible()
    assert not dialog.reason_row.isVisible()
    dialog.boxes[Basis.CONTRACT].setChecked(True)
    assert dialog.reason_row.isVisible()


def test_condition_asks_for_a_law_where_the_letter_does(window, opened):
    dialog = opened(SpecialDialog(condition("h"), window))
    assert dialog.laws.isVisible()
    dialog.condition.set_value(Condition.VITAL_INTERESTS)
    assert not dialog.laws.isVisible()


def test_act_is_joined_with_its_other_written_form(window, opened, qtbot):
    dialog = opened(SpecialDialog(condition("h"), window))
    press(qtbot, dialog.laws.add_button)
    act, section = dialog.laws.editors()[2:]
    act.setText("kommunelova")  # no key by key: the words suggested would grab the keyboard
    qtbot.keyClicks(section, "1-1")
    assert dialog.value().laws == (law("kommuneloven", "1-1"),)


def test_several_categories_get_one_retention(form, qtbot):
    form.sections.setCurrentRow(PARTS.index("retention"))
    press(qtbot, form.retention.all_button)
    press(qtbot, form.retention.set_button)
    small = child(form, RetentionDialog)
    small.fields.months.set_months(6)
    press(qtbot, small.save_button)
    assert [one.retention.months for one in form.content().data] == [6, 6]


def test_renamed_people_keep_their_data(form, qtbot):
    field = form.people.subjects
    form.people.data.set_value((data(subjects=("barn",)),))
    form.sections.setCurrentRow(PARTS.index("people"))
    field.table.selectRow(0)
    press(qtbot, field.change_button)
    small = child(form, SubjectDialog)
    small.text.set_value(same("elevar"))
    press(qtbot, small.save_button)
    assert form.content().data[0].subjects == ("elevar",)


def test_new_basis_is_explained_before_it_is_saved(vault, entry, window, opened, qtbot):
    service.approve_entry(vault, entry.id)
    approved = store.entry(vault.db, entry.id)
    form = opened(ActivityDialog(vault, approved, window, "purposes"))
    assert not form.purposes.reason_row.isVisible()
    form.purposes.purposes.set_value((purpose(basis("c", laws=(law(),))),))
    qtbot.waitUntil(form.purposes.reason_row.isVisible)
    press(qtbot, form.save_button)
    assert form.purposes.reason_row.problem
    form.purposes.basis_reason.set_text("Ny lov")
    press(qtbot, form.save_button)
    after = store.entry(vault.db, entry.id)
    assert after.content.steps[0].kind == "inform_anew"


def test_date_that_cannot_be_read_is_shown_in_its_section(shown, qtbot):
    form = shown
    decisions = PARTS.index("decisions")
    form.pages[decisions].part.risk.line.setText("i fjor haust")
    press(qtbot, form.save_button)
    assert form.isVisible()
    assert form.stack.currentIndex() == decisions


def test_draft_of_the_form_comes_back_whole(vault, entry, window, opened):
    first = opened(ActivityDialog(vault, entry, window))
    first.people.data.set_value((data("kart", kept=KEPT),))
    first.pages[PARTS.index("transfers")].part.transfers.set_value((TRANSFER,))
    typed = first.content()
    first.discard()
    assert opened(ActivityDialog(vault, entry, window)).content() == typed


def test_two_hundred_categories_open_without_a_wait(vault, entry, window):
    many = replace(entry.content, data=tuple(data(f"kategori {n}") for n in range(200)))
    service.change_entry(vault, entry.id, many)
    begun = time.perf_counter()
    dialog = ActivityDialog(vault, store.entry(vault.db, entry.id), window)
    assert time.perf_counter() - begun < 5
    assert dialog.people.data.table.rowCount() == 200


def test_everything_in_the_form_has_a_name_and_room_and_looks_for_numbers(shown, qtbot):
    form = shown
    assert walk.nameless(form) == []
    room = form.screen().availableGeometry()
    assert form.width() <= room.width()
    assert form.height() <= room.height()
    for row in range(form.sections.count()):
        form.sections.setCurrentRow(row)
        qtbot.wait(1)
        assert walk.cut(form) == []
    for field in (*form.findChildren(TextArea), *form.findChildren(LineField)):
        assert field.notice is not None, field.objectName()


def test_longer_words_are_not_cut(monkeypatch, vault, entry, window, opened, qtbot):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    for make, item in (*SMALL.values(), (lambda e, w: ActivityDialog(vault, e, w), entry)):
        dialog = opened(make(item, window))
        qtbot.wait(20)
        assert walk.cut(dialog) == []
        dialog.discard()


def test_buttons_of_an_activity_open_what_they_say(vault, entry, window, opened):
    offered = dict(SHELF.deeds(vault, entry))
    for key, kind in ((PRINT, DocumentDialog), ("assess", ChooseDialog)):
        assert key in offered
        load(SHELF.do)(window, vault, entry, key, print)
        child(window, kind).close()
    load(SHELF.tool)(window, vault, SHELF.tools[0][0], print)
    child(window, StartDialog).discard()


@pytest.mark.parametrize("name", [*SMALL, "activity", "print"])
def test_closing_frees_the_dialog(vault, entry, window, qtbot, name):
    if name in SMALL:
        make, item = SMALL[name]
        made = make(item, window)
    elif name == "activity":
        made = ActivityDialog(vault, entry, window)
    else:
        made = print_dialog(window, vault, entry)
    made.open()
    watched, gone = weakref.ref(made), []
    made.destroyed.connect(lambda *_: gone.append(True))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone
    assert watched() is None
