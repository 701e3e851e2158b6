"""What is answered about the need, what the officer holds, and what is decided."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from dpia.conftest import PASSWORD
from dpia.filling import ABOUT, begun, in_force, put
from dpia.screening.by_hand import NO, TODAY, TWO, VIEW, YES
from gdpr_desktop.casework.store import case, timeline
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import Advice, Novelty, State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.screening.lists import covering
from gdpr_desktop.dpia.screening.model import Excuse, Moment, Need, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_need, note_screening, note_view
from gdpr_desktop.vault import Vault, people


def fields(error: pytest.ExceptionInfo[InvalidInputError]) -> list[str]:
    """The fields with problems."""
    return [one.field for one in error.value.problems]


def test_a_yes_begins_the_draft_and_is_taken_back(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    change = note_need(officer, case_id, YES)
    found = store.dpia(officer.db, case_id)
    assert found.state is State.DRAFT
    assert found.need is not None
    assert found.need.advice is Advice.SHOULD
    assert change.undo is not None
    change.undo.verb(officer)
    found = store.dpia(officer.db, case_id)
    assert (found.state, found.need) == (State.SCREENING, None)
    assert [one.code for one in timeline(officer.db, case_id)].count("undone") == 1


def test_a_draft_begins_with_what_the_first_page_says_and_nobody_is_asked_again(
    officer: Vault,
) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    typed = Answer(question="systems", text=rich("Nattugla og Vaktlista"))
    put_answer(officer, case_id, typed)  # out of a template, or of a file
    change = note_need(officer, case_id, YES)
    content = store.dpia(officer.db, case_id).content
    assert content.answers == (
        Answer(question="novelty", choice="new"),
        typed,
        Answer(question="what", text=rich("Sensorar i heimen varslar nattevakta.")),
    )
    assert content.catalogue == builtin().version
    more = Answer(question="what", text=rich("Sensorar varslar."))
    put_answer(officer, case_id, more)
    assert change.undo
    change.undo.verb(officer)
    assert store.dpia(officer.db, case_id).content.answers == (
        typed,
        more,
    )  # written since: it stays


def test_a_no_carries_nothing(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers())
    note_need(officer, case_id, NO)
    assert store.dpia(officer.db, case_id).content.answers == ()


def put_answer(vault: Vault, case_id: CaseId, answer: Answer) -> None:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_answer(work.db, case_id, answer, "Kari", work.clock.now())


def test_a_no_is_kept_with_the_day_to_look_again(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers())
    note_need(officer, case_id, NO)
    found = store.dpia(officer.db, case_id)
    assert (found.state, found.need) == (State.NOT_NEEDED, replace(NO, advice=Advice.NOT))
    assert case(officer.db, case_id).due == date(2027, 11, 20)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"why": " "}, "why"),
        ({"look_again_on": None}, "look_again_on"),
        ({"look_again_on": TODAY}, "look_again_on"),
        ({"look_again_on": date(2126, 11, 20)}, "look_again_on"),
        ({"name": "Testnes, Solveig"}, "name"),
        ({"role": "Personvernombod"}, "role"),
        ({"decided_on": date(2026, 11, 19)}, "decided_on"),
        ({"decided_on": date(2026, 11, 21)}, "decided_on"),
    ],
)
def test_a_no_lacks_nothing(officer: Vault, wrong: dict[str, object], field: str) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers())
    with pytest.raises(InvalidInputError) as error:
        note_need(officer, case_id, replace(NO, **wrong))  # type: ignore[arg-type]
    assert fields(error) == [field]
    assert store.dpia(officer.db, case_id).need is None


def test_against_the_advice_it_takes_a_reason(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers(criteria=("scoring",)))
    with pytest.raises(InvalidInputError) as error:
        note_need(officer, case_id, YES)
    assert fields(error) == ["why"]
    note_need(officer, case_id, replace(YES, why="Foreldra ventar det."))


def test_a_no_with_two_criteria_waits_for_the_officers_view(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    with pytest.raises(InvalidInputError) as error:
        note_need(officer, case_id, NO)
    assert fields(error) == ["answer"]
    note_view(officer, case_id, VIEW)
    note_need(officer, case_id, NO)
    assert store.dpia(officer.db, case_id).state is State.NOT_NEEDED


def test_answering_anew_keeps_what_was_decided_and_said(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    note_view(officer, case_id, VIEW)
    note_need(officer, case_id, NO)
    note_screening(officer, case_id, replace(TWO, always=("35_3_c",)))
    found = store.dpia(officer.db, case_id)
    assert (found.state, found.need, found.view) == (State.SCREENING, None, None)
    assert found.screening is not None
    assert [one.why for one in found.screening.earlier] == [NO.why]
    assert found.screening.earlier_views == (VIEW,)


def test_the_same_answers_again_leave_the_view_standing(officer: Vault) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    note_view(officer, case_id, VIEW)
    note_screening(officer, case_id, TWO)
    assert store.dpia(officer.db, case_id).view == VIEW


def test_an_earlier_assessment_in_force_covers(officer: Vault) -> None:
    earlier, case_id = in_force(officer), begun(officer, title="Same system i ein annan bydel")
    assert [one for one, _title in covering(officer, but=case_id)] == [earlier]
    answers = replace(TWO, excuse=Excuse.SIMILAR, covered_by=earlier)
    note_screening(officer, case_id, answers)
    note_need(officer, case_id, replace(NO, why="Same opplysningar.", covered_by=earlier))
    found = store.dpia(officer.db, case_id)
    assert found.state is State.COVERED
    assert found.need is not None
    assert found.need.covered_reference == "2026-0001 Digitalt tilsyn om natta"


def test_one_that_is_not_in_force_covers_nothing(officer: Vault) -> None:
    other, case_id = begun(officer), begun(officer)
    answers = replace(TWO, excuse=Excuse.SIMILAR, covered_by=other)
    with pytest.raises(InvalidInputError) as error:
        note_screening(officer, case_id, answers)
    assert fields(error) == ["covered_by"]
    assert covering(officer, but=case_id) == ()


@pytest.mark.parametrize("excuse", Excuse)
def test_every_reason_to_do_without_must_be_shown(officer: Vault, excuse: Excuse) -> None:
    case_id = begun(officer, novelty=Novelty.EXISTING)
    with pytest.raises(InvalidInputError) as error:
        note_screening(officer, case_id, ScreeningAnswers(excuse=excuse, excuse_proof=" \n"))
    assert fields(error) == ["excuse_proof"]


def test_an_old_licence_does_not_count_for_what_is_new(officer: Vault) -> None:
    case_id = begun(officer, novelty=Novelty.CHANGED)
    answers = ScreeningAnswers(excuse=Excuse.LICENSED, excuse_proof="Konsesjon 14/22")
    with pytest.raises(InvalidInputError) as error:
        note_screening(officer, case_id, answers)
    assert fields(error) == ["excuse"]


def test_a_no_on_an_old_licence_falls_when_the_first_page_says_that_it_is_changed(
    officer: Vault,
) -> None:
    case_id = begun(officer, novelty=Novelty.EXISTING)
    answers = ScreeningAnswers(excuse=Excuse.LICENSED, excuse_proof="Konsesjon 14/22")
    note_screening(officer, case_id, answers)
    put(officer, case_id, about=replace(ABOUT, novelty=Novelty.CHANGED))
    with pytest.raises(InvalidInputError) as error:
        note_need(officer, case_id, NO)
    assert fields(error) == ["answer"]


def test_a_high_moment_is_explained_and_unknown_ids_are_dropped(officer: Vault) -> None:
    case_id = begun(officer)
    high = Moment(id="nature", high=True)
    with pytest.raises(InvalidInputError) as error:
        note_screening(officer, case_id, ScreeningAnswers(moments=(high,)))
    assert fields(error) == ["why_nature"]
    told = ScreeningAnswers(
        listed=("nonsense", "location"), unsure=("location", "matching"), moments=()
    )
    note_screening(officer, case_id, told)
    kept = store.dpia(officer.db, case_id).screening
    assert kept is not None
    assert (kept.listed, kept.unsure) == (("location",), ("matching",))


def test_nothing_is_decided_before_it_is_asked_nor_after_it_was_sent(officer: Vault) -> None:
    case_id = begun(officer)
    with pytest.raises(RefusedError):
        note_need(officer, case_id, NO)
    with pytest.raises(RefusedError):
        note_view(officer, case_id, VIEW)
    put(officer, case_id, screening=TWO, need=YES, state=State.SENT.value)
    with pytest.raises(RefusedError):
        note_screening(officer, case_id, TWO)
    with pytest.raises(RefusedError):
        note_need(officer, case_id, NO)


def test_a_caseworker_answers_and_begins_but_neither_advises_nor_says_no(
    officer: Vault, clock: FixedClock
) -> None:
    people.add_user(officer, "Ola Sak", Role.CASEWORKER, PASSWORD)
    officer.close()
    worker = Vault.open(officer.path, "Ola Sak", PASSWORD, clock=clock)
    try:
        case_id = begun(worker)
        note_screening(worker, case_id, TWO)
        for deed in (
            partial(note_need, worker, case_id, NO),
            partial(note_view, worker, case_id, VIEW),
        ):
            with pytest.raises(RefusedError):
                deed()
        found = store.dpia(worker.db, case_id)
        assert (found.need, found.view) == (None, None)
        note_need(worker, case_id, YES)
        assert store.dpia(worker.db, case_id).state is State.DRAFT
    finally:
        worker.close()


def test_a_draft_that_was_begun_by_mistake_is_answered_anew(officer: Vault, case_id: int) -> None:
    change = note_screening(officer, case_id, ScreeningAnswers())  # type: ignore[arg-type]
    found = store.dpia(officer.db, case_id)  # type: ignore[arg-type]
    assert (found.state, found.need) == (State.SCREENING, None)
    assert found.content.answers  # what was written stays
    assert change.undo is not None
    change.undo.verb(officer)
    back = store.dpia(officer.db, case_id)  # type: ignore[arg-type]
    assert back.state is State.DRAFT
    assert isinstance(back.need, Need)


def test_a_manager_notes_what_was_decided_of_any_case(officer: Vault, clock: FixedClock) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    people.add_user(officer, "Kari Leiar", Role.MANAGER, PASSWORD)
    officer.close()
    manager = Vault.open(officer.path, "Kari Leiar", PASSWORD, clock=clock)
    try:
        note_need(manager, case_id, YES)
        assert store.dpia(manager.db, case_id).state is State.DRAFT
    finally:
        manager.close()
