"""A work file is opened to work in: it is looked through before anything of it is shown."""

from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.work_file.checking import checked, read_as_ours
from gdpr_desktop.dpia.work_file.making import origin_of
from gdpr_desktop.dpia.work_file.store import has_whole_attachments, only_case
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.work_file import register_id


def require_whole(vault: Vault) -> None:
    """Raises ``DamagedWorkFileError`` for one that could not be taken in again as it is."""
    with read_as_ours():
        case_id = only_case(vault.db)
        assert case_id is not None, "a work file has one case"
        assert origin_of(vault) is not None, "a work file says where it comes from"
        found = store.dpia(vault.db, case_id)
        base = store.sent_content(vault.db, case_id, register_id(vault))
        assert base is not None, "a work file holds what was sent"
        assert has_whole_attachments(vault.db, case_id), "a file is what it says it is"
        catalogue(vault.db)
    checked(base, base, found.content)
