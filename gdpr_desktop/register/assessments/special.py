"""Which condition of art. 9(2) lets special categories be processed (handbook 3.5)."""

from dataclasses import dataclass

from gdpr_desktop.law.bases import Condition
from gdpr_desktop.register.assessments.model import Answers

# the order in which they are asked: what a law decides first, the person's own choice last
ORDER = (
    ("health_care", Condition.HEALTH_CARE),
    ("employment_social", Condition.EMPLOYMENT_SOCIAL),
    ("public_health", Condition.PUBLIC_HEALTH),
    ("archive", Condition.ARCHIVE_RESEARCH),
    ("public_interest", Condition.SUBSTANTIAL_PUBLIC_INTEREST),
    ("legal_claims", Condition.LEGAL_CLAIMS),
    ("life", Condition.VITAL_INTERESTS),
    ("made_public", Condition.MADE_PUBLIC),
    ("consent", Condition.EXPLICIT_CONSENT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialProposal:
    """One condition, or none; what it takes, what to look out for."""

    condition: Condition | None = None
    needs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def propose_condition(answers: Answers) -> SpecialProposal:
    """The first condition that fits."""
    found = next((one for name, one in ORDER if answers.get(name) == "yes"), None)
    if found is None:
        done = "consent" in answers
        return SpecialProposal(needs=("no_condition",) if done else ("unfinished",))
    needs: list[str] = []
    warnings: list[str] = []
    if found.needs_national_law:
        if not (answers.get("act") and answers.get("section")):
            needs.append("law")
        if answers.get("specific", "yes") != "yes":
            warnings.append("law_too_general")
    if found is Condition.HEALTH_CARE and answers.get("secrecy") != "yes":
        needs.append("secrecy")
    if found is Condition.VITAL_INTERESTS and answers.get("cannot_consent") != "yes":
        needs.append("cannot_consent")
    if found is Condition.EXPLICIT_CONSENT:
        needs.append("consent_proof")
        if answers.get("relation", "none") != "none":
            warnings.append("consent_uneven")
    return SpecialProposal(condition=found, needs=tuple(needs), warnings=tuple(warnings))
