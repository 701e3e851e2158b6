"""From an assessment to a file of that program. Every key it needs is there, and no others."""

import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import current_language
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.pia_json.cleaning import clean_name
from gdpr_desktop.dpia.pia_json.evaluations_out import comments_out, evaluations_out
from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode, PiaFile
from gdpr_desktop.dpia.pia_json.raw import Told
from gdpr_desktop.dpia.pia_json.risks_out import Answers, RisksOut
from gdpr_desktop.dpia.pia_json.texts_out import texts_out, views_out

ATTACHMENTS = "Vedlegg"  # the folder in the zip: that program's has a translated name as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file's bytes, and what was not carried over as it stood."""

    data: bytes
    findings: tuple[Finding, ...]


def write(assessment: Assessment, path: Path, *, clock: Clock | None = None) -> Written:
    """Write a ``.json``, or a ``.zip`` (without attachments) by the name of ``path``."""
    made = packed(assessment, suffix=path.suffix, clock=clock)
    path.write_bytes(made.data)
    return made


def packed(
    assessment: Assessment,
    *,
    suffix: str = ".json",
    files: Iterable[PiaFile] = (),
    language: Language | None = None,
    known: Catalogue | None = None,
    clock: Clock | None = None,
) -> Written:
    """The bytes of a ``.json``, or of a ``.zip`` with ``files`` in it.

    ``known`` are the questions with the municipality's own.
    """
    told = Told()
    writer = _Writer(
        assessment=assessment,
        told=told,
        language=language or current_language(),
        known=known or builtin(),
        at=_instant((clock or SystemClock()).now()),
    )
    raw = writer.whole()
    data = json.dumps(raw, ensure_ascii=False, allow_nan=False, indent=1).encode()
    if suffix.lower() == ".zip":
        data = _zip(assessment.about.title, data, files)
    elif assessment.attachments:
        told.add(FindingCode.ATTACHMENTS_LEFT, len(assessment.attachments))
    return Written(data=data, findings=told.all())


@dataclass(slots=True, kw_only=True)
class _Writer:
    assessment: Assessment
    told: Told
    language: Language
    known: Catalogue
    at: str
    _numbers: dict[str, int] = field(default_factory=dict)

    def whole(self) -> dict[str, Any]:
        found = self.assessment
        self._numbers = {one.key: n for n, one in enumerate(found.measures, start=1)}
        risks = RisksOut(assessment=found, told=self.told, language=self.language)
        texts = texts_out(found, self.language, self.told, risks.left_over(), self.known)
        answers: Answers = [(number, _text(html)) for number, html in texts]
        answers += risks.answers()
        return {
            "pia": self._pia(),
            "answers": [self._row(n, reference_to=to, data=data) for n, (to, data) in _no(answers)],
            "measures": [self._row(n, **one) for n, one in _no(risks.measures())],
            "evaluations": [
                self._row(n, **one) for n, one in _no(evaluations_out(found, risks, self._numbers))
            ],
            "comments": [self._row(n, **one) for n, one in _no(comments_out(found, self._numbers))],
        }

    def _row(self, number: int, **values: Any) -> dict[str, Any]:
        at = values.pop("created_at", self.at)
        return {"id": number, "pia_id": 1, **values, "created_at": at, "updated_at": at}

    def _pia(self) -> dict[str, Any]:
        found, said = self.assessment, self.assessment.opinions
        return {
            "id": 1,
            "name": found.about.title,
            "category": found.about.unit,
            "status": 0,
            "progress": 0,
            "author_name": said.author,
            "evaluator_name": said.evaluator,
            "validator_name": said.validator or found.about.responsible,
            "dpo_status": _bit(said.officer_may_go_ahead),
            "dpo_opinion": said.officer_says,
            "dpos_names": said.officer,
            **views_out(found),
            "concerned_people_status": _bit(said.people_for),
            "rejection_reason": said.rejected_why,
            "applied_adjustments": said.changed_after,
            "structure_id": None,
            "structure_name": "",
            "structure_sector_name": "",
            "structure_data": None,
            "is_example": 0,
            "is_archive": 0,
            "created_at": self.at,
            "updated_at": self.at,
        }


def _text(html: str) -> dict[str, Any]:
    return {"text": html, "gauge": None, "list": []}


def _no(found: Iterable[Any]) -> Iterable[tuple[int, Any]]:
    return enumerate(found, start=1)


def _bit(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _zip(title: str, data: bytes, files: Iterable[PiaFile]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(f"pia-{clean_name(title)}.json", data)
        taken: set[str] = set()
        for one in files:
            folder.writestr(f"{ATTACHMENTS}/{_free(clean_name(one.name), taken)}", one.content)
    return made.getvalue()


def _free(name: str, taken: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    found, number = name, 2
    while found.casefold() in taken:
        found = f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
        number += 1
    taken.add(found.casefold())
    return found
