"""The shelf of statements: as all shelves, but a statement is approved by the whole checklist."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.findings import findings_in
from gdpr_desktop.information.statements.labels import finding_words
from gdpr_desktop.information.statements.shelf import SHELF
from gdpr_desktop.information.statements.sources import gather
from gdpr_desktop.register.entries.model import Entry, Severity
from gdpr_desktop.register.entries.widgets import entry_view as deeds
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class StatementPage(EntryPage):
    """Approval looks at the activities and the municipality too, which the content cannot."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(vault, SHELF)

    def _do_at_once(self, key: str, part: str, entry: Entry) -> None:
        if key == deeds.APPROVE:
            _refuse_gaps(self._vault, entry)
        super()._do_at_once(key, part, entry)


def _refuse_gaps(vault: "Vault", entry: Entry) -> None:
    found = findings_in(entry.content, gather(vault, entry).around)
    errors = [finding_words(one) for one in found if one.severity is Severity.ERROR]
    if errors:
        raise RefusedError(
            _("«{name}» cannot be approved yet.").format(name=entry.name), hint=" ".join(errors[:3])
        )
