"""What departments hold outside the systems: handbook 9 and the checklist of 9.1."""

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import UNSTRUCTURED, Task, TaskOutcome
from gdpr_desktop.casework.person_search import clues_in, start
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.fields.reading import read_fields
from gdpr_desktop.requests import service as requests
from gdpr_desktop.requests import store
from gdpr_desktop.requests.model import Missing, Part, Right
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.rights.erasure import ErasureAssessment, ErasureItem, ErasureOutcome
from gdpr_desktop.requests.rights.erasure import Fate as Erased
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.summary import head_lines, step_facts
from gdpr_desktop.requests.unstructured import service
from gdpr_desktop.requests.unstructured.form import FormOrder, write_form
from gdpr_desktop.requests.unstructured.form_fields import made_fields, mark_of
from gdpr_desktop.requests.unstructured.model import (
    Department,
    Fate,
    Find,
    Kind,
    Unstructured,
    with_answer,
)
from gdpr_desktop.requests.unstructured.reading import FilledForm, read_form
from requests import filling

PUPILS = Find(kind=Kind.EMAIL, what="Meldingar, 2024", where="Innboksen", access="Rektor")
TYPED = {
    "email-what": "Meldingar om fråvær\n2023 og 2024",
    "email-where": "Innboksen til rektor",
    "email-access": "Rektor",
    "email-system": "Sakssystemet",
    "email-done_on": "20.11.2026",
    "paper-what": "Referat",
    "paper-where": "Perm på kontoret",
    "paper-need": "Blir brukt til jul",
    "answered_by": "Rita Rektor",
}
TICKED = ("email-fate.move", "email-fate.delete", "paper-fate.stay", "knows_access.yes")


def loose_task(desk, case_id) -> Task:
    tasks = cases.tasks(desk.vault.db, case_id)
    return next(task for task in tasks if task.kind == UNSTRUCTURED)


@pytest.fixture
def task(desk) -> Task:
    return loose_task(desk, desk.identified())


def order(desk, task: Task, language: Language = Language.NYNORSK) -> FormOrder:
    case = desk.request(task.case_id).case
    return FormOrder(
        case_number=case.number,
        shown_number="26/17",
        task=task.id,
        department="Skulen",
        search="Alt de har.",
        due=desk.today,
        reply_to="Solveig Testnes",
        language=language,
        municipality=desk.vault.municipality(),
    )


def read(desk, task: Task, path: Path, data: bytes) -> FilledForm:
    path.write_bytes(data)
    return read_form(path, desk.request(task.case_id).case.number, task.id, desk.today)


def note(desk, task: Task, *finds: Find, departments: tuple[Department, ...] = ()) -> Unstructured:
    service.note_unstructured(
        desk.vault, task.id, Unstructured(departments=departments, finds=finds)
    )
    return service.read_unstructured(desk.vault, task.id)


@pytest.mark.parametrize("language", list(Language))
def test_the_form_has_its_fields_and_names_nobody(desk, task, language, tmp_path):
    data = write_form(order(desk, task, language))
    made = made_fields(order(desk, task, language).address, language)
    assert [one.tag for one in read_fields(data)] == [one.tag for one in made]
    assert len({one.name for one in made}) == len(made)
    path = tmp_path / "form.docx"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode()
    assert "26/17" in text
    assert "Skulen" in text
    request = desk.request(task.case_id)
    assert not any(name in text for name in request.subject.name.split())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("lost", [False, True])
def test_a_filled_form_is_read_back(desk, task, language, lost, tmp_path):
    data = filling.filled(write_form(order(desk, task, language)), TYPED, TICKED)
    data = filling.resaved(data) if lost else data
    filled = read(desk, task, tmp_path / "form.docx", data)
    assert filled.mark == ("" if lost else mark_of("skulen"))
    assert filled.department.answered_by == "Rita Rektor"
    assert filled.department.knows_access is True
    assert filled.department.knows_erasure is None
    moved, deleted, stays = filled.finds
    assert moved.what == "Meldingar om fråvær 2023 og 2024"
    assert (moved.fate, moved.system) == (Fate.MOVE, "Sakssystemet")
    assert moved.done_on.isoformat() == "2026-11-20"
    assert (deleted.fate, deleted.system) == (Fate.DELETE, "")
    assert (stays.kind, stays.fate, stays.need) == (Kind.PAPER, Fate.STAY, TYPED["paper-need"])


def test_an_empty_form_is_sent_back_but_not_one_that_found_nothing(desk, task, tmp_path):
    empty = write_form(order(desk, task))
    with pytest.raises(AppError):
        read(desk, task, tmp_path / "form.docx", empty)
    data = filling.filled(empty, {}, ["nothing.yes"])
    assert read(desk, task, tmp_path / "form.docx", data).finds == ()


def test_the_form_of_another_case_is_refused(desk, task, tmp_path):
    other = loose_task(desk, desk.register())
    data = filling.filled(write_form(order(desk, other)), TYPED, TICKED)
    with pytest.raises(AppError, match=desk.request(other.case_id).case.number):
        read(desk, task, tmp_path / "form.docx", data)


def test_a_file_that_is_no_form_is_refused_in_words(desk, task, tmp_path):
    with pytest.raises(AppError):
        read(desk, task, tmp_path / "notes.docx", b"notes")


def test_the_place_is_answered_when_every_department_has_answered(desk, task):
    service.ask_departments(
        desk.vault, task.id, ["Skulen", "Helse", "skulen"], asked_on=desk.today, due=desk.today
    )
    asked = service.read_unstructured(desk.vault, task.id)
    assert [one.name for one in asked.departments] == ["Skulen", "Helse"]
    assert loose_task(desk, task.case_id).responsible == "Skulen, Helse"
    first = Department(name="Skulen", answered_on=desk.today)
    found = with_answer(asked, first, [PUPILS])
    service.note_unstructured(desk.vault, task.id, found)
    assert not loose_task(desk, task.case_id).done
    found = with_answer(found, Department(name="Helse", answered_on=desk.today), [])
    service.note_unstructured(desk.vault, task.id, found)
    answered = loose_task(desk, task.case_id)
    assert answered.outcome is TaskOutcome.FOUND
    assert answered.note


def test_a_department_that_answers_anew_takes_back_what_it_said():
    before = Unstructured(finds=(PUPILS, Find(department="Helse", kind=Kind.PAPER)))
    first = with_answer(before, Department(name="Skulen"), [PUPILS, PUPILS])
    again = with_answer(first, Department(name="skulen"), [PUPILS])
    assert [one.department for one in again.finds] == ["", "Helse", "skulen"]
    assert len(again.departments) == 1


@pytest.mark.parametrize(
    "find",
    [
        Find(what="Brev", where="Skuff"),
        Find(kind=Kind.PAPER, where="Skuff"),
        Find(kind=Kind.PAPER, what="Brev"),
        Find(kind=Kind.PAPER, what="Brev", where="Skuff", fate=Fate.MOVE),
        Find(kind=Kind.PAPER, what="Brev", where="Skuff", fate=Fate.STAY, access="Alle"),
        Find(kind=Kind.PAPER, what="Brev", where="Skuff", fate=Fate.STAY, need="Til jul"),
    ],
)
def test_a_line_that_lacks_something_is_told_at_the_table(desk, task, find):
    with pytest.raises(InvalidInputError) as refused:
        note(desk, task, PUPILS, find)
    (problem,) = refused.value.problems
    assert problem.field == "finds"
    assert "2" in problem.text


@pytest.mark.parametrize("days", [1, -30])
def test_nothing_is_deleted_before_the_request_nor_on_a_day_to_come(desk, task, days):
    day = desk.today + timedelta(days=days)
    with pytest.raises(InvalidInputError):
        note(desk, task, Find(kind=Kind.PAPER, what="Brev", where="Skuff", done_on=day))


def test_what_is_left_to_do_is_seen_on_the_case_until_it_is_done(desk, task):
    find = Find(kind=Kind.PAPER, what="Brev", where="Skuff", fate=Fate.DELETE)
    note(desk, task, find)
    request = desk.request(task.case_id)
    lines = head_lines(request)
    assert len(lines) == 1
    facts = step_facts(request, Step.COLLECT, desk.today).facts
    assert any("Skuff" in text for _label, text in facts)
    note(desk, task, Find(**{**_fields(find), "done_on": desk.today}))
    assert head_lines(desk.request(task.case_id)) == ()


def _fields(find: Find) -> dict[str, object]:
    return {name: getattr(find, name) for name in find.__slots__}


def test_nothing_is_called_erased_while_copies_lie_outside_the_systems(desk):
    case_id = desk.identified(rights=(Right.ERASURE,))
    task = loose_task(desk, case_id)
    note(desk, task, Find(kind=Kind.PAPER, what="Brev", where="Skuff", fate=Fate.DELETE))
    gone = ErasureItem(what="Brev", system="Skuff", fate=Erased.ERASE)
    request = desk.request(case_id)

    def missing(outcome: ErasureOutcome, *items: ErasureItem) -> tuple[Missing, ...]:
        assessment = ErasureAssessment(outcome=outcome, items=items)
        part = Part(id=request.parts[0].id, right=Right.ERASURE, assessment=assessment)
        return rules_of(Right.ERASURE).missing_before_sending(request, part)

    assert missing(ErasureOutcome.DONE, gone) == (Missing.LOOSE_DATA,)
    assert missing(ErasureOutcome.REFUSED) == ()


def test_it_can_be_followed_up_after_the_answer_but_not_after_the_case_is_closed(desk):
    case_id = desk.filed()
    task = loose_task(desk, case_id)
    note(desk, task, PUPILS)
    requests.close_request(desk.vault, case_id)
    with pytest.raises(RefusedError):
        note(desk, task, PUPILS)


def test_the_search_for_a_person_looks_there_and_the_clean_up_empties_it(desk, task):
    note(desk, task, Find(kind=Kind.PAPER, what="Brev til Ragnhild", where="Skuff"))
    search = start(desk.vault, clues_in("Ragnhild", desk.today))
    assert any(search.slices())
    assert task.case_id in search.found.case_ids
    with desk.vault.begin(service.Deed.WORK_ON_CASE) as work:
        work.require(service.Deed.WORK_ON_CASE, assigned=True)
        store.anonymise(work.db, task.case_id)
    (find,) = service.read_unstructured(desk.vault, task.id).finds
    assert find == Find(kind=Kind.PAPER)
