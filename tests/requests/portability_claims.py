"""A case with one claim of portability, and what is brought in for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.ids import CaseId, PartId, TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.portability import Origin
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Considered, Dispatch, Part, Right
from gdpr_desktop.requests.portability import packing, store
from gdpr_desktop.requests.portability import service as portable
from gdpr_desktop.requests.portability.claim import (
    Assessment,
    Outcome,
)
from gdpr_desktop.requests.portability.model import Column, Draft, TableId
from gdpr_desktop.requests.rights.portability import RULES

from .conftest import SYSTEM, USER, Desk

GIVEN = tuple(
    Considered(question=one, answer=answer)
    for one, answer in (
        ("consent_or_contract", "yes"),
        ("public_task", "no"),
        ("automated", "yes"),
        ("provided", "yes"),
        ("others", "no"),
    )
)
DELIVERED = Assessment(outcome=Outcome.DELIVERED, considered=GIVEN)
NO_CONSENT = (
    Considered(question="consent_or_contract", answer="no", reason="Opplæringslova krev det."),
)
REFUSED = Assessment(outcome=Outcome.REFUSED, considered=NO_CONSENT)


def draft(**changes: object) -> Draft:
    fields = {
        "title": "Påmelding",
        "source": "pamelding.csv",
        "columns": (
            Column(name="Namn", meaning="Namnet du skreiv"),
            Column(name="Telefon"),
            Column(name="Vurdering", origin=Origin.DERIVED),
        ),
        "rows": (("Kari", "+4770000000", "middels"), ("Kari", "=1+1", "låg")),
    }
    return Draft(**(fields | changes))  # type: ignore[arg-type]


class Claim:
    """A case with one claim of portability, taken from step to step."""

    def __init__(self, desk: Desk, **changes: object) -> None:
        rights = changes.pop("rights", (Right.PORTABILITY,))
        self.desk, self.vault = desk, desk.vault
        self.case_id: CaseId = desk.collected(rights=rights, **changes)  # type: ignore[arg-type]
        part = desk.request(self.case_id).of(Right.PORTABILITY)
        assert part is not None
        self.part_id: PartId = part.id

    @property
    def part(self) -> Part:
        return self.desk.request(self.case_id).part(self.part_id)

    @property
    def found(self) -> TaskId:
        tasks = self.desk.request(self.case_id).tasks
        return next(task.id for task in tasks if task.title == SYSTEM)

    def assess(
        self, assessment: Assessment = DELIVERED, basis: Basis | None = Basis.CONSENT
    ) -> None:
        service.assess(self.vault, self.part_id, assessment, basis=basis)

    def bring_in(self, one: Draft | None = None) -> TableId:
        portable.bring_in(self.vault, self.part_id, self.found, one or draft())
        return store.of_part(self.vault.db, self.part_id)[-1].id

    def decide(self) -> None:
        service.note_decision(
            self.vault,
            self.part_id,
            text="Det blir gitt",
            name="Tore Testdal",
            role="Kommunedirektør",
            decided_on=self.desk.today,
        )

    def pack(self, folder: Path) -> Path:
        path = folder / "data.zip"
        packing.make_package(self.vault, self.part_id, path)
        return path

    def send(self) -> None:
        dispatch = Dispatch(
            channel=DispatchChannel.REGISTERED_POST,
            sent_by=USER,
            sent_on=self.desk.today,
            what="Brev og minnepinne",
        )
        service.send_answer(self.vault, self.part_id, dispatch)

    def letter(self, folder: Path, language: Language) -> str:
        path = folder / f"svar-{language}.docx"
        template = RULES.template(self.desk.request(self.case_id), self.part)
        order = LetterOrder(template=template, language=language)
        service.export_letter(self.vault, self.case_id, order, path, self.part_id)
        return "\n".join(one.text for one in Document(str(path)).paragraphs)

    def problems(self, assessment: Assessment, basis: Basis | None) -> dict[str, str]:
        with pytest.raises(InvalidInputError) as caught:
            self.assess(assessment, basis)
        return {one.field: one.text for one in caught.value.problems}


def answering(**answers: str) -> tuple[Considered, ...]:
    """GIVEN with other answers, and nothing after the first of them."""
    found: list[Considered] = []
    for one in GIVEN:
        if one.question in answers:
            return (*found, replace(one, answer=answers[one.question], reason="Slik er det"))
        found.append(one)
    return tuple(found)
