"""What it may lead to, what is done about it, and whether people are told: sections 4.1 to 4.4."""

from gdpr_desktop.breaches.assessing.advice import (
    Advice,
    Assessment,
    Factor,
    Risk,
    Weight,
    advise,
)
from gdpr_desktop.breaches.assessing.severity import Band
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Consequence,
    PeopleTelling,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import Decision
from gdpr_desktop.breaches.notifying.sheet.contradictions import exception_of
from gdpr_desktop.breaches.notifying.sheet.description import joined, listed
from gdpr_desktop.breaches.notifying.sheet.model import (
    Asked,
    Place,
    SheetRow,
    maybe,
    must,
    must_or_later,
    not_needed,
)
from gdpr_desktop.casework.model import Task
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_

_OF_AVAILABILITY = frozenset((Consequence.NO_SERVICE, Consequence.RIGHTS_LIMITED))
_IMPACTS = (N_("Minor"), N_("Moderate"), N_("Severe"))
_BY_BAND = {Band.LOW: 0, Band.MEDIUM: 1, Band.HIGH: 2, Band.VERY_HIGH: 2}
_BY_WEIGHT = {Weight.LITTLE: 0, Weight.SOME: 1, Weight.MUCH: 2}
_RISK = {
    Risk.UNLIKELY: N_("A risk to people's rights and freedoms is unlikely"),
    Risk.RISK: N_("A risk to people's rights and freedoms, but not a high one"),
    Risk.HIGH: N_("A high risk to people's rights and freedoms is likely"),
}


def consequences(asked: Asked) -> tuple[SheetRow, ...]:
    """Likely consequences (art. 33(3)(c)), and the assessment of the risk."""
    scope = asked.found.scope
    impact = joined((listed(asked, scope.consequences), scope.consequences_text)) if scope else ""
    label = N_("Likely consequences for those affected")
    help_ = N_("Choose what it may lead to for people.")
    first = must(asked, "consequences", label, impact, Place.SCOPE, help_)
    return (first, *_by_kind(asked), *_assessed(asked))


def _assessed(asked: Asked) -> tuple[SheetRow, ...]:
    """How severe (87), how likely (89), and why (90)."""
    assessment = asked.found.assessment
    advice = advise(assessment) if assessment else None
    severe = asked.say(_impact(assessment)) if assessment else ""
    risk = asked.say(_RISK[advice.risk]) if advice else ""
    why, help_ = _reasons(asked, advice), N_("Assess the risk.")
    place = Place.ASSESSMENT
    return (
        must_or_later(
            asked, "severity", N_("How severe the consequences may be"), severe, place, help_
        ),
        must_or_later(asked, "risk", N_("Outcome of the risk assessment"), risk, place, help_),
        must(
            asked,
            "risk_why",
            N_("Why we assess it so"),
            why,
            place,
            N_("Write the reasons in the assessment."),
        ),
    )


def _impact(assessment: Assessment) -> str:
    """The graver of the severity and of what the factor says: the severity softens nothing."""
    judged = [one.weight for one in assessment.factors if one.factor is Factor.CONSEQUENCES]
    grades = [_BY_BAND[assessment.enisa.severity().band], *(_BY_WEIGHT[one] for one in judged)]
    return _IMPACTS[max(grades)]


def _by_kind(asked: Asked) -> tuple[SheetRow, ...]:
    """One line for each kind of breach; availability asks for its own kind, not for integrity."""
    scope = asked.found.scope
    if scope is None:
        return ()
    lost = [one for one in scope.consequences if one in _OF_AVAILABILITY]
    shown = [one for one in scope.consequences if one not in _OF_AVAILABILITY]
    lines = (
        (
            BreachKind.CONFIDENTIALITY,
            N_("Consequences of lost confidentiality"),
            listed(asked, shown),
        ),
        (BreachKind.INTEGRITY, N_("Consequences of changed data"), scope.consequences_text),
        (BreachKind.AVAILABILITY, N_("Consequences of unavailable data"), listed(asked, lost)),
    )
    help_ = N_("Choose what it may lead to for people.")
    return tuple(
        must_or_later(
            asked,
            f"consequences_{kind.value}",
            label,
            value or scope.consequences_text,
            Place.SCOPE,
            help_,
        )
        for kind, label, value in lines
        if kind in scope.kinds
    )


def _reasons(asked: Asked, advice: Advice | None) -> str:
    """What the assessment says in words; and why the decision is what it is."""
    assessment, decision = asked.found.assessment, asked.found.decision
    if assessment is None or advice is None:
        return ""
    whys = [one.why for one in assessment.factors]
    why = decision.why_authority if decision else ""
    return joined((assessment.consequences, *whys, assessment.note, why))


def measures(asked: Asked) -> tuple[SheetRow, ...]:
    """What was done, and what is planned (art. 33(3)(d))."""
    found = asked.found
    done = [_measure(asked, one) for one in found.measures if one.done]
    planned = [_measure(asked, one) for one in found.measures if not one.done]
    none = asked.say(N_("No more measures are planned")) if found.measures_settled else ""
    changes = found.lessons.changes if found.lessons else ""
    return (
        must(
            asked,
            "measures_done",
            N_("What has been done to stop the breach and reduce the harm"),
            "\n".join(done),
            Place.MEASURES,
            N_("Note the measures that have been taken."),
        ),
        must(
            asked,
            "measures_planned",
            N_("What is planned"),
            "\n".join(planned) or none,
            Place.MEASURES,
            N_("Add the measures that are planned, or say that there are no more."),
        ),
        must(
            asked,
            "prevent",
            N_("What shall keep it from happening again"),
            joined((changes, "" if changes else "; ".join(planned or done))),
            Place.LESSONS,
            N_("Note what was learnt, and what is changed."),
        ),
    )


def _measure(asked: Asked, task: Task) -> str:
    if task.done_on:
        text = asked.say(N_("{what} (done {day})"))
        return text.format(what=task.title, day=long_date(task.done_on, asked.language))
    if task.due:
        text = asked.say(N_("{what} (by {day})"))
        return text.format(what=task.title, day=long_date(task.due, asked.language))
    return task.title


def people(asked: Asked) -> tuple[SheetRow, ...]:
    """Have people been told (97), and what belongs to the answer (98 to 105)?"""
    found = asked.found
    label = N_("Have those affected been told?")
    help_ = N_("Note what is decided about telling people.")
    told = must_or_later(asked, "told", label, _answer(asked), Place.DECISION, help_)
    if found.told is not TellingState.NONE:
        return (told, *_how_told(asked))
    if exception_of(found) is not None and found.decision is not None:
        return (told, *_exempted(asked, found.decision))
    return (told,)


def _answer(asked: Asked) -> str:
    found = asked.found
    if found.told is TellingState.ALL:
        return asked.say(N_("Yes, all of them"))
    if found.told is TellingState.SOME:
        return asked.say(N_("Yes, but not all of them yet"))
    ordered = any(one.orders_telling for one in found.authority_letters)
    decision = found.decision
    if ordered or (decision is not None and decision.people is not PeopleTelling.NOT):
        return asked.say(N_("No, but they will be told as soon as possible"))
    if decision is None:
        return ""
    exception = exception_of(found)
    if exception is None:
        return asked.say(N_("No, because a high risk for them is unlikely"))
    text = asked.say(N_("No, because of an exception: {article}"))
    return text.format(article=exception.article)


def _how_told(asked: Asked) -> tuple[SheetRow, ...]:
    language, tellings = asked.language, asked.found.tellings
    ways = dict.fromkeys(words(one.channel, language) for one in tellings)
    days = dict.fromkeys(long_date(one.told_on, language) for one in tellings)
    where = [one.where for one in tellings if one.channel is TellingChannel.PUBLIC]
    number = sum(one.number or 0 for one in tellings)
    rest = tellings[-1].rest if asked.found.told is TellingState.SOME else ""
    found = [
        must(asked, "told_on", N_("When they were told"), ", ".join(days), Place.TELL),
        must(
            asked,
            "told_how",
            N_("How they were told"),
            joined((", ".join(ways), *where)),
            Place.TELL,
        ),
        maybe(
            asked, "told_number", asked.say(N_("How many were told")), str(number) if number else ""
        ),
    ]
    if asked.found.told is TellingState.SOME:
        label = N_("Who has not been told, and why")
        help_ = N_("Say who has not been told yet, and why.")
        found.append(must(asked, "told_rest", label, rest, Place.TELL, help_))
    return tuple(found)


def _exempted(asked: Asked, decision: Decision) -> tuple[SheetRow, ...]:
    """The condition of art. 34(3) that is met (100), and what proves it (101)."""
    exempted, language = decision.exempted, asked.language
    if exempted is None:
        return (not_needed(asked, "exception", N_("The exception")),)
    article = f"§ 16 {exempted.letter}" if exempted.letter else exempted.exception.article
    return (
        must(
            asked,
            "exception",
            N_("The exception"),
            f"{words(exempted.exception, language)} ({article})",
            Place.DECISION,
        ),
        must(
            asked,
            "exception_proof",
            N_("What shows that the condition is met"),
            exempted.proof,
            Place.DECISION,
            N_("Write what proves it."),
        ),
    )
