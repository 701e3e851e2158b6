"""The risk map of an assessment in the record, with how the risks stand before and after."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.levels import STEPS, Level
from gdpr_desktop.register.risks.model import Risk
from gdpr_desktop.register.risks.words import level_words
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.risk_drawing import Cell, Grid, Mark
from gdpr_desktop.ui.risk_map import RiskMap
from gdpr_desktop.vault import Vault

_TONE = {Level.LOW: "ok", Level.MEDIUM: "warning", Level.HIGH: "danger"}


def map_of(_vault: Vault, entry: Entry) -> QWidget:
    """The map of an assessment, with the words for it underneath."""
    return RiskMapPanel(entry.content.risks)


class RiskMapPanel(QWidget):
    """The map, and in words what stands in the cell that is chosen."""

    def __init__(self, risks: Iterable[Risk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        found = tuple(risks)
        self.map = RiskMap(Grid(steps=len(STEPS), tone=_tone, level=_level), map(_mark, found))
        self.map.setAccessibleDescription(text_alternative(found))
        self.words = label("", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        legend = _("Ring: without the measures. Disc: with the measures.")
        layout.addWidget(label(legend, "muted"))
        layout.addWidget(self.map)
        layout.addWidget(self.words)
        self.map.cell_chosen.connect(self.words.setText)
        self.words.setText(self.map.words())


def text_alternative(risks: tuple[Risk, ...]) -> str:
    """The whole map in a sentence or two."""
    parts = []
    for level in (Level.HIGH, Level.MEDIUM, Level.LOW):
        before = sum(levels.before(risk) is level for risk in risks)
        after = sum(levels.after(risk) is level for risk in risks)
        text = ngettext(
            "{level}: {count} risk without the measures, {after} with them.",
            "{level}: {count} risks without the measures, {after} with them.",
            before,
        )
        parts.append(text.format(level=level_words(level), count=before, after=after))
    return " ".join(parts)


def _mark(risk: Risk) -> Mark:
    before, after = levels.is_set(risk), levels.is_set_after(risk)
    return Mark(
        text=risk.text,
        before=(risk.likelihood, risk.consequence) if before else None,
        after=(risk.likelihood_after, risk.consequence_after) if after else None,
    )


def _tone(cell: Cell) -> str:
    return _TONE[levels.USUAL.level(*cell)]


def _level(cell: Cell) -> str:
    return level_words(levels.USUAL.level(*cell)).lower()
