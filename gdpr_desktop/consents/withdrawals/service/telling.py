"""The person is told that it is done, by letter or otherwise."""

from datetime import date

from gdpr_desktop.casework.checks import problem, text_length
from gdpr_desktop.consents.withdrawals.model import Confirmed
from gdpr_desktop.consents.withdrawals.service.base import put, taken_back, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

TOLD = "withdrawal_told"


def note_told(vault: Vault, case_id: CaseId, confirmed: Confirmed) -> Change:
    """Note when and how the person was told. Again: they were told more, later."""
    kept = Confirmed(
        told_on=confirmed.told_on, channel=confirmed.channel, note=clean_text(confirmed.note)
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = taken_back(work, case_id)
        problems = told_problems(kept, found.registered.withdrawn_on, work.clock.today())
        require_valid(problems)
        undo = put(
            work,
            found,
            Deed.WORK_ON_CASE,
            TOLD,
            "confirmed",
            kept,
            channel=kept.channel,
            on=kept.told_on.isoformat(),
        )
    return with_undo(work.change, undo)


def told_problems(confirmed: Confirmed, withdrawn_on: date, today: date) -> list[FieldProblem]:
    """Not before it was taken back, and not in the days to come."""
    found = text_length("note", confirmed.note)
    if not confirmed.channel:
        found.append(problem("channel", _("Choose how the person was told.")))
    if confirmed.told_on > today:
        found.append(problem("told_on", _("This day has not come yet.")))
    if confirmed.told_on < withdrawn_on:
        found.append(problem("told_on", _("This is before the consent was taken back.")))
    return found
