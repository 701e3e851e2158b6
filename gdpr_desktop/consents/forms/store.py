"""Rows of forms and their versions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.lists import visible
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import Where
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.consents.ages import YOUTH_AGES, youth_rules
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import (
    Advice,
    BasisAnswer,
    Form,
    Known,
    PointAnswer,
    Review,
    Version,
)
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import current_language
from gdpr_desktop.vault import settings
from gdpr_desktop.vault.reading import Row, first, rows

# column → type of what is kept as one JSON document each
_STEPS: Mapping[str, Any] = {
    "draft": FormContent,
    "basis": BasisAnswer,
    "answers": tuple[PointAnswer, ...],
    "advice": Advice,
    "reviews": tuple[Review, ...],
}

# what the search for a person reads
TEXTS = (
    table_source(
        "consent_form",
        Where.STEPS,
        "draft basis answers advice reviews",
        key="case_id",
        name="consent_form",
    ),
    table_source("consent_form_version", Where.STEPS, "data", key="rowid", name="consent_version"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormName:
    """A form in a list to choose from; ``version`` is the one handed out now, None before it."""

    id: CaseId
    number: str
    title: str
    kind: FormKind
    unit: str
    version: int | None


def insert(db: Any, case_id: CaseId, draft: FormContent) -> None:
    """Insert a new form."""
    db.execute(
        "INSERT INTO consent_form (case_id, kind, unit, draft) VALUES (?,?,?,?)",
        [case_id, draft.kind.value, draft.unit, _json(draft)],
    )


def put_step(db: Any, case_id: CaseId, **steps: object | None) -> None:
    """Write steps back whole; None takes one away."""
    for column, step in steps.items():
        assert column in _STEPS, column
        data = None if step is None else _json(step)
        db.execute(f"UPDATE consent_form SET {column} = ? WHERE case_id = ?", [data, case_id])
        if isinstance(step, FormContent):
            db.execute(
                "UPDATE consent_form SET kind = ?, unit = ? WHERE case_id = ?",
                [step.kind.value, step.unit, case_id],
            )


def add_version(db: Any, case_id: CaseId, version: Version) -> None:
    """Keep an approved version; it is never changed."""
    data = _json(replace(version, used_on=None))
    db.execute(
        "INSERT INTO consent_form_version (case_id, number, data) VALUES (?,?,?)",
        [case_id, version.number, data],
    )


def drop_version(db: Any, case_id: CaseId, number: int) -> None:
    """Take away a version whose approval was undone before anybody used it."""
    db.execute(
        "DELETE FROM consent_form_version WHERE case_id = ? AND number = ? AND used_on IS NULL",
        [case_id, number],
    )


def mark_used(db: Any, case_id: CaseId, number: int, on: date) -> None:
    """Note when a version was first handed out or answered."""
    db.execute(
        "UPDATE consent_form_version SET used_on = ?"
        " WHERE case_id = ? AND number = ? AND used_on IS NULL",
        [on.isoformat(), case_id, number],
    )


def form(db: Any, case_id: CaseId) -> Form:
    """The whole form. Raises ``AppError`` when there is none."""
    case = cases.case(db, case_id)
    row = first(db, "SELECT * FROM consent_form WHERE case_id = ?", [case_id])
    assert row is not None, "a case of this kind has a form"
    steps: dict[str, Any] = {
        column: msgspec.json.decode(row[column], type=kind)
        for column, kind in _STEPS.items()
        if row[column] is not None
    }
    return Form(
        case=case,
        versions=_versions(db, case_id),
        tasks=cases.tasks(db, case_id),
        youth_rules=youth_rules(settings.read(db, YOUTH_AGES)),
        known=known(db),
        **steps,
    )


def known(db: Any, today: date | None = None) -> Known:
    """What the settings say that a form is judged by."""
    found = settings.read_municipality(db)
    reached = bool(found.phone or found.email or found.web)
    return Known(
        officer=bool(found.officer.name.strip()),
        reached=reached and bool(found.officer.phone or found.officer.email),
        today=today,
    )


def names(db: Any, actor: Actor, *, in_use: bool = True) -> tuple[FormName, ...]:
    """The forms that the actor may see, by title; ``in_use``: approved and not retired."""
    where, values = visible(["f.kind = ?"], [CaseKind.CONSENT_FORM.value], actor)
    if in_use:
        where += ["f.state = 'open'", "v.number IS NOT NULL"]
    sql = (
        "SELECT f.id, f.number, f.subject_name AS title, f.anonymised_at, c.draft, c.kind, c.unit,"
        " max(v.number) AS version"
        " FROM case_file f JOIN consent_form c ON c.case_id = f.id"
        " LEFT JOIN consent_form_version v ON v.case_id = f.id"
        f" WHERE {' AND '.join(where)} GROUP BY f.id ORDER BY f.subject_sort, f.id"
    )
    return tuple(
        FormName(
            id=CaseId(row["id"]),
            number=row["number"],
            title=_title(row),
            kind=FormKind(row["kind"]),
            unit=row["unit"],
            version=row["version"],
        )
        for row in rows(db, sql, values)
    )


def _title(row: Row) -> str:
    """In the language of the screen where it is written in both."""
    if row["anonymised_at"] is not None:
        return str(row["title"])
    title = msgspec.json.decode(row["draft"], type=_Titled).title
    return title.in_(current_language()) or str(row["title"])


class _Titled(msgspec.Struct):
    """The title of a draft, without reading the rest of it."""

    title: Bilingual = Bilingual()


def _versions(db: Any, case_id: CaseId) -> tuple[Version, ...]:
    sql = "SELECT * FROM consent_form_version WHERE case_id = ? ORDER BY number"
    return tuple(_version(row) for row in rows(db, sql, [case_id]))


def _version(row: Row) -> Version:
    read = msgspec.json.decode(row["data"], type=Version)
    return replace(read, used_on=date.fromisoformat(row["used_on"]) if row["used_on"] else None)


def anonymise(db: Any, case_id: CaseId) -> None:
    """Take names and free text of persons out of a form; what it asked about stays."""
    db.execute(
        "UPDATE consent_form SET basis = NULL, answers = '[]', advice = NULL, reviews = '[]'"
        " WHERE case_id = ?",
        [case_id],
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
