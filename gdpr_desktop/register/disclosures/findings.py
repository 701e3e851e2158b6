"""What a routine disclosure lacks, or does that the law forbids."""

from collections.abc import Iterator

from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.entries.model import Finding, Severity


def findings(disclosure: RoutineDisclosure) -> tuple[Finding, ...]:
    """All findings, the gravest first."""
    return (*_errors(disclosure), *_warnings(disclosure))


def _errors(disclosure: RoutineDisclosure) -> Iterator[Finding]:
    if not disclosure.recipient:
        yield _finding("no_recipient", "30(1)(d)", "recipient")
    if not any(disclosure.basis):
        yield _finding("no_basis", "6(1)", "basis")
    if disclosure.confidential and not (disclosure.lifted_by or disclosure.released):
        yield _finding("not_lifted", "", "lifted_by")


def _warnings(disclosure: RoutineDisclosure) -> Iterator[Finding]:
    asked = (
        ("data", "no_data", "30(1)(c)"),
        ("recipient_purpose", "no_purpose", "5(1)(b)"),
        ("how", "not_said_how", "32(1)"),
        ("responsible", "nobody_responsible", "5(2)"),
        ("review_on", "no_review", ""),
    )
    if disclosure.from_library and not disclosure.library_checked:
        yield _finding("not_checked", "", "library_checked", Severity.WARNING)
    for field, code, article in asked:
        if not getattr(disclosure, field):
            yield _finding(code, article, field, Severity.WARNING)


def _finding(code: str, article: str, field: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code=code, severity=severity, article=article, field=field)
