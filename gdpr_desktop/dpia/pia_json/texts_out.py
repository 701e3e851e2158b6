"""The text answers, out: each of ours in the field it belongs to, further ones under a heading."""

from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.pia_json.headings import heading_of
from gdpr_desktop.dpia.pia_json.model import FindingCode
from gdpr_desktop.dpia.pia_json.places import TEXTS, VIEWS, pia_id_of
from gdpr_desktop.dpia.pia_json.raw import Told
from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock, Span, rich
from gdpr_desktop.dpia.rich_html import to_html

OWN = "pia:"  # answers that came from there carry their own heading
FREEDOMS = 213  # proportionality
_VERDICTS = {"yes": N_("Yes"), "no": N_("No"), "unsure": N_("Not sure")}
Block = RichBlock


def texts_out(
    found: Assessment, language: Language, told: Told, left_over: Rich, known: Catalogue
) -> list[tuple[int, str]]:
    """Ids with HTML. ``left_over`` are risks that have no place among that program's three."""
    blocks: dict[int, list[Block]] = {number: [] for number in TEXTS}
    about = {"what": found.about.description, "systems": found.about.systems}
    answers = {one.question: one for one in found.answers}
    for question, text in about.items():
        if text and question not in answers:
            answers[question] = Answer(question=question, text=rich(text))
    order = [one for questions in TEXTS.values() for one in questions]
    rest = [one for one in answers if one not in order and one not in VIEWS]
    for question in (*order, *rest):
        if question not in answers:
            continue
        number = pia_id_of(question)
        if question != TEXTS[number][0] and not question.startswith(OWN):
            blocks[number].append(_bold(heading_of(question, language, known)))
        blocks[number] += body(answers[question], language, known.question(question))
        if _is_structured(answers[question]):
            told.add(FindingCode.TABLES_AS_TEXT)
    blocks[FREEDOMS] += left_over.blocks
    return [(n, to_html(Rich(blocks=tuple(some)))) for n, some in blocks.items() if some]


def body(answer: Answer, language: Language, question: Question | None) -> list[Block]:
    """All of an answer as text: choices, ticks and tables too."""
    lines: list[Block] = []
    if answer.not_applicable:
        words = _("Does not apply: {why}", language=language)
        lines.append(_line(words.format(why=answer.not_applicable)))
    if answer.choice:
        lines.append(_line(_chosen(question, answer.choice, language)))
    lines += [_point(_chosen(question, one, language)) for one in answer.picks]
    lines += [_point(_row(question, row, language)) for row in answer.rows if any(row)]
    return [*lines, *answer.text.blocks]


def views_out(found: Assessment) -> dict[str, Any]:
    """What those concerned said: our answers where there are any, else what came from there."""
    said = found.opinions
    asked, how, result, followed, why = (found.answer(one) for one in VIEWS)
    choice = {"yes": True, "no": False}.get(asked.choice, said.asked_people)
    opinion = "\n".join(one.text.plain for one in (result, followed) if one.text)
    return {
        "concerned_people_searched_opinion": choice,
        "concerned_people_searched_content": why.text.plain or said.why_not_asked,
        "people_names": " ".join(how.text.plain.split()) or said.people,
        "concerned_people_opinion": opinion or said.people_say,
    }


def _is_structured(answer: Answer) -> bool:
    return bool(answer.choice or answer.picks or answer.rows or answer.not_applicable)


def _chosen(question: Question | None, value: str, language: Language) -> str:
    if value in _VERDICTS:
        return _(_VERDICTS[value], language=language)
    choices = dict(question.choices) if question is not None else {}
    return choices[value].in_(language) if value in choices else value


def _row(question: Question | None, row: tuple[str, ...], language: Language) -> str:
    if question is not None and question.kind is QuestionKind.POINTS:
        point, verdict, *note = row
        words = [_chosen(question, point, language), _chosen(None, verdict, language), *note]
        return " – ".join(one for one in words if one)
    return " – ".join(one for one in row if one)


def _bold(text: str) -> Block:
    return RichBlock(spans=(Span(text=text, bold=True),))


def _line(text: str) -> Block:
    return RichBlock(spans=(Span(text=text),))


def _point(text: str) -> Block:
    return RichBlock(spans=(Span(text=text),), kind=BlockKind.BULLET)
