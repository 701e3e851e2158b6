"""The whole way of an assessment, by hand: asked about, written, advised against, in force."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dpia.by_hand import MANAGER, OFFICER, PASSWORDS, WRITER, Hand, Job, Writing, screened, words_in
from dpia.reading_back import (
    out_and_in_again,
    read_the_reports,
    read_the_sheet,
    read_the_short_version,
)
from gdpr_desktop.app import Program
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow, Novelty, State
from gdpr_desktop.dpia.consultation.service import Heard
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.wizard.widgets.pages import MISSING
from gdpr_desktop.dpia.work_file.comparing import Side
from gdpr_desktop.ui import tasks
from gdpr_desktop.vault import people

TITLE, UNIT = "Digitalt tilsyn om natta", "Heimetenesta"
AGAINST = "Ingen har valt det sjølv."
WHY_IN_PART = "Tryggleiken veg tyngst om natta."


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
    comment_and_send_back(job)
    exchange_the_file(job)
    send_again(job)
    advise_against(job)
    follow_in_part(job)
    ask_datatilsynet(job)
    answered_and_approved(job)
    read_all_back(job)


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


def comment_and_send_back(job: Job) -> None:
    """The officer comments on an answer, finds one section enough and one not."""
    hand = job.sit(OFFICER)
    assert job.waits(14)
    hand.show(job.case_id)
    hand.press_next(hand.tab.cases, Action.BEGIN)
    hand.do(job.case_id, Action.READ)
    page = Writing(hand, hand.tab.wizard).to("description")
    page.comment("what", "Kven vaktar?")
    strip = page.to("scope").page._pages["scope"].comments
    hand.choose(strip.verdict.choice, True)
    page.back()
    made = hand.next(job.case_id, Action.OPINION)
    hand.choose(made.wants_back, True)
    hand.pick(made.verdicts.choices["description"], False)
    hand.type_in(made.verdicts.texts["description"], "Skriv kven som vaktar.")
    hand.type_in(made.text, "Sjå merknadene.")
    hand.save(made)
    found = job.found
    assert found.state is State.MORE_WORK
    given = {one.section: one.sufficient for one in found.opinion.verdicts}
    assert given == {"scope": True, "description": False}


def exchange_the_file(job: Job) -> None:
    """To a program that knows no register, answered there, and taken in; one clash is chosen."""
    hand = job.hand
    made = hand.other(job.case_id, Action.WORK_FILE)
    hand.type_in(made.recipient, WRITER)
    path = job.export(made, "tilsyn.dpia")
    password = made.secret.password.text()
    hand.press(made.save_button)
    page = hand.wizard(job.case_id, "description")
    page.text("what", "Skrive her.")
    page.back()
    written_elsewhere(job, path, password)
    made = hand.other(job.case_id, Action.TAKE_IN)
    job.answers(path)
    hand.press(made.pick)
    tasks.runner().wait()
    hand.qtbot.waitUntil(lambda: made.returned is not None and made.view.is_at_rest)
    hand.press(made.save_button)
    assert made.isVisible(), "what was changed on both sides is asked about"
    ((name, asked),) = made.view._asked.items()
    assert name == "answer:what"
    hand.choose(asked, Side.THERE)
    hand.save(made)
    content = job.found.content
    assert content.answer("what").text.plain == "Nattevakta ser varselet."
    assert content.answer("aim").text.plain == "Trygg natt heime."


def written_elsewhere(job: Job, path: Path, password: str) -> None:
    """On another machine, with a data folder of its own."""
    program = Program(QApplication.instance(), job.out.parent / "andre")
    window = program.window
    job.qtbot.addWidget(window)
    window.listen_to(tasks.runner())
    window.show()
    window.looks.choose_language(job.language)
    window.work_files.ask(path)
    hand = Hand(job.qtbot, job.vault, window)
    asking = window.stack.currentWidget()
    hand.type_in(asking.password, password)
    with job.qtbot.waitSignal(window.opened):
        hand.press(asking.open_button)
    tab = window.workspace.page()
    hand.press(tab.begin_button)
    page = Writing(hand, tab.wizard).to("description")
    page.text("what", "Nattevakta ser varselet.")
    page.to("purposes").text("aim", "Trygg natt heime.")
    hand.press(tab.back_button)
    hand.press(hand.dialog().save_button)
    job.qtbot.waitUntil(lambda: window.vault is None)
    window.close()


def send_again(job: Job) -> None:
    """Ola answers the comment, and says what is new."""
    hand = job.sit(WRITER)
    made = hand.other(job.case_id, Action.SEND)
    hand.press(made.save_button)
    assert made.isVisible(), "what is new is asked for the second time"
    hand.type_in(made.note, "No står det kven.")
    hand.save(made)
    assert job.found.latest.number == 2


def advise_against(job: Job) -> None:
    hand = job.sit(OFFICER)
    hand.show(job.case_id)
    hand.press_next(hand.tab.cases, Action.BEGIN)
    made = hand.next(job.case_id, Action.OPINION)
    hand.choose(made.wants_back, False)
    hand.choose(made.go_ahead, False)
    hand.type_in(made.go_ahead_why, AGAINST)
    hand.choose(made.consult, True)
    hand.type_in(made.consult_why, "Risikoen er høg.")
    hand.choose(made.follow_up, True)
    hand.type_in(made.text, "Finn ein mildare måte.")
    hand.save(made)
    given = job.found.opinion
    assert (given.go_ahead, given.consult, given.submission) == (False, True, 2)


def follow_in_part(job: Job) -> None:
    hand = job.sit(MANAGER)
    made = hand.other(job.case_id, Action.DECIDE)
    hand.choose(made.follow, Follow.PARTLY)
    hand.press(made.save_button)
    assert made.isVisible(), "a reason is asked for"
    if made.consult is not None:
        hand.choose(made.consult, True)
    hand.type_in(made.why, WHY_IN_PART)
    hand.type_in(made.name, MANAGER)
    hand.type_in(made.role, "Einingsleiar")
    hand.save(made)
    made = hand.other(job.case_id, Action.CONSULT)
    hand.type_in(made.why, "Brukaren kan ikkje seie nei.")
    hand.save(made)
    assert job.found.decision.follow is Follow.PARTLY


def ask_datatilsynet(job: Job) -> None:
    """Sent on a day and received on another: eight weeks, a month for the notice, 14 weeks."""
    hand = job.sit(OFFICER)
    made = hand.other(job.case_id, Action.CONSULT_LETTER)
    told = words_in(job.export(made, "brev.docx"))
    for one in ("36", UNIT, TITLE):
        assert one in told, one
    assert len(list(job.out.glob("brev*.docx"))) == 2, "the assessment goes with it"
    job.day(2026, 12, 1)
    made = hand.other(job.case_id, Action.CONSULT_SENT)
    hand.type_in(made.sent_on, "30.11.2026")
    hand.type_in(made.received_on, "1.12.2026")
    hand.save(made)
    eight, notice = date(2027, 1, 26), date(2027, 1, 4)  # 1 January is a holiday, then a weekend
    assert {eight, notice} <= set(job.waits().values())
    job.day(2026, 12, 21)
    made = hand.other(job.case_id, Action.CONSULT_HEARD)
    hand.choose(made.heard, Heard.EXTENDED)
    hand.type_in(made.text, "Saka er innfløkt.")
    hand.save(made)
    left = set(job.waits().values())
    assert date(2027, 3, 9) in left
    assert not {eight, notice} & left


def answered_and_approved(job: Job) -> None:
    hand = job.hand
    job.day(2027, 3, 1)
    made = hand.other(job.case_id, Action.CONSULT_ANSWERED)
    hand.choose(made.answer, ConsultationAnswer.ADVICE)
    hand.type_in(made.answer_text, "Ha ein pause i sensorane.")
    hand.type_in(made.followed_up, "Det er lagt inn ein pause.")
    hand.save(made)
    hand = job.sit(MANAGER)
    made = hand.next(job.case_id, Action.APPROVE)
    hand.choose(made.approved, True)
    hand.save(made)
    found = job.found
    assert found.state is State.IN_FORCE
    assert found.approval.review_on in job.waits().values()


def read_all_back(job: Job) -> None:
    hand = job.sit(OFFICER)
    assert hand.tab.isVisible()
    read_the_reports(job, AGAINST, WHY_IN_PART)
    read_the_short_version(job)
    read_the_sheet(job)
    out_and_in_again(job)


def test_a_simple_processing_needs_none_and_is_looked_at_again(job):
    """The documented «no», and the day on the overview."""
    hand = job.sit(WRITER)
    hand.tab.new()
    made = hand.dialog()
    hand.type_in(made.fields.title_line, "Nyheitsbrev")
    hand.choose(made.fields.novelty, Novelty.NEW)
    hand.type_in(made.fields.unit, "Biblioteket")
    hand.save(made)
    hand.qtbot.waitUntil(lambda: bool(hand.tab.findChildren(ScreenDialog)))
    job.case_id = CaseId(hand.tab.selected_id())
    screened(hand, hand.dialog())
    hand = job.sit(MANAGER)
    made = hand.next(job.case_id, Action.NEED)
    assert made.answer.value() == "no"
    hand.type_in(made.why, "Berre e-post, og ingen sårbare.")
    hand.type_in(made.who.name, MANAGER)
    hand.type_in(made.who.role, "Einingsleiar")
    hand.type_in(made.look_again, "22.11.2027")
    hand.save(made)
    assert job.found.state is State.NOT_NEEDED
    assert list(job.waits().values()) == [date(2027, 11, 22)]
    hand = job.sit(WRITER)
    for language in Language:
        made = hand.other(job.case_id, Action.NEED_REPORT)
        hand.choose(made.language, language)
        told = words_in(job.export(made, f"nei-{language.value}.docx"))
        for one in ("Nyheitsbrev", "Berre e-post", MANAGER, "2027"):
            assert one in told, one
