"""The sample letter beside the text: choose the facts, look at it, save it as Word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.letters import Template
from gdpr_desktop.letters.samples import variants
from gdpr_desktop.letters.trial import Trial
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.letter_preview import LetterPreview


class SamplePart(QWidget):
    """``wanted``: the letter shall be made again; ``export_wanted``: it shall be saved."""

    wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.variant = Choice()
        self.export = button(_("E&xport the sample letter …"))
        self.export.clicked.connect(self.export_wanted)
        self.preview = LetterPreview()
        self.preview.wanted.connect(self.wanted)
        self.variant.value_changed.connect(self._on_variant_changed)
        top = QHBoxLayout()
        top.setContentsMargins(16, 16, 16, 0)
        top.setSpacing(8)
        top.addWidget(FieldRow(_("The sa&mple"), self.variant), 1)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self.export)
        top.addLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.preview, 1)

    def show_template(self, template: Template) -> None:
        """Offer the facts that this letter can be tried on."""
        language = current_language()
        was = self.variant.blockSignals(True)
        found = variants(template)
        self.variant.set_pairs([(one.id, one.title(language)) for one in found])
        self.variant.set_value("")
        self.variant.setEnabled(len(found) > 1)
        self.variant.blockSignals(was)

    def show_trial(self, trial: Trial) -> None:
        """Show the letter, or say that there is none."""
        self.export.setEnabled(trial.letter is not None)
        if trial.letter is None:
            self.preview.problem.say(
                _("The sample letter waits until the text is right: see the problems.")
            )
        else:
            self.preview.show_letter(trial.letter)

    def _on_variant_changed(self, _variant: object) -> None:
        self.preview.refresh()
