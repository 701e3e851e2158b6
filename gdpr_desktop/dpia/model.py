"""The rules of an assessment, by the names that the rest of the program knows them by."""

from gdpr_desktop.dpia.risks.model import Level, Scale, risk_level
from gdpr_desktop.dpia.screening.model import Screening, ScreeningAnswers
from gdpr_desktop.dpia.screening.rules import screen

__all__ = ["Level", "Scale", "Screening", "ScreeningAnswers", "risk_level", "screen"]
