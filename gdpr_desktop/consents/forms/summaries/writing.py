"""What stands on the form, the officer's advice, the approval, and its use."""

from gdpr_desktop.consents.codes import Lasting
from gdpr_desktop.consents.forms.digest import is_older
from gdpr_desktop.consents.forms.model import Advice, Form
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext

Rows = tuple[tuple[str, str], ...]


def content(found: Form) -> Rows:
    """The purposes, one to a line, and what holds for all of them."""
    draft, language = found.draft, found.case.language
    lines = [f"• {one.text.in_(language)}" for one in draft.purposes]
    text = ngettext("{count} purpose", "{count} purposes", len(lines))
    purposes = "\n".join((text.format(count=len(lines)), *lines)) if lines else ""
    places = dict.fromkeys(place.name for one in draft.purposes for place in one.places)
    return (
        (_("Purposes"), purposes),
        (_("Which data"), draft.data.in_(language)),
        (_("Who gets them"), draft.recipients.in_(language)),
        (_("Places"), ", ".join(places)),
        (_("How long the answer holds"), lasting_words(found)),
        (_("Act and section"), draft.law),
        (_("Contact"), draft.contact),
    )


def lasting_words(found: Form) -> str:
    """For how long an answer on the draft holds; empty while nothing is asked about."""
    draft = found.draft
    if not draft.purposes:
        return ""
    if draft.lasting is Lasting.DATE and draft.until is not None:
        return _("To and with {day}").format(day=long_date(draft.until))
    return words(draft.lasting)


def approval(found: Form) -> Rows:
    """The version in use, who approved it, the advice, and whether the draft is another."""
    latest, advice = found.latest, found.advice
    rows: list[tuple[str, str]] = []
    if latest is not None:
        given = latest.approval
        who = ", ".join(one for one in (given.name, given.role) if one)
        text = _("Version {number}, approved {day} by {name}")
        said = text.format(number=latest.number, day=long_date(given.decided_on), name=who)
        rows += [(_("In use"), said), (_("Why"), given.why)]
        if not found.approved and found.case.open:
            text = _("Changed since. Version {number} is used until the draft is approved.")
            rows.append((_("The draft"), text.format(number=latest.number)))
    if advice is not None:
        said = f"{given_words(advice)}\n{advice.why}"
        if is_older(advice, found.draft):
            said += "\n" + _("The form has been changed since.")
        rows.append((_("Advice of the officer"), said))
    return tuple(rows)


def use(found: Form) -> Rows:
    """Which versions were used, and since when."""
    used = [one for one in found.versions if one.used_on is not None]
    lines = (
        _("Version {number}: {day}").format(number=one.number, day=long_date(one.used_on))
        for one in used
        if one.used_on is not None
    )
    return ((_("First used"), "\n".join(lines)),)


def advice_words(may_be_used: bool) -> str:
    """What the officer says of the draft, in a line."""
    return _("The form may be used") if may_be_used else _("The form should not be used as it is")


def given_words(advice: Advice) -> str:
    """The advice, by whom and when."""
    said = advice_words(advice.may_be_used)
    return f"{said}. {advice.name}, {long_date(advice.given_on)}"
