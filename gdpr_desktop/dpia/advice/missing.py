"""What is missing before it is sent: said before, never in the way. A draft may be advised on."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.dpia.catalogue.model import RISKS, Catalogue
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.risks.model import Level, level_of, scale_in
from gdpr_desktop.dpia.wizard.progress import answers_of, asked, is_answered


class Lack(StrEnum):
    """What kind of thing is missing."""

    ANSWER = "answer"
    NO_RISKS = "no_risks"
    NOT_ESTIMATED = "not_estimated"
    NO_MEASURES = "no_measures"  # against a risk that is not low
    NOT_JUDGED = "not_judged"  # anew, with its measures
    NO_DUE = "no_due"  # a planned measure without a day or somebody who does it


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """``about`` as in ``Comment``; empty for the section itself."""

    lack: Lack
    section: str
    about: str = ""


def missing(catalogue: Catalogue, content: Assessment) -> tuple[Missing, ...]:
    """In the order of the wizard. What does not apply, or folds, is not missing."""
    answers = answers_of(content)
    found = []
    for section in catalogue.sections:
        found += [
            Missing(lack=Lack.ANSWER, section=section.id, about=f"question:{one.id}")
            for one in asked(section, answers)
            if one.required and not is_answered(one, answers.get(one.id, Answer(question=one.id)))
        ]
    return (*found, *_risks(content))


def _risks(content: Assessment) -> list[Missing]:
    if not content.scenarios:
        return [Missing(lack=Lack.NO_RISKS, section=RISKS)]
    found = []
    scale = scale_in(content)
    for one in content.scenarios:
        level = level_of(one.before, scale)
        lack = None
        if level is Level.NONE:
            lack = Lack.NOT_ESTIMATED
        elif not one.measures and level is not Level.LOW:
            lack = Lack.NO_MEASURES
        elif one.measures and not one.after.complete:
            lack = Lack.NOT_JUDGED
        if lack is not None:
            found.append(Missing(lack=lack, section=RISKS, about=f"scenario:{one.key}"))
    for measure in content.measures:
        planned = measure.status is MeasureStatus.PLANNED and measure.done_on is None
        if planned and not (measure.owner and measure.due):
            about = f"measure:{measure.key}"
            found.append(Missing(lack=Lack.NO_DUE, section=RISKS, about=about))
    return found
