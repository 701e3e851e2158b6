"""What the answer says about one place: how the data are used, and what is given."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests.rights.access import CopyItem, ProcessingInfo
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.sections import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """One point of art. 15(1) and (2) as a field."""

    name: str
    label: str
    help: str = ""


# The ninth point, rights and complaint, is the same for all and stands in the letter itself.
_POINTS = (
    _Point(
        name="purpose",
        label=N_("&Purpose"),
        help=N_("Why the municipality has the data."),
    ),
    _Point(
        name="basis",
        label=N_("&Lawful basis"),
        help=N_("The article and the act, with its section."),
    ),
    _Point(name="categories", label=N_("&Categories of data")),
    _Point(
        name="recipients",
        label=N_("&Recipients"),
        help=N_("Name them where you can, suppliers too."),
    ),
    _Point(
        name="third_countries",
        label=N_("&Third countries"),
        help=N_("Outside the EEA: where, and with what safeguards. Otherwise «No»."),
    ),
    _Point(
        name="storage",
        label=N_("&Storage time"),
        help=N_("How long, or what decides it."),
    ),
    _Point(
        name="source",
        label=N_("S&ource"),
        help=N_("Where the data are from: the person, or somebody else."),
    ),
    _Point(
        name="automated",
        label=N_("&Automated decisions"),
        help=N_("Also profiling: the logic and what it means. Otherwise «No»."),
    ),
)


class PlacePart(QWidget):
    """The fields of one place. Object names end in the place's ``index``."""

    def __init__(self, index: int, info: ProcessingInfo, item: CopyItem) -> None:
        super().__init__()
        self._index, self.name = index, info.name
        self.setObjectName(f"place {info.name}")  # its number may be another when it comes back
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form = forms.form_layout()
        layout.addLayout(self.form)
        self._build_item(item)
        self.points: dict[str, TextArea] = {}
        for point in _POINTS:
            field = TextArea(max_length=5000, lines=2)
            field.set_text(getattr(info, point.name))
            help_text = _(point.help) if point.help else ""
            forms.add_row(
                self.form,
                _(point.label),
                field,
                help_text,
                True,
                name=f"systems.{index}.{point.name}",
            )
            self.points[point.name] = field

    def _build_item(self, item: CopyItem) -> None:
        self.what = LineField(max_length=500)
        self.what.set_text(item.what.replace("\n", " "))
        forms.add_row(
            self.form,
            _("&What is given"),
            self.what,
            _("In one line."),
            True,
            name=f"copies.{self._index}.what",
        )
        pairs = ((True, _("A copy of the documents")), (False, _("An overview, written below")))
        self.as_copy = RadioChoice(pairs)
        self.as_copy.setObjectName("as_copy")
        forms.add_row(self.form, _("&How it is given"), self.as_copy)
        self.details = TextArea(max_length=200_000, lines=6)
        self.details.set_text(item.details)
        self._details_row = forms.add_row(
            self.form, _("The o&verview"), self.details, name=f"copies.{self._index}.details"
        )
        self.as_copy.value_changed.connect(self._on_form_changed)
        self.as_copy.set_value(item.as_copy)
        self._on_form_changed(item.as_copy)

    def info(self) -> ProcessingInfo:
        """The points as typed."""
        texts = {name: field.text() for name, field in self.points.items()}
        return ProcessingInfo(name=self.name, **texts)

    def item(self) -> CopyItem:
        """What is given."""
        as_copy = self.as_copy.value()
        return CopyItem(
            name=self.name,
            what=self.what.text(),
            as_copy=as_copy,
            details="" if as_copy else self.details.text(),
        )

    def draft_state(self) -> form_state.State:
        """What stands in the fields, by the names of the points."""
        found = form_state.capture(self)
        return {key.rpartition(".")[2]: value for key, value in found.items()}

    def restore_draft(self, state: form_state.State) -> None:
        """Put back what was typed."""
        keys = {key.rpartition(".")[2]: key for key in form_state.capture(self)}
        form_state.restore(self, {keys[name]: state[name] for name in state if name in keys})

    def problems(self) -> list[FieldProblem]:
        """What the law wants and is not written yet, each at its field."""
        found = []
        if not self.what.text():
            found.append(self._problem("copies", "what", _("Write what is given.")))
        if not self.as_copy.value() and not self.details.text().strip():
            text = _("Write the overview, or give a copy.")
            found.append(self._problem("copies", "details", text))
        for point in _POINTS:
            if not self.points[point.name].text().strip():
                text = _("Write this: the person has a right to know it.")
                found.append(self._problem("systems", point.name, text))
        return found

    def _problem(self, group: str, name: str, text: str) -> FieldProblem:
        return FieldProblem(field=f"{group}.{self._index}.{name}", text=text)

    def _on_form_changed(self, as_copy: bool) -> None:
        self._details_row.setVisible(not as_copy)


class PlaceSection(Section):
    """A place that folds; open where something is missing."""

    def __init__(self, part: PlacePart, *, expanded: bool) -> None:
        super().__init__(part.name, expanded=expanded)
        self.part = part
        self.body.setContentsMargins(8, 4, 0, 16)
        self.body.addWidget(part)
