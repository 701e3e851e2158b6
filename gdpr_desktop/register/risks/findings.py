"""What an assessment lacks. Handbook 2.4: likelihood, consequence, and what is done about it."""

from collections.abc import Iterator

from gdpr_desktop.register.entries.model import Finding, Severity
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.levels import Level
from gdpr_desktop.register.risks.model import Risk, RiskAssessment

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def findings(assessment: RiskAssessment) -> tuple[Finding, ...]:
    """All findings, the gravest first."""
    found = (*_whole(assessment), *(one for risk in assessment.risks for one in _risk(risk)))
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> int:
    return _ORDER[finding.severity]


def _whole(assessment: RiskAssessment) -> Iterator[Finding]:
    if not assessment.risks:
        yield Finding(code="no_risks", severity=Severity.ERROR, article="32(2)", field="risks")
    if not (assessment.activities or assessment.systems):
        yield Finding(code="assesses_nothing", severity=Severity.WARNING, field="activities")
    if assessment.made_on is None:
        yield Finding(code="no_date", severity=Severity.WARNING, field="made_on")
    if not assessment.made_by:
        yield Finding(code="nobody_made_it", severity=Severity.WARNING, field="made_by")
    reason = levels.needs_dpia_hint(assessment)
    if reason is not None:
        yield Finding(code=f"dpia_{reason}", severity=Severity.HINT, article="35(1)", field="risks")


def _risk(risk: Risk) -> Iterator[Finding]:
    def found(code: str, severity: Severity = Severity.WARNING, article: str = "") -> Finding:
        return Finding(
            code=code, severity=severity, article=article, about=risk.text, field="risks"
        )

    if not levels.is_set(risk):
        yield found("no_numbers", article="32(2)")
    if levels.before(risk) is Level.HIGH and not risk.measures:
        yield found("high_without_measure", Severity.ERROR, "32(1)")
    if risk.measures and not levels.is_set_after(risk):
        yield found("not_judged_after")
    for measure in risk.measures:
        if measure.done_on is not None:
            continue
        if not measure.owner:
            yield Finding(
                code="measure_without_owner",
                severity=Severity.WARNING,
                about=measure.text,
                field="risks",
            )
        if measure.due is None:
            yield Finding(
                code="measure_without_due",
                severity=Severity.WARNING,
                about=measure.text,
                field="risks",
            )
