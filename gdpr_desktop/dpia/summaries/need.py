"""What was answered and decided about the need."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.screening.words import (
    by_words,
    decided_words,
    need_by_words,
    reason_lines,
    view_words,
)
from gdpr_desktop.dpia.words import words

_MOST = 4  # reasons in the summary; the document has them all


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    return (*_decided(found), *_viewed(found), *_advised(found))


def _decided(found: Dpia) -> tuple[tuple[str, str], ...]:
    need = found.need
    if need is None:
        return ()
    again, changed = need.look_again_by, need.changed_on
    said = (decided_words(need), need.why, need.covered_reference, need_by_words(need))
    return (
        (_("Decision"), "\n".join(one for one in said if one)),
        (_("Changed since"), long_date(changed) if changed else ""),
        (_("Look at it again by"), long_date(again) if again else ""),
    )


def _viewed(found: Dpia) -> tuple[tuple[str, str], ...]:
    view = found.view
    if view is None:
        return ()
    by = by_words(view.name, "", long_date(view.given_on))
    return ((_("The officer's view"), f"{view_words(view)}\n{view.why}\n{by}"),)


def _advised(found: Dpia) -> tuple[tuple[str, str], ...]:
    answers = found.screening
    if answers is None:
        return ()
    told = screen(answers)
    lines = reason_lines(told.reasons[:_MOST], answers)
    more = len(told.reasons) - len(lines)
    rest = (_("and {count} more").format(count=more),) if more > 0 else ()
    earlier = "\n".join(f"{decided_words(one)}, {need_by_words(one)}" for one in answers.earlier)
    return (
        (_("What the answers give"), "\n".join((words(told.advice), *lines, *rest))),
        (_("Decided earlier"), earlier),
    )
