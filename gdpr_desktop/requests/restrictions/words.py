"""Words for a restriction in force."""

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.requests.restrictions.model import Afterwards, Restriction, Stage

words = CodeWords(
    (
        (LiftReason.ACCURACY_CHECKED, N_("It has been checked whether the data are right")),
        (LiftReason.LAWFUL_NOW, N_("The processing is lawful now")),
        (LiftReason.CLAIM_SETTLED, N_("The legal claim is settled")),
        (LiftReason.OBJECTION_DECIDED, N_("The objection is decided")),
        (LiftReason.PERSON_ASKED, N_("The person has asked for it")),
        (Afterwards.USED, N_("The data are used again")),
        (Afterwards.ERASED, N_("The data are erased")),
        (Afterwards.KEPT, N_("The data are only kept in the archive")),
    )
)


def since_line(found: Restriction) -> str:
    """«Restricted since 10 February 2026.»"""
    return _("Restricted since {day}.").format(day=long_date(found.since))


def stage_line(found: Restriction) -> str:
    """«Restricted since 10 February 2026. Look at it again by 10 August 2026.»"""
    since = since_line(found)
    lift = found.lift
    match found.stage:
        case Stage.IN_FORCE:
            text = _("Look at it again by {day}.")
            return f"{since} {text.format(day=long_date(found.look_again))}"
        case Stage.LIFT_PLANNED:
            assert lift is not None, "the stage says so"
            text = _("It ends {day}, but the person must be told first.")
            return f"{since} {text.format(day=long_date(lift.lift_on))}"
        case Stage.LIFT_TOLD:
            assert lift is not None, "the stage says so"
            text = _("The person has been told that it is lifted {day}.")
            return f"{since} {text.format(day=long_date(lift.lift_on))}"
    assert lift is not None, "the stage says so"
    assert lift.done_on is not None, "the stage says so"
    return _("Restricted from {first} to {last}.").format(
        first=long_date(found.since), last=long_date(lift.done_on)
    )
