"""What the demo municipality gives away, does for others and has erased."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.demo.cases import Deed
from gdpr_desktop.demo.record import both
from gdpr_desktop.demo.script import DECIDER, OFFICER, ROLE, ScriptOnRecord
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.register.processors.model import FRAME, Agreement, Assignment
from gdpr_desktop.register.retention import model as rounds
from gdpr_desktop.register.retention import service as retention
from gdpr_desktop.register.single_disclosures import service as disclosures
from gdpr_desktop.register.single_disclosures.model import (
    Advice,
    Assessment,
    Decision,
    Dispatch,
    Informing,
    Intake,
    Outcome,
    Requester,
    Telling,
)

_ROUNDS = 35  # days since they were started


@dataclass(slots=True, kw_only=True)
class GivingScript(ScriptOnRecord):
    """Single disclosures, an assignment, and the yearly rounds of two units."""

    def deeds(self) -> list[Deed]:
        """All of them, to be sorted by time."""
        for key, data in self.texts["single"].items():
            self._single(key, data)
        self._do(85, partial(self._add, "assignment", self._assignment))
        for kind in ("answered", "waiting"):
            self._do(_ROUNDS, partial(self._start_round, self.texts["retention"][kind]))
        self._do(_ROUNDS - 17, self._answer_round)
        return self.made

    def _single(self, key: str, data: dict[str, Any]) -> None:
        received = data["received"]
        self._do(received, partial(self._asked, key, data))
        if "asked_in_writing" in data:
            self._do(data["asked_in_writing"], partial(self._ask_in_writing, key))
        found = data.get("assessment")
        if not found:
            return
        self._do(received - 4, partial(self._assess, key, found))
        self._do(received - 8, partial(self._decide_giving, key, found))
        self._do(received - 10, partial(self._answer, key, found))
        if "closed" in found:
            title = "Krav om utlevering av opplysningar"
            self._do(found["closed"] + 1, partial(self._file, key, title))
            close = partial(self._with_case, key, disclosures.close_disclosure)
            self._do(found["closed"], close)

    def _asked(self, key: str, data: dict[str, Any]) -> None:
        intake = Intake(
            received=self._day(data["received"]),
            requester_kind=Requester(data["kind"]),
            requester=Person(name=data["requester"]),
            subject=Person(name=data["subject"]),
            written=data.get("written", True),
            wanted=data["wanted"],
            ground=data.get("ground", ""),
            signed=data.get("signed", False),
            wanted_by=self._day(data["wanted_by"]),
        )
        self.cases[key] = CaseId(disclosures.register_disclosure(self._vault, intake).id)

    def _ask_in_writing(self, key: str) -> None:
        today = self._today
        disclosures.ask_in_writing(self._vault, self.cases[key], asked_on=today)

    def _assess(self, key: str, data: dict[str, Any]) -> None:
        assessment = Assessment(
            law=data.get("law", ""),
            confidential=True,
            lifted_by=data.get("lifted_by", ""),
            assessed_by=OFFICER,
            assessed_on=self._today,
            note=data["note"],
        )
        disclosures.assess(self._vault, self.cases[key], assessment)

    def _decide_giving(self, key: str, data: dict[str, Any]) -> None:
        today, outcome = self._today, Outcome(data["outcome"])
        advice = Advice(text=data["advice"], name=OFFICER, given_on=today)
        disclosures.note_advice(self._vault, self.cases[key], advice)
        decision = Decision(
            outcome=outcome,
            name=DECIDER,
            role=ROLE,
            decided_on=today,
            given=data["decided"],  # the service drops what does not belong to the outcome
            refused=data["decided"],
        )
        disclosures.note_decision(self._vault, self.cases[key], decision)

    def _answer(self, key: str, data: dict[str, Any]) -> None:
        today, post = self._today, DispatchChannel.DIGITAL_POST
        sent = Dispatch(sent_on=today, channel=post, sent_by=OFFICER, how=data["how"])
        disclosures.note_answer(self._vault, self.cases[key], sent)
        if "informing" in data:
            by_law = Informing(telling=Telling.LAW, settled_on=today, why=data["informing"])
            disclosures.note_informing(self._vault, self.cases[key], by_law)

    def _file(self, key: str, title: str) -> None:
        casework.file_case(
            self._vault,
            self.cases[key],
            archive_number=f"{self._today.year % 100}/2102",
            archive_title=title,
            public_title=title,
        )

    def _assignment(self) -> Assignment:
        data = self.texts["assignment"]
        agreement = Agreement(
            name=data["agreement"],
            signed_on=self._day(420),
            runs_out=self._day(-675),
            clauses=tuple("abcdefgh"),
            frame=FRAME,
            warns=Answer.YES,
            in_writing=Answer.YES,
            may_notify=Answer.NO,
            answers_requests=data["controller"],
            archive_number=f"{self._day(420).year % 100}/2103",
        )
        return Assignment(
            name=both(data["name"]),
            controller=data["controller"],
            controller_contact=data["contact"],
            controller_officer=data["officer"],
            categories=both(data["categories"]),
            unit_id=self.record.ids["unit.staff"],
            responsible=data["responsible"],
            systems=self._some("system", ["archive"]),
            outside_eea=Answer.NO,
            security=both(data["security"]),
            agreement=agreement,
        )

    def _start_round(self, unit: str) -> None:
        """Of the year in which it begins; due in a week or so."""
        today = self._today
        unit_id = self.record.ids[f"unit.{unit}"]
        made = retention.start_round(
            self._vault, today.year, unit_id, due=today + timedelta(days=_ROUNDS + 8)
        )
        self.record.ids[f"round.{unit}"] = EntryId(made.id)
        retention.note_sent(self._vault, EntryId(made.id), today)

    def _answer_round(self) -> None:
        """All is done but one thing, or had no data due."""
        data = self.texts["retention"]
        round_id = self.record.ids[f"round.{data['answered']}"]
        items = store.entry(self._vault.db, round_id).content.items
        retention.note_answer(
            self._vault,
            round_id,
            answered_on=self._today,
            answered_by=data["answered_by"],
            items=[_answered(number, one) for number, one in enumerate(items)],
        )


def _answered(number: int, item: rounds.Confirmation) -> rounds.Confirmation:
    if number == 1:
        return replace(item, answer=rounds.Answer.NOT_DONE)
    nothing = item.keep or number % 3 == 2
    return replace(item, answer=rounds.Answer.NOTHING_DUE if nothing else rounds.Answer.DONE)
