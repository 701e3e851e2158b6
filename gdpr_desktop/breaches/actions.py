"""What may be done on a breach, where each deed stands on the page, and whom it is for."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.steps import Step, must_follow_up, needs_notification, needs_telling
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _


class Action(StrEnum):
    """A button, and the name of its drafts."""

    CHANGE_INTAKE = "change_intake"
    AWARE = "aware"
    ASSIGN = "assign"
    OPEN_DEVIATION = "open_deviation"
    FIRST_HOUR = "first_hour"
    COURSE = "course"
    ROUTES = "routes"
    EVIDENCE = "evidence"
    SCOPE = "scope"
    ASSESS = "assess"
    VERSIONS = "versions"
    NOT_A_BREACH = "not_a_breach"
    ADVICE = "advice"
    DECISION = "decision"
    SHEET = "sheet"
    NOTIFY = "notify"
    SENT = "sent"  # what was sent to the authority, to read
    FOLLOW_UP = "follow_up"
    WITHDRAW_NOTICE = "withdraw_notice"
    AUTHORITY_LETTER = "authority_letter"
    ANSWER_DEMAND = "answer_demand"
    LETTER_AFFECTED = "breach_affected"
    LETTER_MANY = "letter_many"
    LETTER_PUBLIC = "breach_public_notice"
    LETTER_PROCESSOR = "breach_processor_ask"
    LETTER_CONTROLLER = "breach_controller_notice"
    TOLD = "told"
    DROP_ADDRESSES = "drop_addresses"
    MEASURE_ADD = "measure_add"
    MEASURE_CHANGE = "measure_change"
    MEASURE_DONE = "measure_done"
    MEASURE_BACK = "measure_back"
    MEASURE_REMOVE = "measure_remove"
    MEASURES_SETTLED = "measures_settled"
    LESSONS = "lessons"
    DOCUMENTATION = "documentation"  # the form of handbook 10.7
    INTERNAL_REPORT = "internal_report"
    FILE = "file"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"


_WORDS = {
    Action.CHANGE_INTAKE: N_("Change what was registered …"),
    Action.AWARE: N_("When were we aware of it? …"),
    Action.ASSIGN: N_("Give it to a caseworker …"),
    Action.OPEN_DEVIATION: N_("Show the deviation"),
    Action.FIRST_HOUR: N_("Go through the first hour …"),
    Action.COURSE: N_("Describe how it happened …"),
    Action.ROUTES: N_("Note who else was told …"),
    Action.EVIDENCE: N_("Note what proves it …"),
    Action.SCOPE: N_("Describe people and data …"),
    Action.ASSESS: N_("Assess the risk …"),
    Action.VERSIONS: N_("Earlier assessments …"),
    Action.NOT_A_BREACH: N_("It was no breach after all …"),
    Action.ADVICE: N_("Give advice …"),
    Action.DECISION: N_("Note the decision …"),
    Action.SHEET: N_("Open the notification sheet …"),
    Action.NOTIFY: N_("Note that it was notified …"),
    Action.SENT: N_("What was sent …"),
    Action.FOLLOW_UP: N_("Note a follow-up …"),
    Action.WITHDRAW_NOTICE: N_("Withdraw the notification …"),
    Action.AUTHORITY_LETTER: N_("A letter from the authority …"),
    Action.ANSWER_DEMAND: N_("Note the answer …"),
    Action.LETTER_AFFECTED: N_("Write to one person …"),
    Action.LETTER_MANY: N_("Write to many …"),
    Action.LETTER_PUBLIC: N_("Write a public notice …"),
    Action.LETTER_PROCESSOR: N_("Write to the processor …"),
    Action.LETTER_CONTROLLER: N_("Tell the controller we work for …"),
    Action.TOLD: N_("Note that people were told …"),
    Action.DROP_ADDRESSES: N_("Delete the address list …"),
    Action.MEASURE_ADD: N_("Add a measure …"),
    Action.MEASURE_CHANGE: N_("Change …"),
    Action.MEASURE_DONE: N_("Done …"),
    Action.MEASURE_BACK: N_("Not done after all"),
    Action.MEASURE_REMOVE: N_("Take it away"),
    Action.MEASURES_SETTLED: N_("No more measures are planned"),
    Action.LESSONS: N_("What did we learn? …"),
    Action.DOCUMENTATION: N_("The documentation to Word …"),
    Action.INTERNAL_REPORT: N_("Report to the management …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Close the case …"),
    Action.REOPEN: N_("Open the case again …"),
    Action.NOTE: N_("Write a note …"),
}
_DEEDS = {
    Action.ASSIGN: Deed.REGISTER_CASE,
    Action.ADVICE: Deed.ADVISE,
    Action.DECISION: Deed.DECIDE,
    Action.NOTIFY: Deed.SEND_LETTER,
    Action.FOLLOW_UP: Deed.SEND_LETTER,
    Action.WITHDRAW_NOTICE: Deed.SEND_LETTER,
    Action.LETTER_AFFECTED: Deed.SEND_LETTER,
    Action.LETTER_MANY: Deed.SEND_LETTER,
    Action.LETTER_PUBLIC: Deed.SEND_LETTER,
    Action.LETTER_PROCESSOR: Deed.SEND_LETTER,
    Action.LETTER_CONTROLLER: Deed.SEND_LETTER,
    Action.DOCUMENTATION: Deed.SEND_LETTER,
    Action.INTERNAL_REPORT: Deed.SEND_LETTER,
    Action.OPEN_DEVIATION: Deed.READ_CASE,
    Action.VERSIONS: Deed.READ_CASE,
    Action.SENT: Deed.READ_CASE,
    Action.SHEET: Deed.READ_CASE,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.NOT_A_BREACH: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A deed with the task that it is about."""

    action: Action
    task: TaskId | None = None


def action_words(action: Action) -> str:
    """The words on the button."""
    return _(_WORDS[action])


def may(action: Action, role: Role) -> bool:
    """Is the button for this role?"""
    return scope(role, _DEEDS.get(action, Deed.WORK_ON_CASE)) is not None


def intake_actions(found: Breach) -> tuple[Action, ...]:
    """What the section of what was registered offers."""
    linked = (Action.OPEN_DEVIATION,) if found.deviation is not None else ()
    if not found.case.open:
        return linked
    return (Action.CHANGE_INTAKE, Action.AWARE, Action.ASSIGN, *linked)


def actions_of(found: Breach, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    if not found.case.open:
        return _closed(found, step)
    return {
        Step.FIRST_HOUR: (Action.FIRST_HOUR, Action.ROUTES),
        Step.FACTS: (Action.COURSE, Action.EVIDENCE, Action.LETTER_PROCESSOR),
        Step.SCOPE: (Action.SCOPE,),
        Step.ASSESSMENT: _assessing(found),
        Step.ADVICE: (Action.ADVICE,) if found.versions else (),
        Step.DECISION: (Action.DECISION,) if found.versions else (),
        Step.NOTIFY: _notifying(found),
        Step.TELL: _telling(found),
        Step.FOLLOW_UP: _following_up(found),
        Step.MEASURES: _measures(found),
        Step.LESSONS: (Action.LESSONS, Action.INTERNAL_REPORT),
        Step.FILE: (Action.DOCUMENTATION, Action.FILE),
        Step.CLOSE: (Action.CLOSE, Action.NOTE),
    }[step]


def _closed(found: Breach, step: Step) -> tuple[Action, ...]:
    return {
        Step.ASSESSMENT: (Action.VERSIONS,) if len(found.versions) > 1 else (),
        Step.NOTIFY: (Action.SHEET, *((Action.SENT,) if found.notifications else ())),
        Step.LESSONS: (Action.INTERNAL_REPORT,),
        Step.FILE: (Action.DOCUMENTATION, Action.FILE),
        Step.CLOSE: (Action.REOPEN,),
    }.get(step, ())


def _assessing(found: Breach) -> tuple[Action, ...]:
    again = (Action.VERSIONS,) if len(found.versions) > 1 else ()
    return (Action.ASSESS, *again, *(() if found.notified else (Action.NOT_A_BREACH,)))


def _notifying(found: Breach) -> tuple[Action, ...]:
    if found.notifications:
        return (Action.SENT, Action.SHEET, *(() if found.withdrawn else (Action.WITHDRAW_NOTICE,)))
    needed = needs_notification(found) or found.decision is None
    return (Action.SHEET, Action.NOTIFY, Action.LETTER_CONTROLLER) if needed else (Action.SHEET,)


def _telling(found: Breach) -> tuple[Action, ...]:
    letters = (Action.LETTER_AFFECTED, Action.LETTER_MANY, Action.LETTER_PUBLIC, Action.TOLD)
    drop = (Action.DROP_ADDRESSES,) if found.addresses_kept else ()
    return (*letters, *drop) if needs_telling(found) or found.tellings else drop


def _following_up(found: Breach) -> tuple[Action, ...]:
    if not found.notifications:
        return (Action.AUTHORITY_LETTER,)
    if must_follow_up(found) and not found.withdrawn:
        return (Action.FOLLOW_UP, Action.AUTHORITY_LETTER)
    return (Action.AUTHORITY_LETTER, *(() if found.withdrawn else (Action.FOLLOW_UP,)))


def _measures(found: Breach) -> tuple[Action, ...]:
    settled = () if found.measures_settled else (Action.MEASURES_SETTLED,)
    return (Action.MEASURE_ADD, *settled)


def primary(found: Breach, step: Step | None) -> Chosen | None:
    """The one button of the next step."""
    if step is None:
        return None
    if step is Step.MEASURES:
        return _next_measure(found)
    open_demand = next((one for one in found.demands if not one.done), None)
    if step is Step.FOLLOW_UP and open_demand is not None:
        return Chosen(action=Action.ANSWER_DEMAND, task=open_demand.id)
    action = next(iter(actions_of(found, step)), None)
    return Chosen(action=action) if action is not None else None


def _next_measure(found: Breach) -> Chosen:
    waiting = next((one for one in found.measures if not one.done), None)
    if waiting is not None:
        return Chosen(action=Action.MEASURE_DONE, task=waiting.id)
    return Chosen(action=Action.MEASURES_SETTLED if found.measures else Action.MEASURE_ADD)
