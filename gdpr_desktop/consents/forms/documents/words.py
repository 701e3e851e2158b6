"""What stands on a form beside its own texts: who signs, how long, which form it is."""

from gdpr_desktop.consents.codes import Lasting
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.documents.handouts import Line, Signer
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _

_SIGNERS = {
    Signer.SELF: N_("Signature of the person it is about"),
    Signer.ONE_PARENT: N_("Signature, one parent is enough"),
    Signer.PARENT: N_("Signature, parent 1"),
    Signer.OTHER_PARENT: N_("Signature, parent 2 where both have parental responsibility"),
    Signer.GUARDIAN: N_("Signature, guardian"),
    Signer.CHILD_WELFARE: N_("Signature, child welfare"),
    Signer.CHILD: N_("The child's own name, for a child who wants to write it"),
}
_NAMED = {
    Signer.PARENT: N_("Signature, {name}"),
    Signer.GUARDIAN: N_("Signature, {name} (guardian)"),
    Signer.CHILD_WELFARE: N_("Signature, {name} (child welfare)"),
}
_LASTING = {
    Lasting.ONE_YEAR: N_("for one year from the day you sign"),
    Lasting.THREE_YEARS: N_("for three years from the day you sign"),
    Lasting.FIVE_YEARS: N_("for five years from the day you sign"),
    Lasting.SCHOOL_YEAR: N_("until the school year ends, 31 July"),
    Lasting.WITHDRAWN: N_("until you withdraw it"),
}


def signer_words(line: Line, language: Language, *, only: bool = False) -> str:
    """What stands under a line; ``only``: there is no other."""
    if only and line.signer is Signer.SELF:
        return _("Signature", language=language)
    if line.name and line.signer in _NAMED:
        return _(_NAMED[line.signer], language=language).format(name=line.name)
    return _(_SIGNERS[line.signer], language=language)


def lasting_words(content: FormContent, language: Language) -> str:
    """How long an answer holds, as the end of a sentence."""
    if content.lasting is not Lasting.DATE:
        return _(_LASTING[content.lasting], language=language)
    if content.until is None:
        return ""
    day = long_date(content.until, language)
    return _("until {date}", language=language).format(date=day)


def footer_words(number: str, version: int, language: Language) -> str:
    """Which form and version it is, at the foot of every page."""
    text = _("Form {number}, version {version}", language=language)
    return text.format(number=number, version=version)


def draft_footer(number: str, language: Language) -> str:
    """That it is a draft, at the foot of every page."""
    text = _("DRAFT, not approved and not to be used. Form {number}", language=language)
    return text.format(number=number)


def draft_title(title: str, language: Language) -> str:
    """The heading of a draft, which nobody takes for the form itself."""
    return _("DRAFT: {title}", language=language).format(title=title)


def everybody_words(language: Language) -> str:
    """Whom the letter to those who are photographed is addressed to."""
    return _("To you who are photographed", language=language)
