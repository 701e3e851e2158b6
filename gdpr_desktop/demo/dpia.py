"""Assessments: one in force, one at the officer, one being written, and a documented no.

Told in ``demo/dpia.toml``; days are counted back from today.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.paths import resource
from gdpr_desktop.core.roles import Deed as Right
from gdpr_desktop.demo.cases import Deed, at
from gdpr_desktop.demo.record import RecordScript
from gdpr_desktop.demo.script import DECIDER, OFFICER, ROLE
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import commenting, deciding, opinions, service
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, SectionVerdict
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import (
    Advice,
    Follow,
    MeasurePurpose,
    MeasureStatus,
    RiskKind,
)
from gdpr_desktop.dpia.content import About, Answer, Estimate, Measure, Scenario
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.screening.model import Need, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_need, note_screening
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.vault import Vault

_LATER = 6_000_000  # after the other deeds of the same moment
Told = dict[str, Any]


def scripts(record: RecordScript) -> list[Deed]:
    """Every deed, in order."""
    told = tomllib.loads(resource("demo/dpia.toml").read_text(encoding="utf-8"))
    return AssessmentScript(record=record, cases=told["cases"]).deeds()


@dataclass(slots=True, kw_only=True)
class AssessmentScript:
    """Each case goes as far as its text has days for."""

    record: RecordScript
    cases: dict[str, Told]
    ids: dict[str, CaseId] = field(default_factory=dict)
    made: list[Deed] = field(default_factory=list)

    def deeds(self) -> list[Deed]:
        """All of them."""
        steps: tuple[tuple[str, Callable[[str, Told], object]], ...] = (
            ("ago", self._begin),
            ("screened_ago", self._screen),
            ("need_ago", self._decide_need),
            ("written_ago", self._write),
            ("sent_ago", self._send),
            ("begun_ago", self._comment),
            ("advised_ago", self._advise),
            ("decided_ago", self._approve),
        )
        for name, told in self.cases.items():
            for day, step in steps:
                if day in told:
                    self._do(told[day], partial(step, name, told))
        return self.made

    @property
    def _vault(self) -> Vault:
        return self.record.vault

    @property
    def _today(self) -> date:
        """The day on which the deed is done."""
        return self._vault.clock.today()

    def _do(self, ago: int, run: Callable[[], object]) -> None:
        order = _LATER + len(self.made)
        self.made.append(Deed(at=at(self.record.day(ago), 13), order=order, run=run))

    def _begin(self, name: str, told: Told) -> None:
        words = "title description systems unit responsible responsible_role".split()
        about = About(**{word: told[word] for word in words})
        self.ids[name] = CaseId(register_dpia(self._vault, about).id)

    def _screen(self, name: str, told: Told) -> None:
        answers = ScreeningAnswers(
            criteria=tuple(told["criteria"]), listed=tuple(told.get("listed", ()))
        )
        note_screening(self._vault, self.ids[name], answers)

    def _decide_need(self, name: str, told: Told) -> None:
        again = told.get("again_in")
        need = Need(
            needed=again is None,
            why=told["need_why"],
            name=DECIDER,
            role=ROLE,
            decided_on=self._today,
            advice=Advice.SHOULD,  # the service writes what the answers say
            look_again_on=self.record.day(-again) if again is not None else None,
        )
        note_need(self._vault, self.ids[name], need)

    def _write(self, name: str, told: Told) -> None:
        case_id = self.ids[name]
        with self._vault.begin(Right.WORK_ON_CASE) as work:
            work.require(Right.WORK_ON_CASE, assigned=True)
            for answer in _answers(told):
                store.put_answer(work.db, case_id, answer, work.actor.name, work.clock.now())
            for one in told["measures"]:
                store.put_item(work.db, case_id, self._measure(name, one))
            for number, one in enumerate(told["risks"], start=1):
                store.put_item(work.db, case_id, _scenario(name, number, one))
            store.put_step(work.db, case_id, catalogue=builtin().version)
            work.publish(CaseTouched(case_id=case_id))

    def _measure(self, name: str, told: Told) -> Measure:
        there = told.get("existing", False)
        done = told.get("done_ago")
        due = told.get("due_in")
        return Measure(
            key=f"{name}-{told['key']}",
            title=told["title"],
            text=told.get("text", ""),
            status=MeasureStatus.EXISTING if there else MeasureStatus.PLANNED,
            purpose=MeasurePurpose(told.get("purpose", "comply")),
            owner=told.get("owner", ""),
            due=self.record.day(-due) if due is not None else None,
            done_on=self.record.day(done) if done is not None else None,
        )

    def _send(self, name: str, _told: Told) -> None:
        service.send(self._vault, self.ids[name])

    def _comment(self, name: str, told: Told) -> None:
        case_id = self.ids[name]
        service.begin_advice(self._vault, case_id)
        for one in told.get("comments", ()):
            commenting.add_comment(self._vault, case_id, one["about"], one["text"])
        for one in told.get("verdicts", ()):
            opinions.give_verdict(self._vault, case_id, SectionVerdict(**one))

    def _advise(self, name: str, told: Told) -> None:
        given = Opinion(
            submission=1,
            go_ahead=True,
            consult=False,
            follow_up=True,
            text=rich(told["advice"]),
            name=OFFICER,
            given_on=self._today,
        )
        opinions.give_opinion(self._vault, self.ids[name], given)

    def _approve(self, name: str, told: Told) -> None:
        decided = Decision(
            submission=1,
            follow=Follow.FOLLOW,
            why="",
            name=DECIDER,
            role=ROLE,
            decided_on=self._today,
        )
        deciding.decide(self._vault, self.ids[name], decided)
        approval = Approval(
            submission=1,
            approved=True,
            why="",
            name=DECIDER,
            role=ROLE,
            decided_on=self._today,
            review_on=self.record.day(-told["review_in"]),
        )
        deciding.approve(self._vault, self.ids[name], approval)


def _answers(told: Told) -> list[Answer]:
    found = [Answer(question=one, text=rich(words)) for one, words in told["answers"].items()]
    found += [Answer(question=one, choice=code) for one, code in told["choices"].items()]
    found += [Answer(question=one, picks=tuple(some)) for one, some in told["picks"].items()]
    for one, rows in told["rows"].items():
        found.append(Answer(question=one, rows=tuple(tuple(row) for row in rows)))
    return found


def _scenario(name: str, number: int, told: Told) -> Scenario:
    before, after = told["before"], told.get("after", [0, 0])
    return Scenario(
        key=f"{name}-s{number}",
        title=told["title"],
        who=told["who"],
        cause=told["cause"],
        kinds=tuple(RiskKind(one) for one in told["kinds"]),
        before=Estimate(consequence=before[0], likelihood=before[1], consequence_why=told["why"]),
        after=Estimate(consequence=after[0], likelihood=after[1]),
        measures=tuple(f"{name}-{key}" for key in told["measures"]),
    )
