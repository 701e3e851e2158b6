"""May the processing start? Handbook 2.4 and 11, art. 35, WP248 rev.01, the authority's list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from gdpr_desktop.law.bases import Condition
from gdpr_desktop.law.impact import ENOUGH, on_the_list
from gdpr_desktop.register.assessments.lawful_basis import Proposal, propose
from gdpr_desktop.register.assessments.model import Answers, ticked
from gdpr_desktop.register.assessments.start.rows import data_rows, subject_rows


class Code(StrEnum):
    """How it ends. The first four are for a controller; the others end early."""

    READY = "ready"
    RISK_ASSESSMENT_FIRST = "risk_assessment_first"
    DPIA_FIRST = "dpia_first"
    NOT_LAWFUL_YET = "not_lawful_yet"
    NOT_APPLICABLE = "not_applicable"
    PROCESSOR = "processor"


EARLY = frozenset({Code.NOT_APPLICABLE, Code.PROCESSOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``reasons`` and ``steps`` are codes, the gravest first; ``criteria`` of WP248 that hold."""

    code: Code
    reasons: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    criteria: frozenset[str] = frozenset()
    proposal: Proposal = field(default_factory=Proposal)


def outcome(answers: Answers) -> Outcome:
    """What comes of the answers (those that count; see ``model.counted``)."""
    if answers.get("people") == "no" or answers.get("filed") == "no":
        return Outcome(code=Code.NOT_APPLICABLE)
    if answers.get("role") == "processor":
        return Outcome(code=Code.PROCESSOR)
    proposal = propose(answers, special=answers.get("special") == "yes")
    lacks = tuple(dict.fromkeys(_unlawful(answers, proposal)))
    signs = criteria(answers)
    high = tuple(_high_risk(answers))
    steps = tuple(dict.fromkeys((*_lawful_steps(answers, proposal, lacks), *_steps(answers, high))))
    if lacks:
        code, reasons = Code.NOT_LAWFUL_YET, (*lacks, *high)
    elif high:
        code, reasons = Code.DPIA_FIRST, high
    elif answers.get("risk_done") != "yes":
        code, reasons = Code.RISK_ASSESSMENT_FIRST, ("no_risk_assessment",)
    else:
        code, reasons = Code.READY, ()
    if len(signs) == 1 and not high:
        reasons = (*reasons, "one_criterion")
    return Outcome(code=code, reasons=reasons, steps=steps, criteria=signs, proposal=proposal)


def criteria(answers: Answers) -> frozenset[str]:
    """The criteria that were ticked, and those that other answers show."""
    found = set(ticked(answers, "criteria"))
    if answers.get("special") == "yes" or answers.get("criminal") == "yes":
        found.add("sensitive")
    if any(one.vulnerable for one in subject_rows(answers.get("subjects", ""))):
        found.add("vulnerable")
    return frozenset(found)


def dpia_needed(answers: Answers) -> tuple[str, ...]:
    """Why personal data impact must be assessed; empty when it need not."""
    signs, listed = criteria(answers), ticked(answers, "always")
    found = []
    if on_the_list(listed, signs):
        found.append("on_the_list")
    if len(signs) >= ENOUGH:
        found.append("criteria_reached")
    return tuple(found)


def _high_risk(answers: Answers) -> Iterator[str]:
    if answers.get("dpia_done") == "yes":
        if answers.get("risk_left") != "no":
            yield "risk_still_high"
        return
    yield from dpia_needed(answers)


def _unlawful(answers: Answers, proposal: Proposal) -> Iterator[str]:
    if "contract_not_special" in proposal.warnings and proposal.basis is None:
        yield "contract_with_special"
    elif proposal.basis is None:
        yield from proposal.needs
    else:
        yield from (one for one in proposal.needs if one in ("law", "weighing", "interest"))
    if answers.get("special") == "yes":
        chosen = answers.get("condition", "none")
        if chosen == "none":
            yield "no_condition"
        elif Condition(chosen).needs_national_law and not _law(answers, "special_"):
            yield "special_law"
    if answers.get("criminal") == "yes" and not _law(answers, "criminal_"):
        yield "criminal_law"
    if answers.get("only_needed") == "no":
        yield "not_minimised"
    if _no_agreement(answers):
        yield "no_agreement"


def _no_agreement(answers: Answers) -> bool:
    """Art. 28(3): nothing is handed over before there is one."""
    return answers.get("supplier") == "yes" and answers.get("agreement") != "yes"


def _law(answers: Answers, prefix: str) -> bool:
    return bool(answers.get(f"{prefix}act") and answers.get(f"{prefix}section"))


def _lawful_steps(answers: Answers, proposal: Proposal, lacks: tuple[str, ...]) -> Iterator[str]:
    if proposal.basis is None or "contract_with_special" in lacks:
        yield "basis"
    wanted = {
        "law": "law",
        "weighing": "interests",
        "no_condition": "special",
        "special_law": "special",
        "criminal_law": "criminal",
        "not_minimised": "minimise",
    }
    yield from (wanted[one] for one in lacks if one in wanted)
    if "consent_proof" in proposal.needs or answers.get("condition") == "a":
        yield "consent"
    if "contract_noted" in proposal.needs:
        yield "contract"


def _steps(answers: Answers, high: tuple[str, ...]) -> Iterator[str]:
    kept = data_rows(answers.get("data", ""))
    has_periods = bool(kept) and all(one.months for one in kept)
    wanted = {
        "dpia": bool(high) and high != ("risk_still_high",),
        "consultation": bool(high),
        "risk_assessment": answers.get("risk_done") != "yes",
        "agreement": _no_agreement(answers),
        "arrangement": answers.get("role") == "joint",
        "transfer": answers.get("abroad") in ("yes", "unsure"),
        "security": answers.get("security") != "yes",
        "retention": not has_periods and not answers.get("retention_reason"),
        "information": not ticked(answers, "information"),
        "built_in": answers.get("change", "none") != "none",
    }
    yield from (code for code, holds in wanted.items() if holds)
