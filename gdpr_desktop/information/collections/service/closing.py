"""A collection ends, and may begin again."""

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.service import begin_on, require_open
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.model import CloseOutcome, Collection
from gdpr_desktop.information.collections.steps import missing_before_closing
from gdpr_desktop.information.collections.words import missing_words
from gdpr_desktop.vault import Vault


def outcome_of(collection: Collection) -> CloseOutcome:
    """How it ends as it stands."""
    return CloseOutcome.TOLD if collection.told is not None else CloseOutcome.EXEMPT


def close_collection(
    vault: Vault, case_id: CaseId, *, mistaken: bool = False, reason: str = ""
) -> Change:
    """Close a collection that people were told of or that an exception was decided for, or (with
    a reason) one that was registered by mistake."""
    with vault.begin(Deed.CLOSE_CASE) as work:
        require_open(begin_on(work, Deed.CLOSE_CASE, case_id))
        collection = store.collection(work.db, case_id)
        if mistaken:
            sentence = _("Write why it was a mistake.")
            problems = required("reason", clean_text(reason), sentence)
            require_valid([*problems, *text_length("reason", reason)])
            casework.note(vault, case_id, reason)
            casework.close(vault, case_id, CloseOutcome.MISTAKEN)
            return work.change
        missing = missing_before_closing(collection)
        if missing:
            raise RefusedError(
                _("The case cannot be closed yet."),
                hint=" ".join(missing_words(code) for code in missing),
            )
        casework.close(vault, case_id, outcome_of(collection))
    return work.change


def reopen_collection(vault: Vault, case_id: CaseId, *, reason: str) -> Change:
    """Open a closed collection again; everything in it is kept."""
    return casework.reopen(vault, case_id, reason)
