"""Where the forms lie on the web: an address for each form and written form."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.form_links import (
    LONGEST,
    STATEMENT,
    form_links,
    save_form_links,
)
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.tool import NAME
from gdpr_desktop.requests.citizen_forms.words import kind_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault, drafts

_ORDER = (STATEMENT, FormKind.GENERAL.value, *(one.value for one in FormKind if one != "general"))


class LinksDialog(FormDialog):
    """``accepted_value`` carries the ``Change``."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        intro = _(
            "Paste the addresses from the municipality's web site. Where one written form has no"
            " address, letters name the other; where a right has none, the form for all of them."
        )
        super().__init__(
            parent, _("Addresses on the web"), _("Save the addresses"), intro=intro, width=820
        )
        self.vault = vault
        self._fields: dict[str, LineField] = {}
        links = form_links(vault)
        for code in _ORDER:
            self._add(code, links.get(code, Bilingual()))
        self.keep_draft(vault, DraftKey(form=NAME))

    def _add(self, code: str, link: Bilingual) -> None:
        title = _("The privacy statement") if code == STATEMENT else kind_words(FormKind(code))
        self.form.addRow(label(title, "label"))
        rows = []
        for language, words, url in (
            (Language.NYNORSK, "Nynorsk", link.nn),
            (Language.BOKMAL, "Bokmål", link.nb),
        ):
            field = LineField(max_length=LONGEST)
            field.setObjectName(f"{code}_{language}")
            field.set_text(url)
            rows.append(forms.FieldRow(words, field))
            field.set_accessible(f"{title}: {words}", "")
            self._fields[field.objectName()] = field
        forms.add_pair(self.form, *rows)

    def value(self) -> Change:
        """Save the addresses. Raises ``InvalidInputError``."""
        typed = {
            code: Bilingual(
                nn=self._fields[f"{code}_{Language.NYNORSK}"].text(),
                nb=self._fields[f"{code}_{Language.BOKMAL}"].text(),
            )
            for code in _ORDER
        }
        return save_form_links(self.vault, typed)


def has_draft(vault: Vault) -> bool:
    """Were addresses typed, and not saved?"""
    return drafts.load(vault, NAME, None) is not None
