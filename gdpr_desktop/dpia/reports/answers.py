"""The answered questions of a report, section by section."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.folding import applies, by_question, earlier, stray
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind, Section
from gdpr_desktop.dpia.catalogue.words import answer_lines, choice_words, question_words
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.rich import Rich

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report

LABELS = (1, 2)  # how wide a column of labels is beside its texts
POINTS = (6, 2, 5)  # the point, its answer and the note
MOST_PIECES = 200  # of one answer: a longer one loses its bold, its italic and its lists


def add_text(made: "Report", text: Rich) -> None:
    """A text with its simple formatting."""
    if len(text.blocks) > MOST_PIECES:
        made.paragraph(text.plain)
        return
    made.rich(
        (
            block.kind.value,
            tuple((span.text, span.bold, span.italic) for span in block.spans),
        )
        for block in text.blocks
        if block.text.strip()
    )


def add_section(
    made: "Report", section: Section, content: Assessment, language: Language
) -> tuple[str, ...]:
    """The answers of one section; gives the questions that wait for an answer."""
    answers = by_question(content.answers)
    waiting = []
    for asked in section.questions:
        if not applies(asked, answers):
            continue
        answer = _fitting(asked, answers.get(asked.id, Answer(question=asked.id)))
        if answer:
            add_answer(made, asked, answer, language)
        elif asked.required:
            waiting.append(asked.text.in_(language))
    return tuple(waiting)


def is_written(section: Section, content: Assessment) -> bool:
    """Is any question of the section answered, that is asked now?"""
    answers = by_question(content.answers)
    return any(bool(answers.get(one.id)) and applies(one, answers) for one in section.questions)


def add_answer(
    made: "Report", asked: Question, answer: Answer, language: Language, *, level: int = 4
) -> None:
    """The question as a heading, and what was answered."""
    made.heading(level, asked.text.in_(language))
    if answer.not_applicable:
        text = _("Does not apply: {why}", language=language)
        made.paragraph(text.format(why=answer.not_applicable))
    if answer.choice:
        made.paragraph(choice_words(asked, answer.choice, language), bold=True)
    made.bullets(choice_words(asked, one, language) for one in answer.picks)
    if answer.rows:
        _add_rows(made, asked, answer, language)
    add_text(made, answer.text)


def add_earlier(
    made: "Report", catalogue: Catalogue, content: Assessment, language: Language
) -> None:
    """What was answered to questions of earlier versions: nothing is left out."""
    found = earlier(catalogue, content.answers)
    if not found:
        return
    made.heading(2, _("From an earlier version of the questions", language=language))
    for answer in found:
        made.heading(3, question_words(catalogue, answer.question, language))
        asked = catalogue.known(answer.question) or _unknown(answer.question)
        made.bullets(answer_lines(asked, replace(answer, text=Rich()), language))
        add_text(made, answer.text)


def counted(catalogue: Catalogue, content: Assessment) -> tuple[int, int]:
    """How many of the questions that must be answered are, and how many there are."""
    answers = by_question(content.answers)
    asked = [
        one
        for section in catalogue.sections
        for one in section.questions
        if one.required and applies(one, answers)
    ]
    return sum(bool(answers.get(one.id)) for one in asked), len(asked)


def _fitting(asked: Question, answer: Answer) -> Answer:
    """What of an answer belongs to its question as it is asked now."""
    rest = stray(asked, answer)
    return replace(
        answer,
        choice="" if rest.choice else answer.choice,
        picks=tuple(one for one in answer.picks if one not in rest.picks),
        rows=tuple(one for one in answer.rows if one not in rest.rows),
        text=Rich() if rest.text else answer.text,
        not_applicable="" if rest.not_applicable else answer.not_applicable,
    )


def _add_rows(made: "Report", asked: Question, answer: Answer, language: Language) -> None:
    if asked.kind is QuestionKind.POINTS:
        header: tuple[str, ...] = (
            _("Point", language=language),
            _("Answer", language=language),
            _("Note", language=language),
        )
        rows = [
            tuple(
                choice_words(asked, cell, language) if place < 2 else cell
                for place, cell in enumerate(_wide(row, len(header)))
            )
            for row in answer.rows
        ]
    else:
        header = tuple(words.in_(language) for _id, words in asked.columns)
        rows = [_wide(row, len(header)) for row in answer.rows]
    if header:
        made.table(header, rows, POINTS if asked.kind is QuestionKind.POINTS else ())
    else:
        made.bullets(" – ".join(cell for cell in row if cell) for row in answer.rows)


def _wide(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """As many cells as there are columns; what is beyond them goes in the last."""
    if columns and len(row) > columns:
        rest = " – ".join(cell for cell in row[columns - 1 :] if cell)
        return (*row[: columns - 1], rest)
    return row + ("",) * (columns - len(row))


def _unknown(question_id: str) -> Question:
    from gdpr_desktop.core.bilingual import same

    return Question(id=question_id, kind=QuestionKind.TEXT, text=same(question_id))
