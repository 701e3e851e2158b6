"""Questions that a municipality adds: they stand after those of the program in their section."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind, Section

PREFIX = "own_"
MOST = 100  # questions; the retired ones too
MOST_CHOICES = 20
LONGEST, LONGEST_WHY = 300, 2_000  # characters
KINDS = (
    QuestionKind.TEXT,
    QuestionKind.LINE,
    QuestionKind.YES_NO,
    QuestionKind.YES_NO_UNSURE,
    QuestionKind.CHOICE,
    QuestionKind.TICKS,
)
WITH_CHOICES = frozenset({QuestionKind.CHOICE, QuestionKind.TICKS})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """``choices`` are (id, words). A ``retired`` one is asked no more; its answers stay."""

    id: str
    section: str
    text: Bilingual
    kind: QuestionKind = QuestionKind.TEXT
    why: Bilingual = field(default_factory=Bilingual)
    example: Bilingual = field(default_factory=Bilingual)
    choices: tuple[tuple[str, Bilingual], ...] = ()
    required: bool = False
    retired: bool = False


def new_id() -> str:
    """An id that no question has had: answers are kept by it, also in other copies."""
    return PREFIX + uuid4().hex[:12]


def tidy(one: OwnQuestion) -> OwnQuestion:
    """Without blanks around the words, and with choices only where the kind has them."""
    choices = one.choices if one.kind in WITH_CHOICES else ()
    return replace(
        one,
        text=_lines(one.text),
        why=_texts(one.why),
        example=_texts(one.example),
        choices=tuple((name, _lines(words)) for name, words in choices if _lines(words)),
    )


def problems(one: OwnQuestion) -> list[FieldProblem]:
    """What hinders that the question is kept."""
    found = []
    if not one.text:
        found.append(FieldProblem(field="text", text=_("Write the question.")))
    for name, words, limit in (
        ("text", one.text, LONGEST),
        ("why", one.why, LONGEST_WHY),
        ("example", one.example, LONGEST_WHY),
    ):
        if max(len(words.nn), len(words.nb)) > limit:
            text = _("Use at most {limit} characters.").format(limit=limit)
            found.append(FieldProblem(field=name, text=text))
    return found + _choice_problems(one)


def _choice_problems(one: OwnQuestion) -> list[FieldProblem]:
    if one.kind not in WITH_CHOICES:
        return []
    words = [
        text for _id, both in one.choices for text in dict.fromkeys((both.nn, both.nb)) if text
    ]
    folded = [text.casefold() for text in words]
    text = ""
    if len(one.choices) < 2:
        text = _("Write at least two choices.")
    elif len(one.choices) > MOST_CHOICES:
        text = _("There is room for {limit} lines.").format(limit=MOST_CHOICES)
    elif len(set(folded)) < len(folded):
        text = _("A choice stands there twice.")
    elif any(len(each) > LONGEST for each in words):
        text = _("Use at most {limit} characters in each field.").format(limit=LONGEST)
    return [FieldProblem(field="choices", text=text)] if text else []


def with_own(catalogue: Catalogue, own: Iterable[OwnQuestion]) -> Catalogue:
    """The catalogue with what the municipality asks too. Where its section is no more, a question
    stands in the last one."""
    every = tuple(own)
    if not every:
        return catalogue
    sections = tuple(_with(section, every, catalogue) for section in catalogue.sections)
    marks = "\n".join(f"{one.id} {one.kind} {one.section} {one.retired}" for one in every)
    mark = hashlib.sha256(marks.encode()).hexdigest()[:6]
    return replace(
        catalogue,
        version=f"{catalogue.version}+{mark}",
        sections=sections,
        retired=tuple(as_question(one) for one in every if one.retired),
    )


def _with(section: Section, own: tuple[OwnQuestion, ...], catalogue: Catalogue) -> Section:
    known = {one.id for one in catalogue.sections}
    last = catalogue.sections[-1].id
    added = tuple(
        as_question(one)
        for one in own
        if not one.retired and (one.section if one.section in known else last) == section.id
    )
    return replace(section, questions=(*section.questions, *added)) if added else section


def as_question(own: OwnQuestion) -> Question:
    """As it is asked."""
    return Question(
        id=own.id,
        kind=own.kind,
        text=own.text,
        why=own.why,
        example=own.example,
        choices=own.choices,
        required=own.required,
        own=True,
    )


def _lines(both: Bilingual) -> Bilingual:
    return Bilingual(nn=clean_line(both.nn), nb=clean_line(both.nb))


def _texts(both: Bilingual) -> Bilingual:
    return Bilingual(nn=clean_text(both.nn), nb=clean_text(both.nb))
