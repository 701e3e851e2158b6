"""Registering answers, putting mistakes right, and noting when the processing began."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from gdpr_desktop.casework.checks import problem, required, text_length
from gdpr_desktop.casework.undo import changed_since
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.checks import (
    Found,
    doubts,
    given_again,
    statement_problems,
    subject_problems,
)
from gdpr_desktop.consents.given.known import same_person
from gdpr_desktop.consents.given.model import Consent, Correction, Statement, Subject
from gdpr_desktop.consents.given.nouns import noun
from gdpr_desktop.consents.given.renewing import marked
from gdpr_desktop.consents.given.service.base import (
    NEW,
    answers_anew,
    begin_on_form,
    ends_by,
    take_away,
    told_end,
    wait_again,
    write,
)
from gdpr_desktop.consents.given.words import doubt_problems
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import InvalidInputError, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, ConsentId, GroupId, MemberId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault


class DoubtfulError(InvalidInputError):
    """It can be registered as it is, when somebody has looked at it: ``anyway=True``."""

    def __init__(self, found: tuple[Found, ...]) -> None:
        self.found = found
        super().__init__(doubt_problems(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What came in about one person: an answer of each who signed.

    ``version`` None is the one handed out now. ``parents`` and ``care_order`` None leave what is
    known.
    """

    subject: Subject
    statements: tuple[Statement, ...]
    version: int | None = None
    group_id: GroupId | None = None
    member_id: MemberId | None = None
    parents: int | None = None
    care_order: bool | None = None
    valid_from: date | None = None
    note: str = ""


def register_answer(
    vault: Vault,
    form_id: CaseId,
    registered: Registered,
    *,
    consent_id: ConsentId | None = None,
    anyway: bool = False,
) -> Change:
    """Register answers on a form: a new consent, or more answers on the one with this id.

    Raises ``InvalidInputError``, ``DoubtfulError`` unless ``anyway``, and ``RefusedError``.
    """
    with vault.begin(Deed.REGISTER_CASE) as work:
        form = begin_on_form(work, Deed.REGISTER_CASE, form_id)
        before = _known(work, form_id, consent_id)
        bare = _bare(form, registered, before)
        found = bare
        hard = subject_problems(bare.subject, work.clock.today())
        asked: list[Found] = []
        others = tuple(one for one in same_person(work.db, bare) if one.id != bare.id)
        for one in registered.statements:
            made = marked(_noted(work, one), (found, *others), form)
            hard += statement_problems(made, form.version(bare.version), work.clock.today())
            asked += doubts(found, made, form)
            found = replace(found, statements=(*found.statements, made))
        require_valid(hard)
        if asked and not anyway:
            raise DoubtfulError(tuple(asked))
        told = None
        if before is not None and not answers_anew(before, registered.statements):
            told = told_end(before, form)
        kept = write(work, replace(found, valid_until=ends_by(found, form, told)), form)
        code = "consent_registered" if before is None else "consent_answer_added"
        undo = _log(work, code, kept, before)
    return replace(work.change, undo=undo)


def _known(work: Any, form_id: CaseId, consent_id: ConsentId | None) -> Consent | None:
    if consent_id is None:
        return None
    found = store.consent(work.db, consent_id)
    if found.form_id != form_id:
        raise RefusedError(_("This consent was given on another form."))
    return found


def _bare(form: Form, registered: Registered, before: Consent | None) -> Consent:
    """The consent without the new answers."""
    latest = form.latest.number if form.latest is not None else 0
    subject = _cleaned(registered.subject)
    if before is None:
        return Consent(
            id=NEW,
            form_id=form.case.id,
            version=registered.version or latest,
            subject=subject,
            group_id=registered.group_id,
            member_id=registered.member_id,
            parents=registered.parents,
            care_order=bool(registered.care_order),
            valid_from=registered.valid_from,
            note=clean_text(registered.note),
        )
    if registered.version not in (None, before.version):
        raise RefusedError(
            _("This consent was given on another version of the form."),
            hint=_("Register what was answered on the other version as a new consent."),
        )
    care = before.care_order if registered.care_order is None else registered.care_order
    return replace(
        before,
        subject=replace(
            before.subject,
            birth_date=before.subject.birth_date or subject.birth_date,
            protected=before.subject.protected or subject.protected,
        ),
        group_id=before.group_id or registered.group_id,
        member_id=before.member_id or registered.member_id,
        parents=before.parents if registered.parents is None else registered.parents,
        care_order=care,
        valid_from=registered.valid_from or before.valid_from,
        note=_both_notes(before.note, clean_text(registered.note)),
    )


def _both_notes(before: str, now: str) -> str:
    """What was noted before stays, with what is new below it."""
    if now in before.splitlines():
        return before
    return "\n".join(one for one in (before, now) if one)


def _cleaned(subject: Subject) -> Subject:
    return replace(subject, name=clean_line(subject.name))


def _noted(work: Any, statement: Statement) -> Statement:
    proof = statement.proof
    return replace(
        statement,
        name=clean_line(statement.name),
        told=clean_text(statement.told),
        note=clean_text(statement.note),
        capacity_by=clean_line(statement.capacity_by),
        proof=replace(proof, archive_number=clean_line(proof.archive_number)),
        noted_at=work.clock.now(),
        noted_by=work.actor.name,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """How it should have been noted, and why it is put right."""

    subject: Subject
    statements: tuple[Statement, ...]
    why: str
    parents: int | None = None
    care_order: bool = False


def correct_consent(
    vault: Vault, consent_id: ConsentId, corrected: Corrected, *, anyway: bool = False
) -> Change:
    """Put a mistake right. What stood there is kept in ``Consent.corrections``.

    Raises ``InvalidInputError``, ``DoubtfulError`` unless ``anyway``, and ``RefusedError``.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = store.consent(work.db, consent_id)
        form = begin_on_form(work, Deed.WORK_ON_CASE, before.form_id)
        kept = tuple(
            one if one in before.statements else _noted(work, one) for one in corrected.statements
        )
        kept = _marked_again(work, replace(before, statements=kept), before, form)
        after = replace(
            before,
            subject=_cleaned(corrected.subject),
            statements=kept,
            parents=corrected.parents,
            care_order=corrected.care_order,
        )
        after = replace(after, valid_until=ends_by(after, form, told_end(before, form)))
        if replace(after, valid_until=before.valid_until) == before:
            raise RefusedError(_("Nothing was changed."))
        _check_correction(work, before, after, form, corrected.why, anyway=anyway)
        entry = Correction(
            why=clean_text(corrected.why),
            by=work.actor.name,
            corrected_at=work.clock.now(),
            subject=before.subject,
            statements=before.statements,
            parents=before.parents,
            care_order=before.care_order,
        )
        after = write(work, replace(after, corrections=(*before.corrections, entry)), form)
        wait_again(work, before, form)
        undo = _log(work, "consent_corrected", after, before)
    return replace(work.change, undo=undo)


def _marked_again(work: Any, after: Consent, before: Consent, form: Form) -> tuple[Statement, ...]:
    """What was put right may renew another answer by that, or no more; the rest never gains."""
    rows = (after, *(one for one in same_person(work.db, after) if one.id != after.id))
    made = ((one, marked(one, rows, form)) for one in after.statements)
    return tuple(
        new if one not in before.statements or one.renews is not None else one for one, new in made
    )


def _check_correction(
    work: Any, before: Consent, after: Consent, form: Form, why: str, *, anyway: bool
) -> None:
    today = work.clock.today()
    hard = subject_problems(after.subject, today)
    hard += required("why", why, _("Write what was wrong.")) + text_length("why", why)
    found: list[Found] = []
    for one in after.statements:
        if one not in before.statements:
            others = tuple(other for other in after.statements if other is not one)
            hard += statement_problems(one, form.version(after.version), today)
            found += doubts(replace(after, statements=others), one, form)
    found += given_again(before, after)
    require_valid(hard)
    if found and not anyway:
        raise DoubtfulError(tuple(found))


def note_start(vault: Vault, consent_id: ConsentId, started_on: date | None) -> Change:
    """Note when the processing began. A consent given later does not heal the time before it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = store.consent(work.db, consent_id)
        form = begin_on_form(work, Deed.WORK_ON_CASE, before.form_id)
        if started_on is not None and started_on > work.clock.today():
            require_valid([problem("started_on", _("This day has not come yet."))])
        if started_on == before.started_on:
            raise RefusedError(_("Nothing was changed."))
        after = write(work, replace(before, started_on=started_on), form)
        undo = _log(work, "consent_start_noted", after, before)
    return replace(work.change, undo=undo)


def _log(work: Any, code: str, after: Consent, before: Consent | None) -> Undo:
    """Tell the journal, and give the way back."""
    work.log(after.form_id, code, consent=after.id)
    now = store.consent(work.db, after.id)
    verb = partial(_restore, code=code, now=now, before=before)
    return Undo(words=noun(code), verb=verb)


def _restore(vault: Vault, *, code: str, now: Consent, before: Consent | None) -> Change:
    """Put the consent back as it was, when it is still as the deed left it."""
    deed = Deed.REGISTER_CASE if code in _REGISTERING else Deed.WORK_ON_CASE
    with vault.begin(deed) as work:
        form = begin_on_form(work, deed, now.form_id)
        found = store.consent(work.db, now.id)
        if found.revision != now.revision or found != now:
            raise changed_since()
        if before is None:
            take_away(work, now, form)
        else:
            write(work, replace(before, revision=found.revision), form)
            wait_again(work, now, form)
        work.log(now.form_id, "consent_undone", consent=now.id, of=code)
    return work.change


_REGISTERING = frozenset({"consent_registered", "consent_answer_added"})
