"""Words for a heap of forms: who may have signed, and how each child stands."""

from datetime import date

from gdpr_desktop.consents.codes import Audience, Relation
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.advice import advice
from gdpr_desktop.consents.given.heap import Signed, guardian
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.words import giver_words, lacking_words, why
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext


def signers(member: Member, form: Form) -> tuple[tuple[Signed, str], ...]:
    """Who may have signed for somebody, with the names of the list."""
    alone = ((Signed.SELF, words(Relation.SELF)),)
    if form.draft.audience is not Audience.CHILDREN and not member.guardians:
        return alone
    first, second = guardian(member, 0), guardian(member, 1)
    one = (Signed.FIRST, _who(first, 1))
    if member.parents == 1 and len(member.guardians) < 2:
        return (one, *alone)
    return (one, (Signed.SECOND, _who(second, 2)), (Signed.BOTH, _("Both")), *alone)


def _who(one: Guardian, number: int) -> str:
    role = words(Relation(one.relation))
    if not one.name:
        return _("{role} {number}").format(role=role, number=number)
    return one.name if one.relation == Relation.PARENT else f"{one.name} ({role.lower()})"


def known_words(consent: Consent | None) -> str:
    """Who has answered already; empty when nobody has."""
    standing = consent.standing() if consent is not None else ()
    if not standing:
        return ""
    who = ", ".join(
        f"{giver_words(one)} {long_date(one.given_on) if one.given_on else ''}".strip()
        for one in standing
    )
    return _("Has answered already: {who}").format(who=who)


def state_of(member: Member, consent: Consent | None, form: Form, today: date) -> tuple[str, str]:
    """The line of a child in the list, and its icon."""
    if consent is None or not consent.statements:
        return member.name, ""
    found = advice(consent, form, today)
    if found.lacking or found.reasons:
        said = lacking_words(found.lacking) or why(found.reasons[0]).wrong
        return _("{name}: {said}").format(name=member.name, said=said), "warning"
    return _("{name}: {said}").format(name=member.name, said=_counted(consent)), "check"


def after_words(member: Member, consent: Consent | None, form: Form, today: date) -> str:
    """What was kept, and what is still lacking."""
    if consent is None:
        return ""
    found = advice(consent, form, today)
    parts = [_("Kept: {name}, {said}.").format(name=member.name, said=_counted(consent))]
    parts += [lacking_words(found.lacking)] if found.lacking else []
    parts += [why(one).wrong for one in found.reasons]
    return " ".join(parts)


def _counted(consent: Consent) -> str:
    """«2 yes, 1 no» of the newest answer."""
    newest = consent.statements[-1]
    yes = ngettext("{count} yes", "{count} yes", len(newest.yes)).format(count=len(newest.yes))
    no = ngettext("{count} no", "{count} no", len(newest.no)).format(count=len(newest.no))
    return f"{yes}, {no}"
