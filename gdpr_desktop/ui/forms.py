"""Forms: one helper that gives a field its label, help, accessible name and place for problems."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import accessible, icons
from gdpr_desktop.ui.labels import label as text_label
from gdpr_desktop.ui.labels import restyle


class FieldRow(QWidget):
    """A field with its label above, help and problem below."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        help: str = "",  # noqa: A002
        *,
        required: bool = False,
        name: str = "",
    ) -> None:
        """``name`` is what the screen reader says of a field without a label of its own."""
        super().__init__()
        self.field = field
        self._help = help
        self._name = name or accessible.plain(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if label:
            self.label = QLabel(label + (" *" if required else ""))
            self.label.setProperty("role", "label")
            self.label.setWordWrap(True)
            self.label.setBuddy(field)
            layout.addWidget(self.label)
        layout.addWidget(field)
        if help:
            self._help_label = text_label(help, "help")
            layout.addWidget(self._help_label)
        self._make_problem()
        layout.addWidget(self._problem)
        layout.addStretch(1)
        self._required = _("Must be filled in.") if required else ""
        self._watched = False
        self._describe("")
        signal = getattr(field, "problem_changed", None)
        if signal is not None:
            signal.connect(self.show_problem)

    def _make_problem(self) -> None:
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = QLabel()
        icons.set_icon(sign, "problem", "danger", 16)
        sign.setProperty("alignment", "AlignTop")  # by name: see the note in theme.py
        self._sentence = text_label("", "problem")
        row.addWidget(sign)
        row.addWidget(self._sentence, 1)
        self._problem.hide()

    @property
    def problem(self) -> str:
        """The sentence shown now; empty when all is well."""
        return self._sentence.text() if self._problem.isVisibleTo(self) else ""

    def set_help(self, text: str) -> None:
        """Another sentence of help, in a row that was made with one."""
        self._help = text
        self._help_label.setText(text)
        self._describe(self.problem)

    def lacks_text(self) -> bool:
        """Must it be filled in, and is empty? Only of fields that hold text."""
        read = getattr(self.field, "text", None)
        return bool(self._required) and read is not None and not str(read()).strip()

    def show_problem(self, text: str) -> None:
        """Show a sentence under the field; an empty one takes it away, and so does typing."""
        changed = text != self.problem
        if text and not self._watched:
            from gdpr_desktop.ui import form_state  # not needed before something is wrong

            self._watched = True
            form_state.watch_edits(self.field, self._on_field_edited)
        self._sentence.setText(text)
        self._problem.setVisible(bool(text))
        self._describe(text)
        for widget in _inner(self.field):
            widget.setProperty("bad", bool(text))
            restyle(widget)
        if text and changed:
            accessible.announce(self, f"{self._name}: {text}")

    def _on_field_edited(self, *_value: object) -> None:
        if self.problem:
            self.show_problem("")

    def _describe(self, problem: str) -> None:
        parts = (problem, self._required, self._help)
        accessible.name(self.field, self._name, " ".join(part for part in parts if part))


def _inner(field: QWidget) -> tuple[QWidget, ...]:
    inner = getattr(field, "editors", None)
    return inner() if inner else (field,)


def form_layout(parent: QWidget | None = None) -> QFormLayout:
    """A form of one column with room between the rows."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(16)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def add_row(
    form: QFormLayout,
    label: str,
    field: QWidget,
    help: str = "",  # noqa: A002
    required: bool = False,
    *,
    name: str = "",
) -> FieldRow:
    """Add ``field`` with label (``&`` marks the mnemonic), help of one sentence, and its names.

    ``name`` is the field's name in the dataclass: problems find their way by it.
    """
    row = FieldRow(label, field, help, required=required)
    if name:
        field.setObjectName(name)
    form.addRow(row)
    return row


def add_pair(form: QFormLayout, *rows: FieldRow, stretch: tuple[int, ...] = ()) -> None:
    """Put rows made with ``FieldRow(…)`` side by side."""
    line = QHBoxLayout()
    line.setSpacing(16)
    for index, row in enumerate(rows):
        line.addWidget(row, stretch[index] if stretch else 1)
    form.addRow(line)


def show_problems(container: QWidget, problems: Iterable[FieldProblem]) -> tuple[FieldProblem, ...]:
    """Show each problem at its field and focus the first; returns those without a field here."""
    clear_problems(container)
    first: FieldRow | None = None
    homeless = []
    for problem in problems:
        row = _row_of(container, problem.field)
        if row is None:
            homeless.append(problem)
            continue
        row.show_problem(f"{row.problem} {problem.text}".strip())
        first = first or row
    if first is not None:
        _bring_forward(first)
        first.field.setFocus()
    return tuple(homeless)


def clear_problems(container: QWidget) -> None:
    """Take all sentences away."""
    for row in container.findChildren(FieldRow):
        if row.problem:
            row.show_problem("")


def _row_of(container: QWidget, name: str) -> FieldRow | None:
    while name:
        widget = container.findChild(QWidget, name)
        while widget is not None and widget is not container:
            if isinstance(widget, FieldRow):
                return widget
            widget = widget.parentWidget()
        name = name.rpartition(".")[0]  # «address.postal_code» is shown at «address»
    return None


def _bring_forward(row: FieldRow) -> None:
    ancestor = row.parentWidget()
    while ancestor is not None:
        expand = getattr(ancestor, "expand", None)
        if callable(expand):
            expand()
        if isinstance(ancestor, QScrollArea):
            ancestor.ensureWidgetVisible(row)
        ancestor = ancestor.parentWidget()
