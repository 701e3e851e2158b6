"""Forms and consents for rules that need no register."""

from datetime import UTC, date, datetime
from typing import Any

from gdpr_desktop.casework.model import Case, CaseKind, CaseState
from gdpr_desktop.consents.codes import FormKind, Lasting, Matter, Relation
from gdpr_desktop.consents.content import FormContent, Purpose
from gdpr_desktop.consents.forms.model import Approval, Form, Version
from gdpr_desktop.consents.given.model import Consent, Statement, Subject
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.ids import CaseId, ConsentId, UserId
from gdpr_desktop.core.municipality import Language

APPROVED = date(2026, 8, 15)
GIVEN = date(2026, 9, 1)
_PICTURES = Purpose(key="p1", text=same("Bilete på nettsida"), matter=Matter.PICTURE)


def content(**changes: Any) -> FormContent:
    """A form about pictures that could be approved."""
    values: dict[str, Any] = {
        "kind": FormKind.PICTURE,
        "title": same("Bilete i barnehagen"),
        "unit": "Fjordgløtt barnehage",
        "purposes": (_PICTURES,),
        "lasting": Lasting.SCHOOL_YEAR,
        "withdraw_how": same("Send e-post."),
    }
    return FormContent(**(values | changes))


def a_case(**changes: Any) -> Case:
    """An open case of a form."""
    at = datetime(2026, 8, 1, tzinfo=UTC)
    values: dict[str, Any] = dict.fromkeys(
        "outcome subject_name caseworker next_step archive_number archive_title public_title"
        " ".split(),
        "",
    )
    values |= {
        "id": CaseId(1),
        "number": "2026-0001",
        "kind": CaseKind.REQUEST,
        "state": CaseState.OPEN,
        "received": APPROVED,
        "language": Language.NYNORSK,
        "assignee": None,
        "registered_by": UserId(1),
        "due": None,
        "created_at": at,
        "closed_at": None,
        "revision": 1,
    }
    return Case(**(values | changes))


def a_form(**changes: Any) -> Form:
    """A form in use, with one approved version."""
    made = content(**changes)
    approval = Approval(name="Rektor Testnes", role="Styrar", decided_on=APPROVED)
    version = Version(number=1, content=made, approval=approval)
    return Form(case=a_case(), draft=made, versions=(version,))


def said(**changes: Any) -> Statement:
    """A parent's yes."""
    values: dict[str, Any] = {
        "relation": Relation.PARENT,
        "name": "Mor Testland",
        "given_on": GIVEN,
        "yes": ("p1",),
    }
    return Statement(**(values | changes))


def a_consent(*, born: date | None = None, until: date | None = None, **changes: Any) -> Consent:
    """An answer on version 1."""
    values: dict[str, Any] = {
        "id": ConsentId(1),
        "form_id": CaseId(1),
        "version": 1,
        "subject": Subject(name="Barn Testland", birth_date=born),
        "statements": (said(),),
        "valid_until": until,
    }
    return Consent(**(values | changes))
