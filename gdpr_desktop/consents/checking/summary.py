"""What the page of a form says of the question of basis and of the sixteen points."""

from collections.abc import Iterable

from gdpr_desktop.consents.checking.basis import advice_of
from gdpr_desktop.consents.checking.basis_words import advice_title, offer_words, question_words
from gdpr_desktop.consents.checking.points import (
    POINTS,
    Outcome,
    check_form,
    of_point,
    outcome_of,
)
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.checking.words import check_summary, outcome_words, point_title
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]
_TOLD = (Outcome.NOT_MET, Outcome.UNANSWERED, Outcome.DOUBT)


def basis(found: Form) -> Rows:
    """What was answered about the basis, and what it came to."""
    answer = found.basis
    if answer is None or not answer.answers:
        return ()
    advice = advice_of(found.draft.kind, answer)
    against = (*advice.stops, *advice.speaks_against)
    return (
        (_("What it came to"), advice_title(advice)),
        (_("Speaks against it"), _lines(question_words(one) for one in against)),
        (_("Better"), _lines(offer_words(one) for one in advice.offers)),
        (_("Why consent all the same"), answer.why),
        (_("Answered on"), long_date(answer.answered_on) if answer.answered_on else ""),
    )


def points(found: Form) -> Rows:
    """How the draft stands, point by point where something is wanting, and what people said."""
    if not found.draft.purposes:
        return ()
    findings = check_form(found)
    outcomes = {number: outcome_of(of_point(findings, number)) for number in POINTS}
    text, _title = check_summary(findings)
    rows = [(_("Checklist"), text)]
    for outcome in _TOLD:
        those = (number for number, one in outcomes.items() if one is outcome)
        rows.append((outcome_words(outcome), _lines(_point(number) for number in those)))
    wanted = asked(found)
    told = (
        _("{point}: {answer}. {why}").format(
            point=_point(one.number), answer=_("Yes") if one.yes else _("No"), why=one.why
        )
        for one in found.answers
        if one.number in wanted
    )
    rows.append((_("Answered by a person"), _lines(told)))
    return tuple(rows)


def _point(number: int) -> str:
    return _("{number}. {title}").format(number=number, title=point_title(number))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.strip() for text in texts)
