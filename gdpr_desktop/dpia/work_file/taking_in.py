"""A work file comes back: it is known, read, compared, and taken in piece by piece.

Nothing that stands in the register is overwritten unasked: see ``comparing``.
"""

import dataclasses
import hashlib
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.attachments.service import require_room
from gdpr_desktop.casework.deed import record
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.service.base import opened_to_write, read_dpia, with_undo
from gdpr_desktop.dpia.work_file.checking import checked, is_whole, read_as_ours
from gdpr_desktop.dpia.work_file.comparing import Choices, Difference, alike, differences, merged
from gdpr_desktop.dpia.work_file.model import ORIGIN, Origin, Returned, SentFile
from gdpr_desktop.dpia.work_file.store import case_of_file, only_case, put_changes
from gdpr_desktop.vault import Vault, journal, settings, work_file
from gdpr_desktop.vault.errors import from_os_error
from gdpr_desktop.vault.work_file_errors import DamagedWorkFileError

TAKEN_IN = "dpia_file_taken_in"
_GONE = frozenset({"dpia_sent", "dpia_advised", "dpia_approved", "closed", "dpia_file_taken_in"})


def sent_file_at(vault: Vault, case_id: CaseId, path: Path) -> SentFile | None:
    """Which of the files sent from this case it is; None for one that nobody remembers.

    Needs no password. Raises ``RefusedError`` for a file of another case, one that was taken in
    as it is, and one that is not waited for; ``VaultError`` for what is no work file.
    """
    key = work_file.key_at(path)
    sent = next((one for one in read_dpia(vault, case_id).sent_files if one.key == key), None)
    if sent is None:
        other = case_of_file(vault.db, key)
        if other is not None:
            raise _of_another_case(cases.case(vault.db, other).number)
        return None
    if sent.cancelled_at is not None:
        raise RefusedError(
            _("This file is not waited for: that was noted {time}.").format(
                time=long_instant(sent.cancelled_at)
            ),
            hint=_("To take it in after all, wait for it again under «Send to another computer»."),
        )
    if sent.taken_in:
        _require_news(sent, _sha256(path))
    return sent


def read(vault: Vault, case_id: CaseId, path: Path, password: str = "") -> Returned:
    """What stands in the file; the register is not changed. For the worker.

    A file needs no password while the register keeps it. Raises ``VaultError``, ``RefusedError``.
    """
    sent = sent_file_at(vault, case_id, path)
    sha256 = _sha256(path)
    if sent is not None:
        _require_news(sent, sha256)
    found = read_dpia(vault, case_id)
    with work_file.copy_opened(path, password or (sent.password if sent else "")) as db:
        key = work_file.key_at(path)
        with read_as_ours():
            origin = msgspec.convert(settings.read(db, ORIGIN), type=Origin)
            their_case = only_case(db)
            assert their_case is not None, "a work file has one"
            theirs = store.dpia(db, their_case).content
            base = store.sent_content(db, their_case, key)
            link = _link(db)
        if sent is None:
            _require_ours(vault, found, origin)
        elif _goes_on(db, sent):
            base = store.sent_content(vault.db, case_id, key) or base
        if base is None:
            raise DamagedWorkFileError
        theirs = checked(base, found.content, theirs)
        with read_as_ours():
            contents = _new_contents(vault, case_id, db, their_case, theirs)
    return Returned(
        sha256=sha256,
        sent=sent or _forgotten(found, origin, key, path.name, password),
        known=sent is not None,
        base=base,
        theirs=_with_our_record(theirs, found.content),
        link=link,
        contents=contents,
    )


def _require_news(sent: SentFile, sha256: str) -> None:
    """Raises ``RefusedError`` for a file that was taken in as it is."""
    if sha256 in sent.taken_in:
        assert sent.taken_in_at is not None
        raise RefusedError(
            _("This file was taken in already, {time}.").format(
                time=long_instant(sent.taken_in_at)
            ),
            hint=_("Nothing has been changed. Is there a newer file?"),
        )


def changes(vault: Vault, case_id: CaseId, returned: Returned) -> tuple[Difference, ...]:
    """What was changed in the file, against what stands in the register now."""
    return differences(returned.base, read_dpia(vault, case_id).content, returned.theirs)


def take_in(
    vault: Vault,
    case_id: CaseId,
    returned: Returned,
    found: tuple[Difference, ...],
    choices: Choices,
) -> Change:
    """Take in what was changed; of a clash, what was chosen. All of it, or none.

    ``found`` is what the person has seen; raises ``RefusedError`` when it is not so any more.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        now = opened_to_write(work, case_id)
        if differences(returned.base, now.content, returned.theirs) != found:
            raise RefusedError(
                _("The assessment was changed in the meantime."),
                hint=_("Choose the file once more. Nothing has been taken in."),
            )
        wanted = merged(now.content, found, choices, catalogue=returned.theirs.catalogue)
        kept = {one.key for one in wanted.attachments}
        new = (len(content) for key, content in returned.contents.items() if key in kept)
        require_room(work.db, case_id, new)
        put_changes(
            work.db,
            case_id,
            now.content,
            wanted,
            by=returned.sent.recipient,
            at=work.clock.now(),
            contents=returned.contents,
        )
        before = _remember(work, now, returned)
        text = _("{file}, from {name}. {changes}").format(
            file=returned.sent.file_name,
            name=returned.sent.recipient,
            changes=count_words(len(found)),
        )
        event = record(work, case_id, TAKEN_IN, text=text)
    verb = partial(
        _undo, case_id=case_id, before=before, returned=returned, wanted=wanted, event=event
    )
    return with_undo(work.change, Undo(words=noun(TAKEN_IN), verb=verb))


def count_words(count: int) -> str:
    """How much was changed in a file."""
    if not count:
        return _("Nothing was changed in it.")
    words = ngettext("{count} change.", "{count} changes.", count)
    return words.format(count=count)


def _remember(work: Any, now: Dpia, returned: Returned) -> Dpia:
    sent = dataclasses.replace(
        returned.sent,
        taken_in=(*returned.sent.taken_in, returned.sha256),
        taken_in_at=work.clock.now(),
        link=returned.link,
        password="",  # not waited for any more
    )
    others = tuple(one for one in now.sent_files if one.key != sent.key)
    files = tuple(sorted((*others, sent), key=_number))
    store.put_step(work.db, now.case.id, sent_files=files)
    # a file that comes back once more shows what was changed since
    store.put_sent_content(work.db, now.case.id, sent.key, returned.theirs)
    return now


def _undo(
    vault: Vault,
    *,
    case_id: CaseId,
    before: Dpia,
    returned: Returned,
    wanted: Assessment,
    event: EventId,
) -> Change:
    """Put back what stood there before, when nobody has written since."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        now = opened_to_write(work, case_id)
        require_nothing_after(work.db, case_id, event, _GONE)
        if not alike(now.content, wanted):
            raise changed_since()
        put_changes(
            work.db,
            case_id,
            now.content,
            before.content,
            by=work.actor.name,
            at=work.clock.now(),
            contents={},
        )
        key = returned.sent.key  # files sent since stay as they are
        store.put_sent_content(work.db, case_id, key, returned.base)
        was = tuple(one for one in before.sent_files if one.key == key)
        others = tuple(one for one in now.sent_files if one.key != key)
        files = tuple(sorted((*others, *was), key=_number))
        store.put_step(work.db, case_id, sent_files=files)
        note_undone(work, case_id, TAKEN_IN, event)
    return work.change


def _link(db: Any) -> tuple[int, str]:
    link = journal.last_link(db)
    return link.seq, link.mac.hex()


def _goes_on(db: Any, sent: SentFile) -> bool:
    """Was it written from what was taken in last?

    If not, it is an older copy, compared with what was sent: so it never undoes the newer one.
    """
    if sent.link is None:
        return True
    seq, mac = sent.link
    there = journal.link_at(db, seq)
    return there is not None and there.mac.hex() == mac


def _number(sent: SentFile) -> int:
    return sent.number


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise from_os_error(error) from error


def _of_another_case(number: str) -> RefusedError:
    return RefusedError(
        _("This file belongs to another assessment: {number}.").format(number=number),
        hint=_("Open that one, and take the file in there. Nothing has been changed."),
    )


def _require_ours(vault: Vault, found: Dpia, origin: Origin) -> None:
    """A file that nobody remembers: the register may have been restored since it was sent."""
    if origin.register != work_file.register_id(vault):
        text = _("This file was sent from the register of another municipality: {name}.")
        if origin.municipality == vault.municipality().name:
            text = _("This file was sent from another register of {name}.")
        raise RefusedError(
            text.format(name=origin.municipality),
            hint=_("Take it in there. Nothing has been changed."),
        )
    if origin.case_number != found.case.number:
        raise _of_another_case(origin.case_number)


def _forgotten(found: Dpia, origin: Origin, key: str, name: str, password: str) -> SentFile:
    return SentFile(
        key=key,
        number=len(found.sent_files) + 1,
        file_name=name,
        recipient=origin.recipient,
        sent_at=origin.sent_at,
        sent_by=origin.sent_by,
        password=password,
    )


def _with_our_record(theirs: Assessment, ours: Assessment) -> Assessment:
    about = dataclasses.replace(theirs.about, activities=ours.about.activities)
    return dataclasses.replace(theirs, about=about)


def _new_contents(
    vault: Vault, case_id: CaseId, db: Any, their_case: CaseId, theirs: Assessment
) -> dict[str, bytes]:
    """The files that are in the work file alone, each as it says of itself."""
    found = {}
    for one in theirs.attachments:
        if attachments.content(vault.db, case_id, one.key) is not None:
            continue
        content = attachments.content(db, their_case, one.key)
        if content is None or hashlib.sha256(content).hexdigest() != one.sha256:
            raise DamagedWorkFileError
        if not is_whole(one, content):
            raise DamagedWorkFileError
        found[one.key] = content
    return found
