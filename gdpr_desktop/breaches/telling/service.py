"""People are told: each round is noted, and the address list goes when it has served."""

from collections.abc import Iterable
from dataclasses import replace

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.codes import TellingChannel, TellingState
from gdpr_desktop.breaches.model import Telling
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.breaches.telling.checks import (
    channel_problems,
    require_telling,
    telling_problems,
)
from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

TOLD, DROPPED = "breach_people_told", "breach_addresses_dropped"


def note_told(
    vault: Vault,
    case_id: CaseId,
    telling: Telling,
    *,
    channels: Iterable[TellingChannel] = (),
    more: bool = False,
) -> Change:
    """Note a round of telling people; the state is where it stands after it.

    ``channels`` are all ways used at once (``telling.channel`` where none are given): each is kept
    as a round of its own, the number with the first. ``more``: more people than were counted.
    """
    used = tuple(dict.fromkeys(channels)) or (telling.channel,)
    everybody = telling.state is TellingState.ALL
    kept = replace(
        telling,
        channel=used[0],
        rest="" if everybody else clean_text(telling.rest),
        by=clean_line(telling.by),
        where=clean_line(telling.where),
    )
    rounds = tuple(
        replace(
            kept,
            channel=channel,
            number=kept.number if channel is used[0] else None,
            where=kept.where if channel is TellingChannel.PUBLIC else "",
        )
        for channel in used
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_telling(found)
        problems = channel_problems(used, kept.state, found)
        for one in rounds:
            fresh = telling_problems(one, found, work.clock.today(), more=more)
            problems += [each for each in fresh if each not in problems]
        require_valid(problems)
        after = (*found.tellings, *rounds)
        undo = put(work, found, Deed.WORK_ON_CASE, TOLD, "tellings", after, state=kept.state.value)
    return with_undo(work.change, undo)


def drop_addresses(vault: Vault, case_id: CaseId) -> Change:
    """Delete the address list that was kept for the letters. It cannot be brought back."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if not found.addresses_kept:
            raise RefusedError(_("There is no address list to delete."))
        store.drop_addresses(work.db, case_id)
        record(work, case_id, DROPPED)
    return work.change
