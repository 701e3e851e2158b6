"""Words for answers to «Har vi lov?», made at the edge."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.consents.allowed.model import Asked, Doubt, Ground, Permission
from gdpr_desktop.consents.allowed.service import FormChoice, Forms, PersonAnswer
from gdpr_desktop.consents.codes import PictureUse, Reason
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.given.words import giver_words, why
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, current_language

_doubts = CodeWords(
    (
        (Doubt.DIFFERS, N_("One form says yes and another no. Choose the form it is about.")),
        (
            Doubt.NAMESAKE,
            N_("Somebody of the same name has said no, and it may be the same person."),
        ),
        (Doubt.ELSEWHERE, N_("Another form says no, and it is not yours to see. Ask the officer.")),
        (Doubt.NOT_TAKEN, N_("No picture may be taken of the person, so none can be used.")),
        (Doubt.PROTECTED, N_("Not without asking the officer first.")),
    )
)


def reason_words(reason: Reason | Doubt) -> str:
    """Why not, in a sentence."""
    if isinstance(reason, Doubt):
        return _doubts(reason)
    if reason is Reason.NONE:
        return _("We have no consent.")
    return why(reason).wrong


def remedies(answer: Permission) -> tuple[str, ...]:
    """What to do about it, each once."""
    found = (why(one).remedy for one in answer.reasons if isinstance(one, Reason))
    return tuple(dict.fromkeys(text for text in found if text))


def verdict_words(answer: Permission) -> str:
    """The big line."""
    if answer.yes:
        return _("Yes, we are allowed")
    return _("No, we have no consent") if answer.reasons == (Reason.NONE,) else _("No")


def use_words(use: PictureUse, language: Language | None = None) -> str:
    """«Publish them on the website»."""
    return words(use, language)


def purpose_choices(choices: Iterable[FormChoice], form_id: int | None) -> list[tuple[Asked, str]]:
    """What can be asked about: uses of pictures and other purposes, or the purposes of a form."""
    language = current_language()
    shown = [one for one in choices if form_id in (None, one.id)]
    if form_id is not None:
        return [
            (Asked(form_id=one.id, key=purpose.key), purpose.text.in_(language))
            for one in shown
            for purpose in one.content.purposes
        ]
    used = {purpose.use for one in shown for purpose in one.content.purposes}
    found = [(Asked(use=use), use_words(use)) for use in PictureUse if use in used]
    for one in shown:
        for purpose in one.content.purposes:
            if purpose.use is None:
                asked = Asked(form_id=one.id, key=purpose.key)
                found.append((asked, f"{purpose.text.in_(language)} ({one.title.in_(language)})"))
    return found


def born_words(birth_date: date | None, alike: bool) -> str:
    """The year, or the whole date where another of the name was born in the same year."""
    if birth_date is None:
        return _("Unknown")
    return long_date(birth_date) if alike else str(birth_date.year)


def short_answer(found: PersonAnswer) -> str:
    """«Yes», «No», «No answer»."""
    if found.answer.yes:
        return _("Yes")
    return _("No answer: no") if found.unknown else _("No")


def ground_rows(ground: Ground, forms: Forms) -> tuple[tuple[str, str], ...]:
    """The proof: form and version, who said what when, where it lies."""
    consent, form = ground.consent, forms[ground.form_id]
    version = form.version(consent.version)
    content = version.content if version is not None else form.draft
    title = content.title.in_(current_language())
    named = _("{form}, version {number}").format(form=title, number=consent.version)
    rows = [(_("Consent form"), named), (_("Unit"), content.unit)]
    rows += [(_("Answered by"), _said(one)) for one in consent.standing()]
    rows += [(_("Where the proof lies"), text) for text in _proofs(consent)]
    until = consent.valid_until
    rows.append((_("Valid until"), long_date(until) if until else _("Until it is withdrawn")))
    return tuple((name, text) for name, text in rows if text)


def _said(one: Statement) -> str:
    day = long_date(one.given_on) if one.given_on else _("without a date")
    return _("{who}, {day}, {how}").format(
        who=giver_words(one), day=day, how=words(one.how).lower()
    )


def _proofs(consent: Consent) -> tuple[str, ...]:
    found = []
    for one in consent.standing():
        proof = one.proof
        if proof.archive_number:
            found.append(_("Archive number {number}").format(number=proof.archive_number))
        if proof.file_name:
            found.append(proof.file_name)
        if one.note.strip() and not (proof.archive_number or proof.file_name):
            found.append(one.note.strip())
    return tuple(dict.fromkeys(found))


def purpose_words(choices: Iterable[FormChoice], asked: Asked) -> Bilingual:
    """What is asked about, in both written forms."""
    if asked.use is not None:
        return Bilingual(
            nn=words(asked.use, Language.NYNORSK), nb=words(asked.use, Language.BOKMAL)
        )
    found = (one.content.purpose(asked.key) for one in choices if one.id == asked.form_id)
    return next((one.text for one in found if one is not None), Bilingual())
