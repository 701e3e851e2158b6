"""What an answer holds, as far as it decides how it may be sent."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests.model import Content
from gdpr_desktop.ui.labels import label

# flag of Content → words, and what falls under them
_CONTENT = {
    "special_categories": (
        N_("Special &categories"),
        N_("Health, sex life, ethnicity, belief, politics, union membership, biometric data."),
    ),
    "criminal": (N_("Criminal &offences"), N_("Convictions, offences and related measures.")),
    "identifiers": (N_("Identity or acco&unt numbers"), ""),
    "confidential": (N_("Confi&dential by law"), N_("Personal matters under duty of secrecy.")),
}


class ContentPart(QWidget):
    """A box for each kind of content that e-mail may not carry."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(_("The answer holds"), "label"))
        layout.addWidget(label(_("This decides how it may be sent."), "help"))
        self.boxes: dict[str, QCheckBox] = {}
        for name, (text, explained) in _CONTENT.items():
            box = self.boxes[name] = QCheckBox(_(text))
            box.setObjectName(name)
            layout.addWidget(box)
            if explained:
                box.setToolTip(_(explained))
                box.setAccessibleDescription(_(explained))

    def content(self) -> Content:
        """What is ticked."""
        return Content(**{name: box.isChecked() for name, box in self.boxes.items()})

    def show_content(self, content: Content) -> None:
        """Tick what was ticked before."""
        for name, box in self.boxes.items():
            box.setChecked(getattr(content, name))
