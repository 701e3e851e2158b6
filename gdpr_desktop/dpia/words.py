"""Words for the codes of assessments, made at the edge. Each takes the language of a report."""

from enum import StrEnum

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.text import N_
from gdpr_desktop.dpia.codes import (
    Advice,
    ConsultationAnswer,
    Follow,
    MeasurePurpose,
    MeasureStatus,
    Novelty,
    RiskKind,
    State,
)
from gdpr_desktop.dpia.risks.model import Level

# Pairs, not a dict by code: members of two enums with equal values are equal keys
_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (State.SCREENING, N_("Is one needed?")),
    (State.NOT_NEEDED, N_("Not needed")),
    (State.COVERED, N_("Covered by another assessment")),
    (State.DRAFT, N_("Being written")),
    (State.SENT, N_("Sent to the officer")),
    (State.AT_OFFICER, N_("The officer is at work")),
    (State.MORE_WORK, N_("Needs more work")),
    (State.ADVISED, N_("Waits for the risk owner")),
    (State.SENT_BACK, N_("Sent back by the risk owner")),
    (State.IN_FORCE, N_("In force")),
    (State.UNDER_REVIEW, N_("Is being assessed anew")),
    (State.DROPPED, N_("Dropped")),
    (State.ENDED, N_("The processing is over")),
    (Novelty.NEW, N_("New processing")),
    (Novelty.CHANGED, N_("Changed processing")),
    (Novelty.EXISTING, N_("Goes on as before, never assessed")),
    (Advice.MUST, N_("An assessment must be made")),
    (Advice.SHOULD, N_("An assessment should be made")),
    (Advice.USUALLY_NOT, N_("Usually no assessment is needed")),
    (Advice.NOT, N_("No assessment is needed")),
    (RiskKind.CONFIDENTIALITY, N_("Confidentiality")),
    (RiskKind.INTEGRITY, N_("Integrity")),
    (RiskKind.AVAILABILITY, N_("Availability")),
    (RiskKind.RIGHTS, N_("Rights")),
    (RiskKind.FREEDOMS, N_("Freedoms")),
    (MeasureStatus.EXISTING, N_("Existing")),
    (MeasureStatus.PLANNED, N_("Planned")),
    (MeasurePurpose.COMPLY, N_("To comply with the law")),
    (MeasurePurpose.BEYOND, N_("Beyond the minimum")),
    (Follow.FOLLOW, N_("The advice is followed")),
    (Follow.PARTLY, N_("The advice is followed in part")),
    (Follow.NOT, N_("The advice is not followed")),
    (ConsultationAnswer.NO_OBJECTION, N_("No objection")),
    (ConsultationAnswer.ADVICE, N_("Written advice")),
    (ConsultationAnswer.FORBIDDEN, N_("Forbidden")),
    (Level.NONE, N_("Not set")),
    (Level.LOW, N_("Low")),
    (Level.MEDIUM, N_("Medium")),
    (Level.HIGH, N_("High")),
)
words = CodeWords(_PAIRS)
