"""The section of the settings about targets of our own, stricter than the law."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import WhyNote


class TargetsPart(QWidget):
    """Which targets of our own the program counts down to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = forms.form_layout(self)
        form.addRow(
            WhyNote(
                _(
                    "The law gives one month to answer a request (art. 12(3)). But wrong data do "
                    "harm for as long as they are used, and must be put right without delay "
                    "(art. 5(1)(d) and 16). Many have set themselves three days."
                )
            )
        )
        self.rectification = QCheckBox(_("Put data &right within three days"))
        self.rectification.setObjectName("rectification_target")
        form.addRow(self.rectification)
        text = _(
            "Shown as a deadline of its own in each case of rectification: three days from "
            "receipt, with at least two working days. The month of the law stands beside it. "
            "Errors that we find ourselves always have the three days, from the day we find them."
        )
        self.rectification.setAccessibleDescription(text)
        form.addRow(label(text, "help"))

    def show_value(self, rectification: bool) -> None:
        """Tick what is wanted."""
        self.rectification.setChecked(rectification)
