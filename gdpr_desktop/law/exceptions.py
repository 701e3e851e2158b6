"""The exceptions from the right of access, as data: a refusal must name the exact one."""

from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """Where a provision stands."""

    REGULATION = "gdpr"
    PERSONAL_DATA_ACT = "personopplysningsloven"  # LOV-2018-06-15-38


class Reference(NamedTuple):
    """One provision. ``number`` is the article of the Regulation or the section of the act."""

    act: Act
    number: str
    paragraph: str
    letter: str = ""

    @property
    def short(self) -> str:
        """``art. 15(4)`` or ``§ 16 f``: the same in every language; the act is not named."""
        if self.act is Act.REGULATION:
            return f"art. {self.number}({self.paragraph}){self.letter}"
        return f"§ {self.number} {self.letter}".rstrip()


class AccessException(StrEnum):
    """Why access is refused, wholly or in part. Refusals are in writing (§ 16 third paragraph)."""

    OTHERS_RIGHTS = "others_rights"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    EXCESSIVE = "excessive"
    NATIONAL_SECURITY = "national_security"  # also defence and foreign relations
    CRIME = "crime"  # prevention and investigation
    HEALTH_OR_RELATIONS = "health_or_relations"  # a representative may be told instead
    CONFIDENTIALITY = "confidentiality"  # statutory
    INTERNAL_DOCUMENT = "internal_document"  # narrow: internal case preparation, not disclosed
    OBVIOUS_INTERESTS = "obvious_interests"  # obvious and fundamental private or public interests

    @property
    def reference(self) -> Reference:
        """The provision to name in the refusal."""
        return _REFERENCES[self]

    @property
    def whole_request(self) -> bool:
        """Does it concern the request as such, not single items of data?"""
        return self in (AccessException.MANIFESTLY_UNFOUNDED, AccessException.EXCESSIVE)


def _section_16(letter: str) -> Reference:
    return Reference(Act.PERSONAL_DATA_ACT, "16", "1", letter)


_REFERENCES = {
    AccessException.OTHERS_RIGHTS: Reference(Act.REGULATION, "15", "4"),
    AccessException.MANIFESTLY_UNFOUNDED: Reference(Act.REGULATION, "12", "5"),
    AccessException.EXCESSIVE: Reference(Act.REGULATION, "12", "5"),
    AccessException.NATIONAL_SECURITY: _section_16("a"),
    AccessException.CRIME: _section_16("b"),
    AccessException.HEALTH_OR_RELATIONS: _section_16("c"),
    AccessException.CONFIDENTIALITY: _section_16("d"),
    AccessException.INTERNAL_DOCUMENT: _section_16("e"),
    AccessException.OBVIOUS_INTERESTS: _section_16("f"),
}
