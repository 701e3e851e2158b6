"""Consents: forms, a kindergarten group, answers and withdrawals, told in ``demo/consents.toml``.

Days are counted back from today, so that what ends and who turns 15 is the same on any day.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.checking.basis import questions
from gdpr_desktop.consents.checking.service import answer_basis, answer_points, to_ask
from gdpr_desktop.consents.codes import Channel, Lasting, Relation
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Advice, Approval, PointAnswer
from gdpr_desktop.consents.forms.service.deciding import approve_form, note_advice
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.forms.starting import content_from
from gdpr_desktop.consents.given.model import Proof, Statement, Subject
from gdpr_desktop.consents.given.service.registering import Registered, register_answer
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.consents.groups.service.groups import add_group
from gdpr_desktop.consents.groups.service.members import add_member
from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.service import keep_answer
from gdpr_desktop.consents.renewal.dates import birthday
from gdpr_desktop.consents.withdrawals.model import Confirmed, Ended, TaskOutcomeCode
from gdpr_desktop.consents.withdrawals.model import Registered as TakenBack
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal
from gdpr_desktop.consents.withdrawals.service.stopping import end_place
from gdpr_desktop.consents.withdrawals.service.telling import note_told
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import resource
from gdpr_desktop.demo.cases import Deed, at
from gdpr_desktop.demo.record import RecordScript
from gdpr_desktop.demo.script import OFFICER
from gdpr_desktop.vault import Vault

_LATER = 5_000_000  # after the other deeds of the same moment
_YEARS = 4  # of a child in the kindergarten


def scripts(record: RecordScript) -> list[Deed]:
    """Every deed, in order."""
    texts = tomllib.loads(resource("demo/consents.toml").read_text(encoding="utf-8"))
    return ConsentScript(record=record, texts=texts).deeds()


@dataclass(slots=True, kw_only=True)
class ConsentScript:
    """What is made is found again by its name in the text, or its place in the list."""

    record: RecordScript
    texts: dict[str, Any]
    forms: dict[str, CaseId] = field(default_factory=dict)
    group: GroupId = field(default=GroupId(0))
    consents: dict[int, ConsentId] = field(default_factory=dict)
    taken_back: dict[int, CaseId] = field(default_factory=dict)
    made: list[Deed] = field(default_factory=list)

    def deeds(self) -> list[Deed]:
        """All of them."""
        for key, told in self.texts["forms"].items():
            self._do(told["ago"], partial(self._form, key, told))
            if "approved_ago" in told:
                self._do(told["approved_ago"], partial(self._approve, key, told))
        told = self.texts["group"]
        self._do(told["ago"], partial(self._list, told))
        self._do(told["answered_ago"], partial(self._heap, told))
        for one in self.texts["answers"]:
            self._do(one["ago"], partial(self._answer, one))
        for one in self.texts["withdrawals"]:
            self._do(one["ago"], partial(self._take_back, one))
            if "told_ago" in one:
                self._do(one["told_ago"], partial(self._tell, one))
        self._do(self.texts["picture"]["ago"], partial(self._picture, self.texts["picture"]))
        return self.made

    @property
    def _vault(self) -> Vault:
        return self.record.vault

    @property
    def _today(self) -> date:
        """The day on which the deed is done."""
        return self._vault.clock.today()

    def _do(self, ago: int, run: Callable[[], object]) -> None:
        moment = at(self.record.day(ago), 11)
        self.made.append(Deed(at=moment, order=_LATER + len(self.made), run=run))

    # Forms

    def _form(self, key: str, told: dict[str, Any]) -> None:
        made = register_form(self._vault, _content(told))
        case_id = self.forms[key] = CaseId(made.id)
        kind = forms.form(self._vault.db, case_id).draft.kind
        answers = dict.fromkeys(questions(kind), False)
        answers |= {one: True for one in answers if one.value == "law"}
        answer_basis(self._vault, case_id, answers, told.get("why", ""))
        if "approved_ago" not in told:
            return
        found = forms.form(self._vault.db, case_id)
        why = self.texts["proof"]
        points = (PointAnswer(number=one, yes=True, why=why) for one, _text in to_ask(found))
        answer_points(self._vault, case_id, points)

    def _approve(self, key: str, told: dict[str, Any]) -> None:
        case_id = self.forms[key]
        advice = Advice(
            may_be_used=True,
            why="Skjemaet seier det det skal, og kvart formål har si eiga rute.",
            name=OFFICER,
            given_on=self._today,
        )
        note_advice(self._vault, case_id, advice)
        name, role = self.texts["approver"], self.texts["approver_role"]
        approval = Approval(name=name, role=role, decided_on=self._today)
        approve_form(self._vault, case_id, approval)

    # The group

    def _list(self, told: dict[str, Any]) -> None:
        year = self.record.today.year - (self.record.today.month < 8)
        group = Group(name=told["name"], unit=told["unit"], year=f"{year}/{year + 1}")
        self.group = GroupId(add_group(self._vault, group).id)
        for index, child in enumerate(told["children"]):
            parents = self._parents(index)
            add_member(
                self._vault,
                Member(
                    name=f"{child} {self._family(index)}",
                    group_id=self.group,
                    birth_date=self.record.day(_YEARS * 365 + 13 * index),
                    guardians=tuple(Guardian(name=one) for one in parents),
                    parents=len(parents),
                ),
            )

    def _heap(self, told: dict[str, Any]) -> None:
        """The forms that came back, both parents on each."""
        form = forms.form(self._vault.db, self.forms["kindergarten"])
        latest = form.latest
        assert latest is not None, "approved before"
        keys = tuple(one.key for one in latest.content.purposes)
        members = {one.name: one for one in groups.members(self._vault.db, self.group)}
        for index, child in enumerate(told["children"][: told["answered"]]):
            member = members[f"{child} {self._family(index)}"]
            said = []
            for parent, guardian in enumerate(member.guardians):
                no = index in told["no_web"] or (index == told["disagree"] and parent == 1)
                refused = ("p4",) if no else ()
                said.append(
                    Statement(
                        relation=Relation.PARENT,
                        name=guardian.name,
                        given_on=self._today - timedelta(days=1 + index % 5),
                        yes=tuple(key for key in keys if key not in refused),
                        no=refused,
                        proof=Proof(archive_number=f"{told['archive']}-{index + 1}"),
                    )
                )
            kept = self._register(
                form.case.id,
                Registered(
                    subject=Subject(name=member.name, birth_date=member.birth_date),
                    statements=tuple(said),
                    group_id=self.group,
                    member_id=member.id,
                    parents=member.parents,
                ),
            )
            self.consents[index] = kept

    def _register(self, form_id: CaseId, registered: Registered) -> ConsentId:
        change = register_answer(self._vault, form_id, registered, anyway=True)
        return ConsentId(change.id)

    def _parents(self, index: int) -> tuple[str, str]:
        mothers, fathers = self.texts["mothers"], self.texts["fathers"]
        mother, father = mothers[index % len(mothers)], fathers[index % len(fathers)]
        other = self._family(index + 1 if index == self.texts["group"]["disagree"] else index)
        return f"{mother} {self._family(index)}", f"{father} {other}"

    def _family(self, index: int) -> str:
        names: list[str] = self.texts["family_names"]
        return names[index % len(names)]

    # Single answers, withdrawals, a picture

    def _answer(self, told: dict[str, Any]) -> None:
        form = forms.form(self._vault.db, self.forms[told["form"]])
        latest = form.latest
        assert latest is not None, "approved before"
        family = told["name"].split()[-1]
        given = Statement(
            relation=Relation.PARENT,
            name="",
            given_on=self._today,
            yes=tuple(one.key for one in latest.content.purposes),
        )
        names = (f"{self.texts['mothers'][0]} {family}", f"{self.texts['fathers'][0]} {family}")
        self._register(
            form.case.id,
            Registered(
                subject=Subject(name=told["name"], birth_date=self._born(told)),
                statements=tuple(replace(given, name=one) for one in names),
                parents=2,
            ),
        )

    def _born(self, told: dict[str, Any]) -> date:
        if "age" in told:
            return self.record.day(told["age"] * 365 + 100)
        turns = self.record.day(-told["until_fifteen"])
        born = birthday(turns, -15)
        assert born is not None, "the calendar goes back that far"
        return born

    def _take_back(self, told: dict[str, Any]) -> None:
        index = told["child"]
        taken = TakenBack(
            consent_id=self.consents[index],
            purposes=tuple(told["purposes"]),
            withdrawn_on=self._today,
            channel=Channel(told["channel"]),
            name=self._parents(index)[0],
            relation=Relation.PARENT,
        )
        case_id = CaseId(register_withdrawal(self._vault, taken).id)
        places = cases.tasks(self._vault.db, case_id)
        for task in places[: told["done"]]:
            ended = Ended(task=task.id, outcome=TaskOutcomeCode.ERASED, note=told["note"])
            end_place(self._vault, task.id, ended, self._today)
        self.taken_back[index] = case_id

    def _tell(self, told: dict[str, Any]) -> None:
        case_id = self.taken_back[told["child"]]
        note_told(self._vault, case_id, Confirmed(told_on=self._today, channel="email"))

    def _picture(self, told: dict[str, Any]) -> None:
        facts = PictureFacts(
            motif=Motif.GROUP,
            setting=Setting.HARMLESS,
            people=People.CHILDREN,
            shown=Shown.OPEN,
            news=False,
            answers=Answers.SOME,
        )
        keep_answer(
            self._vault, title=told["title"], facts=facts, unit=told["unit"], note=told["note"]
        )


def _content(told: dict[str, Any]) -> FormContent:
    """The starting point with what the municipality writes itself."""
    found = content_from(told["start"], Language.NYNORSK)
    made = replace(
        found,
        unit=told["unit"],
        responsible=told["responsible"],
        contact=told["contact"],
        lasting=Lasting(told["lasting"]),
    )
    if "joined_nn" not in told:
        return made
    joined = Bilingual(nn=told["joined_nn"], nb=told["joined_nb"])
    purposes = (replace(made.purposes[0], text=joined), *made.purposes[1:])
    return replace(made, purposes=purposes, withdraw_how=Bilingual())
