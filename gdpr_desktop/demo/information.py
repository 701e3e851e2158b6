"""What the demo municipality tells people of: privacy statements and collections."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.demo.cases import Deed
from gdpr_desktop.demo.record import both
from gdpr_desktop.demo.script import DECIDER, OFFICER, ROLE, ScriptOnRecord
from gdpr_desktop.information.collections import service as collections
from gdpr_desktop.information.collections.model import (
    ExceptionUse,
    Intake,
    Recipient,
    Told,
    ToldWay,
)
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import (
    Cookie,
    CookieNeed,
    Log,
    Part,
    StatementKind,
    Topic,
)
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.information_exceptions import InformationException
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.entries import service as entries

_WEBSITE, _EMPLOYEES = 60, 12  # days since they were written


@dataclass(slots=True, kw_only=True)
class InformationScript(ScriptOnRecord):
    """A statement that is approved and one that is not; collections as far as they have come."""

    def deeds(self) -> list[Deed]:
        """All of them, to be sorted by time."""
        self._do(_WEBSITE, partial(self._add, "statement.website", self._website))
        self._do(_WEBSITE - 2, self._approve_website)
        self._do(_EMPLOYEES, partial(self._add, "statement.employees", self._employees))
        for key, data in self.texts["collections"].items():
            self._collection(key, data)
        return self.made

    def _website(self) -> PrivacyStatement:
        data = self.texts["website"]
        return PrivacyStatement(
            kind=StatementKind.WEBSITE,
            activities=self._some("activity", data["activities"]),
            processors=self._some("processor", data["processors"]),
            cookies=tuple(map(_cookie, data["cookies"])),
            logs=(_log(data["log"]),),
            parts=(
                Part(topic=Topic.SOCIAL_MEDIA, text=both(data["social_media"]["text"])),
                Part(topic=Topic.JOURNAL, text=both(data["journal"]["text"])),
            ),
            web=data["web"],
            review_on=self._day(_WEBSITE - 365),
            version="1.0",
            name=both(data["name"]),
            audience=both(data["audience"]),
            intro=both(data["intro"]),
            cookie_note=both(data["cookie_note"]),
            cookie_choice=both(data["cookie_choice"]),
            security=both(data["security"]),
            provision=both(data["provision"]),
            erasure=both(data["erasure"]),
        )

    def _approve_website(self) -> None:
        entries.approve_entry(self._vault, self.record.ids["statement.website"])

    def _employees(self) -> PrivacyStatement:
        data = self.texts["employees"]
        part = data["part"]
        return PrivacyStatement(
            name=both(data["name"]),
            kind=StatementKind.EMPLOYEES,
            intro=both(data["intro"]),
            activities=self._some("activity", data["activities"]),
            parts=(
                Part(
                    topic=Topic.EMPLOYEES,
                    heading=both(part["heading"]),
                    purpose=both(part["purpose"]),
                ),
            ),
        )

    def _collection(self, key: str, data: dict[str, Any]) -> None:
        obtained = data["obtained"]
        self._do(obtained, partial(self._collect, key, data))
        if "exception" in data:
            self._do(obtained - 3, partial(self._except, key, data["exception"]))
            self._do(obtained - 6, partial(self._decide, key, data["exception"]))
        told = data.get("told")
        if told and told["on"] < obtained:
            self._do(told["on"], partial(self._tell, key, told))
        if "closed" in data:
            close = partial(self._with_case, key, collections.close_collection)
            self._do(data["closed"], close)

    def _collect(self, key: str, data: dict[str, Any]) -> None:
        told, addresses = data.get("told"), _addresses()
        from_person = "sources" not in data and "other_source" not in data
        group = "title" in data
        name, address = data.get("name", ""), next(addresses)
        intake = Intake(
            obtained=self._day(data["obtained"]),
            from_person=from_person,
            sources=tuple(data.get("sources", ())),
            other_source=data.get("other_source", ""),
            activity_id=self.record.ids[f"activity.{data['activity']}"],
            categories=tuple(data["categories"]),
            group=group,
            subject=Person(name=data["title"]) if group else Person(name=name, address=address),
            persons=data.get("persons", 1),
            recipients=tuple(
                Recipient(name=one, address=next(addresses)) for one in data.get("recipients", ())
            ),
            caseworker=OFFICER,
            unit=data["unit"],
        )
        at_once = self._told(told) if told and told["on"] == data["obtained"] else None
        made = collections.register_collection(self._vault, intake, at_once)
        self.cases[key] = CaseId(made.id)

    def _told(self, data: dict[str, Any]) -> Told:
        way, day = ToldWay(data["way"]), self._day(data["on"])
        return Told(way=way, told_on=day, by=OFFICER, what=data["what"])

    def _tell(self, key: str, data: dict[str, Any]) -> None:
        collections.note_told(self._vault, self.cases[key], self._told(data))

    def _except(self, key: str, data: dict[str, Any]) -> None:
        use = ExceptionUse(
            exception=InformationException.DISPROPORTIONATE,
            reason=data["reason"],
            published_where=data["published_where"],
            published_on=self._today,
        )
        collections.use_exception(self._vault, self.cases[key], use)

    def _decide(self, key: str, data: dict[str, Any]) -> None:
        vault, case_id, today = self._vault, self.cases[key], self._today
        advice, decision = data["advice"], data["decision"]
        collections.note_advice(vault, case_id, text=advice, name=OFFICER, given_on=today)
        collections.note_decision(
            vault, case_id, text=decision, name=DECIDER, role=ROLE, decided_on=today
        )


def _addresses() -> Iterator[PostalAddress]:
    for number in range(11, 100):
        yield PostalAddress(street=f"Nausttunet {number}", postal_code="6999", city="Fjordvik")


def _cookie(data: dict[str, Any]) -> Cookie:
    return Cookie(
        name=data["name"],
        provider=data["provider"],
        purpose=both(data["purpose"]),
        duration=both(data["duration"]),
        need=CookieNeed(data["need"]),
    )


def _log(data: dict[str, Any]) -> Log:
    return Log(
        what=both(data["what"]),
        contents=both(data["contents"]),
        purpose=both(data["purpose"]),
        retention=both(data["retention"]),
        where=data["where"],
        access=both(data["access"]),
        basis=Basis.LEGAL_OBLIGATION,
        laws=(Law(act=both(data["act"]), section=data["section"]),),
    )
