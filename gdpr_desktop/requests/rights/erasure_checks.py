"""What is wrong with an assessment of erasure as it was typed: a sentence at each field."""

from collections.abc import Iterator
from datetime import date

from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.law.erasure import ErasureGround, KeepReason, archive_lets_go
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.questions import problems as question_problems
from gdpr_desktop.requests.rights.erasure import (
    QUESTIONS,
    Backups,
    ErasureAssessment,
    ErasureItem,
    ErasureOutcome,
    Fate,
    keep_words,
    not_asked,
    words,
)

_CLEAR = "clearly_laid_down"


def problems(
    found: ErasureAssessment, request: Request, part: Part, today: date
) -> list[FieldProblem]:
    """Everything that is wrong, at most one sentence for each field."""
    if found.outcome is ErasureOutcome.NOTHING_HELD:
        return list(_nothing_held(request))
    all_of_them = [
        *_items(found, part.basis, today),
        *_outcome(found),
        *question_problems(QUESTIONS, found.considered, not_asked(found.considered, found.items)),
        *_grounds(found, part.basis),
        *_unused(found),
        *_archive_leader(found, today),
        *_gone_for_good(found),
        *_view(found),
    ]
    first: dict[str, FieldProblem] = {}
    for problem in all_of_them:
        first.setdefault(problem.field, problem)
    return list(first.values())


def _nothing_held(request: Request) -> Iterator[FieldProblem]:
    places = [task.title for task in request.tasks if task.outcome is TaskOutcome.FOUND]
    if places:
        text = _("Something was found in {place}. Say what becomes of it.")
        yield FieldProblem(field="outcome", text=text.format(place=places[0]))


def _items(found: ErasureAssessment, basis: Basis | None, today: date) -> Iterator[FieldProblem]:
    if not found.items:
        yield _at("items", _("Write what is held, one thing at a time, and what becomes of it."))
    for number, item in enumerate(found.items, 1):
        text = _wrong(found, item, basis, today)
        if text:
            said = _("Number {number}: {text}").format(number=number, text=text)
            yield _at("items", said)


def _wrong(found: ErasureAssessment, item: ErasureItem, basis: Basis | None, today: date) -> str:
    """What is wrong with one thing; "" when nothing is."""
    if not item.what.strip() or not item.system.strip():
        return _("Write what it is, and in which system.")
    if item.fate is not Fate.KEEP:
        return ""
    if item.keep is None:
        return _("Choose the exception that lets us keep it.")
    return _unfit(found, item.keep, basis) or _unexplained(found, item, today)


def _unexplained(found: ErasureAssessment, item: ErasureItem, today: date) -> str:
    """What the person would not get to know; "" when all is there."""
    if not found.reason(item):
        return _("Write why the exception applies. The person has a right to know.")
    if item.keep is not None and item.keep.needs_provision and not item.provision.strip():
        return _("Write the act and the section.")
    if item.until is not None and item.until < today:
        return _("The day until which it is kept has passed: then it can be erased.")
    return ""


def _outcome(found: ErasureAssessment) -> Iterator[FieldProblem]:
    text = ""
    if found.outcome is ErasureOutcome.DONE and found.kept:
        text = _("Not all is erased when something is kept: «{what}».")
        text = text.format(what=found.kept[0].what)
    elif found.outcome is ErasureOutcome.REFUSED and found.erased:
        text = _("Something is erased: «{what}». Then it is no refusal of all.")
        text = text.format(what=found.erased[0].what)
    elif found.outcome is ErasureOutcome.PART and not (found.kept and found.erased):
        text = _("A part means that something is erased and something is kept.")
    if text and found.items:
        yield _at("outcome", text)


def _grounds(found: ErasureAssessment, basis: Basis | None) -> Iterator[FieldProblem]:
    unfit = [one for one in found.grounds if basis is not None and not one.fits(basis)]
    if unfit and basis is not None:
        text = _(
            "«{ground}» cannot be a ground when the lawful basis is article {basis}. Where there "
            "are several bases, leave it unsettled."
        )
        said = text.format(ground=words(unfit[0]), basis=cited(basis.article))
        yield _at("considered", said)
    if found.erased and not found.grounds:
        text = _("Erasing needs a ground of article 17 nr. 1, and you have answered no to all six.")
        if basis is not None and fit(DataRight.ERASURE, basis) is Fit.NO:
            text = _(
                "A law demands that we have these data (article {basis}). There is no right to "
                "erasure as long as that duty lasts."
            ).format(basis=cited(basis.article))
        yield _at("considered", text)


def _unused(found: ErasureAssessment) -> Iterator[FieldProblem]:
    """Exceptions that are said to apply, but to nothing."""
    used = {item.keep for item in found.kept}
    for reason in KeepReason:
        if found.says_yes(reason.value) and reason not in used:
            text = _("You have answered yes to «{exception}», but nothing is kept because of it.")
            yield _at("items", text.format(exception=keep_words(reason)))


def _unfit(found: ErasureAssessment, reason: KeepReason, basis: Basis | None) -> str:
    """Why the exception does not fit; "" when it does."""
    if reason is KeepReason.NO_GROUND:
        if found.grounds and not found.erased:
            text = _(
                "There is a ground for erasure: «{ground}». Choose the exception it yields to."
            )
            return text.format(ground=words(found.grounds[0]))
        return ""
    if not found.says_yes(reason.value):
        text = _("You have answered that this exception does not apply: «{exception}».")
        return text.format(exception=keep_words(reason))
    if basis is not None and not reason.fits(basis):
        text = _(
            "«{exception}» does not fit the lawful basis article {basis}. Where there are several "
            "bases, leave it unsettled."
        )
        return text.format(exception=keep_words(reason), basis=cited(basis.article))
    if reason is KeepReason.ARCHIVE_DUTY and archive_lets_go(
        law_demands_erasure=ErasureGround.LEGAL_DUTY in found.grounds,
        clearly_laid_down=found.says_yes(_CLEAR),
    ):
        return _("An act says clearly that it shall be erased from the archive too.")
    return ""


def _archive_leader(found: ErasureAssessment, today: date) -> Iterator[FieldProblem]:
    if not found.archivist.strip():
        yield _at("archivist", _("Ask the archive leader first, and write who it was."))
    if found.archivist_on is None:
        yield _at("archivist_on", _("Give the date."))
    elif found.archivist_on > today:
        yield _at("archivist_on", _("The date is in the future."))
    if not found.archivist_said.strip():
        yield _at("archivist_said", _("Write what the archive leader answered."))


def _gone_for_good(found: ErasureAssessment) -> Iterator[FieldProblem]:
    """«Erased» is not recoverable: copies, backups and what has been published."""
    if not found.erased:
        return
    if found.copies is None:
        yield _at("copies", _("Say whether there are copies in e-mail, files, paper and messages."))
    if not found.copies_how.strip():
        yield _at("copies_how", _("Write who looked where, and how copies are erased."))
    if found.backups is None:
        yield _at("backups", _("Say what becomes of the data in the backups."))
    elif found.backups is not Backups.NONE and not found.backups_how.strip():
        yield _at("backups_how", _("Write who sees to it, and how."))
    if found.published and not found.publication_steps.strip():
        text = _("Write what has been done so that others take it away too.")
        yield _at("publication_steps", text)


def _view(found: ErasureAssessment) -> Iterator[FieldProblem]:
    if found.kept and not found.view.strip():
        yield _at("view", _("Write the person's view, as it is put into the case."))


def _at(field: str, text: str) -> FieldProblem:
    return FieldProblem(field=field, text=text)
