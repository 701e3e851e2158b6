"""What the officer said of a section holds on where nothing has been changed in it."""

from dataclasses import replace

from dpia.advice.values import opinion, read
from dpia.filling import drafted
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import service
from gdpr_desktop.dpia.advice.dialogs.opinion import OpinionDialog
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich


def test_what_was_said_of_a_section_that_is_as_it_was_is_carried_over(officer, qtbot):
    case_id = drafted(officer)
    service.send(officer, case_id)
    service.begin_advice(officer, case_id)
    enough = SectionVerdict(section="nature", sufficient=True)
    lacking = SectionVerdict(section="scope", sufficient=False, feedback="Kva?")
    back = opinion(wants_back=True, text=rich("Skriv meir."), verdicts=(enough, lacking))
    give_opinion(officer, case_id, back)
    section = next(one for one in builtin().sections if one.id == "scope")
    question = next(one for one in section.questions if one.kind is QuestionKind.TEXT)
    with officer.begin_upkeep() as work:
        answer = Answer(question=question.id, text=rich("Heilt nytt svar."))
        store.put_answer(work.db, case_id, answer, "Ola", work.clock.now())
    service.send(officer, case_id, "Meir om omfanget.")
    begun = service.begin_advice(officer, case_id)
    (only,) = read(officer, case_id).opinion.verdicts
    assert only == replace(enough, carried=1)
    dialog = OpinionDialog(officer, case_id)
    qtbot.addWidget(dialog)
    assert dialog.verdicts.verdicts() == (only,)
    dialog.verdicts.choices["nature"].set_value(None)
    dialog.verdicts.choices["nature"].set_value(False)
    assert dialog.verdicts.verdicts()[0].carried == 0
    begun.undo.verb(officer)
    assert read(officer, case_id).opinion is None
