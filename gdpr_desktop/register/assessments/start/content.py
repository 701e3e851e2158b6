"""The draft that the answers of the start become."""

from datetime import date, timedelta

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    DataCategory,
    Dpia,
    DpiaExcuse,
    InformationWay,
    Law,
    Purpose,
    Retention,
    Security,
    SpecialBasis,
    Step,
    Subject,
)
from gdpr_desktop.register.assessments.model import Answers, Kind, ticked
from gdpr_desktop.register.assessments.questions import words
from gdpr_desktop.register.assessments.service import basis_of, law_of
from gdpr_desktop.register.assessments.start.outcome import Outcome, criteria, dpia_needed
from gdpr_desktop.register.assessments.start.rows import data_rows, subject_rows
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.register.processors.model import Assignment

# days before the start by which a step is done, and days from today where no start is set
_BEFORE = {"dpia": 45, "consultation": 30, "risk_assessment": 30, "basis": 45, "law": 45}
_OTHERS_BEFORE, _FROM_TODAY = 14, 30
_EXCUSES = {  # why no DPIA is needed: none of these criteria holds
    DpiaExcuse.NO_SPECIAL_CATEGORIES: {"sensitive"},
    DpiaExcuse.SMALL_SCALE: {"large_scale"},
    DpiaExcuse.NO_MATCHING: {"matching"},
    DpiaExcuse.NO_NEW_TECHNOLOGY: {"innovative"},
    DpiaExcuse.NO_PROFILING: {"scoring", "automated", "monitoring"},
}
_YES = {"yes": Answer.YES, "no": Answer.NO}


def due_of(step: str, begins: date | None, today: date) -> date:
    """By when a step is done: before the start, never in the past."""
    if begins is None:
        return today + timedelta(days=_FROM_TODAY)
    return max(begins - timedelta(days=_BEFORE.get(step, _OTHERS_BEFORE)), today)


def begins_of(answers: Answers) -> date | None:
    """The day it shall start."""
    text = answers.get("begins", "")
    return date.fromisoformat(text) if text else None


def steps_of(answers: Answers, found: Outcome, today: date, language: Language) -> tuple[Step, ...]:
    """The steps with words, owner and due date."""
    texts, begins = words(Kind.START, language).codes, begins_of(answers)
    return tuple(
        Step(
            text=texts[f"step_{code}"],
            owner=answers.get("responsible", ""),
            due=due_of(code, begins, today),
            kind=code,
        )
        for code in found.steps
    )


def activity_of(answers: Answers, found: Outcome, today: date, language: Language) -> Activity:
    """The draft activity with everything that was filled in."""

    def both(name: str) -> Bilingual:
        return Bilingual().with_(language, answers.get(name, ""))

    return Activity(
        name=both("name"),
        description=both("description"),
        unit_id=_id(answers, "unit"),
        responsible=answers.get("responsible", ""),
        starts=begins_of(answers),
        purposes=_purposes(answers, found, language),
        special=_special(answers, language),
        criminal=_criminal(answers, language),
        data=_data(answers, language),
        subjects=tuple(
            Subject(text=Bilingual().with_(language, one.text), vulnerable=one.vulnerable)
            for one in subject_rows(answers.get("subjects", ""))
        ),
        retention_reason=answers.get("retention_reason", ""),
        systems=tuple(one for one in (_id(answers, "system"),) if one is not None),
        outside_eea=_YES.get(answers.get("abroad", ""), Answer.UNKNOWN),
        security=Security(technical=both("measures")),
        dpia=_dpia(answers),
        information=tuple(
            way for way in InformationWay if way.value in ticked(answers, "information")
        ),
        steps=steps_of(answers, found, today, language),
    )


def assignment_of(answers: Answers, language: Language) -> Assignment:
    """The draft of a processing for others."""
    return Assignment(
        name=Bilingual().with_(language, answers.get("name", "")),
        categories=Bilingual().with_(language, answers.get("description", "")),
        unit_id=_id(answers, "unit"),
        responsible=answers.get("responsible", ""),
    )


def _id(answers: Answers, name: str) -> EntryId | None:
    text = answers.get(name, "")
    return EntryId(int(text)) if text else None


def _purposes(answers: Answers, found: Outcome, language: Language) -> tuple[Purpose, ...]:
    text = answers.get("purpose_text", "")
    if not text:
        return ()
    basis = found.proposal.basis
    return (
        Purpose(
            text=Bilingual().with_(language, text),
            bases=(basis_of(basis, answers, language),) if basis else (),
            public_task=basis in (None, Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK),
        ),
    )


def _special(answers: Answers, language: Language) -> tuple[SpecialBasis, ...]:
    chosen = answers.get("condition", "none")
    if answers.get("special") != "yes" or chosen == "none":
        return ()
    law = law_of(answers, language, "special_")
    return (SpecialBasis(condition=Condition(chosen), laws=(law,) if law else ()),)


def _criminal(answers: Answers, language: Language) -> tuple[Law, ...]:
    law = law_of(answers, language, "criminal_")
    return (law,) if law else ()


def _data(answers: Answers, language: Language) -> tuple[DataCategory, ...]:
    return tuple(
        DataCategory(
            text=Bilingual().with_(language, one.text),
            sensitivity=one.sensitivity,
            retention=Retention(months=one.months) if one.months else None,
        )
        for one in data_rows(answers.get("data", ""))
    )


def _dpia(answers: Answers) -> Dpia:
    if dpia_needed(answers) or answers.get("dpia_done") == "yes":
        return Dpia(needed=Answer.YES, reference=answers.get("dpia_reference", ""))
    signs = criteria(answers)
    excuses = tuple(excuse for excuse, those in _EXCUSES.items() if not signs & those)
    return Dpia(needed=Answer.NO, excuses=excuses)
