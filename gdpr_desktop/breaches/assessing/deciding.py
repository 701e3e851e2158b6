"""The officer advises (art. 39(1)(a)); the delegated person decides."""

from dataclasses import replace

from gdpr_desktop.breaches.assessing.checks import advice_problems, decision_problems
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling
from gdpr_desktop.breaches.model import Breach, Decision, Exempted, OfficerAdvice
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


def note_advice(vault: Vault, case_id: CaseId, advice: OfficerAdvice) -> Change:
    """Note what the officer advises. Raises ``InvalidInputError``."""
    kept = replace(advice, why=clean_text(advice.why), name=clean_line(advice.name))
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        _require_assessed(found)
        require_valid(advice_problems(kept, found, work.clock.today()))
        undo = put(work, found, Deed.ADVISE, "advised", "advice", kept)
    return with_undo(work.change, undo)


def note_decision(vault: Vault, case_id: CaseId, decision: Decision) -> Change:
    """Note what was decided, and by whom: never the officer. Raises ``InvalidInputError``."""
    kept = cleaned(decision)
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        _require_assessed(found)
        today = work.clock.today()
        require_valid(decision_problems(kept, found, officers(vault), today))
        undo = put(work, found, Deed.DECIDE, "decided", "decision", kept, name=kept.name)
    return with_undo(work.change, undo)


def cleaned(decision: Decision) -> Decision:
    """The decision as it is kept: an exception stands only where people are not told."""
    exempted = decision.exempted if decision.people is PeopleTelling.NOT else None
    return replace(
        decision,
        why_authority=clean_text(decision.why_authority),
        why_people=clean_text(decision.why_people),
        name=clean_line(decision.name),
        role=clean_line(decision.role),
        exempted=_cleaned_exception(exempted) if exempted else None,
    )


def _cleaned_exception(exempted: Exempted) -> Exempted:
    postponed = exempted.exception is PeopleException.POSTPONED
    return replace(
        exempted,
        proof=clean_text(exempted.proof),
        letter=exempted.letter if postponed else "",
        look_again=exempted.look_again if postponed else None,
    )


def _require_assessed(found: Breach) -> None:
    if not found.versions:
        raise RefusedError(_("The risk has not been assessed."), hint=_("Assess the risk first."))
