"""What the letters of a withdrawal say, from the case as it stands."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.codes import Relation, Verdict
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.consents.withdrawals.model import Ended, Withdrawal
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.places import must_be_told
from gdpr_desktop.consents.withdrawals.summary import form_title, purpose_words
from gdpr_desktop.core.municipality import Language

ADULT, CHILD = "consent_withdrawn", "consent_withdrawn_child"
OWN = frozenset(
    {
        "taken_back",
        "withdrawn_on",
        "on_behalf_of",
        "withdrawn_purposes",
        "remaining_purposes",
        "stopped_places",
        "erased_places",
        "recipients_told",
        "kept_places",
        "staying_places",
    }
)  # changed in the case, never in one letter

Names = tuple[dict[str, str], ...]


def withdrawal_facts(
    found: Withdrawal, form: Form | None, language: Language, today: date
) -> dict[str, object]:
    """Facts of both letters."""
    registered, content = found.registered, found.content
    acts = registered.relation is not Relation.SELF
    return {
        "taken_back": "release" if found.release else "consent",
        "consent": form_title(found, language).rstrip("."),
        "withdrawn_on": registered.withdrawn_on,
        "on_behalf_of": found.case.subject_name if acts else "",
        "withdrawn_purposes": _names(purpose_words(found, language)),
        "remaining_purposes": _names(_remaining(found, form, language, today)),
        **_places(found),
        "effects": "",
        "basis_used": content.law if found.release and content is not None else "",
    }


def _remaining(
    found: Withdrawal, form: Form | None, language: Language, today: date
) -> tuple[str, ...]:
    """What may be used all the same: never more than «Har vi lov?» says yes to."""
    consent, content = found.consent, found.content
    if consent is None or content is None or form is None:
        return ()
    return tuple(
        one.text.in_(language)
        for one in content.purposes
        if allowed(consent, form, one.key, today).verdict is Verdict.YES
    )


def _places(found: Withdrawal) -> dict[str, object]:
    ends = [(task, ended) for task in found.stops if (ended := found.end_of(task.id))]
    erased = _of(ends, Outcome.ERASED)
    told = [task for task, _ended in erased if must_be_told(found.place(task))]
    return {
        "stopped_places": _names(task.title for task, _ended in _of(ends, Outcome.STOPPED)),
        "erased_places": _names(task.title for task, _ended in erased if task not in told),
        "recipients_told": _names(task.title for task in told),
        "kept_places": tuple(
            {"name": task.title, "law": ended.other_basis, "why": ended.note}
            for task, ended in _of(ends, Outcome.KEPT)
        ),
        "staying_places": tuple(
            {"name": task.title, "why": ended.note} for task, ended in _of(ends, Outcome.CANNOT)
        ),
    }


def _of(ends: list[tuple[Task, Ended]], outcome: Outcome) -> list[tuple[Task, Ended]]:
    return [(task, ended) for task, ended in ends if ended.outcome is outcome]


def _names(texts: Iterable[str]) -> Names:
    return tuple({"name": text} for text in texts)
