"""What is missing in agreements and what falls due. The words are in ``words.py``."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gdpr_desktop.law.countries import Standing, standing
from gdpr_desktop.register.activities.findings.sharing import transfer_findings
from gdpr_desktop.register.activities.parts import Answer, TransferGround
from gdpr_desktop.register.entries.model import EntryDue, Finding, Severity
from gdpr_desktop.register.processors.model import CLAUSES, FRAME, Agreement, Authorisation

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.parts import Transfer
    from gdpr_desktop.register.processors.model import Assignment, Processor

NOTICE_DAYS = 90  # before an agreement runs out: time to make a new one
ANSWER_DAYS = 21  # for what a processor is asked for
AS_ACTIVITIES = frozenset(  # judged, and worded, as the transfers of an activity are
    {
        "adequacy_unlisted",
        "adequacy_partly",
        "safeguards_undocumented",
        "safeguards_unsaid",
        "transfer_against_answer",
    }
)
_OLD_CLAUSES = ("2001", "2004", "2010")  # invalid since 27 December 2022
_BETWEEN = "\t"  # between an agreement's name and what it lacks: no name holds one
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def agreement_gaps(agreement: "Agreement") -> tuple[str, ...]:
    """The letters of art. 28(3) that the agreement lacks, in order."""
    return tuple(letter for letter in CLAUSES if letter not in agreement.clauses)


def frame_gaps(agreement: "Agreement") -> tuple[str, ...]:
    """What of the frame (art. 28(3), first sentence) the agreement lacks, in order."""
    return tuple(part for part in FRAME if part not in agreement.frame)


def has_gaps(agreement: "Agreement") -> bool:
    """Is there anything that the processor can be asked to put into the agreement?"""
    return bool(
        agreement_gaps(agreement)
        or frame_gaps(agreement)
        or agreement.warns is not Answer.YES
        or agreement.in_writing is Answer.NO
        or agreement.signed_on is None
    )


def split_about(about: str) -> tuple[str, str]:
    """The agreement's name («» where there is but one) and what the finding is about."""
    name, found, rest = about.rpartition(_BETWEEN)
    return (name, rest) if found else ("", about)


def processor_findings(processor: "Processor") -> tuple[Finding, ...]:
    """No agreement at all, gaps in one, data outside the EEA without a ground."""
    found = [*_all_agreements(processor), *_abroad(processor)]
    if not processor.contact and not processor.email:
        found.append(Finding(code="no_contact", severity=Severity.HINT, field="contact"))
    return _sorted(found)


def assignment_findings(assignment: "Assignment") -> tuple[Finding, ...]:
    """On whose behalf, and what: art. 30(2); the agreement with them."""
    found = list(_assignment(assignment))
    if assignment.agreement == Agreement():
        found.append(_no_agreement("agreement"))
    else:
        found += _agreement(assignment.agreement, "", "agreement", audited=False)
    found += _transfers(assignment.transfers)
    found += _outside(assignment.outside_eea, assignment.transfers)
    return _sorted(found)


def processor_dues(processor: "Processor") -> tuple[EntryDue, ...]:
    """Agreements that run out, audits that are planned, answers that are waited for."""
    if not processor.current and processor.answer_by is not None:
        return (EntryDue(kind="agreement_answer", due=processor.answer_by),)
    return tuple(due for one in processor.current for due in agreement_dues(one))


def agreement_dues(agreement: "Agreement") -> tuple[EntryDue, ...]:
    """What must be done about one agreement, and when."""
    found = []
    ends = agreement.runs_out
    if ends is not None and not agreement.over:
        soon = ends - timedelta(days=NOTICE_DAYS)
        found.append(EntryDue(kind="agreement_ends_soon", due=soon, title=agreement.name))
        found.append(EntryDue(kind="agreement_ends", due=ends, title=agreement.name))
    planned = [one.planned for one in agreement.audits if one.planned and not one.done_on]
    if planned:
        found.append(EntryDue(kind="audit", due=min(planned), title=agreement.name))
    if agreement.answer_by is not None and has_gaps(agreement):
        found.append(
            EntryDue(kind="agreement_answer", due=agreement.answer_by, title=agreement.name)
        )
    return tuple(found)


def answer_day(asked: date) -> date:
    """When the answer to the letter is wanted."""
    return asked + timedelta(days=ANSWER_DAYS)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda one: _ORDER[one.severity]))


def _all_agreements(processor: "Processor") -> Iterator[Finding]:
    current = processor.current
    if not current:
        yield _no_agreement("agreements")
    for number, one in enumerate(current, 1):
        prefix = f"{one.name or number}{_BETWEEN}" if len(current) > 1 else ""
        yield from _agreement(one, prefix, "agreements", audited=True)
        yield from _sub_processors(one, processor, prefix)


def _no_agreement(field: str) -> Finding:
    return Finding(code="no_agreement", severity=Severity.ERROR, article="28(3)", field=field)


def _agreement(
    agreement: "Agreement", prefix: str, field: str, *, audited: bool
) -> Iterator[Finding]:
    """``audited``: is it we who must check the other party?"""
    gaps = [("clause_missing", Severity.ERROR, f"28(3)({a})", a) for a in agreement_gaps(agreement)]
    gaps += [("frame_missing", Severity.WARNING, "28(3)", part) for part in frame_gaps(agreement)]
    unsigned, silent = agreement.signed_on is None, agreement.warns is not Answer.YES
    unwritten = agreement.in_writing is Answer.NO
    lacks = (
        (unwritten, "not_in_writing", Severity.ERROR, "28(9)"),
        (agreement.in_writing is Answer.UNKNOWN, "writing_unknown", Severity.WARNING, "28(9)"),
        (unsigned, "not_signed", Severity.WARNING, "28(3)"),
        (silent, "no_warning", Severity.WARNING, "28(3)"),
        (agreement.may_notify is Answer.UNKNOWN, "notify_unknown", Severity.HINT, "33(2)"),
        (not agreement.answers_requests, "answers_unknown", Severity.HINT, "28(3)(e)"),
        (audited and not agreement.audits, "no_audit", Severity.HINT, "28(3)(h)"),
    )
    gaps += [(code, severity, article, "") for lacking, code, severity, article in lacks if lacking]
    for code, severity, article, about in gaps:
        yield Finding(
            code=code, severity=severity, article=article, about=prefix + about, field=field
        )


def _sub_processors(
    agreement: "Agreement", processor: "Processor", prefix: str
) -> Iterator[Finding]:
    used = agreement.sub_processors
    unsettled = agreement.authorisation in (Authorisation.UNKNOWN, Authorisation.NONE)
    if unsettled and (used or processor.sub_processor_ids):
        yield Finding(
            code="subs_not_authorised",
            severity=Severity.WARNING,
            article="28(2)",
            about=prefix,
            field="agreements",
        )
    grounded = _grounded(processor.transfers)
    for sub in used:
        if agreement.authorisation is Authorisation.SPECIFIC and sub.approved_on is None:
            yield Finding(
                code="sub_not_approved",
                severity=Severity.WARNING,
                article="28(2)",
                about=prefix + sub.name,
                field="agreements",
            )
        if _is_outside(sub.country) and sub.country not in grounded:
            yield Finding(
                code="sub_outside_eea",
                severity=Severity.ERROR,
                article="44",
                about=prefix + sub.name,
                field="transfers",
            )


def _abroad(processor: "Processor") -> Iterator[Finding]:
    yield from _transfers(processor.transfers)
    if _is_outside(processor.country) and processor.country not in _grounded(processor.transfers):
        yield Finding(
            code="outside_no_ground",
            severity=Severity.ERROR,
            article="44",
            about=processor.country,
            field="transfers",
        )
    yield from _outside(processor.outside_eea, processor.transfers)


def _outside(answer: Answer, transfers: tuple["Transfer", ...]) -> Iterator[Finding]:
    if answer is Answer.UNKNOWN:
        yield Finding(
            code="outside_unknown", severity=Severity.WARNING, article="44", field="outside_eea"
        )
    elif answer is Answer.YES and not transfers:
        yield Finding(
            code="outside_not_said", severity=Severity.ERROR, article="44", field="transfers"
        )
    elif answer is Answer.NO and any(_is_outside(one.country) for one in transfers):
        yield Finding(
            code="transfer_against_answer",
            severity=Severity.WARNING,
            article="44",
            field="transfers",
        )


def _is_outside(country: str) -> bool:
    return standing(country) is not Standing.EEA


def _grounded(transfers: tuple["Transfer", ...]) -> frozenset[str]:
    """The countries that a ground for transfer is given for."""
    return frozenset(one.country for one in transfers if one.ground is not TransferGround.NONE)


def _transfers(transfers: tuple["Transfer", ...]) -> Iterator[Finding]:
    for one in transfers:
        if one.ground is TransferGround.NONE and _is_outside(one.country):
            yield Finding(
                code="transfer_no_ground",
                severity=Severity.ERROR,
                article="44",
                about=one.country,
                field="transfers",
            )
        yield from (found for found in transfer_findings(one) if found.code in AS_ACTIVITIES)
        said = f"{one.safeguards.nn} {one.safeguards.nb}"
        clauses = one.ground is TransferGround.STANDARD_CLAUSES
        if clauses and any(year in said for year in _OLD_CLAUSES):
            yield Finding(
                code="old_clauses",
                severity=Severity.WARNING,
                article="46(2)(c)",
                about=one.country,
                field="transfers",
            )


def _assignment(assignment: "Assignment") -> Iterator[Finding]:
    wanted = (
        ("no_controller", Severity.ERROR, "30(2)(a)", "controller", assignment.controller),
        (
            "no_controller_contact",
            Severity.ERROR,
            "30(2)(a)",
            "controller_contact",
            assignment.controller_contact,
        ),
        ("no_categories", Severity.ERROR, "30(2)(b)", "categories", assignment.categories),
        ("no_security", Severity.WARNING, "30(2)(d)", "security", assignment.security),
    )
    for code, severity, article, field, given in wanted:
        if not given:
            yield Finding(code=code, severity=severity, article=article, field=field)
