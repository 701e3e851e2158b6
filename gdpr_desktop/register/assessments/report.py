"""One kept assessment as a document: what was asked, answered, noted and concluded, by whom."""

from collections.abc import Iterator, Mapping

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.letters import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.activities.parts import Assessment
from gdpr_desktop.register.assessments.model import Kind, Part, Question, QuestionType, Side
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.start.outcome import outcome
from gdpr_desktop.register.assessments.weighing import sides
from gdpr_desktop.register.assessments.words import kind_title, outcome_words, shown_answer

_ENTRIES = (QuestionType.UNIT, QuestionType.SYSTEM)


def report(
    assessment: Assessment,
    *,
    about: str,
    municipality: Municipality,
    language: Language,
    names: Mapping[str, str],
) -> Letter:
    """The document. ``about`` is the name of the entry; ``names`` of the entries that answers
    point to, by id."""
    kind = Kind(assessment.kind)
    made = Report(language, kind_title(assessment, language))
    made.facts(
        (
            (_("About", language=language), about),
            (_("Date of the assessment", language=language), long_date(assessment.made_on)),
            (_("By", language=language), assessment.made_by),
            (_("Outcome", language=language), outcome_words(assessment, language)),
            (_("Articles of the GDPR", language=language), _places(kind, "articles")),
            (_("Chapters of the handbook", language=language), _places(kind, "handbook")),
        )
    )
    if assessment.conclusion:
        made.heading(2, _("Conclusion", language=language))
        made.paragraph(assessment.conclusion)
    _add_steps(made, assessment, kind, language)
    _add_sides(made, assessment, kind, language)
    for part in questionnaire(kind).parts:
        _add_part(made, assessment, part, language, names)
    return made.letter(municipality, assessment.made_on, f"assessment_{kind}")


def _places(kind: Kind, name: str) -> str:
    return ", ".join(getattr(questionnaire(kind), name))


def _add_steps(made: Report, assessment: Assessment, kind: Kind, language: Language) -> None:
    codes, answers = words(kind, language).codes, dict(assessment.answers)
    if kind is Kind.START:
        found = outcome(answers)
        lines = [codes[one] for one in found.reasons]
        lines += [codes[f"step_{one}"] for one in found.steps]
    elif kind in (Kind.BUILT_IN, Kind.BASIS_CHECKLIST):
        lines = [codes[name] for name, answer in assessment.answers if answer == "no"]
    else:
        lines = []
    if lines:
        made.heading(2, _("What is to be done", language=language))
        made.bullets(lines)


def _add_sides(made: Report, assessment: Assessment, kind: Kind, language: Language) -> None:
    questions = questionnaire(kind)
    if all(one.side is Side.NONE for one in questions.questions):
        return
    titles = (
        _("For", language=language),
        _("Against", language=language),
        _("Unsure", language=language),
    )
    columns = sides(questions, dict(assessment.answers))
    texts = words(kind, language).questions
    made.heading(2, _("What speaks for and against", language=language))
    cells = ["\n".join(texts[one].text for one in names) or "–" for names in columns]
    made.table(titles, [cells])


def _add_part(
    made: Report, assessment: Assessment, part: Part, language: Language, names: Mapping[str, str]
) -> None:
    rows = list(_rows(assessment, part, language, names))
    if not rows:
        return
    kind = Kind(assessment.kind)
    made.heading(2, words(kind, language).parts[part.id])
    head = (
        _("Question", language=language),
        _("Answer", language=language),
        _("Note", language=language),
    )
    if any(row[2] for row in rows):
        made.table(head, rows)
    else:
        made.table(head[:2], [row[:2] for row in rows])


def _rows(
    assessment: Assessment, part: Part, language: Language, names: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    kind, answers, notes = Kind(assessment.kind), dict(assessment.answers), dict(assessment.notes)
    for question in part.questions:
        if question.id in answers:
            yield (
                words(kind, language).questions[question.id].text,
                _answer(kind, question, answers[question.id], language, names),
                notes.get(question.id, ""),
            )


def _answer(
    kind: Kind, question: Question, answer: str, language: Language, names: Mapping[str, str]
) -> str:
    if question.type in _ENTRIES:
        return names.get(answer, "")
    return shown_answer(kind, question, answer, language)


def pointed_to(assessment: Assessment) -> tuple[int, ...]:
    """The ids of the entries that the answers point to."""
    types = {one.id: one.type for one in questionnaire(Kind(assessment.kind)).questions}
    return tuple(
        int(answer) for name, answer in assessment.answers if types.get(name) in _ENTRIES and answer
    )
