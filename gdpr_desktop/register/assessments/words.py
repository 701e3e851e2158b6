"""Words of answers and outcomes, for screens and reports."""

from datetime import date

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Assessment, Sensitivity
from gdpr_desktop.register.assessments.model import BUTTONS, Kind, Question, QuestionType
from gdpr_desktop.register.assessments.questions import words
from gdpr_desktop.register.assessments.start.rows import data_rows, subject_rows


def answer_words(answer: str, language: Language | None = None) -> str:
    """Yes, no, unsure, does not concern this."""
    return {
        "yes": _("Yes", language=language),
        "no": _("No", language=language),
        "unsure": _("Unsure", language=language),
        "na": _("Does not apply", language=language),
    }[answer]


def sensitivity_words(sensitivity: Sensitivity, language: Language | None = None) -> str:
    """How sensitive a category of data is, in a word or two."""
    return {
        Sensitivity.ORDINARY: _("Ordinary", language=language),
        Sensitivity.CONFIDENTIAL: _("Confidential", language=language),
        Sensitivity.SPECIAL: _("Special category", language=language),
        Sensitivity.CRIMINAL: _("Criminal offences", language=language),
        Sensitivity.NATIONAL_ID: _("Identity number", language=language),
    }[sensitivity]


def shown_answer(
    kind: Kind, question: Question, answer: str, language: Language | None = None
) -> str:
    """An answer as it is read. Ids of entries are left to the caller."""
    choices = words(kind, language).questions[question.id].choices
    match question.type:
        case one if one in BUTTONS:
            return answer_words(answer, language)
        case QuestionType.CHOICE | QuestionType.TICKS:
            return "\n".join(choices[one] for one in answer.split(",") if one in choices)
        case QuestionType.DATE:
            return long_date(date.fromisoformat(answer))
        case QuestionType.DATA_ROWS:
            return "\n".join(
                ", ".join(
                    part
                    for part in (
                        one.text,
                        sensitivity_words(one.sensitivity, language).lower(),
                        _months(one.months, language),
                    )
                    if part
                )
                for one in data_rows(answer)
            )
        case QuestionType.SUBJECT_ROWS:
            weak = _("vulnerable", language=language)
            return "\n".join(
                f"{one.text} ({weak})" if one.vulnerable else one.text
                for one in subject_rows(answer)
            )
        case _:
            return answer


def _months(months: int | None, language: Language | None) -> str:
    return _("{count} months", language=language).format(count=months) if months else ""


def code_words(kind: Kind, code: str, language: Language | None = None) -> str:
    """An outcome, a need, a warning or a step."""
    return words(kind, language).codes.get(code, code)


def outcome_words(assessment: Assessment, language: Language | None = None) -> str:
    """The outcome of a kept assessment; empty when it has none."""
    if not assessment.outcome:
        return ""
    return code_words(Kind(assessment.kind), assessment.outcome, language)


def kind_title(assessment: Assessment, language: Language | None = None) -> str:
    """What the assessment is called."""
    return words(Kind(assessment.kind), language).title
