"""The cases of the demo register: how each request came, went and ended."""

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import AddressProtection, Person, TaskOutcome
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import resource
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.demo.numbers import synthetic_number
from gdpr_desktop.demo.plan import Plan, Stage, plans
from gdpr_desktop.law.deadlines import ExtensionGround, extended_reply_due, reply_due
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests import parts_store, service
from gdpr_desktop.requests.model import (
    Authority,
    Channel,
    Content,
    Dispatch,
    IdentityMethod,
    Intake,
    OnBehalfOf,
)
from gdpr_desktop.requests.rights.access import (
    Answer,
    CopyItem,
    Exempted,
    Outcome,
    ProcessingInfo,
    Review,
)
from gdpr_desktop.requests.service.intake import COLLECT
from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done at a moment."""

    at: datetime
    order: int
    run: Callable[[], object]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a Norwegian day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OSLO)


def scripts(vault: Vault, chance: random.Random, today: date) -> list[Deed]:
    """Every deed of every case, to be run in order of time."""
    texts = tomllib.loads(resource("demo/requests.toml").read_text(encoding="utf-8"))
    deeds: list[Deed] = []
    for number, plan in enumerate(sorted(plans(chance, today), key=lambda plan: plan.received)):
        deeds += CaseScript(vault=vault, plan=plan, number=number, texts=texts, today=today).deeds()
    return deeds


@dataclass(slots=True, kw_only=True)
class CaseScript:
    """Turns one plan into deeds. The case's id is known when its first deed has run."""

    vault: Vault
    plan: Plan
    number: int
    texts: dict[str, Any]
    today: date
    case_id: CaseId = field(default=CaseId(0))
    made: list[Deed] = field(default_factory=list)

    def add(self, days: int, run: Callable[[], object], hour: int = 10) -> None:
        """Do ``run`` ``days`` after receipt, but never after today."""
        day = min(self.plan.received + timedelta(days=days), self.today)
        self.made.append(Deed(at=at(day, hour), order=self.number * 100 + len(self.made), run=run))

    def day(self, days: int) -> date:
        """The day ``days`` after receipt, at the latest today."""
        return min(self.plan.received + timedelta(days=days), self.today)

    def systems(self) -> list[dict[str, Any]]:
        """Two or three of the municipality's systems."""
        every = self.texts["systems"]
        count = 2 + self.number % 2
        return [every[(self.number + step) % len(every)] for step in range(count)]

    def deeds(self) -> list[Deed]:
        """The deeds, in order."""
        stage, ending = self.plan.stage, self.plan.ending
        self.add(0, self._register, hour=8)
        if stage >= Stage.RECEIPT:
            self.add(1, self._confirm_receipt)
        if ending == "withdrawn":
            self.add(5, self._file)
            self.add(6, self._withdraw, hour=14)
            return self.made
        logged_in = self.plan.channel in (Channel.EDIALOG, Channel.DIGITAL_POST)
        asks = self.plan.channel in (Channel.EMAIL, Channel.PHONE)
        if stage >= Stage.IDENTITY_ASKED and asks:
            self.add(2, self._ask_identity)
        if ending == "not_identified":
            self.add(25, self._reject_identity)
            self._finish(26)
            return self.made
        if stage >= Stage.IDENTIFIED and not logged_in:
            self.add(4, self._identify, hour=11)
        self._collect_and_answer(stage)
        return self.made

    def _collect_and_answer(self, stage: Stage) -> None:
        if stage >= Stage.ASKED:
            self.add(5, self._ask_departments)
        if self.plan.extended:
            self.add(21, self._extend)
        slow = 30 if self.plan.extended else 0
        if stage >= Stage.COLLECTED:
            self.add(12 + slow, self._collect)
        if stage >= Stage.REVIEWED:
            self.add(15 + slow, self._review)
        if stage >= Stage.ADVISED:
            self.add(17 + slow, self._advise)
        if stage >= Stage.DECIDED:
            self.add(18 + slow, self._decide)
        if stage >= Stage.ANSWER_WRITTEN:
            self.add(19 + slow, self._write)
        if stage >= Stage.SENT:
            late = 18 if self.number % 17 == 3 and self.plan.stage is Stage.CLOSED else 0
            self.add(20 + slow + late, lambda: self._send(20 + slow + late))
            if stage >= Stage.FILED:
                self._finish(22 + slow + late)

    def _finish(self, days: int) -> None:
        self.add(days, self._file, hour=12)
        if self.plan.stage is not Stage.CLOSED:
            return
        self.add(days + 1, lambda: service.close_request(self.vault, self.case_id))

    def _person(self) -> Person:
        given, family = self.texts["given_names"], self.texts["family_names"]
        name = f"{given[self.number % len(given)]} {family[self.number * 7 % len(family)]}"
        age = 9 if self.plan.child else 22 + self.number % 60
        street = self.texts["streets"][self.number % len(self.texts["streets"])]
        born = self.plan.received - timedelta(days=365 * age + self.number)
        numbered = self.number % 9 == 4  # most cases need no identity number
        return Person(
            name=name,
            address=PostalAddress(
                street=f"{street} {self.number + 1}", postal_code="6999", city="Fjordvik"
            ),
            email=f"person{self.number + 1}@innbyggjar.example",
            phone=f"90 00 00 {self.number % 90 + 10:02d}",
            birth_date=born,
            national_id=synthetic_number(born, self.number) if numbered else "",
            national_id_reason="Fleire i registeret har same namn." if numbered else "",
            protection=AddressProtection.CONFIDENTIAL
            if self.number % 23 == 5
            else AddressProtection.NONE,
        )

    def _register(self) -> None:
        wishes = self.texts["wishes"]["texts"]
        parent = Person(name="Gro Foreldresen", address=self._person().address)
        intake = Intake(
            received=self.plan.received,
            channel=self.plan.channel,
            subject=self._person(),
            on_behalf_of=OnBehalfOf.PARENT if self.plan.child else OnBehalfOf.SELF,
            representative=parent if self.plan.child else None,
            wording=wishes[self.number % len(wishes)],
            language=Language.BOKMAL if self.number % 6 == 5 else Language.NYNORSK,
            caseworker="Solveig Testnes" if self.number % 3 else "Jon Saksvik",
        )
        change = service.register_request(
            self.vault, intake, unstructured=self.texts["unstructured"]
        )
        self.case_id = CaseId(change.id)

    def _confirm_receipt(self) -> None:
        service.confirm_receipt(self.vault, self.case_id, confirmed_on=self.day(1))

    def _withdraw(self) -> None:
        reason = "Ringde og sa at svaret på telefonen var nok."
        service.close_request(self.vault, self.case_id, withdrawn=True, reason=reason)

    def _ask_identity(self) -> None:
        service.ask_for_identity(self.vault, self.case_id, asked_on=self.day(2))

    def _reject_identity(self) -> None:
        service.reject_identity(self.vault, self.case_id, settled_on=self.day(25), told="Brev")

    def _identify(self) -> None:
        if self.plan.child:
            authority = Authority(seen=True, what="Utskrift frå folkeregisteret")
            service.settle_authority(self.vault, self.case_id, authority)
        shown = self.plan.channel is not Channel.LETTER
        method = IdentityMethod.SHOWN_ID if shown else IdentityMethod.ADDRESS_MATCHES
        service.confirm_identity(
            self.vault,
            self.case_id,
            method=method,
            note="Førarkort" if shown else "",
            settled_on=self.day(4),
        )

    def _ask_departments(self) -> None:
        if self.plan.child and self.plan.channel in (Channel.EDIALOG, Channel.DIGITAL_POST):
            self._identify_parent()
        for system in self.systems():
            casework.add_task(
                self.vault,
                self.case_id,
                kind=COLLECT,
                title=system["name"],
                responsible=system["responsible"],
            )
        asked, due = self.day(5), self.due()
        for task in cases.tasks(self.vault.db, self.case_id):
            casework.ask_task(
                self.vault,
                task.id,
                responsible=task.responsible or "Alle einingane",
                asked_on=asked,
                due=casework.task_due(asked, due),
            )

    def _identify_parent(self) -> None:
        authority = Authority(seen=True, what="Utskrift frå folkeregisteret")
        service.settle_authority(self.vault, self.case_id, authority)
        service.confirm_identity(
            self.vault,
            self.case_id,
            method=IdentityMethod.SECURE_CHANNEL,
            note="",
            settled_on=self.day(4),
        )

    @property
    def part_id(self) -> PartId:
        """The one part of a request for access."""
        return parts_store.first_of(self.vault.db, self.case_id)

    def due(self) -> date:
        """The day the reply is due."""
        received = self.plan.received
        return (extended_reply_due if self.plan.extended else reply_due)(received).due

    def _extend(self) -> None:
        service.extend_deadline(
            self.vault,
            self.case_id,
            ground=ExtensionGround.COMPLEXITY,
            explanation="Opplysningane ligg i mange saker, og vi må sladde opplysningar om andre.",
            notice_sent=self.day(21),
        )

    def _collect(self) -> None:
        nothing = self.plan.ending == "nothing"
        found = {system["name"]: system["found"] for system in self.systems()}
        for task in cases.tasks(self.vault.db, self.case_id):
            holds = not nothing and task.title in found
            casework.answer_task(
                self.vault,
                task.id,
                outcome=TaskOutcome.FOUND if holds else TaskOutcome.NOTHING,
                note=found.get(task.title, "") if holds else "",
                answered_on=self.vault.clock.today(),
            )

    def _review(self) -> None:
        endings = {"part": Outcome.PART, "nothing": Outcome.NOTHING_HELD}
        outcome = endings.get(self.plan.ending, Outcome.ALL)
        held_back = Exempted(
            exception=RefusalGround.INTERNAL_DOCUMENT,
            explanation="Eit utkast til vurdering som berre er brukt i saksførebuinga.",
        )
        review = Review(
            outcome=outcome,
            others_removed=self.number % 2 == 0,
            reviewed_by="Solveig Testnes",
            reviewed_on=self.vault.clock.today(),
            exempted=(held_back,) if outcome is Outcome.PART else (),
            content=Content(
                special_categories=any(system["sensitive"] for system in self.systems())
            ),
        )
        service.review_material(self.vault, self.part_id, review)

    def _advise(self) -> None:
        service.note_advice(
            self.vault,
            self.part_id,
            text="Eg rår til at kommunen gir innsyn, og at opplysningar om andre blir sladda.",
            name="Solveig Testnes",
            given_on=self.vault.clock.today(),
        )

    def _decide(self) -> None:
        decider = self.texts["deciders"][self.number % len(self.texts["deciders"])]
        service.note_decision(
            self.vault,
            self.part_id,
            text="Kommunen følgjer rådet frå personvernombodet.",
            name=decider["name"],
            role=decider["role"],
            decided_on=self.vault.clock.today(),
        )

    def _write(self) -> None:
        if self.plan.ending == "nothing":
            return
        points = ProcessingInfo.__dataclass_fields__.keys()
        systems = tuple(
            ProcessingInfo(
                **{name: system[name] for name in points if name in system},
                third_countries="Nei",
                automated="Nei",
            )
            for system in self.systems()
        )
        copies = tuple(CopyItem(name=s["name"], what=s["found"]) for s in self.systems())
        answer = Answer(systems=systems, copies=copies, child_version=False)
        service.prepare_answer(self.vault, self.part_id, answer)

    def _send(self, days: int) -> None:
        by_post = self.plan.channel is Channel.LETTER
        channel = DispatchChannel.REGISTERED_POST if by_post else DispatchChannel.DIGITAL_POST
        dispatch = Dispatch(
            channel=channel,
            sent_by="Solveig Testnes",
            sent_on=self.day(days),
            what="Svarbrev med to vedlegg",
        )
        service.send_answer(self.vault, self.part_id, dispatch)

    def _file(self) -> None:
        casework.file_case(
            self.vault,
            self.case_id,
            archive_number=f"{self.plan.received.year % 100}/{1000 + self.number}",
            archive_title="Krav om innsyn etter personvernforordninga artikkel 15",
            public_title="Krav om innsyn i personopplysningar",
        )
