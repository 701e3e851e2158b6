"""What may be done on an assessment, where each deed stands, and whom it is for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.assessment import CHANGED, MEASURE, Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.rounds import may_ask
from gdpr_desktop.dpia.steps import Step, next_step, rests


class Action(StrEnum):
    """A button, and the name of its drafts."""

    ASSIGN = "assign"
    ABOUT = "about"
    SCREEN = "screen"
    VIEW = "view"
    NEED = "need"
    NEED_REPORT = "need_report"
    WRITE = "write"  # opens the wizard, no dialog
    READ = "read"  # the same, where nothing can be changed
    FILL = "fill"  # from the record of processing
    WORK_FILE = "work_file"
    TAKE_IN = "take_in"
    SAVE_TEMPLATE = "save_template"
    RISKS = "risks"  # the wizard, at the risks
    SHEET = "sheet"
    SEND = "send"
    TAKE_BACK = "take_back"
    BEGIN = "begin"
    OPINION = "opinion"
    ADVICE_ANEW = "advice_anew"
    VERSIONS = "versions"
    CONSULT = "consult"
    CONSULT_LETTER = "prior_consultation"
    CONSULT_SENT = "consult_sent"
    CONSULT_HEARD = "consult_heard"  # notice of 14 weeks, suspended, goes on
    CONSULT_ANSWERED = "consult_answered"
    DECIDE = "decide"
    APPROVE = "approve"
    MEASURE = "measure"  # a measure is done
    REVIEW = "review"
    REPORT = "report"
    SHORT = "short"
    EXPORT = "export"  # the PIA format
    FILE = "file"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"


_AT_ONCE = 3  # buttons that need no «More»
_OUT = (Action.REPORT, Action.SHORT, Action.EXPORT)
_WORDS = {
    Action.ASSIGN: N_("Give it to a caseworker …"),
    Action.ABOUT: N_("What it is about …"),
    Action.SCREEN: N_("Do we need an assessment? …"),
    Action.VIEW: N_("The officer's view …"),
    Action.NEED: N_("Note what was decided …"),
    Action.NEED_REPORT: N_("The decision for Word …"),
    Action.WRITE: N_("Go on with the assessment"),
    Action.READ: N_("Read the assessment"),
    Action.FILL: N_("Fill in from the record …"),
    Action.WORK_FILE: N_("Send to another computer …"),
    Action.TAKE_IN: N_("Take in a work file …"),
    Action.SAVE_TEMPLATE: N_("Save as a template …"),
    Action.RISKS: N_("Risks and measures"),
    Action.SHEET: N_("Risks as a spreadsheet …"),
    Action.SEND: N_("Send to the officer …"),
    Action.TAKE_BACK: N_("Take it back"),
    Action.BEGIN: N_("Begin the advice"),
    Action.OPINION: N_("Write the advice …"),
    Action.ADVICE_ANEW: N_("Change the advice"),
    Action.VERSIONS: N_("Compare versions …"),
    Action.CONSULT: N_("Ask Datatilsynet beforehand …"),
    Action.CONSULT_LETTER: N_("Letter to Datatilsynet …"),
    Action.CONSULT_SENT: N_("Note that it was sent …"),
    Action.CONSULT_HEARD: N_("Note what Datatilsynet says …"),
    Action.CONSULT_ANSWERED: N_("Note the answer …"),
    Action.DECIDE: N_("Follow the advice? …"),
    Action.APPROVE: N_("Approve, or send back …"),
    Action.MEASURE: N_("A measure is done …"),
    Action.REVIEW: N_("Look at it again …"),
    Action.REPORT: N_("The report for Word …"),
    Action.SHORT: N_("Short version to publish …"),
    Action.EXPORT: N_("Save in the PIA format …"),
    Action.FILE: N_("File in the archive …"),
    Action.CLOSE: N_("Close the case …"),
    Action.REOPEN: N_("Open the case again …"),
    Action.NOTE: N_("Write a note …"),
}
_DEEDS = {
    Action.ASSIGN: Deed.REGISTER_CASE,
    Action.VIEW: Deed.ADVISE,
    Action.NEED: Deed.DECIDE,
    Action.NEED_REPORT: Deed.SEND_LETTER,
    Action.WRITE: Deed.READ_CASE,
    Action.READ: Deed.READ_CASE,
    Action.RISKS: Deed.READ_CASE,
    Action.WORK_FILE: Deed.SEND_LETTER,
    Action.SHEET: Deed.READ_CASE,
    Action.BEGIN: Deed.ADVISE,
    Action.OPINION: Deed.ADVISE,
    Action.ADVICE_ANEW: Deed.ADVISE,
    Action.VERSIONS: Deed.READ_CASE,
    Action.CONSULT: Deed.DECIDE,
    Action.CONSULT_LETTER: Deed.SEND_LETTER,
    Action.CONSULT_SENT: Deed.SEND_LETTER,
    Action.DECIDE: Deed.DECIDE,
    Action.APPROVE: Deed.DECIDE,
    Action.REPORT: Deed.SEND_LETTER,
    Action.SHORT: Deed.SEND_LETTER,
    Action.EXPORT: Deed.READ_CASE,
    Action.FILE: Deed.FILE_CASE,
    Action.CLOSE: Deed.CLOSE_CASE,
    Action.REOPEN: Deed.REOPEN_CASE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A deed with the task that it is about."""

    action: Action
    task: TaskId | None = None


def action_words(action: Action, found: Dpia | None = None) -> str:
    """The words on the button; on what is not begun yet, one does not go on."""
    if action is Action.WRITE and found is not None:
        written = found.content.answers or found.content.scenarios
        return _(_WORDS[action]) if written else _("Begin on the assessment")
    return _(_WORDS[action])


def deed_of(action: Action) -> Deed:
    """Which right it takes."""
    return _DEEDS.get(action, Deed.WORK_ON_CASE)


def may(action: Action, role: Role) -> bool:
    """Is the button for this role? Who works on the case may note a need that the law asks for."""
    deeds = (deed_of(action), *((Deed.WORK_ON_CASE,) if action is Action.NEED else ()))
    return any(scope(role, one) is not None for one in deeds)


def intake_actions(found: Dpia) -> tuple[Action, ...]:
    """What the section of what was registered offers."""
    about = (Action.ABOUT,) if found.about_writable else ()
    return (*about, Action.ASSIGN) if found.case.open else ()


def actions_of(found: Dpia, step: Step) -> tuple[Action, ...]:
    """What a step offers now, the nearest first."""
    if not found.case.open:
        return _closed(found, step)
    return {
        Step.NEED: _need(found),
        Step.WRITING: _writing(found),
        Step.RISKS: (Action.RISKS, Action.SHEET) if found.need else (),
        Step.OPINION: _opinion(found),
        Step.CONSULTATION: _consultation(found),
        Step.APPROVAL: _approval(found),
        Step.REVIEW: _review(found),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.CLOSE, Action.NOTE),
    }[step]


def _closed(found: Dpia, step: Step) -> tuple[Action, ...]:
    written = bool(found.content.answers)
    return {
        Step.NEED: (Action.NEED_REPORT,) if found.need else (),
        Step.WRITING: (Action.READ, *_OUT) if written else (),
        Step.OPINION: (Action.VERSIONS,) if found.submissions else (),
        Step.FILE: (Action.FILE,),
        Step.CLOSE: (Action.REOPEN,),
    }.get(step, ())


def _need(found: Dpia) -> tuple[Action, ...]:
    report = (Action.NEED_REPORT,) if found.need else ()
    if found.state is State.SCREENING and found.screening is not None and found.need is None:
        return (Action.NEED, Action.SCREEN, Action.VIEW)
    if found.state in (State.SCREENING, State.NOT_NEEDED, State.COVERED):
        return (Action.SCREEN, *((Action.NEED, Action.VIEW) if found.screening else ()), *report)
    if found.state is State.DRAFT and not found.submissions:  # begun by mistake, perhaps
        return (*report, Action.SCREEN)
    return report


def _writing(found: Dpia) -> tuple[Action, ...]:
    if found.state in (State.SCREENING, State.NOT_NEEDED, State.COVERED):
        return (Action.READ,) if found.content.answers else ()  # from a template, or taken in
    out = (*_OUT, Action.SAVE_TEMPLATE)
    if not found.writable:
        return (Action.READ, *out)
    back = any(one.is_out for one in found.sent_files)
    files = (Action.TAKE_IN, Action.WORK_FILE) if back else (Action.WORK_FILE, Action.TAKE_IN)
    return (Action.WRITE, Action.SEND, *files, Action.FILL, *out)


def up_front(found: Dpia, step: Step) -> int:
    """How many of the buttons of a step are seen at once; the others stand behind «More»."""
    offered = len(actions_of(found, step))
    if step is not Step.WRITING or offered <= _AT_ONCE:
        return offered
    waiting = found.writable and any(one.is_out for one in found.sent_files)
    return 3 if waiting else 2  # who waits for a work file takes it in


def _opinion(found: Dpia) -> tuple[Action, ...]:
    old = (Action.VERSIONS,) if found.submissions else ()
    now: tuple[Action, ...] = {
        State.SENT: (Action.BEGIN, Action.READ, Action.TAKE_BACK),
        State.AT_OFFICER: (Action.OPINION, Action.READ),
        State.ADVISED: (Action.ADVICE_ANEW,),
    }.get(found.state, ())
    return (*now, *old)


def _consultation(found: Dpia) -> tuple[Action, ...]:
    asked = found.consultation
    again = (Action.CONSULT,) if may_ask(found) else ()
    if asked is None or asked.withdrawn_on is not None:
        return again
    if asked.answered_on is not None:
        return (Action.CONSULT_ANSWERED, *again)
    if asked.sent_on is None:
        return (Action.CONSULT_LETTER, Action.CONSULT_SENT)
    return (Action.CONSULT_ANSWERED, Action.CONSULT_HEARD, Action.CONSULT_LETTER)


def _approval(found: Dpia) -> tuple[Action, ...]:
    if found.state is not State.ADVISED:
        return ()
    if found.decision is None:
        return (Action.DECIDE, Action.APPROVE)
    return (Action.APPROVE, Action.DECIDE)


def _review(found: Dpia) -> tuple[Action, ...]:
    waiting = {one.kind for one in found.tasks if not one.done}
    measure = (Action.MEASURE,) if MEASURE in waiting else ()
    reviewed = found.state in (State.IN_FORCE, State.UNDER_REVIEW)
    if not reviewed:
        return measure
    return (Action.REVIEW, *measure) if CHANGED in waiting else (*measure, Action.REVIEW)


def primary(found: Dpia, today: date | None = None) -> Chosen | None:
    """The one button of the next step; none while a no rests on the day ``today``."""
    if today is not None and rests(found, today):
        return None
    step = next_step(found)
    action = next(iter(actions_of(found, step)), None) if step is not None else None
    return Chosen(action=action) if action is not None else None
