"""The deed at the end of the start: a draft in the record, with the assessment it came from."""

from collections.abc import Mapping
from dataclasses import replace

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Assessment, Sensitivity
from gdpr_desktop.register.assessments.model import Answers, Kind, counted, unanswered
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.start.content import activity_of, assignment_of
from gdpr_desktop.register.assessments.start.outcome import Code, outcome
from gdpr_desktop.register.assessments.start.rows import data_rows
from gdpr_desktop.register.entries import service
from gdpr_desktop.vault import Vault

# a question, and the mark on data that a «no» to it contradicts
_ASKED_OF = {"special": Sensitivity.SPECIAL, "criminal": Sensitivity.CRIMINAL}


def problems(answers: Answers) -> tuple[FieldProblem, ...]:
    """What is not answered, and answers that contradict each other."""
    questions = questionnaire(Kind.START).questions
    found = [
        FieldProblem(field=f"question_{one}", text=_("Answer the question."))
        for one in unanswered(questions, answers)
    ]
    given = counted(questions, answers)
    rows = data_rows(given.get("data", ""))
    if any(not one.readable for one in rows):
        text = _("Write the months as a number, or leave the cell blank.")
        found.append(FieldProblem(field="question_data", text=text))
    for name, sensitivity in _ASKED_OF.items():
        if given.get(name) == "no" and any(one.sensitivity is sensitivity for one in rows):
            text = _("You have marked such data on the page before. Change one of them.")
            found.append(FieldProblem(field=f"question_{name}", text=text))
    return tuple(found)


def keep_start(vault: Vault, answers: Answers, notes: Mapping[str, str], note: str = "") -> Change:
    """Add the draft that the answers give: an activity, or a processing for others.

    Where the law does not apply, the draft holds the note that says why. ``Change.id`` is its id.
    Raises ``InvalidInputError``.
    """
    require_valid(problems(answers))
    given = counted(questionnaire(Kind.START).questions, answers)
    found, language = outcome(given), vault.municipality().language
    if found.code is Code.PROCESSOR:
        return service.add_entry(vault, replace(assignment_of(given, language), note=note))
    activity: Activity = activity_of(given, found, vault.clock.today(), language)
    texts = words(Kind.START, language).codes
    kept = Assessment(
        kind=Kind.START.value,
        made_on=vault.clock.today(),
        made_by=vault.actor.name,
        answers=tuple(given.items()),
        notes=tuple(
            (name, clean_text(text))
            for name, text in notes.items()
            if name in given and clean_text(text)
        ),
        conclusion=clean_text(note),
        outcome=found.code.value,
    )
    if found.code is Code.NOT_APPLICABLE:
        why = "\n".join(one for one in (texts["not_applicable_text"], clean_text(note)) if one)
        activity = Activity(
            name=activity.name,
            description=activity.description,
            unit_id=activity.unit_id,
            responsible=activity.responsible,
            note=why,
        )
    return service.add_entry(vault, replace(activity, assessments=(kept,)))
