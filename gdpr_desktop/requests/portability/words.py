"""Words for what becomes of a claim of portability, and for where data come from."""

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.portability import Limit, Origin
from gdpr_desktop.requests.portability.claim import Outcome, Transfer

words = CodeWords(
    (
        (Outcome.DELIVERED, N_("The data are given")),
        (Outcome.PART, N_("Part is given, the rest is not")),
        (Outcome.REFUSED, N_("The claim is refused")),
        (Outcome.NOTHING_HELD, N_("Nothing is held")),
        (Transfer.NOT_ASKED, N_("Not asked for")),
        (Transfer.SENT, N_("We send the data")),
        (Transfer.NOT_POSSIBLE, N_("Not technically possible")),
        (Limit.BASIS, N_("Neither consent nor contract")),
        (Limit.NOT_AUTOMATED, N_("Not in a computer system")),
        (Limit.PUBLIC_TASK, N_("Needed for a public task")),
        (Limit.NOT_PROVIDED, N_("Not provided by the person")),
        (Limit.OTHERS, N_("It would harm others")),
        (Origin.GIVEN, N_("Given by the person")),
        (Origin.OBSERVED, N_("From the person's use of the service")),
        (Origin.DERIVED, N_("Left out: worked out by us")),
        (Origin.OURS, N_("Left out: for our own use")),
        (Origin.OTHERS, N_("Left out: about other people")),
    )
)
# what is said at the outcome when the data are given though the law gives no right to them
no_right = CodeWords(
    (
        (
            Limit.BASIS,
            N_(
                "Only consent and contract give a right to take data along (article 20 no. 1 a)."
                " Refuse, and offer access instead."
            ),
        ),
        (
            Limit.NOT_AUTOMATED,
            N_(
                "Only data in computer systems can be taken along (article 20 no. 1 b)."
                " Refuse, and offer access instead."
            ),
        ),
        (
            Limit.PUBLIC_TASK,
            N_(
                "Data needed for a public task cannot be taken along (article 20 no. 3)."
                " Refuse, and offer access instead."
            ),
        ),
        (
            Limit.NOT_PROVIDED,
            N_(
                "Only what the person has provided can be taken along (article 20 no. 1)."
                " Refuse, and offer access instead."
            ),
        ),
        (
            Limit.OTHERS,
            N_("It would harm others (article 20 no. 4). Leave that out and give a part."),
        ),
    )
)


def rule_words(limit: Limit) -> str:
    """«It would harm others (article 20 no. 4)»."""
    text = _("{rule} (article {article})")
    return text.format(rule=words(limit), article=cited(limit.article))


def records(count: int, language: Language | None = None) -> str:
    """«120 records»."""
    text = ngettext("{count} record", "{count} records", count, language=language)
    return text.format(count=count)
