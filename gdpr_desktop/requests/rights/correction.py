"""Own-initiative correction: a case without a request (art. 5(1)(d), handbook 6.2, source 004).

The case is received on the day the error was discovered; the three days run from there. The
person is told, and so are those who got the wrong data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gdpr_desktop.casework.checks import problem, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.law.rectification import Finding
from gdpr_desktop.requests.model import Part, Request, Result, Right
from gdpr_desktop.requests.rights.base import RightRules, child_or
from gdpr_desktop.requests.rights.rectification import (
    ArchiveView,
    archive_problems,
    archive_summary,
    copy_measures,
    correction_measure,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One thing that was wrong."""

    place: str  # the system or document it stands in
    claim: str  # what was wrong
    right: str  # what is right


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAssessment:
    """What we found ourselves, what it has meant for the person, and who else it concerns."""

    items: tuple[Corrected, ...] = ()
    discovered_how: str = ""
    meaning: str = ""  # what the error has meant: the person reads this
    copies: str = ""  # where the same lies outside the systems
    others: str = ""  # other people with the same error, and how they are told
    archive: ArchiveView = field(default_factory=ArchiveView)


class CorrectionRules(RightRules):
    """The rules of a correction of our own."""

    right = Right.CORRECTION
    assessment = CorrectionAssessment
    letters = frozenset({"correction_notice", "correction_notice_child"})
    identity = False  # nobody asks: we write to whom it concerns
    asked = False
    claim = False
    tells = True

    def problems(
        self, assessment: CorrectionAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        """Lines that say too little, and what the letter would lack."""
        found: list[FieldProblem] = []
        if not assessment.items:
            found.append(problem("items", _("Write what was wrong, and what is right.")))
        for number, one in enumerate(assessment.items, 1):
            if not (clean_text(one.place) and clean_text(one.claim) and clean_text(one.right)):
                text = _("Line {number}: write where it stands, what was wrong and what is right.")
                found.append(problem("items", text.format(number=number)))
        if not clean_text(assessment.discovered_how):
            text = _("Write how the error was discovered.")
            found.append(problem("discovered_how", text))
        if not clean_text(assessment.meaning):
            text = _("Write what the error has meant for the person, also when it is nothing.")
            found.append(problem("meaning", text))
        for name in ("discovered_how", "meaning", "copies", "others"):
            found += text_length(name, getattr(assessment, name), 5000)
        return found + archive_problems(assessment.archive, request, today, needed=True)

    def result(self, part: Part) -> Result | None:
        """Data were put right, so whoever got them must be told (art. 19)."""
        return None if part.assessment is None else Result.GRANTED

    def grounds(self, part: Part) -> tuple[str, ...]:
        """Nothing is refused."""
        return ()

    def measures(self, assessment: CorrectionAssessment, language: Language) -> tuple[str, ...]:
        """What is added and marked, the copies that go, the others who are told."""
        found = [
            correction_measure(one.place, one.claim, one.right, language)
            for one in assessment.items
        ]
        found += copy_measures(assessment.copies, (Finding.WRONG,), language)
        if assessment.others:
            text = _("Tell the others it concerns: {others}", language=language)
            found.append(text.format(others=assessment.others))
        return tuple(found)

    def template(self, request: Request, part: Part) -> str:
        """The notice to the person, or to the child."""
        return child_or(request, "correction_notice")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        """What was wrong, what is right, and since when we know."""
        assessed = _assessed(part)
        return {
            "discovered": request.case.received,
            "corrected": tuple(
                {"place": one.place, "claim": one.claim, "right": one.right}
                for one in assessed.items
            ),
            "copies_elsewhere": assessed.copies,
            "meaning": assessed.meaning,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        """What was wrong and what is right, how it was found, what it meant."""
        assessed = _assessed(part)
        rows = [
            (_("Was wrong"), f"{one.place}: {one.claim} → {one.right}") for one in assessed.items
        ]
        for label, text in (
            (_("How it was discovered"), assessed.discovered_how),
            (_("What it has meant"), assessed.meaning),
            (_("Copies outside the systems"), assessed.copies),
            (_("Others it concerns"), assessed.others),
        ):
            if text:
                rows.append((label, text))
        return (*rows, *archive_summary(assessed.archive))

    def anonymous(self, assessment: CorrectionAssessment) -> CorrectionAssessment:
        """That there was something stays; all words go."""
        return replace(
            assessment,
            items=tuple(Corrected(place="", claim="", right="") for _one in assessment.items),
            discovered_how="",
            meaning="",
            copies="",
            others="",
            archive=ArchiveView(asked_on=assessment.archive.asked_on),
        )


def _assessed(part: Part) -> CorrectionAssessment:
    found = part.assessment
    return found if isinstance(found, CorrectionAssessment) else CorrectionAssessment()


WORDS = ()
RULES = CorrectionRules()
