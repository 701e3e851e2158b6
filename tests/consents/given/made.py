"""Forms and consents made by hand, for rules that need no register."""

from datetime import UTC, date, datetime
from typing import Any

from gdpr_desktop.casework.model import Case, CaseKind, CaseState
from gdpr_desktop.consents.codes import (
    Channel,
    FormKind,
    How,
    Lasting,
    Matter,
    Relation,
)
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Approval, Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement, Subject, Withdrawn
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import CaseId, ConsentId, UserId
from gdpr_desktop.core.municipality import Language

TODAY = date(2026, 11, 20)
APPROVED = date(2026, 9, 1)
GIVEN = date(2026, 9, 10)
CHILD = date(2021, 3, 4)
BOTH = ("Kari Testdal", "Ola Prøvevik")


def content(*purposes: Purpose, **changes: Any) -> FormContent:
    """A form about pictures that can be withdrawn, with two purposes if not told otherwise."""
    values: dict[str, Any] = {
        "kind": FormKind.PICTURE,
        "purposes": purposes or (picture("p1"), picture("p2")),
        "lasting": Lasting.WITHDRAWN,
        "withdraw_how": same("Ring barnehagen."),
    }
    return FormContent(**{**values, **changes})


def picture(key: str = "p1", **changes: Any) -> Purpose:
    """A purpose about pictures."""
    return Purpose(**{"key": key, "text": same("Ta bilete"), "matter": Matter.PICTURE, **changes})


def form(made: FormContent | None = None, approved: date = APPROVED) -> Form:
    """A form of one approved version."""
    made = made or content()
    approval = Approval(name="Tore Testvik", role="rektor", decided_on=approved)
    version = Version(number=1, content=made, approval=approval)
    return Form(case=_case(), draft=made, versions=(version,))


def _case() -> Case:
    """The head of a case, which no rule here looks at."""
    return Case(
        id=CaseId(1),
        number="2026-0001",
        kind=CaseKind.BREACH,
        state=CaseState.OPEN,
        outcome="",
        received=APPROVED,
        language=Language.NYNORSK,
        subject_name="",
        caseworker="",
        assignee=None,
        registered_by=UserId(1),
        next_step="",
        due=None,
        archive_number="",
        archive_title="",
        public_title="",
        created_at=datetime(2026, 8, 1, tzinfo=UTC),
        closed_at=None,
        revision=0,
    )


def said(name: str, *yes: str, no: tuple[str, ...] = (), **changes: Any) -> Statement:
    """What a parent answered on paper."""
    values: dict[str, Any] = {
        "relation": Relation.PARENT,
        "name": name,
        "given_on": GIVEN,
        "how": How.PAPER,
        "yes": yes,
        "no": no,
    }
    return Statement(**{**values, **changes})


def alone(*yes: str, **changes: Any) -> Statement:
    """What the person answered without anybody else."""
    return said("Nora Testdal", *yes, relation=Relation.SELF, **changes)


def consent(*statements: Statement, born: date | None = CHILD, **changes: Any) -> Consent:
    """The consent of a child of five."""
    return Consent(
        **{
            "id": ConsentId(1),
            "form_id": CaseId(1),
            "version": 1,
            "subject": Subject(name="Nora Testdal", birth_date=born),
            "statements": statements,
            **changes,
        }
    )


def by_both(*yes: str, **changes: Any) -> tuple[Statement, ...]:
    """Both parents say yes to the same."""
    return tuple(said(name, *yes, **changes) for name in BOTH)


def withdrawn(*purposes: str, on: date = date(2026, 10, 1), name: str = "") -> Withdrawn:
    """Taken back, by whom may be left out."""
    return Withdrawn(purposes=purposes, withdrawn_on=on, channel=Channel.SLIP, name=name)
