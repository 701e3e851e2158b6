"""Deeds of the check: the question of basis is answered, and the points that people answer."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gdpr_desktop.casework.checks import text_length
from gdpr_desktop.consents.checking.basis import Question, advise, questions
from gdpr_desktop.consents.checking.points import Finding, check_form
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.checking.words import asked_words
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.model import BasisAnswer, Form, PointAnswer
from gdpr_desktop.consents.forms.service.base import opened, put, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

LONGEST_WHY = 500  # characters beside an answer to a point


def findings(vault: Vault, form: Form) -> list[Finding]:
    """The sixteen points by what the register knows now: the form may have been read earlier."""
    return check_form(replace(form, known=store.known(vault.db, vault.clock.today())))


def answer_basis(
    vault: Vault, case_id: CaseId, answers: Mapping[Question, bool], why: str = ""
) -> Change:
    """Keep what was answered about the basis. Raises ``InvalidInputError``.

    Answers with which no consent is valid are kept too: the form cannot be approved with them.
    """
    reason = clean_text(why)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        kind = found.draft.kind
        require_valid(basis_problems(found, answers, reason))
        kept = tuple((one.value, answers[one]) for one in questions(kind))
        against = advise(kind, dict(kept)).needs_why
        basis = BasisAnswer(
            answers=kept, why=reason if against else "", answered_on=vault.clock.today()
        )
        undo = put(work, found, Deed.WORK_ON_CASE, "consent_basis_answered", "basis", basis)
    return with_undo(work.change, undo)


def basis_problems(form: Form, answers: Mapping[Question, bool], why: str) -> list[FieldProblem]:
    """Questions left open, and a reason that lacks."""
    left = [
        FieldProblem(field=one.value, text=_("Answer yes or no."))
        for one in questions(form.draft.kind)
        if one not in answers
    ]
    advice = advise(form.draft.kind, {one.value: yes for one, yes in answers.items()})
    if not left and advice.needs_why and not clean_text(why):
        text = _("Write why it is consent all the same.")
        left.append(FieldProblem(field="why", text=text))
    return [*left, *text_length("why", why)]


def answer_points(vault: Vault, case_id: CaseId, answers: Iterable[PointAnswer]) -> Change:
    """Keep what a person answered to the points that the program cannot see.

    Raises ``InvalidInputError``. Points that are not asked of this form keep no answer.
    """
    given = tuple(
        PointAnswer(number=one.number, yes=one.yes, why=clean_line(one.why)) for one in answers
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        wanted = asked(found)
        kept = tuple(sorted((one for one in given if one.number in wanted), key=_number))
        require_valid(point_problems(kept))
        undo = put(work, found, Deed.WORK_ON_CASE, "consent_points_answered", "answers", kept)
    return with_undo(work.change, undo)


def point_problems(answers: Iterable[PointAnswer]) -> list[FieldProblem]:
    """Answers without a reason: without one they prove nothing."""
    found = []
    for one in answers:
        field = f"why_{one.number}"
        if not one.why:
            found.append(FieldProblem(field=field, text=_("Write how you know, in a few words.")))
        found += text_length(field, one.why, LONGEST_WHY)
    return found


def to_ask(form: Form) -> tuple[tuple[int, str], ...]:
    """Number and question of each point that a person answers."""
    return tuple((number, asked_words(number)) for number in asked(form))


def _number(one: PointAnswer) -> int:
    return one.number
