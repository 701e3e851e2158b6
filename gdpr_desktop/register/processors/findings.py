"""What is missing in agreements and what falls due."""

from typing import TYPE_CHECKING

from gdpr_desktop.register.entries.model import EntryDue, Finding, Severity

if TYPE_CHECKING:
    from gdpr_desktop.register.processors.model import Agreement, Assignment, Processor


def agreement_gaps(agreement: "Agreement") -> tuple[str, ...]:
    """The letters of art. 28(3) that the agreement lacks, in order."""
    return tuple(letter for letter in "abcdefgh" if letter not in agreement.clauses)


def processor_findings(processor: "Processor") -> tuple[Finding, ...]:
    """No agreement at all, or gaps in one."""
    if not processor.agreements:
        return (
            Finding(
                code="no_agreement", severity=Severity.ERROR, article="28(3)", field="agreements"
            ),
        )
    return ()


def assignment_findings(assignment: "Assignment") -> tuple[Finding, ...]:
    """On whose behalf, and what."""
    if assignment.controller:
        return ()
    return (
        Finding(
            code="no_controller", severity=Severity.ERROR, article="30(2)(a)", field="controller"
        ),
    )


def processor_dues(processor: "Processor") -> tuple[EntryDue, ...]:
    """Agreements that run out, audits that are planned."""
    return tuple(
        EntryDue(kind="agreement_ends", due=one.runs_out, title=one.name)
        for one in processor.agreements
        if one.runs_out is not None
    )
