"""The whole way of an assessment, by hand: asked about, written, advised against, in force."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dpia.by_hand import MANAGER, OFFICER, PASSWORDS, WRITER, Job, screened
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import Novelty, State
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.wizard.widgets.pages import MISSING
from gdpr_desktop.vault import people

TITLE, UNIT = "Digitalt tilsyn om natta", "Heimetenesta"


@pytest.fixture(params=Language)
def job(request, officer, clock, qtbot, qapp, answers, tmp_path) -> Iterator[Job]:
    """A register with a caseworker and a manager in one written form."""
    text.set_language(request.param)
    officer.save_municipality(replace(officer.municipality(), language=request.param))
    for name, role in ((WRITER, Role.CASEWORKER), (MANAGER, Role.MANAGER)):
        people.add_user(officer, name=name, role=role, password=PASSWORDS[name])
    out = tmp_path / "ut"
    out.mkdir()
    made = Job(qtbot, officer, clock, request.param, out, answers)
    yield made
    made.hand.tab.leave()
    made.vault.close()


def test_welfare_technology_goes_from_the_first_page_to_in_force(job):
    begin(job)
    write(job)
    judge_the_risks(job)
    send(job)


def begin(job: Job) -> None:
    """The first page, the questions, and what was decided."""
    hand = job.sit(WRITER)
    hand.tab.new()
    made = hand.dialog()
    fields = made.fields
    hand.type_in(fields.title_line, TITLE)
    hand.type_in(fields.systems, "Nattugla")
    hand.choose(fields.novelty, Novelty.NEW)
    hand.type_in(fields.unit, UNIT)
    hand.type_in(fields.responsible, MANAGER)
    hand.type_in(fields.role, "Einingsleiar")
    hand.save(made)
    hand.qtbot.waitUntil(lambda: bool(hand.tab.findChildren(ScreenDialog)))
    job.case_id = CaseId(hand.tab.selected_id())
    screened(hand, hand.dialog(), "monitoring", "vulnerable")
    made = hand.next(job.case_id, Action.NEED)
    assert made.answer.value() == "yes"
    hand.type_in(made.why, "Overvaking av sårbare.")
    hand.save(made)
    assert job.found.state is State.DRAFT


def write(job: Job) -> None:
    """An answer of each kind, typed and ticked."""
    hand = job.hand
    page = hand.wizard(job.case_id, "description")
    page.text("what", "Sensorar varslar nattevakta.")
    page.choice("novelty", 0)
    page.to("nature").choice("sharing", 1)
    page.to("scope").cell("data", "Rørsler")
    page.choice("special", 0)
    page.ticks("special_which", "health")
    page.to("purposes").ticks("basis", "f")
    page.to("interest").point("interest_against", 0, "no")
    page.to("freedoms").does_not_apply("belief", "Har ingen samanheng.")
    page.back()
    content = job.found.content
    kept = {one.question for one in content.answers}
    assert kept >= {"what", "novelty", "sharing", "data", "special", "special_which", "basis"}
    assert content.answer("interest_against").rows == (("surprised", "no", ""),)
    assert content.answer("belief").not_applicable == "Har ingen samanheng."


def judge_the_risks(job: Job) -> None:
    """From the list of suggestions, and one of its own: before and after."""
    hand = job.hand
    page = hand.wizard(job.case_id, "risks").page
    panel = page._pages["risks"].panel
    hand.press(panel.pick_button)
    made = hand.dialog()
    made.risks.turn(made.risks.item(0))
    hand.save(made)
    hand.press(panel.add_risk_button)
    made = hand.dialog()
    hand.type_in(made.title, "Varselet kjem ikkje fram")
    for part, likelihood in ((made.before, 5), (made.after, 4)):
        hand.pick(part.consequence, 5)
        hand.pick(part.likelihood, likelihood)
    hand.type_in(made.new_measures, "Reservevarsling")
    hand.save(made)
    own = next(one for one in job.found.content.measures if one.title == "Reservevarsling")
    panel.measures.setCurrentRow(job.found.content.measures.index(own))
    hand.press(panel.change_measure_button)
    made = hand.dialog()
    hand.type_in(made.owner, "Systemansvarleg")
    hand.enter(made.due, "15.1.2027")
    if made.isVisible():
        hand.save(made)
    hand.press(page.head.back)
    own = job.found.content.measure(own.key)
    assert (own.owner, own.due) == ("Systemansvarleg", date(2027, 1, 15))
    assert date(2027, 1, 15) in job.waits().values()


def send(job: Job) -> None:
    """From the last page of the wizard, which says what is missing."""
    hand = job.hand
    page = hand.wizard(job.case_id, MISSING).page
    hand.press(page._pages[MISSING].send_button)
    made = hand.dialog()
    hand.type_in(made.note, "Sjå på lagringa.")
    hand.save(made)
    assert job.found.state is State.SENT
    assert job.found.latest.name == WRITER
    assert OFFICER != WRITER
