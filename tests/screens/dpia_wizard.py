"""Pictures of the wizard: pages of questions, a page that is folded, files, what is missing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import About, Answer
from gdpr_desktop.dpia.rich_html import from_html
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.dpia.wizard.service import save_answer
from gdpr_desktop.dpia.wizard.widgets.pages import MISSING
from gdpr_desktop.vault import Vault

TEXT = (
    "<p>Sensorane <b>varslar</b> når nokon står opp:</p><ul><li>i rommet</li><li>på badet</li></ul>"
)
ANSWERS = (
    Answer(question="what", text=from_html(TEXT)),
    Answer(question="novelty", choice="new"),
    Answer(question="basis", picks=("f",)),
    Answer(question="data", rows=(("Rørsler", "Når og kvar i rommet"), ("Helse", "Fall"))),
    Answer(question="storage", not_applicable="Ingenting blir lagra."),
)


def pictures(window: Any, take: Callable[..., None], _close: Callable[[QDialog], None]) -> None:
    """Some pages of an assessment that is written half way."""
    assert window.vault is not None, "it is unlocked"
    case_id = begun(window.vault)
    tab = window.workspace.page_of("dpia")
    tab.open_wizard(case_id, "description")
    for name in ("description", "scope", "interest", "views", "risks", MISSING):
        tab.wizard.go_to(name)
        take(f"dpia-wizard-{name.strip('-')}")
    tab.wizard.head.back.click()


def begun(vault: Vault) -> CaseId:
    """An assessment that is being written."""
    about = About(title="Digitalt tilsyn om natta", unit="Heimetenesta", systems="Nattugla")
    case_id = CaseId(register_dpia(vault, about).id)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, case_id, state=State.DRAFT.value)
    for answer in ANSWERS:
        save_answer(vault, case_id, answer)
    return case_id
