"""Words on the screen for statements."""

from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.information.statements.exporting import Format
from gdpr_desktop.information.statements.parts import CookieNeed, Place, StatementKind, Topic
from gdpr_desktop.information.statements.points import By, Point
from gdpr_desktop.information.statements.words import Words
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.entries.model import EntryDue, Finding

_POINTS = {
    1: N_("Name of the controller and how to reach it"),
    2: N_("Name of its representative and how to reach them"),
    3: N_("How to reach the data protection officer"),
    4: N_("What the data are used for"),
    5: N_("The lawful basis, with the law"),
    6: N_("The legitimate interest"),
    7: N_("Which data come from others than the person"),
    8: N_("Transfers out of the EEA: where to, and what protects the data"),
    9: N_("Who gets the data"),
    10: N_("For how long the data are kept"),
    11: N_("The rights of the person"),
    12: N_("How to withdraw a consent"),
    13: N_("The right to complain to the authority"),
    14: N_("Where the data come from"),
    15: N_("Whether the data must be given"),
    16: N_("Automated decisions: how they work and what follows"),
    17: N_("Data portability"),
    18: N_("How data are erased and archived"),
    19: N_("How data are kept safe"),
}


def point_words(number: int) -> str:
    """A point of the checklist."""
    return _(_POINTS[number])


def standing_words(point: Point) -> str:
    """How a point stands: met by what, or what is missing."""
    if not point.applies:
        return _("does not apply")
    if point.met:
        by = {
            By.MUNICIPALITY: _("from the settings"),
            By.STATEMENT: _("written in the statement"),
            By.RECORD: _("from the record"),
            By.STANDING: _("stands in every statement"),
        }
        return ", ".join(by[one] for one in point.by)
    names = ", ".join(name.in_(current_language()) for name in point.lacking)
    return _("missing for {names}").format(names=names) if names else _("missing")


def mark(point: Point) -> str:
    """A sign for how it stands."""
    if not point.applies:
        return "–"
    return "✔" if point.met else "✘"


def finding_words(finding: Finding) -> str:
    """What is missing or should be looked at."""
    if finding.code.startswith("point_"):
        words = point_words(int(finding.code.removeprefix("point_")))
        if finding.about:
            text = _("Point {number}, missing for {names}: {what}.")
            number = finding.code.removeprefix("point_")
            return text.format(number=number, names=finding.about, what=words)
        text = _("Point {number} is missing: {what}.")
        return text.format(number=finding.code.removeprefix("point_"), what=words)
    text = {
        "cookie_unsorted": _("Say whether these cookies are necessary or need consent: {names}."),
        "cookie_counting": _(
            "These cookies count visitors, and can hardly be called necessary: {names}."
            " Ask for consent (ekomlova § 3-15)."
        ),
        "outdated_law": _("This provision is no longer in force: {names}."),
        "one_language": _("Some texts are missing in {names}."),
        "no_review": _("Set a day to look at the statement again."),
    }[finding.code]
    return text.format(names=_languages(finding) or finding.about)


def _languages(finding: Finding) -> str:
    if finding.code != "one_language":
        return ""
    return finding.about.replace("nn", "nynorsk").replace("nb", "bokmål")


def due_words(due: EntryDue) -> str:
    """The review."""
    return _("Look at the statement again") if due.kind == "review" else due.title


def kind_words(kind: StatementKind) -> str:
    """For whom."""
    return {
        StatementKind.WEBSITE: _("For the website"),
        StatementKind.INTRANET: _("For the intranet"),
        StatementKind.EMPLOYEES: _("For employees"),
        StatementKind.APPLICANTS: _("For job applicants"),
        StatementKind.USERS: _("For users"),
        StatementKind.SERVICE: _("For one service"),
    }[kind]


def topic_words(topic: Topic) -> str:
    """As the chapter is headed."""
    return Words(current_language()).of("topic", topic.value)


def place_words(place: Place) -> str:
    """As the chapter is headed."""
    if place is Place.TOPICS:
        return _("A chapter of its own")
    return Words(current_language()).of("place", place.value)


def basis_words(basis: Basis) -> str:
    """The basis, with its letter first."""
    words = Words(current_language()).of("basis", basis.value)
    return f"{basis.value}) {words[:1].upper()}{words[1:]}"


def need_words(need: CookieNeed) -> str:
    """Necessary, or by consent."""
    return Words(current_language()).of("need", need.value)


def format_words(format: Format) -> str:  # noqa: A002
    """What kind of file."""
    return {
        Format.WORD: _("Word document"),
        Format.HTML: _("HTML to paste into a publishing system"),
        Format.PAGE: _("HTML, a whole page"),
        Format.MARKDOWN: "Markdown",
    }[format]


def filter_words(format: Format) -> str:  # noqa: A002
    """For the dialog that asks for a place."""
    return {
        Format.WORD: _("Word document (*.docx)"),
        Format.HTML: _("Web page (*.html)"),
        Format.PAGE: _("Web page (*.html)"),
        Format.MARKDOWN: "Markdown (*.md)",
    }[format]
