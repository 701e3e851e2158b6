"""A deviation: something that went against a routine, and hit no personal data. Frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.model import Case

TITLE_LENGTH = 100  # characters of the first line that a list shows


class Source(StrEnum):
    """Who or what noticed it."""

    EMPLOYEE = "employee"
    LOG = "log"
    INSPECTION = "inspection"  # an audit or a control of our own
    CITIZEN = "citizen"
    PROCESSOR = "processor"
    OTHER = "other"


class Severity(StrEnum):
    """How serious it is, judged by who follows it up."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class State(StrEnum):
    """How far it has come."""

    NEW = "new"  # nobody answers for it yet
    STARTED = "started"
    CLOSED = "closed"


class Ended(StrEnum):
    """How the case ended."""

    HANDLED = "handled"
    BREACH = "breach"  # it is followed up as a breach


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the list of deviations holds of each (source 004)."""

    noticed_on: date
    what: str
    source: Source = Source.EMPLOYEE
    department: str = ""
    system: str = ""
    severity: Severity = Severity.LOW
    responsible: str = ""
    follow_up_on: date | None = None
    corrective: str = ""

    @property
    def title(self) -> str:
        """The first line, as lists show it."""
        line = self.what.strip().partition("\n")[0]
        return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1].rstrip()}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """The whole case. ``breach`` is the breach it became, or was taken from."""

    case: Case
    facts: Facts
    breach: Case | None = None

    @property
    def state(self) -> State:
        """Closed, or by whether somebody answers for it."""
        return state_of(self.case, self.facts.responsible)


def state_of(case: Case, responsible: str) -> State:
    """How far a deviation has come."""
    if not case.open:
        return State.CLOSED
    return State.STARTED if responsible else State.NEW
