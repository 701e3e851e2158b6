"""What is kept of an assessment (m0023), and what goes with what."""

from datetime import UTC, datetime

from dpia.filling import ANSWERS, MEASURES, SCENARIOS, in_force, sent
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import REVIEW_DUE
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich

AT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
TABLES = (
    "dpia",
    "dpia_answer",
    "dpia_scenario",
    "dpia_measure",
    "dpia_submission",
    "case_attachment",
    "case_attachment_content",
)


def attach(vault, case_id, key="a1", content=b"innhald"):
    found = Attachment(
        key=key,
        name="plan.txt",
        media_type="text/plain",
        size=len(content),
        sha256="0" * 64,
        added_at=AT,
        added_by="Ola",
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        attachments.insert(work.db, case_id, found, content)
    return found


def write(vault, call, *arguments):
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        call(work.db, *arguments)


def test_m0023_assessments_go_with_their_case(officer):
    case_id = sent(officer)
    attach(officer, case_id)
    assert all(officer.db[table].count for table in TABLES)
    with officer.begin(Deed.CLEAN_UP) as work:
        work.db.execute("DELETE FROM case_file WHERE id = ?", [case_id])
    assert not any(officer.db[table].count for table in TABLES)


def test_what_was_written_is_read_as_it_was_written(officer, case_id):
    found = store.dpia(officer.db, case_id)
    assert found.state is State.DRAFT
    assert set(found.content.answers) == set(ANSWERS)
    assert found.content.scenarios == SCENARIOS
    assert found.content.measures == MEASURES


def test_an_empty_answer_is_taken_away(officer, case_id):
    write(officer, store.put_answer, case_id, Answer(question="what"), "Ola", AT)
    assert not store.answer(officer.db, case_id, "what")
    assert len(store.answers(officer.db, case_id)) == len(ANSWERS) - 1


def test_a_changed_scenario_keeps_its_place(officer, case_id):
    first = SCENARIOS[0]
    write(officer, store.put_item, case_id, first)
    assert store.scenarios(officer.db, case_id)[0] == first
    write(officer, store.put_item, case_id, first, 9)
    assert store.scenarios(officer.db, case_id)[-1] == first


def test_a_submission_is_frozen_while_the_draft_goes_on(officer):
    case_id = sent(officer)
    before = store.submission(officer.db, case_id, 1)
    changed = Answer(question="what", text=rich("Noko heilt anna."))
    write(officer, store.put_answer, case_id, changed, "Ola", AT)
    after = store.submission(officer.db, case_id, 1)
    assert before == after
    assert store.digest(after.content) == after.sha256
    assert store.dpia(officer.db, case_id).content.answer("what") == changed


def test_a_removed_attachment_is_not_listed_and_not_lost(officer, case_id):
    attach(officer, case_id)
    write(officer, attachments.set_removed, case_id, "a1", AT)
    assert store.dpia(officer.db, case_id).content.attachments == ()
    assert attachments.content(officer.db, case_id, "a1") == b"innhald"
    write(officer, attachments.set_removed, case_id, "a1", None)
    assert [one.name for one in attachments.attachments(officer.db, case_id)] == ["plan.txt"]


def test_an_assessment_in_force_is_due_when_it_is_to_be_looked_at_again(officer):
    found = store.dpia(officer.db, in_force(officer))
    review = cases.open_deadline(officer.db, found.case.id, REVIEW_DUE)
    assert review == found.approval.review_on
    assert found.case.due == found.tasks[0].due  # a measure comes before it
    assert found.case.next_step == "review"
