"""The assessment of the law, the officer's advice, and the decision of the delegated person."""

from dataclasses import replace

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures.checks import (
    assessment_problems,
    day_problems,
    decision_problems,
)
from gdpr_desktop.register.single_disclosures.model import Advice, Assessment, Decision, Outcome
from gdpr_desktop.register.single_disclosures.service.base import opened, put, with_undo
from gdpr_desktop.register.single_disclosures.steps import missing_before_giving
from gdpr_desktop.register.single_disclosures.words import missing_words
from gdpr_desktop.vault import Vault


def assess(vault: Vault, case_id: CaseId, assessment: Assessment) -> Change:
    """Note which law lets us give the data, and what lifts confidentiality."""
    kept = replace(
        assessment,
        law=clean_line(assessment.law),
        lifted_by=clean_line(assessment.lifted_by),
        assessed_by=clean_line(assessment.assessed_by),
        note=clean_text(assessment.note),
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        problems = assessment_problems(kept)
        problems += day_problems("assessed_on", kept.assessed_on, found, work.clock.today())
        require_valid(problems)
        undo = put(work, found, Deed.WORK_ON_CASE, "disclosure_assessed", "assessment", kept)
    return with_undo(work.change, undo)


def note_advice(vault: Vault, case_id: CaseId, advice: Advice) -> Change:
    """Note the officer's advice (art. 39(1)(a))."""
    kept = replace(advice, text=clean_text(advice.text), name=clean_line(advice.name))
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        problems = required("text", kept.text, _("Write the advice."))
        problems += required("name", kept.name, _("Write who gave the advice."))
        problems += text_length("text", kept.text) + line_lengths(name=kept.name)
        problems += day_problems("given_on", kept.given_on, found, work.clock.today())
        require_valid(problems)
        undo = put(work, found, Deed.ADVISE, "advised", "advice", kept)
    return with_undo(work.change, undo)


def note_decision(vault: Vault, case_id: CaseId, decision: Decision) -> Change:
    """Note what the delegated person decided. Nothing is given without a ground in law."""
    kept = replace(
        decision,
        name=clean_line(decision.name),
        role=clean_line(decision.role),
        given=clean_text(decision.given) if decision.outcome is not Outcome.REFUSED else "",
        refused=clean_text(decision.refused) if decision.outcome is not Outcome.ALL else "",
    )
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        problems = decision_problems(kept, officers(vault))
        problems += day_problems("decided_on", kept.decided_on, found, work.clock.today())
        if found.assessment and kept.decided_on < found.assessment.assessed_on:
            text = _("The decision cannot be made before the law was assessed.")
            problems.append(problem("decided_on", text))
        require_valid(problems)
        missing = () if kept.outcome is Outcome.REFUSED else missing_before_giving(found)
        if missing:
            raise RefusedError(
                _("Nothing can be given yet."),
                hint=" ".join(missing_words(code) for code in missing),
            )
        undo = put(work, found, Deed.DECIDE, "decided", "decision", kept)
    return with_undo(work.change, undo)
