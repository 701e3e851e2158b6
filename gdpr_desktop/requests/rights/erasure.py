"""Erasure, art. 17 and handbook chapter 6: what goes, what is kept and why, item by item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.erasure import ErasureGround, KeepReason
from gdpr_desktop.requests.model import Considered, Missing, Part, Request, Result, Right
from gdpr_desktop.requests.questions import YES, answer_of, reason_of
from gdpr_desktop.requests.refusals.words import body_words
from gdpr_desktop.requests.rights.base import RightRules, child_or

QUESTIONS = "erasure"  # the decision helper; ids of grounds and reasons are those of the law
PUBLISHED = "published"
EXCEPTIONS = frozenset(KeepReason) - {KeepReason.NO_GROUND}
_AFTER_GROUNDS = frozenset({"rare_exception", PUBLISHED, *(one.value for one in EXCEPTIONS)})


class ErasureOutcome(StrEnum):
    """What comes of it."""

    DONE = "done"
    PART = "part"
    REFUSED = "refused"
    NOTHING_HELD = "nothing_held"


class Fate(StrEnum):
    """What becomes of one item."""

    ERASE = "erase"
    ANONYMISE = "anonymise"  # for real: nobody can find the person again
    KEEP = "keep"


class Copies(StrEnum):
    """What the search for copies outside the systems came to, handbook chapter 9."""

    FOUND = "found"
    NONE = "none"


class Backups(StrEnum):
    """What becomes of the data in backups: «erased» is not recoverable."""

    OVERWRITTEN = "overwritten"  # in time; what a restored backup brings back is erased again
    REMOVED = "removed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureItem:
    """One thing that is held, where, and what becomes of it."""

    what: str
    system: str
    fate: Fate
    keep: KeepReason | None = None
    provision: str = ""  # act and section, where the reason to keep does not name them
    reason: str = ""  # blank: the reason given with the question on the exception
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAssessment:
    """The assessment of a request for erasure."""

    outcome: ErasureOutcome
    considered: tuple[Considered, ...] = ()
    items: tuple[ErasureItem, ...] = ()
    archivist: str = ""  # the archive leader, handbook 6.1
    archivist_on: date | None = None
    archivist_said: str = ""
    copies: Copies | None = None
    copies_how: str = ""
    backups: Backups | None = None
    backups_how: str = ""
    publication_steps: str = ""  # art. 17(2)
    view: str = ""  # the person's view, added to the case when something is kept
    patient_record: bool = False

    @property
    def erased(self) -> tuple[ErasureItem, ...]:
        """What goes, or is made anonymous."""
        return tuple(one for one in self.items if one.fate is not Fate.KEEP)

    @property
    def kept(self) -> tuple[ErasureItem, ...]:
        """What stays."""
        return tuple(one for one in self.items if one.fate is Fate.KEEP)

    @property
    def grounds(self) -> tuple[ErasureGround, ...]:
        """The grounds of art. 17(1) that the answers have found."""
        return tuple(one for one in ErasureGround if self.says_yes(one.name.lower()))

    @property
    def published(self) -> bool:
        """Has something that is erased been published?"""
        return bool(self.erased) and self.says_yes(PUBLISHED)

    def says_yes(self, question: str) -> bool:
        """Is the question answered with yes?"""
        return answer_of(self.considered, question) == YES

    def reason(self, item: ErasureItem) -> str:
        """Why an item is kept: its own reason, else the one given for all with its exception."""
        if item.reason.strip() or item.keep is None:
            return item.reason.strip()
        return reason_of(self.considered, item.keep.value).strip()


def not_asked(considered: tuple[Considered, ...], items: tuple[ErasureItem, ...]) -> frozenset[str]:
    """Questions that wait until a ground is found; exceptions also for something kept by one."""
    if any(answer_of(considered, ground.name.lower()) == YES for ground in ErasureGround):
        return frozenset()
    keeps = {one.keep for one in items if one.fate is Fate.KEEP}
    return frozenset({PUBLISHED}) if keeps & EXCEPTIONS else _AFTER_GROUNDS


words = CodeWords(
    (
        (ErasureOutcome.DONE, N_("All of it is erased")),
        (ErasureOutcome.PART, N_("Part is erased, the rest is kept")),
        (ErasureOutcome.REFUSED, N_("Nothing is erased")),
        (ErasureOutcome.NOTHING_HELD, N_("Nothing is held")),
        (Fate.ERASE, N_("Erased")),
        (Fate.ANONYMISE, N_("Made anonymous")),
        (Fate.KEEP, N_("Must be kept")),
        (Copies.FOUND, N_("Copies were found, and are erased")),
        (Copies.NONE, N_("Looked for, none found")),
        (Backups.OVERWRITTEN, N_("Overwritten in time; what a backup brings back is erased again")),
        (Backups.REMOVED, N_("Removed from the backups too")),
        (Backups.NONE, N_("There is no backup")),
        (ErasureGround.NO_LONGER_NEEDED, N_("No longer needed")),
        (ErasureGround.CONSENT_WITHDRAWN, N_("Consent withdrawn")),
        (ErasureGround.OBJECTION, N_("Objection upheld")),
        (ErasureGround.UNLAWFUL, N_("Unlawfully processed")),
        (ErasureGround.LEGAL_DUTY, N_("A law demands erasure")),
        (ErasureGround.CHILD_SERVICE, N_("Online service used as a child")),
        (KeepReason.ARCHIVE_DUTY, N_("The Archives Act")),
        (KeepReason.ACCOUNTING_DUTY, N_("The Bookkeeping Act")),
        (KeepReason.OTHER_DUTY, N_("Another act demands it")),
        (KeepReason.PUBLIC_TASK, N_("A public task")),
        (KeepReason.EXPRESSION, N_("Freedom of expression and information")),
        (KeepReason.PUBLIC_HEALTH, N_("Public health")),
        (KeepReason.ARCHIVE_RESEARCH, N_("Archive, research or statistics")),
        (KeepReason.LEGAL_CLAIMS, N_("Legal claims")),
        (KeepReason.NO_GROUND, N_("No ground for erasure")),
    )
)
_RESULTS = {
    ErasureOutcome.DONE: Result.GRANTED,
    ErasureOutcome.PART: Result.PARTLY,
    ErasureOutcome.REFUSED: Result.REFUSED,
    ErasureOutcome.NOTHING_HELD: Result.NOTHING_HELD,
}


def keep_words(reason: KeepReason, language: Language | None = None) -> str:
    """«Arkivlova (artikkel 17 nr. 3 bokstav b)»."""
    text = _("{right} (article {article})", language=language)
    return text.format(right=words(reason, language), article=cited(reason.article))


def assessment_of(part: Part) -> ErasureAssessment | None:
    """The assessment, where there is one."""
    found: ErasureAssessment | None = part.assessment
    return found


class ErasureRules(RightRules):
    """Erasure: all of it, a part, nothing, or nothing held."""

    right = Right.ERASURE
    assessment = ErasureAssessment
    letters = frozenset({"erasure_answer", "erasure_answer_child"})
    collects = True
    tells = True

    def problems(
        self, assessment: ErasureAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        from gdpr_desktop.requests.rights.erasure_checks import problems

        return problems(assessment, request, part, today)

    def result(self, part: Part) -> Result | None:
        found = assessment_of(part)
        return _RESULTS[found.outcome] if found is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found = assessment_of(part)
        kept = found.kept if found is not None else ()
        return tuple(sorted({one.keep.article for one in kept if one.keep is not None}))

    def measures(self, assessment: ErasureAssessment, language: Language) -> tuple[str, ...]:
        return tuple(_measures(assessment, language))

    def missing_before_sending(self, request: Request, part: Part) -> tuple[Missing, ...]:
        """The letter may not say «erased» while copies outside the systems still lie there."""
        found = assessment_of(part)
        left = any(one.to_delete for one in request.unstructured.values())
        return (Missing.LOOSE_DATA,) if found is not None and found.erased and left else ()

    def offers(self, part: Part) -> tuple[Right, ...]:
        """Where something is kept: restriction, and what ends the use on this basis."""
        found = assessment_of(part)
        if found is None or not found.kept:
            return ()
        if part.basis in (Basis.PUBLIC_TASK, Basis.LEGITIMATE_INTERESTS):
            return (Right.RESTRICTION, Right.OBJECTION)
        if part.basis is Basis.CONSENT and ErasureGround.CONSENT_WITHDRAWN not in found.grounds:
            return (Right.RESTRICTION, Right.WITHDRAWAL)
        return (Right.RESTRICTION,)

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "erasure_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        from gdpr_desktop.requests.rights.erasure_letter import letter_facts

        found = assessment_of(part)
        return letter_facts(found, request) if found is not None else {}

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found = assessment_of(part)
        return tuple(_summary(found)) if found is not None else ()

    def anonymous(self, assessment: ErasureAssessment) -> ErasureAssessment:
        """What came of it and the exceptions used; not what it was, nor the reasons."""
        return ErasureAssessment(
            outcome=assessment.outcome,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
            items=tuple(
                replace(one, what="", system="", provision="", reason="")
                for one in assessment.items
            ),
            archivist_on=assessment.archivist_on,
            copies=assessment.copies,
            backups=assessment.backups,
            patient_record=assessment.patient_record,
        )


def _measures(assessment: ErasureAssessment, language: Language) -> Iterable[str]:
    for one in assessment.erased:
        text = _("Erase in {system}: {what}", language=language)
        if one.fate is Fate.ANONYMISE:
            text = _("Make anonymous in {system}: {what}", language=language)
        yield text.format(system=one.system, what=one.what)
    if assessment.erased and assessment.copies is Copies.FOUND:
        yield _("Erase the copies outside the systems", language=language)
    if assessment.erased and assessment.backups is Backups.REMOVED:
        yield _("Remove it from the backups too", language=language)
    if assessment.erased and assessment.backups is Backups.OVERWRITTEN:
        yield _("See to it that no backup brings the data back", language=language)
    if assessment.published:
        yield _("Tell those who show what was published", language=language)
    if assessment.kept:
        yield _("Put the claim, the person's view and the reasons into the case", language=language)


def _summary(found: ErasureAssessment) -> Iterable[tuple[str, str]]:
    yield _("Result"), words(found.outcome)
    grounds = [f"{words(one)} ({cited(one.article)})" for one in found.grounds]
    if found.erased:
        yield _("Grounds for erasure"), "; ".join(grounds)
    for one in found.items:
        said = words(one.fate)
        if one.keep is not None and one.fate is Fate.KEEP:
            said = f"{said}: {keep_words(one.keep)}. {found.reason(one)}"
        yield f"{one.what} ({one.system})", said
    if found.archivist_on is not None:
        by = f"{found.archivist}, {long_date(found.archivist_on)}"
        yield _("The archive leader"), f"{by}: {found.archivist_said}"
    if found.erased and found.copies is not None:
        yield _("Copies outside the systems"), _said(words(found.copies), found.copies_how)
    if found.erased and found.backups is not None:
        yield _("Backups"), _said(words(found.backups), found.backups_how)
    if found.published:
        yield _("Published data"), found.publication_steps
    if found.kept:
        yield _("The person's view"), found.view
        yield _("Complaint to"), body_words(patient_record=found.patient_record)


def _said(choice: str, how: str) -> str:
    return f"{choice}. {how}" if how.strip() else choice


RULES = ErasureRules()
