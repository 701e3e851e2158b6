"""What a right may be refused on, as data: a refusal must name the exact provision."""

from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """Where a provision stands."""

    REGULATION = "gdpr"
    RECITAL = "recital"  # of the Regulation
    PERSONAL_DATA_ACT = "personopplysningsloven"  # LOV-2018-06-15-38


class Reference(NamedTuple):
    """One provision. ``number`` is the article of the Regulation or the section of the act."""

    act: Act
    number: str
    paragraph: str
    letter: str = ""

    @property
    def code(self) -> str:
        """``15(4)`` or ``§ 16 f``: as figures name it, articles without a word before them."""
        return self.short.removeprefix("art. ")

    @property
    def short(self) -> str:
        """``art. 15(4)`` or ``§ 16 f``: the same in every language; the act is not named."""
        match self.act:
            case Act.REGULATION:
                return f"art. {self.number}({self.paragraph}){self.letter}"
            case Act.RECITAL:
                return f"({self.number})"
        return f"§ {self.number} {self.letter}".rstrip()


class RefusalGround(StrEnum):
    """Why a right is refused, wholly or in part; for access in writing (§ 16 third paragraph).

    What a single right is refused on by its own article (17(3), 20(1), 21(1) …) stands with
    that right. Here is what several rights meet.
    """

    OTHERS_RIGHTS = "others_rights"  # of a copy (15(4)) and of what is moved (20(4))
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    EXCESSIVE = "excessive"
    NATIONAL_SECURITY = "national_security"  # also defence and foreign relations
    CRIME = "crime"  # prevention and investigation
    HEALTH_OR_RELATIONS = "health_or_relations"  # a representative may be told instead
    CONFIDENTIALITY = "confidentiality"  # statutory
    INTERNAL_DOCUMENT = "internal_document"  # narrow: internal case preparation, not disclosed
    OBVIOUS_INTERESTS = "obvious_interests"  # obvious and fundamental private or public interests
    ARCHIVE_EFFORT = "archive_effort"  # archive, research, statistics: out of all proportion
    ARCHIVE_PURPOSE = "archive_purpose"  # … or it would defeat the purpose
    NOT_ABOUT_PERSON = "not_about_person"  # no personal data on who asks
    DECEASED = "deceased"  # the Regulation does not cover the dead; other law may
    OTHER_LAW = "other_law"  # who asks has no right by art. 15, but by another act

    @property
    def reference(self) -> Reference:
        """The provision to name in a refusal of access."""
        return self.reference_for("15")

    def reference_for(self, right: str) -> Reference:
        """The provision to name; ``right`` is the number of its article, a ``DataRight`` is one."""
        return _OF_RIGHT.get((self, str(right)), _REFERENCES[self])

    @property
    def whole_request(self) -> bool:
        """Does it concern the request as such, not single items of data?"""
        return self in _WHOLE

    @property
    def by_us_to_prove(self) -> bool:
        """Art. 12(5): does the controller carry the burden of proof?"""
        return self in (RefusalGround.MANIFESTLY_UNFOUNDED, RefusalGround.EXCESSIVE)


class Interest(StrEnum):
    """Whose interest § 16 f protects."""

    PRIVATE = "private"
    PUBLIC = "public"


# Of several rights, the exemptions of § 16 are for access alone; § 17 also limits 16 and 18
_SECTION_16 = (
    RefusalGround.NATIONAL_SECURITY,
    RefusalGround.CRIME,
    RefusalGround.HEALTH_OR_RELATIONS,
    RefusalGround.CONFIDENTIALITY,
    RefusalGround.INTERNAL_DOCUMENT,
    RefusalGround.OBVIOUS_INTERESTS,
)
_ANY_RIGHT = (
    RefusalGround.NOT_ABOUT_PERSON,
    RefusalGround.DECEASED,
    RefusalGround.MANIFESTLY_UNFOUNDED,
    RefusalGround.EXCESSIVE,
)
_WHOLE = frozenset({*_ANY_RIGHT, RefusalGround.OTHER_LAW})
_RIGHTS = frozenset({"15", "16", "17", "18", "20", "21", "22"})  # those that art. 12(5) speaks of


def grounds_for(right: str) -> tuple[RefusalGround, ...]:
    """What the right with this article may be refused on; () for what is none of 15–22.

    A withdrawal of consent, a complaint or a question is never refused here.
    """
    if right not in _RIGHTS:
        return ()
    own: dict[str, tuple[RefusalGround, ...]] = {
        "15": (
            RefusalGround.OTHER_LAW,
            RefusalGround.OTHERS_RIGHTS,
            *_SECTION_16,
            RefusalGround.ARCHIVE_EFFORT,
            RefusalGround.ARCHIVE_PURPOSE,
        ),
        "16": (RefusalGround.ARCHIVE_PURPOSE,),
        "18": (RefusalGround.ARCHIVE_PURPOSE,),
        "20": (RefusalGround.OTHERS_RIGHTS,),
    }
    return (*_ANY_RIGHT, *own.get(right, ()))


def _act(number: str, paragraph: str, letter: str = "") -> Reference:
    return Reference(Act.PERSONAL_DATA_ACT, number, paragraph, letter)


_REFERENCES = {
    RefusalGround.OTHERS_RIGHTS: Reference(Act.REGULATION, "15", "4"),
    RefusalGround.MANIFESTLY_UNFOUNDED: Reference(Act.REGULATION, "12", "5"),
    RefusalGround.EXCESSIVE: Reference(Act.REGULATION, "12", "5"),
    RefusalGround.NATIONAL_SECURITY: _act("16", "1", "a"),
    RefusalGround.CRIME: _act("16", "1", "b"),
    RefusalGround.HEALTH_OR_RELATIONS: _act("16", "1", "c"),
    RefusalGround.CONFIDENTIALITY: _act("16", "1", "d"),
    RefusalGround.INTERNAL_DOCUMENT: _act("16", "1", "e"),
    RefusalGround.OBVIOUS_INTERESTS: _act("16", "1", "f"),
    RefusalGround.ARCHIVE_EFFORT: _act("17", "1", "a"),
    RefusalGround.ARCHIVE_PURPOSE: _act("17", "1", "b"),
    RefusalGround.NOT_ABOUT_PERSON: Reference(Act.REGULATION, "4", "1"),
    RefusalGround.DECEASED: Reference(Act.RECITAL, "27", ""),
    RefusalGround.OTHER_LAW: Reference(Act.REGULATION, "15", "1"),
}
_OF_RIGHT = {
    (RefusalGround.OTHERS_RIGHTS, "20"): Reference(Act.REGULATION, "20", "4"),
    (RefusalGround.ARCHIVE_PURPOSE, "16"): _act("17", "2"),
    (RefusalGround.ARCHIVE_PURPOSE, "18"): _act("17", "2"),
}
