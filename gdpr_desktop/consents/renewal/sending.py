"""Letters that ask again: read first, written in the worker, recorded once.

``begin`` → ``write`` in the worker → ``finish``, or ``give_up``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import begin as begin_export
from gdpr_desktop.casework.exports import mark_recorded, settle, take_place
from gdpr_desktop.casework.exports.manifest import SUFFIX
from gdpr_desktop.casework.exports.store import Export
from gdpr_desktop.casework.model import Person, Task
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.base import opened, read_form
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service import base as giving
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.renewal import store
from gdpr_desktop.consents.renewal.letters import Batch, letters
from gdpr_desktop.consents.renewal.model import Why, key_of
from gdpr_desktop.consents.renewal.recipients import ADULT, Addressee, addressees
from gdpr_desktop.consents.renewal.service import waits_for
from gdpr_desktop.consents.renewal.words import letter_title
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence import many_files
from gdpr_desktop.correspondence.facts import case_frame, municipality_facts
from gdpr_desktop.correspondence.many_files import Shape, Stack, Watch, Written
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.vault import Vault

_TO_ASK = (Why.RENEWAL, Why.OUTGROWN)
_DAYS_TO_ANSWER = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """An export that a worker may write now."""

    export: Export
    batch: Batch
    shape: Shape
    tasks: frozenset[TaskId]

    @property
    def listed(self) -> str:
        """The name of the list of SHA-256, after the folder; empty for one long file."""
        return f"{self.export.path.name}{SUFFIX}" if self.shape is Shape.FOLDER else ""


def asking_tasks(form: Form) -> tuple[Task, ...]:
    """The open tasks about people to be asked again."""
    return tuple(one for one in form.tasks if one.kind in _TO_ASK and not one.done)


def people(vault: Vault, case_id: CaseId, tasks: Iterable[TaskId]) -> tuple[Addressee, ...]:
    """The letters that these tasks ask for, by the name of whom they are about."""
    form, today = read_form(vault, case_id), vault.clock.today()
    wanted = frozenset(tasks)
    keys = {key_of(one) for one in asking_tasks(form) if one.id in wanted}
    found: list[Addressee] = []
    for one in store.waiting(vault.db, case_id, today):
        why, month = waits_for(form, one, today)
        if (why, month) in keys:
            found += addressees(form, one, why, today, _member(vault.db, one))
    return tuple(found)


def _member(db: Any, consent: Consent) -> Member | None:
    """Who stands in a list, with the names of the parents."""
    return groups.member(db, consent.member_id) if consent.member_id is not None else None


def answer_by(found: Iterable[Addressee], today: date) -> date:
    """A day to suggest: a fortnight ahead, but before the first of them ends."""
    ends = [one.consent.valid_until for one in found if one.consent.valid_until is not None]
    return max(min([today + timedelta(days=_DAYS_TO_ANSWER), *ends]), today)


def batch_of(vault: Vault, case_id: CaseId, found: tuple[Addressee, ...], by: date | None) -> Batch:
    """Everything the letters say."""
    from gdpr_desktop.letters.copies import frozen_copies

    form = read_form(vault, case_id)
    order = LetterOrder(template=ADULT, language=form.case.language)
    frame = case_frame(vault, form.case, Person(name=""), order)
    return Batch(
        form=form,
        people=found,
        language=form.case.language,
        base={**municipality_facts(vault.municipality()), "frame": frame},
        answer_by=by,
        wordings=frozen_copies(vault),
        letterhead=vault.letterhead(),
    )


def suggested_name(vault: Vault, case_id: CaseId) -> str:
    """A name without personal data, for the folder or, with an ending, for the file."""
    from gdpr_desktop.letters import file_name
    from gdpr_desktop.letters.file_names import document_name

    form, today = read_form(vault, case_id), vault.clock.today()
    case = form.case
    title = letter_title(form.draft.kind, case.language)
    name = (
        document_name(case.number, title, today)
        if title
        else file_name(case.number, ADULT, case.language, today)
    )
    return name.removesuffix(".docx")


def begin(
    vault: Vault, case_id: CaseId, batch: Batch, shape: Shape, path: Path, tasks: Iterable[TaskId]
) -> Started:
    """Note that an export to ``path`` begins, before its first byte. Raises ``AppError``."""
    from gdpr_desktop.letters.long_file import MOST

    if not batch.people:
        raise RefusedError(_("There is nobody to write to."))
    if shape is Shape.LONG and len(batch.people) > MOST:
        text = _("{count} letters are too many for one file.").format(count=len(batch.people))
        raise RefusedError(text, hint=_("Make a file for each person."))
    if shape is Shape.LONG:
        refuse_place(vault, path)
    elif path.exists():
        raise AppError(
            _("«{name}» is there from before.").format(name=path.name),
            hint=_("Choose another name or another folder."),
        )
    export = begin_export(vault, case_id, path, folder=shape is Shape.FOLDER)
    return Started(export=export, batch=batch, shape=shape, tasks=frozenset(tasks))


def write(started: Started, watch: Watch) -> Written | None:
    """In the worker: all letters to the place of ``started``; None when it was stopped."""
    stack = Stack(letters=letters(started.batch), letterhead=started.batch.letterhead)
    place = started.export.temporary
    return many_files.write(stack, started.shape, place, watch, listed=started.listed)


def finish(vault: Vault, case_id: CaseId, started: Started, written: Written) -> Change:
    """The letters take their place, and it is noted whom they asked. Raises ``AppError``."""
    export, batch = started.export, started.batch
    place = export.path / written.listed if written.listed else export.path
    try:
        with vault.begin(Deed.SEND_LETTER) as work:
            form, today = opened(work, case_id, Deed.SEND_LETTER), work.clock.today()
            take_place(export)
            for consent_id in dict.fromkeys(one.consent.id for one in batch.people):
                now = consents.consent(work.db, consent_id)
                giving.write(work, replace(now, asked_on=today), form)
            for task in asking_tasks(form):
                if task.id in started.tasks:
                    cases.update_task(work.db, replace(task, done_on=today))
            casework.record_letter(
                vault,
                case_id,
                template=ADULT,
                language=batch.language.value,
                path=place,
                sha256=written.sha256,
                wording={"count": str(written.count)},
            )
            mark_recorded(work, export)
    finally:
        settle(vault, export)
    return work.change


def give_up(vault: Vault, started: Started) -> None:
    """The worker wrote nothing, or stopped: nothing is left."""
    settle(vault, started.export)
