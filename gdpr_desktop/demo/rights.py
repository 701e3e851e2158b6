"""Cases of the other rights: what each came to stands in ``demo/rights.toml``.

A right that this version does not offer is passed over.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

import msgspec

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import resource
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.demo.cases import Deed, at
from gdpr_desktop.demo.script import DECIDER, OFFICER, ROLE
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import questions, service
from gdpr_desktop.requests.model import (
    Channel,
    Considered,
    Content,
    Dispatch,
    Intake,
    Part,
    Request,
    Right,
    Step,
)
from gdpr_desktop.requests.recipients import service as recipients
from gdpr_desktop.requests.recipients.model import Recipient, Recipients, Telling
from gdpr_desktop.requests.rights import OFFERED, rules_of
from gdpr_desktop.requests.service.intake import COLLECT
from gdpr_desktop.requests.steps import must_tell
from gdpr_desktop.requests.unstructured import service as unstructured
from gdpr_desktop.requests.unstructured.model import Department, Find, Unstructured
from gdpr_desktop.vault import Vault

_LATER = 3_000_000  # after the other deeds of the same moment
_DAY = "@"  # before the number of days since the request came


class Stage(StrEnum):
    """How far a case has come, in order."""

    REGISTERED = "registered"
    COLLECTED = "collected"
    ASSESSED = "assessed"
    DECIDED = "decided"
    DONE = "done"
    SENT = "sent"
    FILED = "filed"
    CLOSED = "closed"


_ORDER = tuple(Stage)


def cases_of_rights() -> list[dict[str, Any]]:
    """The cases as they are written, without those about rights that are not offered."""
    text = resource("demo/rights.toml").read_text(encoding="utf-8")
    every: list[dict[str, Any]] = tomllib.loads(text)["cases"]
    return [one for one in every if set(one["parts"]) <= set(OFFERED)]


def assessment_of(right: Right, told: dict[str, Any], received: date) -> Any:
    """What a part came to, as the right's own type."""
    values = _with_days(told["assessment"], received)
    if "yes" in told:
        values["considered"] = _considered(right, told)
    return msgspec.convert(values, rules_of(right).assessment)


def _considered(right: Right, told: dict[str, Any]) -> tuple[Considered, ...]:
    """The questions that the answers lead to, each answered."""
    found: tuple[Considered, ...] = ()
    for one in questions.questions(right.value):
        if one not in questions.asked(right.value, found):
            continue
        answer = questions.YES if one.id in told["yes"] else questions.NO
        why = told.get("reasons", {}).get(one.id, told.get("why", ""))
        reason = why if one.needs_reason(answer) else ""
        found = (*found, Considered(question=one.id, answer=answer, reason=reason))
    return found


def _with_days(value: Any, received: date) -> Any:
    if isinstance(value, dict):
        return {name: _with_days(one, received) for name, one in value.items()}
    if isinstance(value, list):
        return [_with_days(one, received) for one in value]
    if isinstance(value, str) and value.startswith(_DAY):
        return received + timedelta(days=int(value.removeprefix(_DAY)))
    return value


@dataclass(slots=True, kw_only=True)
class RightScript:
    """Turns one case into deeds."""

    vault: Vault
    today: date
    number: int
    told: dict[str, Any]
    case_id: CaseId = field(default=CaseId(0))
    made: list[Deed] = field(default_factory=list)

    @property
    def received(self) -> date:
        """The day it came."""
        return self.today - timedelta(days=self.told["received"])

    @property
    def language(self) -> Language:
        """The language of the case."""
        return Language(self.told.get("language", Language.NYNORSK))

    def deeds(self) -> list[Deed]:
        """The deeds, in order."""
        self._add(0, self._register)
        self._add(1, self._confirm)
        stage = _ORDER.index(Stage(self.told["stage"]))
        steps: tuple[tuple[Stage, int, Callable[[], object]], ...] = (
            (Stage.COLLECTED, 9, self._collect),
            (Stage.ASSESSED, 9, partial(self._each, self._assess)),
            (Stage.DECIDED, 10, partial(self._each, self._decide)),
            (Stage.DONE, 11, partial(self._each, self._carry_out)),
            (Stage.SENT, 12, partial(self._each, self._send)),
            (Stage.FILED, 14, self._file),
            (Stage.CLOSED, 15, self._close),
        )
        for reached, days, run in steps:
            if _ORDER.index(reached) <= stage:
                self._add(days, run)
        return self.made

    def _add(self, days: int, run: Callable[[], object]) -> None:
        day = min(self.received + timedelta(days=days), self.today)
        order = _LATER + self.number * 100 + len(self.made)
        self.made.append(Deed(at=at(day, 8, len(self.made)), order=order, run=run))

    @property
    def _now(self) -> date:
        return self.vault.clock.today()

    @property
    def _request(self) -> Request:
        return service.read_request(self.vault, self.case_id)

    def _register(self) -> None:
        intake = Intake(
            received=self.received,
            channel=Channel.EDIALOG,
            subject=Person(
                name=_NAMES[self.number % len(_NAMES)],
                address=PostalAddress(
                    street=f"Tunet {self.number + 1}", postal_code="6999", city="Fjordvik"
                ),
                email=f"rett{self.number + 1}@innbyggjar.example",
            ),
            rights=tuple(Right(one) for one in self.told["parts"]),
            wording=self.told["wording"],
            language=self.language,
            caseworker=OFFICER,
        )
        change = service.register_request(self.vault, intake, unstructured=_LOOSE)
        self.case_id = CaseId(change.id)

    def _confirm(self) -> None:
        service.confirm_receipt(self.vault, self.case_id, confirmed_on=self._now)

    def _collect(self) -> None:
        """Every place has answered; what lay outside the systems is noted by department."""
        for place in self.told.get("places", ()):
            casework.add_task(
                self.vault, self.case_id, kind=COLLECT, title=place, responsible=DECIDER
            )
        finds = self._finds()
        for task in self._request.tasks:
            if task.kind != COLLECT and finds:
                self._note(task.id, finds)
            else:
                held = task.kind == COLLECT
                casework.answer_task(
                    self.vault,
                    task.id,
                    outcome=TaskOutcome.FOUND if held else TaskOutcome.NOTHING,
                    note=task.title if held else "",
                    answered_on=self._now,
                )

    def _finds(self) -> tuple[Find, ...]:
        values = _with_days(self.told.get("finds", []), self.received)
        return msgspec.convert(values, tuple[Find, ...])

    def _note(self, task_id: Any, finds: tuple[Find, ...]) -> None:
        names = dict.fromkeys(one.department for one in finds)
        asked = tuple(
            Department(name=name, answered_on=self._now, knows_access=True, knows_erasure=True)
            for name in names
        )
        found = Unstructured(departments=asked, finds=finds)
        unstructured.note_unstructured(self.vault, task_id, found)

    def _each(self, run: Callable[[Part, dict[str, Any]], None]) -> None:
        """Take every part that is not left open one step on."""
        for part in self._request.parts:
            if part.right not in self.told.get("open", ()):
                run(part, self.told["parts"][part.right])

    def _assess(self, part: Part, told: dict[str, Any]) -> None:
        service.assess(
            self.vault,
            part.id,
            assessment_of(part.right, told, self.received),
            basis=Basis(told["basis"]) if "basis" in told else None,
            content=Content(),
        )

    def _decide(self, part: Part, _told: dict[str, Any]) -> None:
        if Step.DECISION not in rules_of(part.right).steps:
            return
        told = _DECIDED[self.language]
        service.note_advice(
            self.vault, part.id, text=told["advice"], name=OFFICER, given_on=self._now
        )
        service.note_decision(
            self.vault,
            part.id,
            text=told["decision"],
            name=DECIDER,
            role=ROLE,
            decided_on=self._now,
        )

    def _carry_out(self, part: Part, _told: dict[str, Any]) -> None:
        if part.measures:
            done = (replace(one, done_on=self._now, done_by=DECIDER) for one in part.measures)
            service.carry_out(self.vault, part.id, tuple(done))

    def _send(self, part: Part, _told: dict[str, Any]) -> None:
        dispatch = Dispatch(
            channel=DispatchChannel.DIGITAL_POST,
            sent_by=OFFICER,
            sent_on=self._now,
            what=_DECIDED[self.language]["what"],
        )
        service.send_answer(self.vault, part.id, dispatch)

    def _file(self) -> None:
        title = next(one["title"] for one in self.told["parts"].values() if "title" in one)
        casework.file_case(
            self.vault,
            self.case_id,
            archive_number=f"{self.received.year % 100}/{2000 + self.number}",
            archive_title=title,
            public_title=title,
        )

    def _close(self) -> None:
        for part in self._request.parts:
            if must_tell(part):
                told = Recipient(name="Nav Fjordvik", telling=Telling.TOLD, told_on=self._now)
                recipients.note_recipients(self.vault, part.id, Recipients(rows=(told,)))
        if not self.told.get("open"):
            service.close_request(self.vault, self.case_id)


_NAMES = (
    "Solfrid Nausthaug",
    "Trygve Sandvikmo",
    "Amina Lundeby",
    "Birger Tverrfjell",
    "Dagny Holmestrøm",
    "Elias Myrstad",
    "Frøydis Åsheim",
)
_LOOSE = "Ustrukturerte opplysningar: e-post, filer, papir, bilete, SMS"
_DECIDED = {
    Language.NYNORSK: {
        "advice": "Eg rår til at kommunen svarer slik vurderinga seier.",
        "decision": "Kommunen følgjer rådet frå personvernombodet.",
        "what": "Svarbrev",
    },
    Language.BOKMAL: {
        "advice": "Jeg rår til at kommunen svarer slik vurderingen sier.",
        "decision": "Kommunen følger rådet fra personvernombudet.",
        "what": "Svarbrev",
    },
}


def scripts(vault: Vault, today: date) -> list[Deed]:
    """Every deed of every case."""
    return [
        deed
        for number, told in enumerate(cases_of_rights())
        for deed in RightScript(vault=vault, today=today, number=number, told=told).deeds()
    ]
