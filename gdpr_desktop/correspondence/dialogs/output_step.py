"""What the letters become, and how far they have come."""

from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.many_files import Shape, Watch
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import label


class OutputStep(QWidget):
    """A file for each, or one long file; then the bar. A subclass adds in ``build_more``."""

    has_index = True  # is a list of which file is whose offered?

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._build_choices()
        layout.addWidget(self.choices)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making the letters"))
        self.progress = label("", "muted")
        layout.addWidget(self.bar)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        self.shape.value_changed.connect(self._on_shape_changed)
        self._on_shape_changed(Shape.LONG)
        self.show_rest()

    def _build_choices(self) -> None:
        self.choices = QWidget()
        inner = QVBoxLayout(self.choices)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        form = forms.form_layout()
        inner.addLayout(form)
        self.shape = RadioChoice(
            (
                (Shape.LONG, _("One long Word file, ready to print")),
                (Shape.FOLDER, _("A Word file for each person, in a new folder")),
            )
        )
        self.shape.set_value(Shape.LONG)
        forms.add_row(form, self.question(), self.shape, name="shape")
        self.note = label("", "help")
        inner.addWidget(self.note)
        self.index = QCheckBox(_("&Add a list of which file is whose (index.xlsx)"))
        self.index.setObjectName("index")
        inner.addWidget(self.index)
        self.build_more(inner)

    def build_more(self, layout: QVBoxLayout) -> None:
        """What a subclass adds under the choices."""

    def show_progress(self, watch: Watch, count: int) -> None:
        """How many are made."""
        self.choices.setEnabled(False)
        self.bar.setRange(0, count)
        self.bar.setValue(watch.done)
        if watch.stopped:
            text = _("It stops, and what was written is deleted …")
        elif watch.done >= count:
            text = _("The letters are read through once more …")
        else:
            text = _("{done} of {count} letters are made. Cancel stops it, and nothing is saved.")
            text = text.format(done=watch.done, count=count)
        self.progress.setText(text)
        self.bar.show()
        self.progress.show()

    def show_rest(self) -> None:
        """Nothing is being made."""
        self.choices.setEnabled(True)
        self.bar.hide()
        self.progress.hide()

    def question(self) -> str:
        """What is asked about the letters, or whatever they are."""
        return _("&The letters become")

    def long_file_words(self) -> str:
        """How one long file is printed."""
        return _(
            "Each letter begins on a new page. Print on one side of the paper only, so that no"
            " two people get letters on the same sheet."
        )

    def _on_shape_changed(self, shape: Shape) -> None:
        folder = _("The files are numbered: no names of people in the names of files.")
        self.note.setText(folder if shape is Shape.FOLDER else self.long_file_words())
        self.index.setVisible(self.has_index and shape is Shape.FOLDER)
