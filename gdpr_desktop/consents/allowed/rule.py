"""May a purpose be used for one person? Worked out over all their consents; in doubt, no.

- On one form the newest answer decides, whatever version it was given on. Of several answers of
  the same day, or of no known day, all must be yes.
- Asked about a use of pictures on any form, all forms that the person answered must say yes. An
  answer that had run out before the yes was given is past.
- A request about withdrawal that is not settled stops all of its form.
- Who may not be photographed is not published either, whatever was ticked there.
- Where the birth date is unknown the same name may be the same person: a no counts then.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from gdpr_desktop.consents.allowed.model import Asked, Doubt, Ground, Permission
from gdpr_desktop.consents.codes import PictureUse, Reason, Verdict
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.known import said_last
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.core.ids import CaseId

Forms = Mapping[CaseId, Form]
Reasons = tuple[Reason | Doubt, ...]
_SAID_NO = frozenset({Reason.REFUSED, Reason.WITHDRAWN, Reason.DISAGREE, Reason.PENDING})


def permission(
    consents: Iterable[Consent],
    forms: Forms,
    purpose: Asked,
    on: date,
    namesakes: Iterable[Consent] = (),
) -> Permission:
    """The answer for one person. ``consents`` of forms that are not in ``forms`` are left out."""
    known = [one for one in consents if one.form_id in forms]
    grounds = _grounds(known, forms, purpose, on)
    if not grounds:
        return Permission(verdict=Verdict.NO, reasons=(Reason.NONE,))
    against = _saying_no((*namesakes, *_unlike(known)), forms, purpose, on)
    yes = [one for one in grounds if one.verdict is Verdict.YES]
    others = [one for one in grounds if one.verdict is Verdict.NO and not _past(one, yes, on)]
    reasons: list[Reason | Doubt] = []
    if others:
        reasons += [Doubt.DIFFERS] if yes else _together(others)
    if yes and against:
        reasons.append(Doubt.NAMESAKE)
    return Permission(
        verdict=Verdict.NO if reasons or not yes else Verdict.YES,
        reasons=tuple(reasons),
        grounds=grounds,
        namesakes=against,
    )


def _grounds(consents: list[Consent], forms: Forms, purpose: Asked, on: date) -> tuple[Ground, ...]:
    """What each form says that asked about the purpose."""
    by_form: dict[CaseId, list[Consent]] = {}
    for one in consents:
        if purpose.form_id in (None, one.form_id):
            by_form.setdefault(one.form_id, []).append(one)
    return tuple(
        _ground(rows, forms[form_id], purpose, on)
        for form_id, rows in by_form.items()
        if any(keys_of(forms[form_id], row, purpose) for row in rows)
    )


def _ground(rows: list[Consent], form: Form, purpose: Asked, on: date) -> Ground:
    newest, undated = _newest(rows)
    answers = [(_answer(one, form, purpose, on), one) for one in newest]
    for one in undated:
        why = _answer(one, form, purpose, on)
        if why != (Reason.UNDATED,):  # a yes of no known day says nothing against a later one
            answers.append((why, one))
    answers += [((Reason.PENDING,), one) for one in rows if one.pending]
    against = [(why, one) for why, one in answers if why]
    # what still holds is told before what has run out, so that nothing hides behind it
    worst = next(((why, one) for why, one in against if not _run_out(why, one, on)), None)
    worst = worst or next(iter(against), answers[0])
    return Ground(
        form_id=form.case.id,
        verdict=Verdict.NO if worst[0] else Verdict.YES,
        reasons=worst[0],
        consent=worst[1],
    )


def _answer(consent: Consent, form: Form, purpose: Asked, on: date) -> Reasons:
    """Why not; nothing where it is a yes."""
    keys = keys_of(form, consent, purpose)
    if not keys:
        return (Reason.UNANSWERED if form.version(consent.version) else Reason.NO_VERSION,)
    found = {why for key in keys for why in allowed(consent, form, key, on).reasons}
    if not found and purpose.use is not PictureUse.TAKE and _not_taken(consent, form, keys, on):
        return (Doubt.NOT_TAKEN,)
    return tuple(one for one in Reason if one in found)


def keys_of(form: Form, consent: Consent, purpose: Asked) -> tuple[str, ...]:
    """The purposes asked about, as the consent's version has them."""
    version = form.version(consent.version)
    if version is None:
        return ()
    return keys_in(version.content, purpose)


def keys_in(content: FormContent, purpose: Asked) -> tuple[str, ...]:
    """The purposes asked about, in one version."""
    if purpose.key:
        return (purpose.key,) if content.purpose(purpose.key) else ()
    return tuple(one.key for one in content.purposes if one.use is purpose.use)


def _not_taken(consent: Consent, form: Form, keys: tuple[str, ...], on: date) -> bool:
    """Is it about a picture that may not be taken?"""
    version = form.version(consent.version)
    purposes = version.content.purposes if version is not None else ()
    if not any(one.use for one in purposes if one.key in keys):
        return False
    taking = [one.key for one in purposes if one.use is PictureUse.TAKE and one.key not in keys]
    return any(allowed(consent, form, key, on).verdict is Verdict.NO for key in taking)


def _newest(rows: list[Consent]) -> tuple[list[Consent], list[Consent]]:
    """The rows of the last day on which something was said, and others of no known day.

    Something taken back of an older answer leaves the newest answer as it is: both count.
    """
    said = [one for one in rows if one.statements or one.withdrawals] or rows
    last, answered = max(map(said_last, said)), max(map(_answered_on, said))
    newest = [one for one in said if said_last(one) == last or _answered_on(one) == answered]
    undated = [one for one in said if any(each.given_on is None for each in one.statements)]
    return newest, [one for one in undated if one not in newest]


def _answered_on(consent: Consent) -> date:
    return max((one.given_on for one in consent.statements if one.given_on), default=date.min)


def _past(ground: Ground, yes: list[Ground], on: date) -> bool:
    """Had it run out before all that is a yes was given?"""
    until = ground.consent.valid_until
    if until is None or not yes or not _run_out(ground.reasons, ground.consent, on):
        return False
    last = max(until, said_last(ground.consent))
    return all(said_last(one.consent) > last for one in yes)


def _run_out(why: Reasons, consent: Consent, on: date) -> bool:
    """Has all that was said there ended by its date? What has no date may be said since."""
    until = consent.valid_until
    if until is None or until >= on or Reason.PENDING in why:
        return False
    return all(one.given_on is not None for one in consent.statements)


def _together(grounds: list[Ground]) -> Reasons:
    found = {why for one in grounds for why in one.reasons}
    order: tuple[Reason | Doubt, ...] = (*Reason, *Doubt)
    return tuple(one for one in order if any(one is why for why in found))


def _unlike(consents: list[Consent]) -> list[Consent]:
    """Of a name without a birth date: rows that may be of two people."""
    unknown = [one for one in consents if one.subject.birth_date is None]
    members = {one.member_id for one in unknown}
    return unknown if len(members) > 1 else []


def _saying_no(
    consents: Iterable[Consent], forms: Forms, purpose: Asked, on: date
) -> tuple[Consent, ...]:
    """Those that say no in so many words, and have not run out."""
    found = []
    for one in consents:
        if one.form_id not in forms or purpose.form_id not in (None, one.form_id):
            continue
        why = _answer(one, forms[one.form_id], purpose, on)
        if _SAID_NO.intersection(why) and Reason.EXPIRED not in why:
            found.append(one)
    return tuple(found)
