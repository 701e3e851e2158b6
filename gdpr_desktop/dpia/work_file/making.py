"""A work file is sent: the assessment in a small encrypted file for another machine."""

import contextlib
import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.checks import line_lengths
from gdpr_desktop.casework.checks import problem as problem_at
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.service.base import opened, opened_to_write, put, read_dpia, with_undo
from gdpr_desktop.dpia.work_file.model import ORIGIN, SETTINGS, Origin, SentFile
from gdpr_desktop.dpia.work_file.steps import Steps
from gdpr_desktop.vault import Vault, settings, users, work_file, work_password
from gdpr_desktop.vault.errors import from_os_error
from gdpr_desktop.vault.files import swap, sync_folder

_CARRIED = ("screening", "need", "opinion")  # steps that the wizard tells of
_OF_CONTENT = ("scale", "own_scale", "catalogue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A work file that was made. The password is told apart from the file."""

    change: Change
    path: Path
    recipient: str
    password: str = field(repr=False)


def recipient_problems(recipient: str) -> list[FieldProblem]:
    """What is wrong with the name of who gets the file."""
    name = clean_line(recipient)
    if not name:
        return [problem_at("recipient", _("Write who gets the file."))]
    if text := users.name_problem(name):
        return [problem_at("recipient", text)]
    return line_lengths(recipient=name)


def send(
    vault: Vault, case_id: CaseId, recipient: str, path: Path, steps: Steps | None = None
) -> Sent:
    """Make the file at ``path``, in place of one that is there. A second: not on the window's
    thread. The register remembers it, or there is no file. ``steps`` tells how far it has come,
    and may stop it.

    Raises ``InvalidInputError`` (``recipient``), ``RefusedError``, ``VaultError``.
    """
    require_valid(recipient_problems(recipient))
    name = clean_line(recipient)
    found = read_dpia(vault, case_id)
    with vault.begin(Deed.WORK_ON_CASE) as work:  # before the long part: may it be sent at all?
        opened_to_write(work, case_id)
    _require_writable_place(path)
    content, password = _as_sent(found.content), work_password.new()
    unfinished = path.with_name(path.name + ".new")
    with contextlib.suppress(OSError):
        unfinished.unlink(missing_ok=True)  # of one that was cut short
    filling = _Filling(vault, found, content, _origin(vault, found, name), steps or Steps())
    key = work_file.make(
        unfinished,
        password,
        person=name,
        municipality=vault.municipality(),
        at=vault.clock.now(),
        fill=filling,
    )
    try:
        change = _remember(vault, case_id, key, name, password, content, path, unfinished)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return Sent(change=change, path=path, recipient=name, password=password)


def cancel(vault: Vault, case_id: CaseId, key: str) -> Change:
    """A file is not waited for any more; it can be waited for again."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        sent = _sent(found, key)
        if not sent.is_out:
            raise RefusedError(_("The file is not waited for."))
        files = _with(found, dataclasses.replace(sent, cancelled_at=work.clock.now()))
        code = "dpia_file_cancelled"
        undo = put(work, found, Deed.WORK_ON_CASE, code, "sent_files", files, text=sent.file_name)
    return with_undo(work.change, undo)


def wait_again(vault: Vault, case_id: CaseId, key: str) -> Change:
    """A file that was not waited for may be taken in after all."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        sent = _sent(found, key)
        files = _with(found, dataclasses.replace(sent, cancelled_at=None))
        code = "dpia_file_awaited"
        undo = put(work, found, Deed.WORK_ON_CASE, code, "sent_files", files, text=sent.file_name)
    return with_undo(work.change, undo)


def _require_writable_place(path: Path) -> None:
    if path.suffix != work_file.SUFFIX:
        raise AppError(
            _("The name of a work file ends in .dpia."), hint=_("Choose the name once more.")
        )


def _as_sent(content: Assessment) -> Assessment:
    """The record of processing stays where it is."""
    return dataclasses.replace(content, about=dataclasses.replace(content.about, activities=()))


def _origin(vault: Vault, found: Dpia, recipient: str) -> Origin:
    return Origin(
        register=work_file.register_id(vault),
        municipality=vault.municipality().name,
        case_number=found.case.number,
        sent_by=vault.actor.name,
        sent_at=vault.clock.now(),
        recipient=recipient,
    )


@dataclass(frozen=True)
class _Filling:
    """Writes the case, all that it holds and its settings into the new file."""

    vault: Vault
    found: Dpia
    content: Assessment
    origin: Origin
    steps: Steps

    def __call__(self, db: Any, actor: Actor, key: str) -> None:
        own = {k: v for k, v in settings.beginning_with(self.vault.db, SETTINGS).items() if v}
        for name, value in (own | {ORIGIN: self.origin}).items():
            settings.write(db, name, value)
        case_id = self._case(db, actor)
        store.insert(db, case_id, self.content.about, self.found.state)
        steps = {name: getattr(self.found, name) for name in _CARRIED}
        steps |= {name: getattr(self.content, name) for name in _OF_CONTENT}
        store.put_step(db, case_id, work_key=key, **steps)
        for answer in self.content.answers:
            store.put_answer(db, case_id, answer, self.origin.sent_by, self.origin.sent_at)
        items: tuple[store.Item, ...] = (
            *self.content.measures,
            *self.content.scenarios,
            *self.content.comments,
        )
        for item in items:
            store.put_item(db, case_id, item)
        self._attachments(db, case_id)
        store.put_sent_content(db, case_id, key, self.content)

    def _attachments(self, db: Any, case_id: CaseId) -> None:
        self.steps.total = len(self.content.attachments)
        for one in self.content.attachments:
            self.steps.require_going_on()
            content = attachments.content(self.vault.db, self.found.case.id, one.key)
            attachments.insert(db, case_id, one, content or b"")
            self.steps.done += 1
        self.steps.require_going_on()

    def _case(self, db: Any, actor: Actor) -> CaseId:
        case = self.found.case
        case_id = cases.insert_case(
            db,
            number=case.number,
            kind=CaseKind.DPIA,
            received=case.received,
            language=case.language,
            title=self.content.about.title,
            actor=actor,
            at=self.origin.sent_at,
        )
        own = cases.user_named(db, actor.name)
        cases.update_case(db, case_id, caseworker=actor.name, assignee=own)
        return case_id


def _remember(
    vault: Vault,
    case_id: CaseId,
    key: str,
    recipient: str,
    password: str,
    content: Assessment,
    path: Path,
    unfinished: Path,
) -> Change:
    """The register first, the file's name last: what fails takes the other back."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened_to_write(work, case_id)
        sent = SentFile(
            key=key,
            number=len(found.sent_files) + 1,
            file_name=path.name,
            recipient=recipient,
            sent_at=work.clock.now(),
            sent_by=work.actor.name,
            password=password,
        )
        store.put_step(work.db, case_id, sent_files=(*found.sent_files, sent))
        store.put_sent_content(work.db, case_id, key, content)
        text = _("{file}, to {name}").format(file=path.name, name=recipient)
        record(work, case_id, "dpia_file_sent", text=text)
        try:
            swap(unfinished, path)
        except OSError as error:
            raise from_os_error(error) from error
        sync_folder(path.parent)
    return work.change


def _sent(found: Dpia, key: str) -> SentFile:
    sent = next((one for one in found.sent_files if one.key == key), None)
    if sent is None:
        raise RefusedError(_("This register has not sent the file."))
    return sent


def _with(found: Dpia, sent: SentFile) -> tuple[SentFile, ...]:
    return tuple(sent if one.key == sent.key else one for one in found.sent_files)


def origin_of(vault: Vault) -> Origin | None:
    """Where the work file that is open comes from, as it says."""
    kept = vault.setting(ORIGIN)
    return msgspec.convert(kept, type=Origin) if kept else None
