"""A refusal on the page of the case: its rows, and the deeds it offers. No Qt."""

from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.model import Part
from gdpr_desktop.requests.refusals.model import RefusalKind
from gdpr_desktop.requests.refusals.rules import may_be_refused
from gdpr_desktop.requests.refusals.words import summary


def refusal_rows(part: Part) -> tuple[tuple[str, str], ...]:
    """The refusal as (label, text); () without one."""
    if part.refusal is None:
        return ()
    return tuple((label, text) for label, text in summary(part.refusal, part.right) if text)


def refusal_actions(part: Part) -> tuple[Action, ...]:
    """To refuse, and what a refusal or a fee leads on to."""
    refusal = part.refusal
    if refusal is None:
        return (Action.REFUSE,) if may_be_refused(part.right) else ()
    found = [Action.REFUSE]
    if refusal.kind is RefusalKind.PART:
        found.append(Action.LETTER_REFUSAL)
    if refusal.kind is RefusalKind.FEE and refusal.fee is not None:
        warned = refusal.fee.warned_on is not None
        found.append(Action.LETTER_FEE)
        if warned and refusal.fee.charged_on is None:
            found += [Action.CHARGE_FEE, Action.REFUSE_UNPAID]
    return (*found, Action.WITHDRAW_REFUSAL)
