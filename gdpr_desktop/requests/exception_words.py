"""Words for the exceptions from access, and the provision as a letter names it."""

from collections.abc import Mapping

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.exceptions import AccessException, Act

_EXCEPTIONS: Mapping[AccessException, str] = {
    AccessException.OTHERS_RIGHTS: N_("It would harm the rights of others"),
    AccessException.MANIFESTLY_UNFOUNDED: N_("The request is manifestly unfounded"),
    AccessException.EXCESSIVE: N_("The request is excessive"),
    AccessException.NATIONAL_SECURITY: N_("National security, defence or foreign relations"),
    AccessException.CRIME: N_("Secrecy needed to prevent or investigate crime"),
    AccessException.HEALTH_OR_RELATIONS: N_("Inadvisable for health or close relations"),
    AccessException.CONFIDENTIALITY: N_("Confidential by law"),
    AccessException.INTERNAL_DOCUMENT: N_("Text for internal case preparation only"),
    AccessException.OBVIOUS_INTERESTS: N_("Obvious and fundamental interests"),
}


def exception_words(code: AccessException, language: Language | None = None) -> str:
    """What the exception protects, with its provision."""
    return f"{_(_EXCEPTIONS[code], language=language)} ({exception_reference(code, language)})"


def exception_reference(code: AccessException, language: Language | None = None) -> str:
    """The provision as a letter names it: «personopplysningslova § 16 første ledd bokstav f»."""
    reference = code.reference
    if reference.act is Act.REGULATION:
        text = N_("the General Data Protection Regulation article {number}({paragraph})")
    else:
        text = N_("the Personal Data Act section {number} first paragraph letter {letter}")
    return _(text, language=language).format(
        number=reference.number, paragraph=reference.paragraph, letter=reference.letter
    )
