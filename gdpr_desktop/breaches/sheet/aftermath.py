"""What it may lead to, what is done about it, and whether people are told: sections 4.1 to 4.4."""

from gdpr_desktop.breaches.advice import Advice, Risk, advise
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Consequence,
    PeopleTelling,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import Decision
from gdpr_desktop.breaches.severity import Band
from gdpr_desktop.breaches.sheet.contradictions import exception_of
from gdpr_desktop.breaches.sheet.description import joined, listed
from gdpr_desktop.breaches.sheet.model import (
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
from gdpr_desktop.core.text import N_, _

_OF_AVAILABILITY = frozenset((Consequence.NO_SERVICE, Consequence.RIGHTS_LIMITED))
_IMPACT = {
    Band.LOW: N_("Minor"),
    Band.MEDIUM: N_("Moderate"),
    Band.HIGH: N_("Severe"),
    Band.VERY_HIGH: N_("Severe"),
}
_RISK = {
    Risk.UNLIKELY: N_("A risk to people's rights and freedoms is unlikely"),
    Risk.RISK: N_("A risk to people's rights and freedoms, but not a high one"),
    Risk.HIGH: N_("A high risk to people's rights and freedoms is likely"),
}


def consequences(asked: Asked) -> tuple[SheetRow, ...]:
    """Likely consequences (art. 33(3)(c)), and the assessment of the risk."""
    language, found = asked.language, asked.found
    scope, assessment = found.scope, found.assessment
    impact = joined((listed(asked, scope.consequences), scope.consequences_text)) if scope else ""
    advice = advise(assessment) if assessment else None
    band = assessment.enisa.severity().band if assessment else None
    return (
        must(
            asked,
            "consequences",
            _("Likely consequences for those affected", language=language),
            impact,
            Place.SCOPE,
            _("Choose what it may lead to for people.", language=language),
        ),
        *_by_kind(asked),
        must_or_later(
            asked,
            "severity",
            _("How severe the consequences may be", language=language),
            asked.say(_IMPACT[band]) if band else "",
            Place.ASSESSMENT,
            _("Assess the risk.", language=language),
        ),
        must_or_later(
            asked,
            "risk",
            _("Outcome of the risk assessment", language=language),
            asked.say(_RISK[advice.risk]) if advice else "",
            Place.ASSESSMENT,
            _("Assess the risk.", language=language),
        ),
        must(
            asked,
            "risk_why",
            _("Why we assess it so", language=language),
            _reasons(asked, advice),
            Place.ASSESSMENT,
            _("Write the reasons in the assessment.", language=language),
        ),
    )


def _by_kind(asked: Asked) -> tuple[SheetRow, ...]:
    """One line for each kind of breach; availability asks for its own kind, not for integrity."""
    scope, language = asked.found.scope, asked.language
    if scope is None:
        return ()
    lost = [one for one in scope.consequences if one in _OF_AVAILABILITY]
    shown = [one for one in scope.consequences if one not in _OF_AVAILABILITY]
    lines = (
        (
            BreachKind.CONFIDENTIALITY,
            _("Consequences of lost confidentiality", language=language),
            listed(asked, shown),
        ),
        (
            BreachKind.INTEGRITY,
            _("Consequences of changed data", language=language),
            scope.consequences_text,
        ),
        (
            BreachKind.AVAILABILITY,
            _("Consequences of unavailable data", language=language),
            listed(asked, lost),
        ),
    )
    help_ = _("Choose what it may lead to for people.", language=language)
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
    language, found = asked.language, asked.found
    done = [_measure(asked, one) for one in found.measures if one.done]
    planned = [_measure(asked, one) for one in found.measures if not one.done]
    none = _("No more measures are planned", language=language) if found.measures_settled else ""
    changes = found.lessons.changes if found.lessons else ""
    return (
        must(
            asked,
            "measures_done",
            _("What has been done to stop the breach and reduce the harm", language=language),
            "\n".join(done),
            Place.MEASURES,
            _("Note the measures that have been taken.", language=language),
        ),
        must(
            asked,
            "measures_planned",
            _("What is planned", language=language),
            "\n".join(planned) or none,
            Place.MEASURES,
            _(
                "Add the measures that are planned, or say that there are no more.",
                language=language,
            ),
        ),
        must(
            asked,
            "prevent",
            _("What shall keep it from happening again", language=language),
            joined((changes, "" if changes else "; ".join(planned or done))),
            Place.LESSONS,
            _("Note what was learnt, and what is changed.", language=language),
        ),
    )


def _measure(asked: Asked, task: Task) -> str:
    if task.done_on:
        text = _("{what} (done {day})", language=asked.language)
        return text.format(what=task.title, day=long_date(task.done_on, asked.language))
    if task.due:
        text = _("{what} (by {day})", language=asked.language)
        return text.format(what=task.title, day=long_date(task.due, asked.language))
    return task.title


def people(asked: Asked) -> tuple[SheetRow, ...]:
    """Have people been told (97), and what belongs to the answer (98 to 105)?"""
    language, found = asked.language, asked.found
    label = _("Have those affected been told?", language=language)
    help_ = _("Note what is decided about telling people.", language=language)
    told = must_or_later(asked, "told", label, _answer(asked), Place.DECISION, help_)
    if found.told is not TellingState.NONE:
        return (told, *_how_told(asked))
    if exception_of(found) is not None and found.decision is not None:
        return (told, *_exempted(asked, found.decision))
    return (told,)


def _answer(asked: Asked) -> str:
    found, language = asked.found, asked.language
    if found.told is TellingState.ALL:
        return _("Yes, all of them", language=language)
    if found.told is TellingState.SOME:
        return _("Yes, but not all of them yet", language=language)
    ordered = any(one.orders_telling for one in found.authority_letters)
    decision = found.decision
    if ordered or (decision is not None and decision.people is not PeopleTelling.NOT):
        return _("No, but they will be told as soon as possible", language=language)
    if decision is None:
        return ""
    exception = exception_of(found)
    if exception is None:
        return _("No, because a high risk for them is unlikely", language=language)
    text = _("No, because of an exception: {article}", language=language)
    return text.format(article=exception.article)


def _how_told(asked: Asked) -> tuple[SheetRow, ...]:
    language, tellings = asked.language, asked.found.tellings
    ways = dict.fromkeys(words(one.channel, language) for one in tellings)
    days = dict.fromkeys(long_date(one.told_on, language) for one in tellings)
    where = [one.where for one in tellings if one.channel is TellingChannel.PUBLIC]
    number = sum(one.number or 0 for one in tellings)
    rest = tellings[-1].rest if asked.found.told is TellingState.SOME else ""
    found = [
        must(
            asked,
            "told_on",
            _("When they were told", language=language),
            ", ".join(days),
            Place.TELL,
        ),
        must(
            asked,
            "told_how",
            _("How they were told", language=language),
            joined((", ".join(ways), *where)),
            Place.TELL,
        ),
        maybe(
            asked,
            "told_number",
            _("How many were told", language=language),
            str(number) if number else "",
        ),
    ]
    if asked.found.told is TellingState.SOME:
        label = _("Who has not been told, and why", language=language)
        help_ = _("Say who has not been told yet, and why.", language=language)
        found.append(must(asked, "told_rest", label, rest, Place.TELL, help_))
    return tuple(found)


def _exempted(asked: Asked, decision: Decision) -> tuple[SheetRow, ...]:
    """The condition of art. 34(3) that is met (100), and what proves it (101)."""
    exempted, language = decision.exempted, asked.language
    if exempted is None:
        return (not_needed(asked, "exception", _("The exception", language=language)),)
    article = f"§ 16 {exempted.letter}" if exempted.letter else exempted.exception.article
    return (
        must(
            asked,
            "exception",
            _("The exception", language=language),
            f"{words(exempted.exception, language)} ({article})",
            Place.DECISION,
        ),
        must(
            asked,
            "exception_proof",
            _("What shows that the condition is met", language=language),
            exempted.proof,
            Place.DECISION,
            _("Write what proves it.", language=language),
        ),
    )
