"""What the list of deviations can be narrowed by: the SQL behind it."""

from dataclasses import dataclass
from typing import ClassVar

from gdpr_desktop.breaches.deviations.model import Severity
from gdpr_desktop.casework.narrowing import Sql


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviationFilter:
    """Deviations that are all of this; what is None or empty asks for nothing."""

    many: ClassVar[int] = 300

    severity: Severity | None = None
    department: str = ""

    @property
    def empty(self) -> bool:
        """Does it ask for nothing?"""
        return self == DeviationFilter()

    def found(self) -> Sql:
        """The ids of the deviations."""
        text, values = self._asked()
        return Sql(f"SELECT case_id FROM deviation WHERE {text} ORDER BY case_id", values)

    def holds(self) -> Sql:
        """The same of one case."""
        text, values = self._asked()
        return Sql(f"EXISTS (SELECT 1 FROM deviation WHERE case_id = f.id AND {text})", values)

    def _asked(self) -> tuple[str, tuple[object, ...]]:
        asked: list[tuple[str, object]] = []
        if self.severity is not None:
            asked.append(("severity = ?", self.severity.value))
        if self.department:
            asked.append(("department = ?", self.department))
        texts = ("1", *(text for text, _value in asked))
        return " AND ".join(texts), tuple(value for _text, value in asked)
