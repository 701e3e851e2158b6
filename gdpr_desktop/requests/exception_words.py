"""Words for what a right is refused on, and the provision as a letter names it."""

from collections.abc import Mapping

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.exceptions import Act, RefusalGround

_GROUNDS: Mapping[RefusalGround, str] = {
    RefusalGround.OTHERS_RIGHTS: N_("It would harm the rights of others"),
    RefusalGround.MANIFESTLY_UNFOUNDED: N_("The request is manifestly unfounded"),
    RefusalGround.EXCESSIVE: N_("The request is excessive"),
    RefusalGround.NATIONAL_SECURITY: N_("National security, defence or foreign relations"),
    RefusalGround.CRIME: N_("Secrecy needed to prevent or investigate crime"),
    RefusalGround.HEALTH_OR_RELATIONS: N_("Inadvisable for health or close relations"),
    RefusalGround.CONFIDENTIALITY: N_("Confidential by law"),
    RefusalGround.INTERNAL_DOCUMENT: N_("Text for internal case preparation only"),
    RefusalGround.OBVIOUS_INTERESTS: N_("Obvious and fundamental interests"),
    RefusalGround.ARCHIVE_EFFORT: N_("Archive, research, statistics: too much work"),
    RefusalGround.ARCHIVE_PURPOSE: N_("Archive, research, statistics: defeats the purpose"),
    RefusalGround.NOT_ABOUT_PERSON: N_("Not about the person"),
    RefusalGround.DECEASED: N_("The person is dead"),
    RefusalGround.OTHER_LAW: N_("The right follows from another act"),
}


def ground_words(code: RefusalGround, language: Language | None = None) -> str:
    """What the ground is, in short."""
    return _(_GROUNDS[code], language=language)


def exception_words(code: RefusalGround, language: Language | None = None) -> str:
    """What the exception protects, with its provision for access."""
    return f"{ground_words(code, language)} ({exception_reference(code, language)})"


def exception_reference(
    code: RefusalGround, language: Language | None = None, *, article: str = "15"
) -> str:
    """The provision as a letter names it: «personopplysningslova § 16 første ledd bokstav f».

    ``article`` is that of the right which is refused.
    """
    reference = code.reference_for(article)
    match reference.act:
        case Act.RECITAL:
            text = N_("the General Data Protection Regulation recital {number}")
        case Act.REGULATION:
            text = N_("the General Data Protection Regulation article {number}({paragraph})")
        case Act.PERSONAL_DATA_ACT if not reference.letter:
            text = N_("the Personal Data Act section {number} second paragraph")
        case Act.PERSONAL_DATA_ACT:
            text = N_("the Personal Data Act section {number} first paragraph letter {letter}")
    return _(text, language=language).format(
        number=reference.number, paragraph=reference.paragraph, letter=reference.letter
    )
