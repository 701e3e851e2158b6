"""The text of one letter: what can be done with it, the editor, the problems."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.administration.templates.dialogs.editor import TemplateEditor
from gdpr_desktop.administration.templates.dialogs.field_menu import FieldMenu
from gdpr_desktop.administration.templates.dialogs.letter_list import state_words
from gdpr_desktop.administration.templates.dialogs.problems import ProblemList
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters import Template
from gdpr_desktop.letters.copies import CopyState
from gdpr_desktop.letters.store import TemplateCopy
from gdpr_desktop.letters.trial import Trial
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox

LEAST_WIDTH = 380


class TextPart(QWidget):
    """``compare_wanted`` and ``original_wanted`` are wishes; the dialog does the deeds."""

    compare_wanted = Signal()
    original_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.state = label("", "help")
        self.note = NoteBox()
        self.fields = FieldMenu()
        self.compare_button = button(_("&Compare"))
        self.compare_button.setToolTip(_("How this text differs from the original."))
        self.original_button = button(_("Go &back to the original"))
        self.editor = TemplateEditor()
        self.place = label("", "help")
        self.problems = ProblemList()
        deeds = QWidget()
        flow = FlowLayout(deeds)
        for one in (self.fields, self.compare_button, self.original_button):
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.title, self.state, self.note, deeds):
            layout.addWidget(widget)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.place)
        layout.addWidget(self.problems)
        self.setMinimumWidth(LEAST_WIDTH)
        self.fields.chosen.connect(self.editor.insert)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.original_button.clicked.connect(self.original_wanted)
        self.editor.line_changed.connect(self._on_line_changed)
        self.problems.line_wanted.connect(self.editor.go_to)

    def show_letter(self, template: Template, language: Language, text: str) -> None:
        """Another letter."""
        self.title.setText(template.title(language))
        self.fields.show_fields(template)
        self.editor.show_text(text)
        self.editor.mark(())
        self._on_line_changed(1)

    def show_state(self, state: CopyState, copied: TemplateCopy | None) -> None:
        """Whose wording it is, and since when."""
        words = state_words(state)
        if copied is not None:
            day = long_date(copied.changed_at.astimezone().date())
            words = _("{state}, saved {day} by {name}").format(
                state=words, day=day, name=copied.changed_by
            )
        self.state.setText(words[:1].upper() + words[1:])
        outdated = state is CopyState.OWN_OUTDATED
        self.note.say(
            _("Compare the two, take over what you want, and save.") if outdated else "",
            _("The original has changed since this text was made") if outdated else "",
        )

    def show_trial(self, trial: Trial) -> None:
        """Mark and list what is wrong."""
        self.problems.show_trial(trial)
        self.editor.mark(one.line for one in trial.problems)

    def _on_line_changed(self, number: int) -> None:
        count = self.editor.blockCount()
        self.place.setText(_("Line {line} of {count}").format(line=number, count=count))
