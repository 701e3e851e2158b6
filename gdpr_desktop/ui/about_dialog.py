"""What the program is, its version, and whose work it rests on."""

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gdpr_desktop import __version__
from gdpr_desktop.core.paths import APP_NAME
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import label

_LIBRARIES = (  # distribution, licence
    ("PySide6_Essentials", "LGPL-3.0"),
    ("sqlcipher3", "zlib, BSD-3-Clause (SQLCipher)"),
    ("sqlite-utils", "Apache-2.0"),
    ("cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("argon2-cffi", "MIT"),
    ("python-docx", "MIT"),
    ("Jinja2", "BSD-3-Clause"),
    ("markdown-it-py", "MIT"),
    ("holidays", "MIT"),
    ("msgspec", "BSD-3-Clause"),
    ("filelock", "MIT"),
    ("appdirs", "MIT"),
)


class AboutDialog(InformationDialog):
    """Name, version, purpose, licences."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, _("About {name}").format(name=APP_NAME), 520, 560)
        self.body.addWidget(label(_("Version {version}").format(version=__version__), "muted"))
        self.body.addWidget(
            label(
                _(
                    "The desk of a municipality's data protection officer. "
                    "It works without a network, and keeps everything in one encrypted file."
                )
            )
        )
        self.body.addWidget(
            label(_("It reminds and explains. The controller and the officer decide."))
        )
        self.body.addSpacing(8)
        self.body.addWidget(label(_("It rests on"), "label"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for number, (name, licence) in enumerate(_LIBRARIES):
            grid.addWidget(QLabel(f"{name} {_version(name)}"), number, 0)
            words = label(licence, "muted")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(words, number, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # a built program carries no metadata
        return ""
