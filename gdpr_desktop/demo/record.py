"""The record of the demo register: from the library, some of it finished and some not."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.paths import resource
from gdpr_desktop.demo.cases import Deed, at
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer, Law, Party
from gdpr_desktop.register.arrangements.model import Arrangement, Duty
from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.entries import service
from gdpr_desktop.register.entries.model import EntryId, Severity
from gdpr_desktop.register.library.loading import activity_from
from gdpr_desktop.register.processors.model import (
    FRAME,
    Agreement,
    Audit,
    Processor,
    SubProcessor,
)
from gdpr_desktop.register.risks.model import Measure, Risk, RiskAssessment
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.vault import Vault

_LATER = 1_000_000  # the order of a record's deeds among the cases' of the same moment


def both(pair: list[str]) -> Bilingual:
    """Nynorsk and bokmål."""
    return Bilingual(nn=pair[0], nb=pair[1])


@dataclass(slots=True, kw_only=True)
class RecordScript:
    """Deeds that build the record. What a deed adds is known by its key afterwards."""

    vault: Vault
    today: date
    texts: dict[str, Any] = field(
        default_factory=lambda: tomllib.loads(
            resource("demo/record.toml").read_text(encoding="utf-8")
        )
    )
    ids: dict[str, EntryId] = field(default_factory=dict)
    made: list[Deed] = field(default_factory=list)

    def deeds(self) -> list[Deed]:
        """Units, processors and systems first, then what they are used in."""
        for key, data in self.texts["units"].items():
            self._add(400, f"unit.{key}", unit(data))
        for key, data in self.texts["processors"].items():
            self._add(398, f"processor.{key}", self._processor(data))
        for key, data in self.texts["systems"].items():
            self._later(396, f"system.{key}", partial(self._system, data))
        for number, (key, data) in enumerate(self.texts["activities"].items()):
            self._activity(360 - 9 * number, key, data)
        begun = self.texts["begun"]
        content = Activity(name=both(begun["name"]), description=both(begun["description"]))
        self._add(12, "activity.begun", content)
        self._add(90, "arrangement", self._arrangement())
        for key, data in self.texts["disclosures"].items():
            self._later(80, f"disclosure.{key}", partial(self._disclosure, data))
        self._later(70, "risk", self._risk)
        return self.made

    def day(self, ago: int) -> date:
        """So many days before today; after, where negative."""
        return self.today - timedelta(days=ago)

    def _do(self, ago: int, run: Callable[[], object]) -> None:
        order = _LATER + len(self.made)
        self.made.append(Deed(at=at(self.day(ago), 13), order=order, run=run))

    def _add(self, ago: int, key: str, content: Any) -> None:
        self._later(ago, key, lambda: content)

    def _later(self, ago: int, key: str, make: Callable[[], Any]) -> None:
        def run() -> None:
            self.ids[key] = EntryId(service.add_entry(self.vault, make()).id)

        self._do(ago, run)

    def _some(self, kind: str, keys: list[str]) -> tuple[EntryId, ...]:
        return tuple(self.ids[f"{kind}.{key}"] for key in keys)

    def _processor(self, data: dict[str, Any]) -> Processor:
        agreement = Agreement(
            name=data["agreement"],
            signed_on=self.day(data["signed"]),
            runs_out=self.day(data["runs_out"]),
            clauses=tuple(data["clauses"]),
            frame=FRAME,
            warns=Answer.YES,
            in_writing=Answer.YES,
            may_notify=Answer.NO,
            answers_requests="Kommunen",
            sub_processors=tuple(
                SubProcessor(name=name, approved_on=self.day(data["signed"]))
                for name in data.get("sub_processors", ())
            ),
            audits=(Audit(planned=self.day(-60)),),
        )
        return Processor(
            name=data["name"],
            organisation_number=data["organisation_number"],
            email="avtale@leverandor.example",
            service=both(data["service"]),
            agreements=(agreement,),
            outside_eea=Answer.NO,
        )

    def _system(self, data: dict[str, Any]) -> System:
        owned = bool(data["owner"])
        known = Answer.YES if owned else Answer.UNKNOWN
        supplier = data["supplier"]
        return System(
            name=data["name"],
            description=both(data["description"]),
            unit_id=self.ids[f"unit.{data['unit']}"],
            owner=data["owner"],
            contact=self.texts["units"][data["unit"]]["contact"],
            supplier=self.texts["processors"][supplier]["name"] if supplier else "",
            supplier_id=self.ids[f"processor.{supplier}"] if supplier else None,
            logging=known,
            encryption=known,
            backup=known,
            access_control=known,
            risk_assessed_on=self.day(70) if owned else None,
        )

    def _activity(self, ago: int, key: str, data: dict[str, Any]) -> None:
        """Made from the library; finished, approved and changed again as far as it has come."""
        name = f"activity.{key}"

        def draft() -> Activity:
            unit_id = self.ids[f"unit.{data['unit']}"]
            return replace(activity_from(key), unit_id=unit_id)

        def finish() -> None:
            content = self._finished(draft(), data, ago)
            service.change_entry(self.vault, self.ids[name], content)

        def approve() -> None:
            found = self._finished(draft(), data, ago).findings()
            if all(one.severity is not Severity.ERROR for one in found):
                service.approve_entry(self.vault, self.ids[name])

        def revise() -> None:
            reason = "Leverandøren er bytt, og lagringstida må vurderast på nytt."
            service.ask_for_revision(self.vault, self.ids[name], reason=reason)

        self._later(ago, name, draft)
        if data["state"] != "draft":
            self._do(ago - 7, finish)
            self._do(ago - 8, approve)
        if data["state"] == "to_revise":
            self._do(20, revise)

    def _finished(self, activity: Activity, data: dict[str, Any], ago: int) -> Activity:
        """With all that a municipality finds out when it goes through a starting point."""
        done = self.day(ago - 7)
        dpia = activity.dpia
        if dpia.needed is Answer.YES:
            dpia = replace(dpia, done_on=done, reference=f"{done.year % 100}/{2000 + ago}")
        return replace(
            activity,
            systems=self._some("system", data["systems"]),
            processors=self._some("processor", data["processors"]),
            sources=tuple(map(_settled, activity.sources)),
            recipients=tuple(map(_settled, activity.recipients)),
            outside_eea=Answer.NO,
            dpia=dpia,
            risk_assessed_on=done,
            review_on=self.day(ago - 365),
            library_checked=True,
        )

    def _arrangement(self) -> Arrangement:
        data = self.texts["arrangement"]
        return Arrangement(
            name=both(data["name"]),
            partners=tuple(data["partners"]),
            contact_point=data["contact"],
            duties=tuple(Duty(duty=duty, who=who) for duty, who in data["duties"].items()),
            agreed_on=self.day(95),
            runs_out=self.day(-900),
            essence=both(data["essence"]),
            published=data["published"],
            written=Answer.YES,
            archive_number=f"{self.day(95).year % 100}/2101",
        )

    def _disclosure(self, data: dict[str, Any]) -> RoutineDisclosure:
        law = Law(act=both(data["law"]), section=data["section"])
        return RoutineDisclosure(
            name=both(data["name"]),
            recipient=data["recipient"],
            recipient_purpose=both(data["purpose"]),
            activities=self._some("activity", [data["activity"]]),
            data=both(data["data"]),
            basis=(law,),
            confidential=True,
            lifted_by=law,
            how=data["how"],
            often=data["often"],
            responsible=data["responsible"],
            starts=self.day(80),
            review_on=self.day(-285),
        )

    def _risk(self) -> RiskAssessment:
        data = self.texts["risk"]
        return RiskAssessment(
            name=data["name"],
            activities=self._some("activity", ["home_care"]),
            systems=self._some("system", ["care"]),
            made_on=self.day(70),
            method=data["method"],
            made_by=data["made_by"],
            risks=tuple(self._one_risk(one) for one in data["risks"]),
            conclusion=data["conclusion"],
            review_on=self.day(-295),
        )

    def _one_risk(self, data: dict[str, Any]) -> Risk:
        before, hurt, after, hurt_after = data["scores"]
        done = self.day(30) if data["done"] else None
        measure = Measure(
            text=data["measure"], owner=data["owner"], due=self.day(-14), done_on=done
        )
        return Risk(
            text=data["text"],
            cause=data["cause"],
            kinds=tuple(data["kinds"]),
            likelihood=before,
            consequence=hurt,
            likelihood_after=after,
            consequence_after=hurt_after,
            measures=(measure,),
        )


def unit(data: dict[str, Any]) -> Unit:
    """A unit with its responsible role."""
    return Unit(
        name=both(data["name"]),
        responsible=both(data["responsible"]),
        field_of_work=both(data["work"]),
        contact=data["contact"],
    )


def _settled(party: Party) -> Party:
    """Somebody has found out that nothing confidential goes there without a section."""
    closed = party.confidential and not party.released and not party.lifted_by
    return replace(party, confidential=False, lifted_by=Law()) if closed else party
