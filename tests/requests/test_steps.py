"""The way through a request: one next step, nothing sent too early, and always an end to it."""

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import (
    Authority,
    Channel,
    Dispatch,
    IdentityMethod,
    Intake,
    OnBehalfOf,
)
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.requests.rights.access import Answer, CopyItem, Outcome, ProcessingInfo, Review
from gdpr_desktop.requests.steps import (
    Missing,
    Step,
    StepState,
    missing_before_sending,
    next_step,
    progress,
)

TODAY = date(2026, 11, 22)


class Player:
    """Does any deed on one case, as far as the services let it."""

    def __init__(self, desk, **intake: object) -> None:
        self.desk, self.vault = desk, desk.vault
        self.case_id: CaseId = desk.register(**intake)

    @property
    def request(self):
        return self.desk.request(self.case_id)

    def open_tasks(self):
        return [task for task in self.request.tasks if not task.done]

    def receipt(self) -> None:
        service.confirm_receipt(self.vault, self.case_id, confirmed_on=TODAY)

    def ask_identity(self) -> None:
        service.ask_for_identity(self.vault, self.case_id, asked_on=TODAY)

    def reject_identity(self) -> None:
        service.reject_identity(self.vault, self.case_id, settled_on=TODAY, told="Brev")

    def identify(self) -> None:
        service.confirm_identity(
            self.vault,
            self.case_id,
            method=IdentityMethod.SHOWN_ID,
            note="Pass",
            settled_on=TODAY,
        )

    def authority(self) -> None:
        service.settle_authority(self.vault, self.case_id, Authority(seen=True, what="Fullmakt"))

    def add_task(self) -> None:
        number = len(self.request.tasks)
        casework.add_task(self.vault, self.case_id, kind="collect", title=f"System {number}")

    def ask_tasks(self) -> None:
        for task in self.open_tasks():
            casework.ask_task(self.vault, task.id, responsible="R", asked_on=TODAY, due=None)

    def answer_found(self) -> None:
        self._answer(TaskOutcome.FOUND)

    def answer_nothing(self) -> None:
        self._answer(TaskOutcome.NOTHING)

    def _answer(self, outcome: TaskOutcome) -> None:
        for task in self.open_tasks():
            casework.answer_task(
                self.vault, task.id, outcome=outcome, note="Mappe", answered_on=TODAY
            )

    def undo_answer(self) -> None:
        casework.reopen_task(self.vault, self.request.tasks[0].id)

    def extend(self) -> None:
        service.extend_deadline(
            self.vault,
            self.case_id,
            ground=ExtensionGround.COMPLEXITY,
            explanation="Mykje",
            notice_sent=TODAY,
        )

    def review(self) -> None:
        found = any(task.outcome is TaskOutcome.FOUND for task in self.request.tasks)
        outcome = Outcome.ALL if found else Outcome.NOTHING_HELD
        review = Review(outcome=outcome, reviewed_by="Eg", reviewed_on=TODAY)
        service.review_material(self.vault, first_of(self.vault.db, self.case_id), review)

    def advise(self) -> None:
        service.note_advice(
            self.vault,
            first_of(self.vault.db, self.case_id),
            text="Ja",
            name="Ombod",
            given_on=TODAY,
        )

    def decide(self) -> None:
        service.note_decision(
            self.vault,
            first_of(self.vault.db, self.case_id),
            text="Ja",
            name="Tore",
            role="Rektor",
            decided_on=TODAY,
        )

    def write(self) -> None:
        copies = tuple(
            CopyItem(name=task.title, what="Mappe")
            for task in self.request.tasks
            if task.outcome is TaskOutcome.FOUND
        )
        points = ProcessingInfo.__dataclass_fields__.keys() - {"name"}
        systems = tuple(
            ProcessingInfo(name=item.name, **dict.fromkeys(points, "Ja")) for item in copies
        )
        answer = Answer(copies=copies, systems=systems)
        service.prepare_answer(self.vault, first_of(self.vault.db, self.case_id), answer)

    def send(self) -> None:
        dispatch = Dispatch(
            channel=DispatchChannel.DIGITAL_POST, sent_by="Eg", sent_on=TODAY, what="Svar"
        )
        service.send_answer(self.vault, first_of(self.vault.db, self.case_id), dispatch)

    def file(self) -> None:
        casework.file_case(
            self.vault,
            self.case_id,
            archive_number="26/1",
            archive_title="Innsyn",
            public_title="Innsyn",
        )

    def rename(self) -> None:
        request = self.request
        intake = Intake(
            received=request.case.received,
            channel=request.channel,
            subject=Person(name=f"{request.subject.name} B"),
            on_behalf_of=request.on_behalf_of,
            representative=Person(name="Gro") if request.needs_authority else None,
            authority=request.authority,
        )
        service.change_intake(self.vault, self.case_id, intake)

    def close(self) -> None:
        service.close_request(self.vault, self.case_id)

    def reopen(self) -> None:
        service.reopen_request(self.vault, self.case_id, reason="Meir")

    def take_next(self) -> None:
        """What a person does who follows the one clear button."""
        step = next_step(self.request)
        if step is Step.IDENTITY and self.request.identity.established:
            self.authority()
        elif step is Step.COLLECT:
            self.answer_found()
        else:
            assert step is not None
            self.by_step()[step]()

    def by_step(self) -> dict[Step, Callable[[], None]]:
        return {
            Step.RECEIPT: self.receipt,
            Step.IDENTITY: self.identify,
            Step.REVIEW: self.review,
            Step.ADVICE: self.advise,
            Step.DECISION: self.decide,
            Step.ANSWER: self.write,
            Step.SEND: self.send,
            Step.FILE: self.file,
            Step.CLOSE: self.close,
        }


DEEDS = (
    "receipt ask_identity reject_identity identify authority add_task ask_tasks answer_found"
    " answer_nothing undo_answer extend review advise decide write send file rename close reopen"
    " take_next take_next take_next take_next take_next take_next take_next take_next take_next"
).split()
STARTS: tuple[dict[str, object], ...] = (
    {"channel": Channel.LETTER},
    {"channel": Channel.EDIALOG},
    {
        "channel": Channel.EMAIL,
        "on_behalf_of": OnBehalfOf.PARENT,
        "representative": Person(name="Gro"),
    },
)


_OTHERS = (Step.ASSESS, Step.PACK, Step.CARRY_OUT, Step.TELL)  # of other rights
ACCESS_STEPS = [step for step in Step if step not in _OTHERS]


def check(player: Player) -> None:
    """What must hold after every deed."""
    request = player.request
    views = progress(request)
    assert [view.step for view in views] == ACCESS_STEPS
    chosen = [view.step for view in views if view.state is StepState.NEXT]
    assert len(chosen) == (1 if request.case.open else 0), (request, views)
    assert next_step(request) == (chosen[0] if chosen else None)
    assert request.case.next_step == (chosen[0].value if chosen else "")
    missing = missing_before_sending(request, request.parts[0])
    for view in views:
        assert (view.state is StepState.BLOCKED) is bool(view.missing)
        if view.step is Step.SEND and view.state in (StepState.NEXT, StepState.OPEN):
            assert missing == ()
    assert (request.case.due is None) is (
        not request.case.open
        or request.parts[0].dispatch is not None
        or request.identity.state == "not_established"
    )


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.sampled_from(STARTS), st.lists(st.sampled_from(DEEDS), max_size=22))
def test_in_any_order_one_step_is_next_nothing_goes_too_early_and_there_is_an_end(
    desk, start, deeds
):
    player = Player(desk, **start)
    check(player)
    for deed in deeds:
        before = player.request
        if deed == "take_next" and not before.case.open:
            continue
        try:
            getattr(player, deed)()
        except AppError:
            assert player.request == before
            continue
        if before.parts[0].dispatch is None and player.request.parts[0].dispatch is not None:
            assert missing_before_sending(before) == ()
        check(player)
    for _deed in range(16):
        if not player.request.case.open:
            return
        player.take_next()
        check(player)
    assert not player.request.case.open


def test_the_steps_come_in_the_order_of_the_handbook(desk):
    player = Player(desk, channel=Channel.LETTER)
    seen = []
    for _step in ACCESS_STEPS:
        seen.append(next_step(player.request))
        player.take_next()
    assert not player.request.case.open
    assert seen == ACCESS_STEPS


def test_while_proof_is_awaited_the_collection_is_next(desk):
    player = Player(desk)
    player.receipt()
    player.ask_identity()
    assert next_step(player.request) is Step.COLLECT
    player.ask_tasks()
    assert next_step(player.request) is Step.IDENTITY
    states = {view.step: view.state for view in progress(player.request)}
    assert states[Step.COLLECT] is StepState.WAITING


def test_what_must_wait_says_what_for(desk):
    views = {view.step: view for view in progress(Player(desk).request)}
    assert views[Step.REVIEW].missing == (Missing.COLLECTION,)
    assert views[Step.CLOSE].missing == (Missing.SENT, Missing.FILED)
    assert views[Step.SEND].state is StepState.BLOCKED


def test_who_is_turned_away_has_no_steps_left_but_filing_and_closing(desk):
    player = Player(desk)
    player.receipt()
    player.ask_identity()
    player.reject_identity()
    states = {view.step: view.state for view in progress(player.request)}
    assert states[Step.FILE] is StepState.NEXT
    for step in (Step.COLLECT, Step.REVIEW, Step.ADVICE, Step.DECISION, Step.ANSWER, Step.SEND):
        assert states[step] is StepState.NOT_NEEDED


def test_when_the_answer_has_gone_only_filing_and_closing_are_left(desk):
    case_id = desk.sent()
    desk.add_task(case_id, "Helse")
    states = {view.step: view.state for view in progress(desk.request(case_id))}
    left = {step for step, state in states.items() if state is not StepState.DONE}
    assert states[Step.FILE] is StepState.NEXT
    assert {step for step in left if states[step] is not StepState.NOT_NEEDED} == {
        Step.FILE,
        Step.CLOSE,
    }
    assert cases.case(desk.vault.db, case_id).next_step == Step.FILE
