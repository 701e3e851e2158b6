"""Words for deviations."""

from gdpr_desktop.breaches.deviations.model import Ended, Severity, Source, State
from gdpr_desktop.breaches.deviations.steps import Step
from gdpr_desktop.casework.model import CaseFilter, TimelineEntry
from gdpr_desktop.casework.timeline_words import entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import NOUNS as COMMON
from gdpr_desktop.casework.undo import UNDONE
from gdpr_desktop.core.text import N_, _

_SOURCES = {
    Source.EMPLOYEE: N_("An employee"),
    Source.LOG: N_("A log or an alarm"),
    Source.INSPECTION: N_("An audit or a control"),
    Source.CITIZEN: N_("An inhabitant"),
    Source.PROCESSOR: N_("A processor"),
    Source.OTHER: N_("Somebody else"),
}
_SEVERITIES = {
    Severity.LOW: N_("Low"),
    Severity.MEDIUM: N_("Medium"),
    Severity.HIGH: N_("High"),
}
_STATES = {
    State.NEW: N_("New"),
    State.STARTED: N_("Being followed up"),
    State.CLOSED: N_("Closed"),
}
_ENDED = {
    Ended.HANDLED: N_("Handled"),
    Ended.BREACH: N_("Became a breach"),
}
_STEPS = {
    Step.BREACH: N_("Is it a breach?"),
    Step.FOLLOW_UP: N_("Follow it up"),
    Step.CLOSE: N_("Close the case"),
}
_WHY = {
    Step.BREACH: N_(
        "It is a breach when personal data were lost, changed, spread or seen by accident or"
        " unlawfully (article 4(12)). Then 72 hours run from when we are aware of it. Log-ins that"
        " failed are a security event, and no breach. Handbook 10.1."
    ),
    Step.FOLLOW_UP: N_(
        "The list shows at any time who follows up what, and when they look at it next. So the"
        " municipality learns from what went wrong before it becomes a breach."
    ),
    Step.CLOSE: N_("It is closed when what was wrong has been put right."),
}
_TIMELINE = {
    "deviation_registered": (N_("Registered"), "inbox"),
    "deviation_changed": (N_("What was registered was changed"), "note"),
    "deviation_followed_up": (N_("Followed up"), "tasks"),
    "deviation_became_breach": (N_("Became the breach {number}"), "warning"),
    "deviation_from_breach": (N_("Kept from the breach {number}"), "note"),
}
_NOUNS = {
    "deviation_changed": N_("the change of what was registered"),
    "deviation_followed_up": N_("the follow-up"),
}

_CHIPS = {
    CaseFilter.OPEN: N_("Open cases"),
    CaseFilter.THIS_WEEK: N_("Due this week"),
    CaseFilter.OVERDUE: N_("Overdue"),
    CaseFilter.MINE: N_("Mine"),
    CaseFilter.CLOSED: N_("Closed"),
}


def chips() -> tuple[tuple[CaseFilter, str], ...]:
    """The chips above the list."""
    return tuple((chip, _(text)) for chip, text in _CHIPS.items())


def noun(code: str) -> str:
    """What is taken back: «the follow-up»."""
    return _(_NOUNS.get(code) or COMMON.get(code, code))


def source_words(source: Source) -> str:
    """Who or what noticed it."""
    return _(_SOURCES[source])


def severity_words(severity: Severity) -> str:
    """How serious it is."""
    return _(_SEVERITIES[severity])


def state_words(state: State) -> str:
    """How far it has come."""
    return _(_STATES[state])


def ended_words(code: str) -> str:
    """How a case ended; a code of a later version as it is."""
    return _(_ENDED[Ended(code)]) if code in set(Ended) else code


def step_words(code: str) -> str:
    """The title of a step, and the next step in the list."""
    return _(_STEPS[Step(code)])


def step_why(step: Step) -> str:
    """The text behind «Why?»."""
    return _(_WHY[step])


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail.get("what", "")))
    return entry_text(entry, {code: text for code, (text, _icon) in _TIMELINE.items()})


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line."""
    return entry_detail(entry) or entry.detail.get("text", "")


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    return entry_icon(entry, {code: icon for code, (_text, icon) in _TIMELINE.items()})
