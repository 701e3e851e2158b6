"""Pictures of the dialogs of risks and measures."""

from collections.abc import Callable
from functools import partial
from typing import Any

from dpia_wizard import begun
from PySide6.QtWidgets import QDialog

from gdpr_desktop.dpia.codes import RiskKind
from gdpr_desktop.dpia.content import Estimate, Measure, Scenario
from gdpr_desktop.dpia.reports.dialogs.sheet import SheetDialog
from gdpr_desktop.dpia.risks.dialogs.done import MeasureDoneDialog
from gdpr_desktop.dpia.risks.dialogs.measure import MeasureDialog
from gdpr_desktop.dpia.risks.dialogs.pick import PickDialog
from gdpr_desktop.dpia.risks.dialogs.risk import RiskDialog
from gdpr_desktop.dpia.risks.dialogs.scale import ScaleDialog
from gdpr_desktop.dpia.risks.service import put_risk

RISK = Scenario(
    key="r1",
    title="Varselet kjem ikkje fram",
    who="Brukaren",
    kinds=(RiskKind.AVAILABILITY,),
    before=Estimate(consequence=5, likelihood=3),
    after=Estimate(consequence=5, likelihood=1),
)
DIALOGS = {
    "risk": partial(RiskDialog, key="r1"),
    "measure": partial(MeasureDialog, key="m1"),
    "done": MeasureDoneDialog,
    "pick": PickDialog,
    "scale": ScaleDialog,
    "sheet": SheetDialog,
}


def pictures(window: Any, take: Callable[..., None], close: Callable[[QDialog], None]) -> None:
    """The page with a risk and a measure, and each dialog."""
    assert window.vault is not None, "it is unlocked"
    case_id = begun(window.vault)
    put_risk(window.vault, case_id, RISK, (Measure(key="m1", title="Prøve varselet kvar veke"),))
    tab = window.workspace.page_of("dpia")
    tab.open_wizard(case_id, "risks")
    take("dpia-risks")
    for name, make in DIALOGS.items():
        dialog = make(window.vault, case_id, window)
        dialog.open()
        take(f"dialog-dpia-risks-{name}", dialog)
        close(dialog)
    tab.wizard.head.back.click()
