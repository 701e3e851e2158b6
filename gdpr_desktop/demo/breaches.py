"""Breaches and deviations: what came to light and when is told in ``demo/breaches.toml``.

Every time is counted in real hours from the moment the demo is made, so that the clocks stand
where they should on any day, over weekends and the nights when the clock is moved.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import msgspec

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.assessing.advice import (
    Assessment,
    Considered,
    Factor,
    SeverityChoices,
    Weight,
)
from gdpr_desktop.breaches.assessing.deciding import note_advice, note_decision
from gdpr_desktop.breaches.assessing.service import assess
from gdpr_desktop.breaches.closing import service as closing
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling, TellingChannel
from gdpr_desktop.breaches.deviations.model import Facts
from gdpr_desktop.breaches.deviations.model import Severity as Seriousness
from gdpr_desktop.breaches.deviations.service.closing import close_deviation
from gdpr_desktop.breaches.deviations.service.intake import follow_up, register_deviation
from gdpr_desktop.breaches.facts import service as facts
from gdpr_desktop.breaches.facts.ticking import tick_off
from gdpr_desktop.breaches.following.service import measures
from gdpr_desktop.breaches.following.service.evidence import note_evidence
from gdpr_desktop.breaches.following.service.lessons import note_lessons
from gdpr_desktop.breaches.following.service.routes import note_routes
from gdpr_desktop.breaches.model import (
    AuthorityLetter,
    Course,
    Decision,
    Evidence,
    Exempted,
    Intake,
    Lessons,
    Link,
    NotifyChannel,
    OfficerAdvice,
    Routed,
    Scope,
    Telling,
    Ticked,
)
from gdpr_desktop.breaches.notifying import service as notifying
from gdpr_desktop.breaches.notifying.authority import answer_demand, note_letter
from gdpr_desktop.breaches.notifying.settings import NOTIFIERS, Notifier
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.breaches.telling import service as telling
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.settings import as_json
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.paths import resource
from gdpr_desktop.demo.cases import Deed
from gdpr_desktop.demo.record import RecordScript
from gdpr_desktop.demo.script import DECIDER, OFFICER, ROLE
from gdpr_desktop.vault import Vault

_LATER = 4_000_000  # after the other deeds of the same moment
_HOURS = 72
_REGISTERED = ("title", "what", "aware_reason", "incident", "ongoing", "reporter", "unit")
_TIMES = ("happened_from", "happened_to", "reported_at", "processor_aware")
_NOTICED = ("what", "source", "department", "system", "severity")
_DELEGATED = 200  # days ago
_DESCRIBED, _ASSESSED, _ADVISED, _DECIDED = 2, 4, 5, 6  # hours after we were aware


@dataclass(slots=True, kw_only=True)
class Script:
    """Deeds on one case, told in ``told``; ``now`` is when the demo is made."""

    record: RecordScript
    now: datetime
    number: int
    told: dict[str, Any]
    case_id: CaseId = field(default=CaseId(0))
    made: list[Deed] = field(default_factory=list)

    @property
    def _vault(self) -> Vault:
        return self.record.vault

    @property
    def _today(self) -> date:
        """The day on which the deed is done."""
        return self._vault.clock.today()

    def _do(self, at: datetime, run: Callable[[], object]) -> None:
        order = _LATER + 100 * self.number + len(self.made)
        self.made.append(Deed(at=at, order=order, run=run))

    def _ahead(self, told: dict[str, Any], name: str) -> date | None:
        """``name`` in days from now, or ``name_after`` from the deed."""
        if name in told:
            return self.record.day(-int(told[name]))
        after = told.get(f"{name}_after")
        return None if after is None else self._today + timedelta(days=after)


@dataclass(slots=True, kw_only=True)
class BreachScript(Script):
    """A breach, as far as it has come."""

    def deeds(self) -> list[Deed]:
        """All of them, in order."""
        self._do(self.aware, self._register)
        for name, after, run in (
            ("ticked", 1, self._first_hour),
            ("course", _DESCRIBED, self._describe_course),
            ("scope", _DESCRIBED, self._describe_scope),
            ("weights", _ASSESSED, self._assess),
            ("advised", _ADVISED, self._advise),
            ("decision", _DECIDED, self._decide),
        ):
            if name in self.told:
                self._at(after, run)
        self._each("routes", self._route)
        self._each("evidence", self._prove)
        self._each("sent", self._send)
        self._each("letters", self._letter)
        self._each("letters", self._answer, "answered")
        self._each("told", self._tell)
        self._each("measures", self._measure)
        self._each("measures", self._carry_out, "done")
        self._end()
        return self.made

    @property
    def discovered(self) -> datetime:
        """When it came to light."""
        return self.aware - timedelta(hours=self.told.get("aware", 0))

    @property
    def aware(self) -> datetime:
        """When the 72 hours began to run."""
        if "left" in self.told:
            return self.now - timedelta(hours=_HOURS - self.told["left"])
        return self.now - timedelta(days=self.told["ago"], hours=-self.told.get("aware", 0))

    def _at(self, hours: float, run: Callable[[], object]) -> None:
        self._do(min(self.aware + timedelta(hours=hours), self.now), run)

    def _each(self, name: str, run: Callable[[dict[str, Any]], object], when: str = "at") -> None:
        for told in self.told.get(name, ()):
            if when in told:
                self._at(told[when], partial(run, told))

    def _end(self) -> None:
        told = self.told
        if "settled" in told:
            self._at(told["settled"], self._settle)
        if "lessons" in told:
            self._at(told["lessons"]["at"], self._learn)
            self._at(told["filed"]["at"], self._file)
            self._at(told["closed"], self._close)
        if "no_breach" in told:
            self._at(told["no_breach"]["at"], self._no_breach)

    # What happened

    def _register(self) -> None:
        told = {name: self.told[name] for name in _REGISTERED if name in self.told}
        told |= {"discovered": self.discovered, "aware": self.aware}
        intake = msgspec.convert(told | {"discovered_by": self.told["by"]}, Intake)
        self.case_id = CaseId(register_breach(self._vault, intake).id)

    def _first_hour(self) -> None:
        now, by = self._vault.clock.now(), self.told["by"]
        done = [Ticked(point=one, by=by, at=now) for one in self.told["ticked"]]
        over = "course" in self.told or "no_breach" in self.told
        tick_off(self._vault, self.case_id, done, over=over)

    def _describe_course(self) -> None:
        told = dict(self.told["course"])
        for name in _TIMES:
            if name in told:
                told[name] = self.discovered + timedelta(hours=told[name])
        facts.describe_course(self._vault, self.case_id, msgspec.convert(told, Course))

    def _describe_scope(self) -> None:
        told = dict(self.told["scope"])
        links = told.pop("links", {})
        told |= {name: [self._link(name, one) for one in keys] for name, keys in links.items()}
        facts.describe_scope(self._vault, self.case_id, msgspec.convert(told, Scope))

    def _link(self, kind: str, key: str) -> Link:
        known = self.record.texts[kind]
        if key not in known:
            return Link(name=key)
        name = known[key]["name"]
        return Link(name=name, entry=self.record.ids[f"{kind.removesuffix('s')}.{key}"])

    # What it means

    def _assess(self) -> None:
        weights = [Weight(one) for one in self.told["weights"].split()]
        pairs = zip(Factor, weights, strict=True)
        assessment = Assessment(
            factors=tuple(Considered(factor=factor, weight=weight) for factor, weight in pairs),
            enisa=msgspec.convert(self.told["enisa"], SeverityChoices),
            consequences=self.told["scope"].get("consequences_text", ""),
            note=self.told["note"],
        )
        assess(self._vault, self.case_id, assessment)

    def _advise(self) -> None:
        advice = OfficerAdvice(
            authority=self.told["advised"]["authority"],
            people=PeopleTelling(self.told["advised"]["people"]),
            why=self.told["advice"],
            name=OFFICER,
            given_on=self._today,
        )
        note_advice(self._vault, self.case_id, advice)

    def _decide(self) -> None:
        told = self.told["decision"]
        exempted = None
        if "exception" in told:
            kind = PeopleException(told["exception"])
            exempted = Exempted(exception=kind, proof=told["proof"])
        decision = Decision(
            authority=told.get("authority", True),
            why_authority=told["why_authority"],
            people=PeopleTelling(told["people"]),
            why_people=told["why_people"],
            name=DECIDER,
            role=ROLE,
            decided_on=self._today,
            exempted=exempted,
        )
        note_decision(self._vault, self.case_id, decision)

    # Who was told

    def _route(self, told: dict[str, Any]) -> None:
        kept = {name: told[name] for name in ("route", "whom", "reference") if name in told}
        routed = msgspec.convert(kept | {"told_on": self._today}, Routed)
        note_routes(self._vault, self.case_id, routed)

    def _prove(self, told: dict[str, Any]) -> None:
        proof = Evidence(what=told["what"], archive=told["archive"], noted_on=self._today)
        note_evidence(self._vault, self.case_id, proof)

    def _send(self, told: dict[str, Any]) -> None:
        sending = notifying.Sending(
            sent_at=self._vault.clock.now(),
            channel=NotifyChannel.ALTINN,
            receipt=told["receipt"],
            by=DECIDER,
            missing=told.get("missing", ""),
            follow_up_on=self._ahead(told, "follow_up"),
            late_reason=told.get("late_reason", ""),
        )
        first = told is self.told["sent"][0]
        verb = notifying.note_first if first else notifying.note_follow_up
        verb(self._vault, self.case_id, sending)

    def _letter(self, told: dict[str, Any]) -> None:
        letter = AuthorityLetter(
            received_on=self._today,
            reference=told["reference"],
            what=told["what"],
            closes=told.get("closes", False),
        )
        demand, due = told.get("demand", ""), self._ahead(told, "due")
        note_letter(self._vault, self.case_id, letter, demand=demand, due=due)

    def _answer(self, told: dict[str, Any]) -> None:
        (task,) = store.breach(self._vault.db, self.case_id).demands
        answer_demand(self._vault, task.id, answered_on=self._today, how=told["how"], reference="")

    def _tell(self, told: dict[str, Any]) -> None:
        channels = [TellingChannel(one) for one in told["channels"]]
        kept = {name: told[name] for name in ("state", "number", "rest") if name in told}
        said = {"told_on": self._today, "channel": channels[0], "by": OFFICER}
        made = msgspec.convert(kept | said, Telling)
        telling.note_told(self._vault, self.case_id, made, channels=channels)

    # What comes after

    def _measure(self, told: dict[str, Any]) -> None:
        due = self._ahead(told, "due")
        at_once = due is None
        measures.add_measure(
            self._vault,
            self.case_id,
            title=told["title"],
            responsible=told.get("responsible", ""),
            due=due,
            done_on=self._today if at_once else None,
            note=told["note"] if at_once else "",
        )

    def _carry_out(self, told: dict[str, Any]) -> None:
        found = store.breach(self._vault.db, self.case_id)
        task = next(one for one in found.measures if one.title == told["title"])
        if not task.done:
            measures.note_done(self._vault, task.id, done_on=self._today, what=told["note"])

    def _settle(self) -> None:
        measures.settle(self._vault, self.case_id)

    def _learn(self) -> None:
        told = self.told["lessons"]
        lessons = Lessons(
            learnt=told["learnt"], changes=told["changes"], name=OFFICER, noted_on=self._today
        )
        note_lessons(self._vault, self.case_id, lessons)

    def _file(self) -> None:
        told = self.told["filed"]
        casework.file_case(
            self._vault,
            self.case_id,
            archive_number=f"{self._today.year % 100}/{told['number']}",
            archive_title=told["title"],
            public_title=told["title"],
        )

    def _close(self) -> None:
        closing.close_breach(self._vault, self.case_id)

    def _no_breach(self) -> None:
        reason = self.told["no_breach"]["reason"]
        closing.not_a_breach(self._vault, self.case_id, reason=reason)


@dataclass(slots=True, kw_only=True)
class DeviationScript(Script):
    """A deviation that is no breach."""

    def deeds(self) -> list[Deed]:
        """Registered, followed up the next day where somebody answers for it, and closed."""
        noticed = self.now - timedelta(days=self.told["ago"])
        self._do(noticed, self._register)
        if "responsible" in self.told:
            self._do(noticed + timedelta(days=1), self._follow_up)
        if "closed" in self.told:
            self._do(self.now - timedelta(days=self.told["closed"]), self._close)
        return self.made

    def _register(self) -> None:
        told = {name: self.told[name] for name in _NOTICED if name in self.told}
        made = msgspec.convert(told | {"noticed_on": self._today}, Facts)
        self.case_id = CaseId(register_deviation(self._vault, made).id)

    def _follow_up(self) -> None:
        follow_up(
            self._vault,
            self.case_id,
            responsible=self.told["responsible"],
            follow_up_on=self._ahead(self.told, "follow_up"),
            corrective=self.told["corrective"],
            severity=Seriousness(self.told["severity"]),
        )

    def _close(self) -> None:
        close_deviation(self._vault, self.case_id, corrective=self.told["corrective"])


def scripts(record: RecordScript, now: datetime) -> list[Deed]:
    """Every deed of every case, and those delegated to notify."""
    texts = tomllib.loads(resource("demo/breaches.toml").read_text(encoding="utf-8"))
    now = now.replace(second=0, microsecond=0)
    keep = partial(_keep_notifiers, record, texts["notifiers"])
    deeds = [Deed(at=now - timedelta(days=_DELEGATED), order=_LATER, run=keep)]
    number = 0
    for kind, name in ((BreachScript, "breaches"), (DeviationScript, "deviations")):
        for told in texts[name]:
            number += 1
            deeds += kind(record=record, now=now, number=number, told=told).deeds()
    return deeds


def _keep_notifiers(record: RecordScript, every: list[dict[str, Any]]) -> None:
    notifiers = tuple(
        Notifier(
            name=one["name"],
            title=one["title"],
            substitute=one.get("substitute", False),
            tested_on=record.day(one["tested"]),
        )
        for one in every
    )
    record.vault.save_setting(NOTIFIERS, as_json(notifiers))
