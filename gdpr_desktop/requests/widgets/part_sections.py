"""The parts of a request: a heading for each right, and a folding section for each of its steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework.widgets.case_view import show_section
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.guidance import step_texts
from gdpr_desktop.requests.model import Part, Request, Step
from gdpr_desktop.requests.part_summary import part_facts
from gdpr_desktop.requests.steps import StepView, steps_of
from gdpr_desktop.requests.widgets.step_section import shown
from gdpr_desktop.requests.words import named_right
from gdpr_desktop.ui.facts_panel import FactsPanel
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.sections import Section

_STEPS = (
    Step.REVIEW,
    Step.ASSESS,
    Step.ADVICE,
    Step.DECISION,
    Step.PACK,
    Step.CARRY_OUT,
    Step.ANSWER,
    Step.SEND,
    Step.TELL,
)


class PartSections(QWidget):
    """Shows the parts of one request at a time; the pieces are kept and used again."""

    chosen = Signal(object)  # Chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[PartBlock] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_parts(self, request: Request, views: tuple[StepView, ...], role: Role) -> None:
        """Show every part with its steps; a heading only where there are several."""
        while len(self._blocks) < len(request.parts):
            block = PartBlock(self)
            block.chosen.connect(self.chosen)
            self._layout.addWidget(block)
            self._blocks.append(block)
        for index, block in enumerate(self._blocks):
            block.setVisible(index < len(request.parts))
        for block, part in zip(self._blocks, request.parts, strict=False):
            own = tuple(view for view in views if view.part == part.id)
            block.show_part(request, part, own, role)

    def unfold(self, place: tuple[Step, PartId | None] | None) -> None:
        """Unfold the step that is next, and fold the others."""
        for block in self._blocks:
            block.unfold(place)

    def section(self, part_id: PartId, step: Step) -> Section:
        """The section of a step. Raises ``KeyError``."""
        for block in self._blocks:
            if block.part_id == part_id and not block.isHidden():
                return block.sections[step]
        raise KeyError(part_id)


class PartBlock(QWidget):
    """One part."""

    chosen = Signal(object)  # Chosen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part_id: PartId | None = None
        self.heading = label("", "part")  # above the titles of its steps
        self.sections: dict[Step, Section] = {}
        self._panels: dict[Step, FactsPanel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        self.heading.setContentsMargins(0, 28, 0, 8)
        for step in _STEPS:
            texts = step_texts(step.value)
            section = self.sections[step] = Section(texts.title, why=texts.why)
            panel = self._panels[step] = FactsPanel()
            panel.action_chosen.connect(self._on_action)
            section.body.addWidget(panel)
            layout.addWidget(section)

    def show_part(
        self, request: Request, part: Part, views: tuple[StepView, ...], role: Role
    ) -> None:
        """Show one part as it stands."""
        self.part_id = part.id
        self.heading.setText(named_right(part.right))
        self.heading.setVisible(len(request.parts) > 1)
        steps = steps_of(part)
        for step, section in self.sections.items():
            section.setVisible(step in steps)
        for view in views:
            facts = part_facts(request, part, view.step)
            section, panel = self.sections[view.step], self._panels[view.step]
            show_section(section, panel, shown(facts, view, role))

    def unfold(self, place: tuple[Step, PartId | None] | None) -> None:
        """Unfold the step that is next, and fold the others."""
        for step, section in self.sections.items():
            section.set_expanded(place == (step, self.part_id))

    def _on_action(self, action: Action) -> None:
        self.chosen.emit(Chosen(action=action, part=self.part_id))
