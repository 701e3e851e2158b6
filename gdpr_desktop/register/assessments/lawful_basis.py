"""Which basis of art. 6(1) carries a purpose (handbook 3.1 and 3.3)."""

from dataclasses import dataclass

from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.assessments.model import Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One basis, or none with the reason among ``needs``; what it takes, what to look out for."""

    basis: Basis | None = None
    needs: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def propose(answers: Answers, *, special: bool = False) -> Proposal:
    """The first basis that carries the purpose, in the handbook's order.

    ``special``: there are data of art. 9, which an agreement never carries, and which every basis
    needs a condition of art. 9(2) beside.
    """
    found = _first(answers, special=special)
    if answers.get("less") in ("yes", "unsure"):
        found = _more(found, warnings=("use_less",))
    if special and found.basis is not None:
        found = _more(found, needs=("special_condition",))
    return found


def _first(answers: Answers, *, special: bool) -> Proposal:
    if answers.get("necessary") != "yes":
        return Proposal(needs=("not_necessary",) if "necessary" in answers else ("unfinished",))
    if answers.get("duty") == "yes":
        return Proposal(basis=Basis.LEGAL_OBLIGATION, needs=_law(answers))
    if answers.get("task") == "yes":
        return Proposal(basis=Basis.PUBLIC_TASK, needs=_law(answers))
    if answers.get("life") == "yes":
        return Proposal(basis=Basis.VITAL_INTERESTS, warnings=("life_last",))
    agreement_fails = special or answers.get("contract_special") == "yes"
    if answers.get("contract") == "yes" and not agreement_fails:
        return Proposal(basis=Basis.CONTRACT, needs=_contract(answers))
    found = _choice(answers)
    if answers.get("contract") == "yes":
        found = _more(found, warnings=("contract_not_special",))
    return found


def _choice(answers: Answers) -> Proposal:
    """What is left when no law, no life and no agreement carries it."""
    if answers.get("outside") == "yes":
        interest = () if answers.get("interest") else ("interest",)
        return Proposal(
            basis=Basis.LEGITIMATE_INTERESTS, needs=(*interest, "weighing"), warnings=()
        )
    if answers.get("free") == "yes":
        uneven = answers.get("relation", "none") != "none"
        return Proposal(
            basis=Basis.CONSENT,
            needs=("consent_proof",),
            warnings=("consent_uneven",) if uneven else (),
        )
    return Proposal(needs=("no_basis",) if "free" in answers else ("unfinished",))


def _law(answers: Answers) -> tuple[str, ...]:
    return () if answers.get("act") and answers.get("section") else ("law",)


def _contract(answers: Answers) -> tuple[str, ...]:
    noted = ("contract_form", "contract_date", "contract_about")
    return () if all(answers.get(one) for one in noted) else ("contract_noted",)


def _more(
    found: Proposal, *, needs: tuple[str, ...] = (), warnings: tuple[str, ...] = ()
) -> Proposal:
    return Proposal(
        basis=found.basis, needs=found.needs + needs, warnings=found.warnings + warnings
    )
