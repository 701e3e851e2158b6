"""Words for risk assessments."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import EntryDue, Finding
from gdpr_desktop.register.risks.advice import DpiaAdvice
from gdpr_desktop.register.risks.levels import DpiaReason, Level
from gdpr_desktop.register.risks.model import Harm, Occasion, Risk


def level_words(level: Level, language: Language | None = None) -> str:
    """The level as a label."""
    return {
        Level.NONE: _("Not set", language=language),
        Level.LOW: _("Low", language=language),
        Level.MEDIUM: _("Medium", language=language),
        Level.HIGH: _("High", language=language),
    }[level]


def likelihood_words(step: int, language: Language | None = None) -> str:
    """How likely, from 1 to 5; blank for 0."""
    return {
        1: _("1 – very unlikely", language=language),
        2: _("2 – unlikely", language=language),
        3: _("3 – possible", language=language),
        4: _("4 – likely", language=language),
        5: _("5 – very likely", language=language),
    }.get(step, "")


def consequence_words(step: int, language: Language | None = None) -> str:
    """How hard it hits the person, from 1 to 5; blank for 0."""
    return {
        1: _("1 – hardly noticed", language=language),
        2: _("2 – small trouble", language=language),
        3: _("3 – clear trouble", language=language),
        4: _("4 – serious", language=language),
        5: _("5 – very serious, perhaps for life", language=language),
    }.get(step, "")


def harm_words(harm: str, language: Language | None = None) -> str:
    """What suffers."""
    return {
        Harm.CONFIDENTIALITY: _("Confidentiality", language=language),
        Harm.INTEGRITY: _("Integrity", language=language),
        Harm.AVAILABILITY: _("Availability", language=language),
    }[Harm(harm)]


def occasion_words(occasion: str, language: Language | None = None) -> str:
    """Why it was made."""
    return {
        Occasion.NEW: _("New processing", language=language),
        Occasion.BOUGHT: _("A system is bought", language=language),
        Occasion.CHANGED: _("Something is changed", language=language),
        Occasion.DEVELOPED: _("A system is developed", language=language),
        Occasion.REGULAR: _("Regular review", language=language),
    }[Occasion(occasion)]


def finding_words(finding: Finding) -> str:
    """What is missing or should be looked at."""
    texts = {
        "no_risks": _("Write what could happen to the people: no risk stands here yet."),
        "assesses_nothing": _("Choose the activity or the system that is assessed."),
        "no_date": _("Give the day it was made."),
        "nobody_made_it": _("Say who made it."),
        "dpia_high_left": _(
            "The risk is high even with the measures. Consider a DPIA, and asking the supervisory"
            " authority before the processing begins."
        ),
        "dpia_high_before": _("The risk is high without measures. Consider a DPIA."),
        "no_numbers": _("«{about}»: choose likelihood and consequence."),
        "high_without_measure": _("«{about}»: the risk is high, and no measure lowers it."),
        "not_judged_after": _("«{about}»: choose likelihood and consequence with the measures."),
        "measure_without_owner": _("The measure «{about}»: say who sees to it."),
        "measure_without_due": _("The measure «{about}»: say by when."),
    }
    return texts[finding.code].format(about=finding.about)


def due_words(due: EntryDue) -> str:
    """What must be done."""
    if due.kind == "measure":
        return _("Measure: {text}").format(text=due.title)
    return _("Assess the risk again")


def dpia_words(advice: DpiaAdvice) -> str:
    """For the activity: why a DPIA should be considered."""
    text = {
        DpiaReason.HIGH_LEFT: _(
            "The risk assessment «{name}»{day} leaves a high risk. A DPIA should be considered."
        ),
        DpiaReason.HIGH_BEFORE: _(
            "The risk assessment «{name}»{day} shows a high risk without measures. A DPIA should"
            " be considered."
        ),
    }[advice.reason]
    day = f" ({long_date(advice.made_on)})" if advice.made_on else ""
    return text.format(name=advice.name, day=day)


def usual_risks() -> tuple[Risk, ...]:
    """What art. 32(2) names, to begin from."""
    return (
        Risk(
            text=_("Somebody who has no need of the data sees them"),
            kinds=(Harm.CONFIDENTIALITY,),
        ),
        Risk(text=_("Data are sent or given to the wrong person"), kinds=(Harm.CONFIDENTIALITY,)),
        Risk(text=_("Data are changed by mistake or unlawfully"), kinds=(Harm.INTEGRITY,)),
        Risk(text=_("Data are lost or destroyed"), kinds=(Harm.AVAILABILITY,)),
        Risk(text=_("Data cannot be reached when they are needed"), kinds=(Harm.AVAILABILITY,)),
    )
