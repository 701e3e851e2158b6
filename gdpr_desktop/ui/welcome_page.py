"""The very first screen: what this is, and three ways to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import APP_NAME
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label, line

_CARD = 520  # pixels


class WelcomePage(QWidget):
    """Shown while this machine knows no register."""

    create_requested = Signal()
    demo_requested = Signal()
    existing_requested = Signal()
    work_file_requested = Signal()
    language_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.create_button = button(_("Make the municipality's &register"), "primary")
        icons.set_icon(self.create_button, "plus", "on_accent")
        self.create_button.clicked.connect(self.create_requested)
        self.demo_button = button(_("&Try the demo first"))
        self.demo_button.clicked.connect(self.demo_requested)
        self.existing_button = button(_("I &have a register or a backup from before"), "link")
        self.existing_button.clicked.connect(self.existing_requested)
        self.work_file_button = button(_("I have been sent a &work file to fill in"), "link")
        self.work_file_button.clicked.connect(self.work_file_requested)
        self._languages = {}
        for language, words in ((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål")):
            made = button(words, "link")
            made.setCheckable(True)
            made.setChecked(language is current_language())
            made.setAccessibleName(_("Language: {language}").format(language=words))
            made.clicked.connect(self._on_language_clicked)
            self._languages[made] = language
        self._lay_out()

    def focus_first(self) -> None:
        """Start at the deed that most come for."""
        self.create_button.setFocus()

    def set_busy(self, busy: bool) -> None:
        """One thing at a time."""
        others = (self.existing_button, self.work_file_button)
        for widget in (self.create_button, self.demo_button, *others):
            widget.setEnabled(not busy)

    def _lay_out(self) -> None:
        languages = QHBoxLayout()
        languages.setContentsMargins(24, 12, 24, 0)
        languages.addStretch(1)
        for made in self._languages:
            languages.addWidget(made)
        page = QWidget()
        page.setProperty("role", "page")
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card())
        middle.addStretch(1)
        inner = QVBoxLayout(page)
        inner.addStretch(2)
        inner.addLayout(middle)
        inner.addStretch(3)
        scroll = QScrollArea()  # the card has a width of its own: nothing wraps anew
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setProperty("focusPolicy", "NoFocus")
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(languages)
        layout.addWidget(scroll, 1)

    def _card(self) -> QWidget:
        card = QWidget()
        card.setFixedWidth(_CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        sign = QLabel()
        icons.set_icon(sign, "shield", "accent", 56)
        column.addWidget(sign)
        column.addWidget(label(_("Welcome to {program}").format(program=APP_NAME), "title"))
        for text in (
            _(
                "This is the desk of the municipality's data protection officer. It keeps the "
                "deadlines, offers the next step, and writes the letters."
            ),
            _(
                "Everything lies in one encrypted file on this machine. "
                "The program never goes on the internet."
            ),
        ):
            column.addWidget(label(text))
        column.addSpacing(12)
        column.addWidget(self.create_button)
        column.addWidget(label(_("Takes five minutes. All of it can be changed later."), "muted"))
        column.addSpacing(4)
        column.addWidget(self.demo_button)
        text = _("A municipality that does not exist, with made-up people, to look around in.")
        column.addWidget(label(text, "muted"))
        column.addWidget(line())
        column.addWidget(self.existing_button)
        column.addWidget(self.work_file_button)
        return card

    def _on_language_clicked(self) -> None:
        for made, language in self._languages.items():
            if made is self.sender() and language is not current_language():
                self.language_chosen.emit(language)
            made.setChecked(language is current_language())
