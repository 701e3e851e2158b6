"""The exceptions from the duty to inform, as data, and what must be noted to prove each."""

from enum import StrEnum

from gdpr_desktop.law.exceptions import Act, Reference


class Proof(StrEnum):
    """What has to be noted. The value is the name of the field that holds it."""

    KNOWN_WHAT = "known_what"  # what they have been told
    KNOWN_HOW = "known_how"  # how and when
    UNCHANGED = "unchanged"  # that nothing has changed since
    REASON = "reason"
    PUBLISHED_WHERE = "published_where"  # the substitute: where all can read it …
    PUBLISHED_ON = "published_on"  # … and since when
    ACT = "act"
    SECTION = "section"
    MEASURES = "measures"  # what protects the person instead
    CONSIDERATIONS = "considerations"  # § 16 f: which interests


class InformationException(StrEnum):
    """Why somebody is not told."""

    ALREADY_KNOWN = "already_known"
    IMPOSSIBLE = "impossible"
    DISPROPORTIONATE = "disproportionate"
    IMPAIRS_AIM = "impairs_aim"
    LAID_DOWN_BY_LAW = "laid_down_by_law"
    CONFIDENTIAL = "confidential"
    NOT_IDENTIFIABLE = "not_identifiable"
    NATIONAL_SECURITY = "national_security"
    CRIME = "crime"
    HEALTH_OR_RELATIONS = "health_or_relations"
    STATUTORY_SECRECY = "statutory_secrecy"
    INTERNAL_DOCUMENT = "internal_document"
    OBVIOUS_INTERESTS = "obvious_interests"

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """What must be noted; without it the exception does not hold."""
        return _PROOFS[self]

    def reference(self, *, from_person: bool) -> Reference:
        """The provision to name, by where the data came from."""
        if self is InformationException.ALREADY_KNOWN and from_person:
            return Reference(Act.REGULATION, "13", "4")
        return _REFERENCES[self]

    def holds_for(self, *, from_person: bool) -> bool:
        """Is it open at all? Art. 13 has but one exception; § 16 holds for both."""
        known = self is InformationException.ALREADY_KNOWN
        in_act = _REFERENCES[self].act is Act.PERSONAL_DATA_ACT
        return known or in_act or not from_person


_KNOWN = (Proof.KNOWN_WHAT, Proof.KNOWN_HOW, Proof.UNCHANGED)
_SUBSTITUTE = (Proof.REASON, Proof.PUBLISHED_WHERE, Proof.PUBLISHED_ON)
_PROOFS = {
    InformationException.ALREADY_KNOWN: _KNOWN,
    InformationException.IMPOSSIBLE: _SUBSTITUTE,
    InformationException.DISPROPORTIONATE: _SUBSTITUTE,
    InformationException.IMPAIRS_AIM: (Proof.REASON, Proof.MEASURES),
    InformationException.LAID_DOWN_BY_LAW: (Proof.ACT, Proof.SECTION, Proof.MEASURES),
    InformationException.CONFIDENTIAL: (Proof.ACT, Proof.SECTION),
    InformationException.NOT_IDENTIFIABLE: (Proof.REASON,),
    InformationException.NATIONAL_SECURITY: (Proof.REASON, Proof.SECTION),
    InformationException.CRIME: (Proof.REASON,),
    InformationException.HEALTH_OR_RELATIONS: (Proof.REASON,),
    InformationException.STATUTORY_SECRECY: (Proof.ACT, Proof.SECTION),
    InformationException.INTERNAL_DOCUMENT: (Proof.REASON,),
    InformationException.OBVIOUS_INTERESTS: (Proof.REASON, Proof.CONSIDERATIONS),
}


def _section_16(letter: str) -> Reference:
    return Reference(Act.PERSONAL_DATA_ACT, "16", "1", letter)


_REFERENCES = {
    InformationException.ALREADY_KNOWN: Reference(Act.REGULATION, "14", "5", "a"),
    InformationException.IMPOSSIBLE: Reference(Act.REGULATION, "14", "5", "b"),
    InformationException.DISPROPORTIONATE: Reference(Act.REGULATION, "14", "5", "b"),
    InformationException.IMPAIRS_AIM: Reference(Act.REGULATION, "14", "5", "b"),
    InformationException.LAID_DOWN_BY_LAW: Reference(Act.REGULATION, "14", "5", "c"),
    InformationException.CONFIDENTIAL: Reference(Act.REGULATION, "14", "5", "d"),
    InformationException.NOT_IDENTIFIABLE: Reference(Act.REGULATION, "11", "1"),
    InformationException.NATIONAL_SECURITY: _section_16("a"),
    InformationException.CRIME: _section_16("b"),
    InformationException.HEALTH_OR_RELATIONS: _section_16("c"),
    InformationException.STATUTORY_SECRECY: _section_16("d"),
    InformationException.INTERNAL_DOCUMENT: _section_16("e"),
    InformationException.OBVIOUS_INTERESTS: _section_16("f"),
}
