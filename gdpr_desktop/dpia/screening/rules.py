"""Must we, should we, usually not: from answers to advice, with its reasons."""

from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening.model import Screening, ScreeningAnswers

ENOUGH = 2  # criteria that mean an assessment in most cases


def screen(answers: ScreeningAnswers) -> Screening:
    """The advice; a person decides."""
    gravest = (*answers.always, *answers.listed)
    if gravest:
        return Screening(advice=Advice.MUST, reasons=gravest)
    if len(answers.criteria) >= ENOUGH:
        return Screening(advice=Advice.SHOULD, reasons=answers.criteria)
    if answers.criteria:
        return Screening(advice=Advice.USUALLY_NOT, reasons=answers.criteria)
    return Screening(advice=Advice.NOT, reasons=())
