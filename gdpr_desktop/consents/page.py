"""The tab «Samtykke»: consents, the forms they are given on, groups, withdrawals, pictures."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseKind
from gdpr_desktop.casework.widgets.case_page import CasePage
from gdpr_desktop.consents.given.widgets.shelves import FORMS as FORMS
from gdpr_desktop.consents.given.widgets.shelves import GIVEN as GIVEN
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.shelves import ShelfPage, Shelves

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

GROUPS, WITHDRAWALS, PICTURES = "groups", "withdrawals", "pictures"
_SHELF_OF = {CaseKind.CONSENT_FORM: FORMS, CaseKind.CONSENT_WITHDRAWAL: WITHDRAWALS}
# where a draft without a case is gone on with, by how its form begins
_DRAFTS = ((f"consents.{GROUPS}.", GROUPS), ("consents.picture", PICTURES))


class ConsentsTab(Shelves):
    """Five shelves; a case is shown on the shelf of its kind."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        pages = (
            ShelfPage(key=GIVEN, title=_("Consents"), make=partial(_given, vault)),
            ShelfPage(key=FORMS, title=_("Forms"), make=partial(_forms, vault)),
            ShelfPage(key=GROUPS, title=_("Groups"), make=partial(_groups, vault)),
            ShelfPage(key=WITHDRAWALS, title=_("Withdrawals"), make=partial(_withdrawals, vault)),
            ShelfPage(key=PICTURES, title=_("Pictures"), make=partial(_pictures, vault)),
        )
        super().__init__(pages, _("Parts of the consents"))

    def show_case(self, case_id: CaseId) -> None:
        """Choose a form or a withdrawal."""
        self.show_shelf(self._shelf_of(case_id)).show_case(case_id)

    def show_consent(self, consent_id: ConsentId) -> None:
        """Choose a consent."""
        self.show_shelf(GIVEN).show_consent(consent_id)

    def selected_id(self) -> int | None:
        """The case that is shown."""
        page = self.page()
        return page.selected_id() if isinstance(page, CasePage) else None

    def show_list(self, chip: CaseFilter) -> None:
        """Show the forms of one chip."""
        self.show_shelf(FORMS).show_list(chip)

    def resume_draft(self, draft: "Draft") -> None:
        """Go on with a draft, on the shelf of its case, or of its form where there is none."""
        if draft.case_id is not None:
            shelf = self._shelf_of(draft.case_id)
        else:
            begun = (key for start, key in _DRAFTS if draft.form.startswith(start))
            shelf = next(begun, FORMS)
        self.show_shelf(shelf).resume_draft(draft)

    def _shelf_of(self, case_id: CaseId) -> str:
        return _SHELF_OF[cases.case(self._vault.db, case_id).kind]


def _given(vault: "Vault") -> QWidget:
    from gdpr_desktop.consents.given.page import ConsentsPage

    return ConsentsPage(vault)


def _forms(vault: "Vault") -> QWidget:
    from gdpr_desktop.consents.forms.page import FormsPage

    return FormsPage(vault)


def _groups(vault: "Vault") -> QWidget:
    from gdpr_desktop.consents.groups.page import GroupsPage

    return GroupsPage(vault)


def _withdrawals(vault: "Vault") -> QWidget:
    from gdpr_desktop.consents.withdrawals.page import WithdrawalsPage

    return WithdrawalsPage(vault)


def _pictures(vault: "Vault") -> QWidget:
    from gdpr_desktop.consents.pictures.page import PicturesPage

    return PicturesPage(vault)
