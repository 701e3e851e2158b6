"""Words about questions and their answers, in the language of the screen or of a report."""

from collections.abc import Iterable

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.dpia.catalogue.folding import (
    Answers,
    Folded,
    applies,
    folded_because,
    given,
    pairs,
)
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.law.articles import cited

_BUTTONS = {"yes": N_("Yes"), "no": N_("No"), "unsure": N_("Unsure")}
kind_words = CodeWords(
    (
        (QuestionKind.TEXT, N_("With text")),
        (QuestionKind.LINE, N_("With one line")),
        (QuestionKind.YES_NO, N_("Yes or no")),
        (QuestionKind.YES_NO_UNSURE, N_("Yes, no or unsure")),
        (QuestionKind.CHOICE, N_("One of several choices")),
        (QuestionKind.TICKS, N_("Some of several choices")),
    )
)


def choice_words(question: Question, value: str, language: Language | None = None) -> str:
    """A choice, a tick or a point; the value itself where it is of an earlier version."""
    found = dict(question.choices).get(value)
    if found is not None:
        return found.in_(language or current_language())
    return _(_BUTTONS[value], language=language) if value in _BUTTONS else value


def question_words(catalogue: Catalogue, question_id: str, language: Language | None = None) -> str:
    """The question as it is asked; for one that is no more, that it was of an earlier version."""
    found = catalogue.known(question_id)
    if found is not None:
        return found.text.in_(language or current_language())
    text = _("A question from an earlier version ({name})", language=language)
    return text.format(name=question_id)


def article_words(question: Question, language: Language | None = None) -> str:
    """«Artikkel 35 nr. 7 bokstav a, artikkel 5 nr. 1 bokstav f»; empty where there is none."""
    text = _("article {number}", language=language)
    found = ", ".join(text.format(number=cited(one)) for one in question.articles)
    return found[:1].upper() + found[1:]


def source_words(question: Question, language: Language | None = None) -> str:
    """The articles, and the chapters of the handbook."""
    chapter = _("chapter {number} of the handbook", language=language)
    chapters = (chapter.format(number=one) for one in question.handbook)
    found = [one for one in (article_words(question, language), *chapters) if one]
    return "; ".join(found)


def folded_words(
    catalogue: Catalogue, question: Question, answers: Answers, language: Language | None = None
) -> str:
    """Why a question is folded away: what it hangs on, and what is answered there."""
    why = folded_because(question, answers)
    if why is Folded.NO:
        return ""
    on = _hangs_on(catalogue, question, answers)
    if on is None:
        return ""
    asked = question_words(catalogue, on.id, language)
    if why is Folded.OTHERWISE and given(answers.get(on.id)):
        said = _quoted(on, given(answers[on.id]), language)
        text = _("Does not apply: to «{question}» the answer is {answers}.", language=language)
        return text.format(question=asked, answers=said)
    wanted = [
        value for condition in question.when for name, value in pairs(condition) if name == on.id
    ]
    said = _quoted(on, tuple(dict.fromkeys(wanted)), language)
    text = _("Is asked when the answer to «{question}» is {answers}.", language=language)
    return text.format(question=asked, answers=said)


def _hangs_on(catalogue: Catalogue, question: Question, answers: Answers) -> Question | None:
    """The question nearest to it that is itself asked, and whose answer folds it."""
    names = dict.fromkeys(name for one in question.when for name, _value in pairs(one))
    known = (catalogue.question(name) for name in names)
    return next((one for one in known if one is not None and applies(one, answers)), None)


def _quoted(question: Question, values: Iterable[str], language: Language | None) -> str:
    words = [f"«{choice_words(question, one, language)}»" for one in values]
    if len(words) < 2:
        return "".join(words)
    text = _("{some} or {last}", language=language)
    return text.format(some=", ".join(words[:-1]), last=words[-1])


def answer_lines(
    question: Question, answer: Answer, language: Language | None = None
) -> tuple[str, ...]:
    """An answer as lines of bare text, for lists and comparisons: choices, rows, text, and why it
    does not apply."""
    lines = [choice_words(question, one, language) for one in (answer.choice, *answer.picks) if one]
    for row in answer.rows:
        cells = row
        if question.kind is QuestionKind.POINTS and len(row) > 1:
            cells = (choice_words(question, row[0], language), *_said(row[1:], language))
        lines.append(" – ".join(cell for cell in cells if cell))
    lines += answer.text.plain.splitlines()
    if answer.not_applicable:
        text = _("Does not apply: {why}", language=language)
        lines.append(text.format(why=answer.not_applicable))
    return tuple(line for line in lines if line)


def _said(cells: tuple[str, ...], language: Language | None) -> tuple[str, ...]:
    first, *rest = cells
    return (_(_BUTTONS[first], language=language) if first in _BUTTONS else first, *rest)
