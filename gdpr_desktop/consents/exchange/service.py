"""Consents from a list: all of it in one unit of work, taken back at once where they are few."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.exchange import store as lists
from gdpr_desktop.consents.exchange.judge import Coming, Fate, Known, coming
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service.base import begin_on_form, take_away, wait_again, write
from gdpr_desktop.consents.given.store import match
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.tables.preview import Line, Watch

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

MOST_UNDONE = 2_000  # consents: more are not taken back at once


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A consent as it was, None for a new one, and as it was written."""

    before: Consent | None
    after: Consent


def gather(vault: "Vault", form_id: CaseId, lines: Iterable[Line]) -> Generator[int, None, Known]:
    """What the register holds of those in the list; yields how many pieces were read."""
    subjects = (coming(one).answered.subject for one in lines)
    keys = {match(one) for one in subjects if one.birth_date is not None}
    found: dict[str, tuple[Consent, ...]] = {}
    for number, part in enumerate(lists.known(vault.db, form_id, keys)):
        found |= part
        yield number
    return Known(consents=found, members=lists.members(vault.db, keys, vault.actor))


def import_consents(vault: "Vault", form_id: CaseId, lines: Sequence[Line], watch: Watch) -> Change:
    """Keep the consents of the lines.

    Each must be as it was when the lines were judged. Raises ``RefusedError`` and
    ``StoppedError``: nothing is kept then.
    """
    wanted = _consents(lines)
    watch.total, watch.done = len(wanted), 0
    with vault.begin(Deed.REGISTER_CASE) as work:
        form = begin_on_form(work, Deed.REGISTER_CASE, form_id)
        kept: list[_Kept] = []
        for one in wanted:
            watch.step()
            made = _written(work, form, one)
            version = form.version(made.version)
            if version is not None and version.used_on is None:  # it is noted once that it is used
                form = forms.form(work.db, form_id)
            if len(wanted) <= MOST_UNDONE:
                kept.append(_Kept(before=one.before, after=store.consent(work.db, made.id)))
        work.log(form_id, "consent_list_imported", count=len(wanted))
        change: Change = work.change
    if not kept:
        return change
    text = ngettext("the list with {count} consent", "the list with {count} consents", len(kept))
    verb = partial(_take_back, form_id=form_id, kept=tuple(kept))
    return replace(change, undo=Undo(words=text.format(count=len(kept)), verb=verb))


def _consents(lines: Iterable[Line]) -> tuple[Coming, ...]:
    """One for each consent that the lines make."""
    found = {one.key: one for one in map(coming, lines) if one.fate is not Fate.THERE}
    return tuple(found.values())


def _written(work: Any, form: Form, one: Coming) -> Consent:
    made = one.consent
    assert made is not None
    if one.before is not None:
        now = store.consent(work.db, one.before.id)
        if now != one.before or now.revision != one.before.revision:
            raise _changed()
    elif _is_there(work.db, made):
        raise _changed()
    statements = tuple(
        one if one.noted_at else replace(one, noted_at=work.clock.now(), noted_by=work.actor.name)
        for one in made.statements
    )
    return write(work, replace(made, statements=statements), form)


def _is_there(db: Any, made: Consent) -> bool:
    """Has somebody registered the same person on the same version since it was judged?"""
    if made.subject.birth_date is None:
        return False
    there = store.of_person_on(db, made.form_id, match(made.subject))
    return any(one.version == made.version for one in there)


def _changed() -> RefusedError:
    return RefusedError(
        _("Consents in the list have been registered or changed meanwhile."),
        hint=_("Go back to the columns, and look at the rows anew."),
    )


def _take_back(vault: "Vault", *, form_id: CaseId, kept: tuple[_Kept, ...]) -> Change:
    """Put all back as it was, unless one of them has been changed since."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        form = begin_on_form(work, Deed.REGISTER_CASE, form_id)
        for one in kept:
            now = store.consent(work.db, one.after.id)
            if now.revision != one.after.revision or now != one.after:
                raise RefusedError(_("This has been changed since, so it cannot be undone."))
            if one.before is None:
                take_away(work, now, form)
            else:
                write(work, replace(one.before, revision=now.revision), form)
                wait_again(work, now, form)
        work.log(form_id, "consent_undone", of="consent_list_imported", count=len(kept))
    return work.change
