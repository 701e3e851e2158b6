"""The whole way of a form for pictures, by hand: made, answered, taken back, ended, asked anew."""

import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from consents.a_kindergarten import (
    ALL_OF_IT,
    APART,
    ASKED_FOR,
    BACK,
    CHILDREN,
    FOREIGN,
    LEAP,
    MISSING,
    NEVER,
    ONE_PARENT,
    SOME,
    TEEN,
    WHY_NOT,
    Job,
    ask,
    check_forms,
    school_list,
    worth,
)
from consents.by_hand import Hand
from consents.filling import no_better_basis
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.checking.basis import Question
from gdpr_desktop.consents.checking.points import Outcome
from gdpr_desktop.consents.codes import Channel, FormKind, PictureUse, Reason, Relation
from gdpr_desktop.consents.forms.actions import Action, action_words
from gdpr_desktop.consents.forms.steps import passes
from gdpr_desktop.consents.given.actions import Action as OnConsent
from gdpr_desktop.consents.given.actions import action_words as consent_action_words
from gdpr_desktop.consents.given.widgets.consent_view import ConsentView
from gdpr_desktop.consents.given.widgets.purposes_field import NO, YES
from gdpr_desktop.consents.given.words import why
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.consents.withdrawals import store as withdrawals
from gdpr_desktop.consents.withdrawals.actions import Action as OnWithdrawal
from gdpr_desktop.consents.withdrawals.model import CaseOutcome
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import feature as requests
from gdpr_desktop.requests import service as request_service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.tables.widgets.dialog import Step as ListStep
from requests.conftest import Desk
from requests.other_kinds import WITHDRAWN

ENTER = Qt.Key.Key_Return
WEB, PRINT, TAKE = PictureUse.PUBLISH_WEB, PictureUse.PUBLISH_PRINT, PictureUse.TAKE


@pytest.fixture(params=Language)
def job(request, officer, clock, qtbot, qapp, answers, tmp_path) -> Job:
    """An empty register in one written form."""
    text.set_language(request.param)
    officer.save_municipality(replace(officer.municipality(), language=request.param))
    requests.subscribe(officer)
    out = tmp_path / "ut"
    out.mkdir()
    hand = Hand(qtbot, officer)
    return Job(hand, officer, clock, request.param, out, answers)


def test_a_form_goes_from_the_first_thought_to_answers_that_end_and_are_asked_for_anew(job):
    begin(job)
    answer_the_basis(job)
    fail_correct_and_pass(job)
    approve(job)
    take_in_the_list(job)
    printed = [print_for_all(job)]
    job.day(2026, 11, 27)
    register_the_heap(job)
    parents_disagree(job)
    printed += [take_back(job, ALL_OF_IT, None), take_back(job, SOME, WEB)]
    are_we_allowed(job)
    printed.append(photographers_list(job))
    a_request_stops_at_once(job)
    printed += [turn_fifteen(job), ask_anew(job)]
    end(job)
    assert [FOREIGN[job.language].findall(one) for one in printed] == [[]] * len(printed)


def begin(job: Job) -> None:
    hand = job.hand
    hand.press(hand.forms.new_button)
    made = hand.dialog()
    hand.choose(made.kind, FormKind.PICTURE)
    hand.pick(made.start, "kindergarten_pictures")
    hand.type_in(made.unit, "Tunet barnehage")
    hand.save(made)
    job.form_id = CaseId(hand.forms.selected_id())
    assert [one.use for one in job.form.draft.purposes][:2] == [TAKE, PictureUse.KEEP]


def answer_the_basis(job: Job) -> None:
    hand = job.hand
    made = hand.go_on(hand.forms, Action.BASIS)
    for code, yes in no_better_basis(FormKind.PICTURE).answers:
        hand.choose(made.rows[Question(code)].answer, yes)
    hand.save(made)


def fail_correct_and_pass(job: Job) -> None:
    """The check says which sentences lack, and leads to each of them."""
    hand = job.hand
    made = hand.go_on(hand.forms, Action.CHECK)
    wrong = {number for number, row in made.rows.items() if row.outcome is Outcome.NOT_MET}
    assert wrong == {8, 15}
    for number, sentence in MISSING[job.language].items():
        assert sentence in [one.text() for one in made.rows[number].findChildren(QLabel)]
    hand.press(made.rows[8].buttons[0])
    content = hand.dialog()
    assert content.contact.isAncestorOf(content.focusWidget())
    hand.type_in(content.contact, "Tunet barnehage, tlf. 55 00 00 00")
    hand.save(content)
    assert made.rows[8].outcome is Outcome.MET
    hand.press(made.rows[15].buttons[0])
    content = hand.dialog()
    hand.type_in(content.responsible, "Styraren")
    hand.save(content)
    for number in (5, 11):
        hand.choose(made.rows[number].answer, True)
        hand.type_in(made.rows[number].why, "To foreldre las det.")
    hand.save(made)
    assert passes(job.form)


def approve(job: Job) -> None:
    """Not by the officer, who only advises."""
    hand = job.hand
    made = hand.go_on(hand.forms, Action.APPROVE)
    hand.type_in(made.name, job.vault.municipality().officer.name)
    hand.type_in(made.role, "Styrar")
    hand.press(made.save_button)
    assert made.isVisible()
    hand.type_in(made.name, "Kari Styrar")
    hand.save(made)
    assert [one.number for one in job.form.versions] == [1]


def take_in_the_list(job: Job) -> None:
    hand = job.hand
    hand.press(hand.groups.import_button)
    made = hand.dialog()
    job.answers(school_list(job.out))
    hand.press(made.file_step.file_button)
    hand.qtbot.waitUntil(lambda: made.step is ListStep.COLUMNS)
    hand.type_in(made.name, "Reveungane")
    hand.press(made.save_button)
    hand.qtbot.waitUntil(lambda: made.step is ListStep.ROWS)
    model = made.rows_step.model
    assert len(made.rows_step.taken()) == len(CHILDREN), "the one who stands there twice is one"
    (said,) = [model.said(row) for row in range(model.rowCount())]
    assert re.search(r"\b2\b", said), "which row it is the same as"
    with hand.qtbot.waitSignal(made.accepted_value):
        hand.press(made.save_button)
    members = groups.members(job.vault.db, job.group.id)
    assert [one.name for one in members] == list(CHILDREN)
    assert {one.birth_date for one in members if one.name == LEAP} == {date(2024, 2, 29)}


def print_for_all(job: Job) -> str:
    """One form for each, two where the parents live apart: boxes empty, two lines to sign on."""
    hand = job.hand
    made = hand.open(hand.forms.case_view, action_words(Action.PRINT_GROUP))
    path = job.out / "skjema.docx"
    job.answers(path)
    with hand.qtbot.waitSignal(made.accepted_value):
        hand.press(made.save_button)
    return check_forms(job, path)


def register_the_heap(job: Job) -> None:
    """Twenty forms: a name, a key for each purpose, who signed, Enter."""
    hand = job.hand
    made = hand.open(hand.forms.case_view, action_words(Action.QUICK))
    made.activateWindow()
    hand.pick(made.group, job.group.id)
    hand.enter(made.given_on, "24.11.2026")
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is made.names.line)
    for name in BACK:
        first = name.split()[0].lower()
        answer = {NEVER: "ib", ONE_PARENT: "af", APART: "af", SOME: "jjjjnjjb", TEEN: "ab"}
        hand.keys(first, ENTER, answer.get(name, "ab"), ENTER)
    assert made.progress.text().startswith(f"{len(BACK)} ")
    hand.save(made)
    assert [len(job.consents(name)) for name in CHILDREN] == [1] * len(BACK) + [0] * 5
    assert worth(job, CHILDREN[0]) == ()
    assert worth(job, ONE_PARENT) == (Reason.MISSING_GIVER,)
    assert worth(job, NEVER) == (Reason.REFUSED,)


def parents_disagree(job: Job) -> None:
    """The father's own form comes a day later: no to the website."""
    hand = job.hand
    assert worth(job, APART) == (Reason.MISSING_GIVER,)
    shown = show(job, APART)
    made = hand.open(shown, consent_action_words(OnConsent.ANSWER))
    hand.choose(made.answer.relation, Relation.PARENT)
    hand.type_in(made.answer.giver, "Far til Dina")
    hand.type_in(made.answer.given_on, "25.11.2026")
    for key, choice in made.answer.purposes._choices.items():
        hand.choose(choice, NO if key == "p4" else YES)
    hand.save(made)
    assert worth(job, APART) == (Reason.DISAGREE,)
    usable = validity(job.consent(APART), job.form, job.clock.today()).purposes
    assert usable == ("p1", "p2", "p3", "p5", "p6", "p7")


def show(job: Job, name: str) -> ConsentView:
    """Search for a child on the shelf, and choose it."""
    hand = job.hand
    page = hand.given
    hand.enter(page.search, name)
    hand.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.show_consent(page.model.row(0).id)
    assert page.consent_view.found.subject.name == name
    return page.consent_view


def take_back(job: Job, name: str, use: PictureUse | None) -> str:
    """The mother takes back all, or one use: places are seen to, and a letter confirms it."""
    hand = job.hand
    made = hand.open(show(job, name), consent_action_words(OnConsent.WITHDRAW))
    hand.pick(made.who, (Relation.PARENT, f"Mor til {name.split()[0]}"))
    keys = {one.key for one in job.form.draft.purposes if use in (None, one.use)}
    for key, box in made.purposes.boxes.items():
        if box.isChecked() is not (key in keys):
            hand.press(box)
    hand.pick(made.channel, Channel.SLIP)
    hand.save(made)
    left = validity(job.consent(name), job.form, job.clock.today()).purposes
    assert not keys & set(left), "it stops at once"
    (taken,) = job.consent(name).withdrawals
    case_id = CaseId(taken.case_id)
    hand.withdrawals.show_case(case_id)
    see_to_places(job)
    told = confirm(job)
    hand.save(hand.go_on(hand.withdrawals, OnWithdrawal.CLOSE))
    closed = cases.case(job.vault.db, case_id)
    assert (closed.outcome, closed.open) == (CaseOutcome.DONE, False)
    return told


def see_to_places(job: Job) -> None:
    """Each place on its own; what is printed cannot be undone, and it is said why."""
    hand = job.hand
    while hand.withdrawals.case_view.head._key.action is OnWithdrawal.END:
        made = hand.go_on(hand.withdrawals, OnWithdrawal.END)
        if not made.place.erasable:
            hand.type_in(made.note, "Det er alt delt ut.")
        hand.save(made)
    view = hand.withdrawals.case_view
    assert all(one.done for one in view.found.stops)
    assert view.found.stops
    if view.head._key.action is OnWithdrawal.NO_MORE:
        hand.press_next(hand.withdrawals, OnWithdrawal.NO_MORE)


def confirm(job: Job) -> str:
    """The letter goes on a day, by a way; then it is filed."""
    hand = job.hand
    made = hand.go_on(hand.withdrawals, OnWithdrawal.LETTER)
    hand.type_in(made.sent_on, "27.11.2026")
    hand.pick(made.channel, DispatchChannel.ORDINARY_POST)
    told = job.export(made, f"brev-{hand.withdrawals.selected_id()}")
    view = hand.withdrawals.case_view
    assert view.found.confirmed is not None
    for place in view.found.stops:
        assert place.title in told
    made = hand.go_on(hand.withdrawals, OnWithdrawal.FILE)
    hand.type_in(made.archive_number, "26/1234")
    hand.save(made)
    return told


def are_we_allowed(job: Job) -> None:
    """For single names, and for the whole group."""
    hand = job.hand
    page = hand.given
    page.ask_allowed()
    made = hand.dialog()
    hand.pick(made.purpose, Asked(use=WEB))
    for name in (*CHILDREN[:11], CHILDREN[-1]):
        hand.enter(made.name, name)
        said = made.panel.reasons.text()
        yes = made.panel.verdict.text().startswith(text._("Yes, we are allowed"))
        assert yes is (name in BACK and name not in WHY_NOT), name
        reason = WHY_NOT.get(name)
        assert reason is None or why(reason).wrong in said, name
    hand.choose(made.who, "group")
    hand.pick(made.group, job.group.id)
    hand.pick(made.purpose, Asked(use=WEB))
    counts = [int(one) for one in re.findall(r"\d+", made.members.counts.text())]
    assert counts == [len(BACK) - len(WHY_NOT), len(WHY_NOT), len(CHILDREN) - len(BACK)]
    hand.press(made.save_button)


def photographers_list(job: Job) -> str:
    """Name by name, with no more than needed."""
    hand = job.hand
    hand.press(hand.given.photo_button)
    made = hand.dialog()
    hand.pick(made.group, job.group.id)
    hand.pick_more(made.purposes, *(Asked(use=use) for use in (TAKE, WEB, PRINT)))
    told = job.export(made, "fotograf")
    (table,) = Document(str(job.out / "fotograf.docx")).tables
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows][1:]
    yes, no = text._("Yes"), text._("No")
    allowed = dict.fromkeys(BACK, (yes, yes, yes))
    allowed |= dict.fromkeys((*CHILDREN[20:], ONE_PARENT, ALL_OF_IT, NEVER), (no, no, no))
    allowed |= {APART: (yes, no, yes), SOME: (yes, no, no)}
    assert rows == [(name, *allowed[name]) for name in CHILDREN]
    assert not re.search(r"\b20[12]\d\b.*Testhaug|Mor til|Far til", told)
    return told


def a_request_stops_at_once(job: Job) -> None:
    """Before anybody has settled what it is about."""
    desk = Desk(job.vault)
    assert worth(job, ASKED_FOR) == ()
    child = Person(name=ASKED_FOR, birth_date=job.consent(ASKED_FOR).subject.birth_date)
    request = desk.identified(rights=(Right.WITHDRAWAL,), subject=child)
    came = replace(WITHDRAWN, withdrawn_on=job.clock.today())
    request_service.assess(job.vault, desk.part(request), came, basis=Basis.CONSENT)
    assert worth(job, ASKED_FOR) == (Reason.PENDING,)
    (case_id,) = withdrawals.of_consent(job.vault.db, job.consent(ASKED_FOR).id)
    hand = job.hand
    hand.withdrawals.show_case(case_id)
    made = hand.go_on(hand.withdrawals, OnWithdrawal.SETTLE)
    hand.pick(made.who, (Relation.SELF, ""))
    hand.save(made)
    assert worth(job, ASKED_FOR) == (Reason.WITHDRAWN,)


def turn_fifteen(job: Job) -> str:
    """From the birthday the parents' answer holds no more, and the young one is asked."""
    job.day(2026, 12, 14)
    assert worth(job, TEEN) == ()
    job.day(2026, 12, 15)
    assert worth(job, TEEN) == (Reason.OUTGROWN,)
    told = ask(job, "femten")
    assert TEEN in told
    return told


def ask_anew(job: Job) -> str:
    """A month before the school year ends."""
    job.day(2027, 7, 1)
    told = ask(job, "fornying")
    left = [one for one in BACK if one not in (ALL_OF_IT, NEVER, ASKED_FOR)]
    assert [one for one in CHILDREN if one in told] == left, "who has not taken all of it back"
    return told


def end(job: Job) -> None:
    """What nobody renewed is used no more; the one that was answered anew is."""
    hand = job.hand
    job.day(2027, 8, 3)
    assert worth(job, CHILDREN[0]) == (Reason.EXPIRED,)
    made = hand.open(hand.forms.case_view, action_words(Action.QUICK))
    made.activateWindow()
    hand.pick(made.group, job.group.id)
    hand.enter(made.given_on, "2.8.2027")
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is made.names.line)
    hand.keys("ada", ENTER, "ab", ENTER)
    hand.keys(ENTER)
    hand.save(made)
    assert worth(job, CHILDREN[0]) == ()
    assert job.consent(CHILDREN[0]).valid_until == date(2028, 7, 31)
    assert worth(job, CHILDREN[1]) == (Reason.EXPIRED,)
    made = hand.go_on(hand.forms, Action.EXPIRED_DONE)
    hand.type_in(made.what, "Bileta er sletta.")
    hand.save(made)
    assert job.consent(CHILDREN[1]).settled_on == job.clock.today()
