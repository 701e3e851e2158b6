"""What was answered about the basis, and how the sixteen points stand."""

from gdpr_desktop.consents.checking.basis import advice_of
from gdpr_desktop.consents.checking.basis_words import advice_title, offer_words
from gdpr_desktop.consents.checking.points import check_form
from gdpr_desktop.consents.checking.words import check_summary, finding_words
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def basis(found: Form) -> Rows:
    """What the answers come to, and why it is consent all the same."""
    answer = found.basis
    if answer is None:
        return ()
    advice = advice_of(found.draft.kind, answer)
    day = long_date(answer.answered_on) if answer.answered_on is not None else ""
    return (
        (_("The answers"), advice_title(advice)),
        (_("Better bases"), "\n".join(f"• {offer_words(one)}" for one in advice.offers)),
        (_("Why consent all the same"), answer.why),
        (_("Answered on"), day),
    )


def points(found: Form) -> Rows:
    """How many are met, and what is to be changed in a draft that waits for approval."""
    if not found.draft.purposes:
        return ()
    told = check_form(found)
    text, title = check_summary(told)
    wrong = dict.fromkeys(finding_words(one, found.draft) for one in told if one.blocks)
    rows = ((title, text), (_("To be put right"), "\n".join(f"• {one}" for one in wrong)))
    if found.approved:
        return (rows[0],) if not wrong else ()
    return rows
