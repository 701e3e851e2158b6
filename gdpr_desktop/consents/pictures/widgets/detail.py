"""The chosen answer about a picture: the verdict, why, what was answered, and two deeds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.consents.pictures.model import PictureAnswer
from gdpr_desktop.consents.pictures.rules import judge
from gdpr_desktop.consents.pictures.service import may_delete
from gdpr_desktop.consents.pictures.widgets.verdict import VerdictPanel
from gdpr_desktop.consents.pictures.words import fact_rows
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

WORD, DELETE = "word", "delete"


class PictureDetail(PageScroll):
    """``deed_wanted`` carries ``WORD`` or ``DELETE``."""

    deed_wanted = Signal(object)

    def __init__(self, vault: "Vault") -> None:
        page = QWidget()
        super().__init__(page)
        self._vault = vault
        self.found: PictureAnswer | None = None
        self._title = label("", "title")
        self._about = label("", "muted")
        self.verdict = VerdictPanel()
        self.facts = FactsPanel()
        self.facts.action_chosen.connect(self.deed_wanted)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.verdict)
        column.addWidget(label(_("What was answered"), "heading"))
        column.addWidget(self.facts)
        column.addStretch(1)

    def show_answer(self, found: PictureAnswer) -> None:
        """Show one answer."""
        self.found = found
        self._title.setText(found.title)
        about = (found.unit, long_date(found.made_on), found.made_by)
        self._about.setText(" · ".join(one for one in about if one))
        self.verdict.show_judgement(judge(found.facts, found.made_on))
        rows = fact_rows(found.facts)
        if found.note:
            rows = (*rows, (_("Remark"), found.note))
        deeds: tuple[tuple[str, str], ...] = ((WORD, _("Word document …")),)
        if may_delete(self._vault, found):
            deeds = (*deeds, (DELETE, _("Delete")))
        self.facts.show_facts(Facts(facts=rows, actions=deeds))
