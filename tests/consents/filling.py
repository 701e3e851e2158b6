"""Takes forms, groups and consents to a stage, straight through the stores."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.consents.checking.basis import Question, questions
from gdpr_desktop.consents.codes import (
    Audience,
    FormKind,
    How,
    Lasting,
    Matter,
    PictureUse,
    PlaceKind,
    Relation,
)
from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Approval, BasisAnswer, PointAnswer, Version
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.given.model import Consent, Statement, Subject
from gdpr_desktop.consents.given.service.base import NEW, write
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

APPROVED_ON = date(2026, 9, 1)
WEBSITE = Place(name="barnehagen.testvik.kommune.no", kind=PlaceKind.WEBSITE)
PURPOSES = (
    Purpose(
        key="p1",
        text=Bilingual(
            nn="Ta bilete av barnet i barnehagen", nb="Ta bilder av barnet i barnehagen"
        ),
        matter=Matter.PICTURE,
        use=PictureUse.TAKE,
        places=(Place(name="Nettbrettet til avdelinga"),),
    ),
    Purpose(
        key="p2",
        text=Bilingual(nn="Vise bileta på heimesida", nb="Vise bildene på hjemmesiden"),
        matter=Matter.PICTURE,
        use=PictureUse.PUBLISH_WEB,
        places=(WEBSITE,),
    ),
    Purpose(
        key="p3",
        text=Bilingual(nn="Trykkje bileta i årsplanen", nb="Trykke bildene i årsplanen"),
        matter=Matter.PICTURE,
        use=PictureUse.PUBLISH_PRINT,
        places=(Place(name="Årsplanen", kind=PlaceKind.PRINT, erasable=False),),
    ),
)
CONTENT = FormContent(
    kind=FormKind.PICTURE,
    title=Bilingual(nn="Bilete i barnehagen", nb="Bilder i barnehagen"),
    unit="Tunet barnehage",
    responsible="Styraren",
    audience=Audience.CHILDREN,
    purposes=PURPOSES,
    data=Bilingual(nn="Bilete og korte filmar", nb="Bilder og korte filmer"),
    use=Bilingual(nn="Dokumentere kvardagen", nb="Dokumentere hverdagen"),
    lasting=Lasting.SCHOOL_YEAR,
    withdraw_how=Bilingual(
        nn="Lever lappen, send e-post eller sei ifrå i barnehagen.",
        nb="Lever lappen, send e-post eller si ifra i barnehagen.",
    ),
    withdraw_after=Bilingual(
        nn="Vi tek ned bileta og slettar dei.", nb="Vi tar ned bildene og sletter dem."
    ),
    irrevocable=Bilingual(
        nn="Det som alt er trykt, kan vi ikkje trekkje inn.",
        nb="Det som alt er trykt, kan vi ikke trekke inn.",
    ),
    refusing=Bilingual(
        nn="Barnet er med på alt, også om du svarer nei.",
        nb="Barnet er med på alt, også om du svarer nei.",
    ),
    contact="Tunet barnehage, tlf. 55 00 00 00",
)


def no_better_basis(kind: FormKind, on: date = APPROVED_ON) -> BasisAnswer:
    """Answers that speak for consent."""
    asked = questions(kind)
    return BasisAnswer(
        answers=tuple((one.value, one is Question.LAW) for one in asked), answered_on=on
    )


POINTS = tuple(PointAnswer(number=one, yes=True) for one in range(1, 17))


def a_form(vault: Vault, **changes: Any) -> CaseId:
    """A form that is written, and not approved."""
    return CaseId(register_form(vault, replace(CONTENT, **changes)).id)


def approved_form(vault: Vault, on: date = APPROVED_ON, **changes: Any) -> CaseId:
    """A form in use; ``changes`` are fields of ``FormContent``."""
    case_id = a_form(vault, **changes)
    approve(vault, case_id, on)
    return case_id


def approve(vault: Vault, case_id: CaseId, on: date = APPROVED_ON) -> None:
    """Make the draft the next version."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        found = forms.form(work.db, case_id)
        number = len(found.versions) + 1
        version = Version(
            number=number,
            content=found.draft,
            approval=Approval(name="Kari Styrar", role="Styrar", decided_on=on),
            answers=POINTS,
        )
        forms.put_step(
            work.db, case_id, answers=POINTS, basis=no_better_basis(found.draft.kind, on)
        )
        forms.add_version(work.db, case_id, version)
        work.publish(CaseTouched(case_id=case_id))


def said(
    yes: tuple[str, ...] = ("p1", "p2", "p3"),
    no: tuple[str, ...] = (),
    *,
    name: str = "Mor Testdal",
    relation: Relation = Relation.PARENT,
    on: date | None = date(2026, 9, 10),
    **more: Any,
) -> Statement:
    """An answer on paper, by a parent where nothing else is said."""
    return Statement(
        relation=relation,
        name=name,
        given_on=on,
        yes=yes,
        no=no,
        **{"how": How.PAPER, **more},
    )


def both(
    yes: tuple[str, ...] = ("p1", "p2", "p3"), no: tuple[str, ...] = (), **more: Any
) -> tuple[Statement, ...]:
    """The same answer from both parents."""
    return (said(yes, no, **more), said(yes, no, **{**more, "name": "Far Testdal"}))


def given(
    vault: Vault,
    form_id: CaseId,
    name: str = "Nora Testdal",
    born: date | None = date(2022, 5, 3),
    *,
    statements: tuple[Statement, ...] | None = None,
    **more: Any,
) -> ConsentId:
    """A consent as it is kept; both parents said yes to all where nothing else is said."""
    made = Consent(
        id=NEW,
        form_id=form_id,
        version=more.pop("version", 1),
        subject=Subject(name=name, birth_date=born),
        statements=both() if statements is None else statements,
        **more,
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        kept = write(work, made)
    return kept.id


_NAMES = "Ada Bo Dina Elias Frida Georg Hanna Isak Jenny Kasper Lea Magnus Nora Oda Peder".split()


def a_group(vault: Vault, number: int = 5, name: str = "Reveungane") -> GroupId:
    """A group of made-up children of four years, with two parents each."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        made = Group(name=name, unit="Tunet barnehage", year="2026/2027")
        group_id = groups.insert_group(work.db, made, work.actor, work.clock.now())
        for index in range(number):
            family = f"Testhaug{index // len(_NAMES) or ''}"
            child = f"{_NAMES[index % len(_NAMES)]} {family}"
            parents = tuple(Guardian(name=f"{one} {family}") for one in ("Mor", "Far"))
            born = date(2022, 1 + index % 12, 1 + index % 28)
            groups.insert_member(
                work.db,
                Member(
                    group_id=group_id, name=child, birth_date=born, guardians=parents, parents=2
                ),
            )
    return group_id
