"""Forms and consents made without a register."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.model import Case
from gdpr_desktop.consents.codes import Channel, FormKind, Matter, PictureUse, Relation
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Approval, Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement, Subject, Withdrawn
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import CaseId, ConsentId

TODAY = date(2026, 11, 20)
ADULT = date(1980, 5, 17)
USES = (PictureUse.TAKE, PictureUse.PUBLISH_WEB, PictureUse.PRESS)


class _Head:
    """What the rule needs of a case."""

    def __init__(self, number: int) -> None:
        self.id = CaseId(number)


def content(*uses: PictureUse, **changes: Any) -> FormContent:
    """A form about pictures: p1 is the first use, and so on."""
    purposes = tuple(
        Purpose(key=f"p{at}", text=same(use.value), matter=Matter.PICTURE, use=use)
        for at, use in enumerate(uses or USES, 1)
    )
    made = FormContent(
        kind=FormKind.PICTURE,
        title=same("Bilete"),
        purposes=purposes,
        withdraw_how=same("Ring barnehagen."),
    )
    return replace(made, **changes)


def form(number: int = 1, *versions: FormContent) -> Form:
    """Approved on the first day of each year from 2025."""
    head: Any = _Head(number)
    case: Case = head
    made = tuple(
        Version(
            number=at,
            content=one,
            approval=Approval(name="Rita Rektor", role="rektor", decided_on=date(2024 + at, 1, 1)),
        )
        for at, one in enumerate(versions or (content(),), 1)
    )
    return Form(case=case, draft=made[-1].content, versions=made)


def said(day: date | None, yes: str = "", no: str = "", name: str = "Vaksen Testvik") -> Statement:
    """An adult's own answer; ``yes`` and ``no`` are purposes with blanks between."""
    return Statement(
        relation=Relation.SELF,
        name=name,
        given_on=day,
        yes=tuple(yes.split()),
        no=tuple(no.split()),
    )


def consent(*statements: Statement, number: int = 1, on: int = 1, **more: Any) -> Consent:
    """A consent of an adult on form ``on``."""
    made = Consent(
        id=ConsentId(number),
        form_id=CaseId(on),
        version=1,
        subject=Subject(name="Vaksen Testvik", birth_date=ADULT),
        statements=statements,
    )
    return replace(made, **more)


def taken_back(day: date, purposes: str) -> Withdrawn:
    """A withdrawal."""
    return Withdrawn(purposes=tuple(purposes.split()), withdrawn_on=day, channel=Channel.ORAL)
