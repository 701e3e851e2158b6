"""The questions of the wizard, in sections, in the order of handbook 11.1."""

from dataclasses import dataclass, field
from enum import StrEnum

from gdpr_desktop.core.bilingual import Bilingual


class QuestionKind(StrEnum):
    """How it is answered; every kind but ``TEXT`` may have a note beside it (``Answer.text``)."""

    TEXT = "text"  # Answer.text
    LINE = "line"  # Answer.text, one line
    CHOICE = "choice"  # Answer.choice, one of ``choices``
    YES_NO = "yes_no"  # Answer.choice: yes | no
    YES_NO_UNSURE = "yes_no_unsure"  # Answer.choice: yes | no | unsure
    TICKS = "ticks"  # Answer.picks, some of ``choices``
    ROWS = "rows"  # Answer.rows, a cell to each of ``columns``
    POINTS = "points"  # Answer.rows: (one of ``choices``, yes | no | unsure, note)


RISKS = "risks"  # the section whose page is the risks; its questions stand below them


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. ``when``: «id=value» of other answers, joined with « & » where several must;
    one of the conditions must hold, else it folds (``folding.applies``).

    ``articles`` are of the Regulation, ``handbook`` chapters. ``own``: the municipality's.
    """

    id: str
    kind: QuestionKind
    text: Bilingual
    why: Bilingual = field(default_factory=Bilingual)
    example: Bilingual = field(default_factory=Bilingual)
    choices: tuple[tuple[str, Bilingual], ...] = ()
    columns: tuple[tuple[str, Bilingual], ...] = ()
    when: tuple[str, ...] = ()
    required: bool = True
    articles: tuple[str, ...] = ()
    handbook: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A page of the wizard. ``part``: 1–6, of the handbook."""

    id: str
    part: int
    title: Bilingual
    intro: Bilingual
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All sections in order. ``version`` is written in an assessment when it is answered.

    ``retired`` are questions of the municipality that are asked no more: for their words.
    """

    version: str
    parts: tuple[Bilingual, ...]  # the titles of parts 1–6
    sections: tuple[Section, ...]
    retired: tuple[Question, ...] = ()

    def question(self, question_id: str) -> Question | None:
        """The question with this id; None where it is of an earlier version."""
        asked = (one for part in self.sections for one in part.questions)
        return next((one for one in asked if one.id == question_id), None)

    def known(self, question_id: str) -> Question | None:
        """The same, and those that are asked no more; None where nobody knows it."""
        gone = (one for one in self.retired if one.id == question_id)
        return self.question(question_id) or next(gone, None)

    def section(self, section_id: str) -> Section | None:
        """The section with this id."""
        return next((one for one in self.sections if one.id == section_id), None)
