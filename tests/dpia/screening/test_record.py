"""The record of processing says what was decided about the assessment of an activity."""

from dataclasses import replace
from datetime import date

from dpia.filling import ABOUT, begun, in_force, put
from dpia.screening.by_hand import NO, TWO, YES, activity, said
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.model import Approval
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.screening.lists import about_activity
from gdpr_desktop.dpia.screening.model import Excuse, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_need, note_screening
from gdpr_desktop.dpia.service.intake import write_about
from gdpr_desktop.register.activities.parts import Answer, Dpia, DpiaExcuse
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.service import change_entry
from gdpr_desktop.vault import Vault

APPROVAL = Approval(
    submission=1,
    approved=True,
    why="",
    name="Kari Leiar",
    role="Einingsleiar",
    decided_on=date(2026, 11, 19),
)


def test_a_yes_is_written_and_taken_back_with_the_decision(officer: Vault) -> None:
    earlier = Dpia(needed=Answer.UNKNOWN, done_on=date(2022, 5, 4), reference="22/17")
    entry_id = activity(officer, dpia=earlier)
    case_id = begun(officer, activities=(entry_id, 9_999))  # one is gone from the record
    note_screening(officer, case_id, TWO)
    change = note_need(officer, case_id, YES)
    assert said(officer, entry_id) == replace(earlier, needed=Answer.YES)
    assert [number for number, _title in about_activity(officer, entry_id)] == [case_id]
    assert change.undo is not None
    change.undo.verb(officer)
    assert said(officer, entry_id) == earlier


def test_a_no_is_written_with_its_reason(officer: Vault) -> None:
    entry_id = activity(officer)
    case_id = begun(officer, activities=(entry_id,))
    law = ScreeningAnswers(excuse=Excuse.IN_LAW, excuse_proof="§ 4")
    note_screening(officer, case_id, law)
    note_need(officer, case_id, NO)
    number = store.dpia(officer.db, case_id).case.number
    assert said(officer, entry_id) == Dpia(
        needed=Answer.NO, excuses=(DpiaExcuse.ASSESSED_IN_LAW,), reason=NO.why, reference=number
    )


def test_what_covers_gives_its_day_and_number(officer: Vault) -> None:
    earlier, entry_id = in_force(officer), activity(officer)
    case_id = begun(officer, activities=(entry_id,))
    note_screening(officer, case_id, TWO)
    note_need(officer, case_id, replace(NO, covered_by=earlier))
    number = store.dpia(officer.db, earlier).case.number
    assert said(officer, entry_id) == Dpia(
        needed=Answer.YES, reason=NO.why, done_on=date(2026, 11, 12), reference=number
    )


def test_an_activity_that_is_added_later_says_it_too(officer: Vault) -> None:
    entry_id, case_id = activity(officer), begun(officer)
    note_screening(officer, case_id, TWO)
    note_need(officer, case_id, YES)
    write_about(officer, case_id, replace(ABOUT, activities=(entry_id,)))
    assert said(officer, entry_id).needed is Answer.YES


def test_x9_a_no_is_looked_at_again_soon_when_the_activity_changes(officer: Vault) -> None:
    entry_id = activity(officer)
    case_id = begun(officer, activities=(entry_id,))
    note_screening(officer, case_id, ScreeningAnswers())
    note_need(officer, case_id, NO)
    content = replace(entries.entry(officer.db, entry_id).content, profiling=Answer.YES)
    change_entry(officer, entry_id, content)
    assert store.dpia(officer.db, case_id).case.due == date(2026, 12, 4)
    note_need(officer, case_id, NO)  # it still holds
    assert store.dpia(officer.db, case_id).case.due == NO.look_again_on


def test_what_is_covered_is_looked_at_when_that_does_not_hold_any_more(officer: Vault) -> None:
    earlier, case_id = in_force(officer), begun(officer)
    note_screening(officer, case_id, TWO)
    note_need(officer, case_id, replace(NO, covered_by=earlier))
    put(officer, earlier, state=State.UNDER_REVIEW.value)
    assert store.dpia(officer.db, case_id).case.due == date(2026, 12, 4)


def test_the_day_follows_the_approval_and_leaves_the_entry_approved(officer: Vault) -> None:
    entry_id = activity(officer, dpia=Dpia(needed=Answer.YES))
    before = entries.entry(officer.db, entry_id)
    case_id = begun(officer, activities=(entry_id,))
    put(officer, case_id, screening=TWO, need=YES, approval=APPROVAL, state=State.IN_FORCE.value)
    number = store.dpia(officer.db, case_id).case.number
    told = said(officer, entry_id)
    assert (told.done_on, told.reference) == (APPROVAL.decided_on, number)
    after = entries.entry(officer.db, entry_id)
    assert (after.revision, after.state) == (before.revision, before.state)
    put(officer, case_id, approval=None, state=State.ADVISED.value)  # undone
    assert said(officer, entry_id).done_on is None
