"""The one who worked in a work file is done with it."""

from gdpr_desktop.casework.deed import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Comment, new_key
from gdpr_desktop.dpia.service.base import opened
from gdpr_desktop.vault import Vault

LONGEST_NOTE = 5000  # characters
FORM = "send_back"  # the name of its drafts


def note_return(vault: Vault, case_id: CaseId, note: str) -> Change:
    """Keep a word to the one who sent the file, as a comment on all of it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        opened(work, case_id)
        if text := clean_text(note):
            comment = Comment(
                key=new_key(), about="", text=text, name=work.actor.name, at=work.clock.now()
            )
            store.put_item(work.db, case_id, comment)
        record(work, case_id, "dpia_file_ready")
    return work.change
