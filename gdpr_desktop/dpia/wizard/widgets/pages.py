"""Makes the pages of the wizard: those of sections, and those of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.widgets.own_pages import EarlierPage, FilesPage, MissingPage
from gdpr_desktop.dpia.wizard.widgets.question_block import Beside
from gdpr_desktop.dpia.wizard.widgets.section_page import SectionPage

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

FILES, EARLIER, MISSING = "-files", "-earlier", "-missing"  # pages of its own
Page = SectionPage | FilesPage | EarlierPage | MissingPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What pages are made from. ``alone``: in a work file, from where it is not sent here."""

    vault: "Vault"
    catalogue: Catalogue
    parent: QWidget
    found: Callable[[], Dpia]
    unsaved: Callable[[], tuple[Answer, ...]]
    alone: bool


def own_pages() -> tuple[tuple[str, str], ...]:
    """The pages of its own, with their titles, as they stand last in the list."""
    return (
        (FILES, _("Files")),
        (EARLIER, _("From an earlier version")),
        (MISSING, _("Before you send it")),
    )


def make_page(name: str, of: Making) -> Page:
    """The page of a section, by its id, or one of its own."""
    if name == FILES:
        return FilesPage(of.vault, of.catalogue)
    if name == EARLIER:
        return EarlierPage(of.catalogue, of.unsaved)
    if name == MISSING:
        return MissingPage(of.catalogue, sends=not of.alone)
    section = of.catalogue.section(name)
    assert section is not None, "it stands in the list"
    beside = Beside(vault=of.vault, found=of.found)
    return SectionPage(of.catalogue, section, beside, of.parent)
