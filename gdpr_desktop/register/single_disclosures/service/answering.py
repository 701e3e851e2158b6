"""The answer goes, the person is told or not, and the case ends."""

from dataclasses import replace

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import line_lengths, problem, required
from gdpr_desktop.casework.deed import begin_on, record, require_open
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.checks import day_problems, informing_problems
from gdpr_desktop.register.single_disclosures.model import (
    Dispatch,
    Informing,
    SingleDisclosure,
    Telling,
)
from gdpr_desktop.register.single_disclosures.service.base import opened, put, with_undo
from gdpr_desktop.register.single_disclosures.steps import (
    Missing,
    missing_before_answering,
    missing_before_closing,
)
from gdpr_desktop.register.single_disclosures.words import missing_words
from gdpr_desktop.vault import Vault


def _require_none(missing: tuple[Missing, ...], text: str) -> None:
    if missing:
        raise RefusedError(text, hint=" ".join(missing_words(code) for code in missing))


def require_answerable(found: SingleDisclosure) -> None:
    """Raise while no answer may go."""
    _require_none(missing_before_answering(found), _("The request cannot be answered yet."))


def note_answer(vault: Vault, case_id: CaseId, dispatch: Dispatch) -> Change:
    """Note that the answer, with what is given, was sent, and how."""
    kept = replace(dispatch, sent_by=clean_line(dispatch.sent_by), how=clean_text(dispatch.how))
    with vault.begin(Deed.SEND_LETTER) as work:
        found = opened(work, case_id, Deed.SEND_LETTER)
        require_answerable(found)
        problems = day_problems("sent_on", kept.sent_on, found, work.clock.today())
        problems += required("sent_by", kept.sent_by, _("Write who sent it."))
        problems += line_lengths(sent_by=kept.sent_by)
        if found.decision and kept.sent_on < found.decision.decided_on:
            text = _("The answer cannot go before the decision.")
            problems.append(problem("sent_on", text))
        if found.gives and kept.channel in (DispatchChannel.EMAIL, DispatchChannel.ORAL):
            text = _("Data about a person go by a channel that others cannot read.")
            problems.append(problem("channel", text))
        require_valid(problems)
        store.put_step(work.db, case_id, dispatch=kept)
        if not found.gives and found.informing is None:
            nothing = Informing(telling=Telling.NOTHING_GIVEN, settled_on=kept.sent_on)
            store.put_step(work.db, case_id, informing=nothing)
        record(work, case_id, "disclosure_answered", channel=kept.channel)
    return work.change


def note_informing(vault: Vault, case_id: CaseId, informing: Informing) -> Change:
    """Note whether the person was told (art. 13 and 14), or by what right not (§ 16)."""
    kept = replace(informing, why=clean_text(informing.why))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id, answered=True)
        problems = informing_problems(kept, found)
        problems += day_problems("settled_on", kept.settled_on, found, work.clock.today())
        require_valid(problems)
        undo = put(work, found, Deed.WORK_ON_CASE, "disclosure_informed", "informing", kept)
    return with_undo(work.change, undo)


def close_disclosure(
    vault: Vault, case_id: CaseId, *, withdrawn: bool = False, reason: str = ""
) -> Change:
    """Close an answered disclosure, or (with a reason) one that was taken back."""
    with vault.begin(Deed.CLOSE_CASE) as work:
        require_open(begin_on(work, Deed.CLOSE_CASE, case_id))
        found = store.disclosure(work.db, case_id)
        if withdrawn:
            if found.dispatch is not None:
                raise RefusedError(_("The request has been answered."))
            text = _("Write how it was taken back.")
            require_valid(required("reason", clean_text(reason), text))
            casework.note(vault, case_id, reason)
            casework.close(vault, case_id, "withdrawn")
        else:
            _require_none(missing_before_closing(found), _("The case cannot be closed yet."))
            assert found.decision is not None, "it was answered"
            casework.close(vault, case_id, found.decision.outcome.value)
    return work.change


def reopen_disclosure(vault: Vault, case_id: CaseId, *, reason: str) -> Change:
    """Open a closed case again; one that was answered can be answered anew."""
    with vault.begin(Deed.REOPEN_CASE) as work:
        casework.reopen(vault, case_id, reason)
        if store.disclosure(work.db, case_id).dispatch is not None:
            store.put_step(work.db, case_id, dispatch=None)
            record(work, case_id, "answer_opened_again")
    return work.change
