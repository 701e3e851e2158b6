"""What is typed in each section of the form of a statement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.labels import (
    basis_words,
    kind_words,
    place_words,
    topic_words,
)
from gdpr_desktop.information.statements.parts import Place, StatementKind, Topic
from gdpr_desktop.information.statements.widgets.editor import Kind, Row
from gdpr_desktop.law.bases import Basis

Maker = Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRows:
    """``key`` is the part that a group of the page opens the form at."""

    key: str
    title: str
    text: str
    rows: tuple[Row, ...]


def sections(makers: dict[str, Maker]) -> tuple[SectionRows, ...]:
    """All, in order. ``makers`` make the fields that are more than lines and texts."""
    topics = (_field(makers, "parts", _("Topics")),)
    logs = (_text("log_note", _("Before the list of logs")), _field(makers, "logs", _("Logs")))
    rows = {
        "about": _about(),
        "who": _who(makers),
        "record": _record(makers),
        "topics": topics,
        "cookies": _cookies(makers),
        "logs": logs,
        "texts": _texts(makers),
        "version": _version(),
    }
    return tuple(
        SectionRows(key=key, title=title, text=text, rows=rows[key])
        for key, title, text in _titles()
    )


def _titles() -> tuple[tuple[str, str, str], ...]:
    """Key, title and the sentence at the top."""
    return (
        ("about", _("About the statement"), _("For whom it is.")),
        (
            "who",
            _("Who answers"),
            _("Leave blank what stands in the settings of the municipality."),
        ),
        (
            "record",
            _("From the record"),
            _("What these say of purpose, basis, recipients and periods is written for you."),
        ),
        (
            "topics",
            _("Topics"),
            _("What is not an activity of the record, or needs more words."),
        ),
        (
            "cookies",
            _("Cookies"),
            _(
                "All that the site stores with the visitor. Only what is strictly necessary may"
                " be stored without consent."
            ),
        ),
        ("logs", _("Logs"), _("What is logged, for how long and who may see it.")),
        (
            "texts",
            _("Texts"),
            _(
                "Added to what the program writes, or in its place. Simple Markdown: - for lists,"
                " ** for bold."
            ),
        ),
        ("version", _("Version"), _("The short version, and when it is looked at again.")),
    )


def _words(name: str, label: str, help_: str = "") -> Row:
    return Row(name=name, label=label, kind=Kind.WORDS, help=help_)


def _text(name: str, label: str, help_: str = "", lines: int = 3) -> Row:
    return Row(name=name, label=label, kind=Kind.TEXT, help=help_, lines=lines)


def _field(makers: dict[str, Maker], name: str, label: str, help_: str = "") -> Row:
    return Row(name=name, label=label, kind=Kind.FIELD, help=help_, field=makers[name])


def _about() -> tuple[Row, ...]:
    kinds = tuple((one, kind_words(one)) for one in StatementKind)
    return (
        Row(name="name", label=_("Title"), kind=Kind.WORDS, required=True),
        Row(name="kind", label=_("Kind"), kind=Kind.CHOICE, pairs=kinds),
        _words(
            "audience",
            _("For whom"),
            _("Goes on after «The statement applies to …»: «users of the swimming pool»."),
        ),
        _text("intro", _("Introduction"), _("Leave it blank for the usual words.")),
        Row(name="web", label=_("Where it lies"), help=_("The short version links to it.")),
    )


def _who(makers: dict[str, Maker]) -> tuple[Row, ...]:
    return (
        _field(makers, "controller", _("Another controller than the municipality")),
        _field(makers, "responsible", _("Several controllers of one site")),
        _field(makers, "representative", _("Representative")),
        _field(makers, "officer", _("Another data protection officer than in the settings")),
        _text("officer_note", _("What the officer does")),
        _field(makers, "contact", _("Another contact than the municipality")),
    )


def _record(makers: dict[str, Maker]) -> tuple[Row, ...]:
    return (
        _field(makers, "activities", _("Activities")),
        _field(
            makers,
            "processors",
            _("Processors"),
            _("Those of the activities come by themselves."),
        ),
        _field(makers, "systems", _("Systems"), _("Those of the activities come by themselves.")),
        Row(name="record_link", label=_("Link to the record of processing")),
        _text(
            "provision",
            _("Must people give the data?"),
            _("Where the activity does not say."),
            lines=2,
        ),
    )


def _cookies(makers: dict[str, Maker]) -> tuple[Row, ...]:
    return (
        _field(makers, "cookies", _("Cookies")),
        _text("cookie_note", _("Before the table")),
        _text("cookie_choice", _("How one changes the choice"), lines=2),
    )


def _texts(makers: dict[str, Maker]) -> tuple[Row, ...]:
    return (
        _text("recipients", _("Who gets the data")),
        _text("transfers", _("Transfers out of the EEA")),
        _text("erasure", _("How data are erased and archived")),
        _text(
            "security",
            _("How data are kept safe"),
            _("No more than can be told without weakening the security."),
        ),
        _text("rights", _("Rights")),
        _field(makers, "own_texts", _("Texts of one's own")),
    )


def _version() -> tuple[Row, ...]:
    return (
        _text("short", _("Short version"), _("Leave it blank for one that is made for you.")),
        Row(name="review_on", label=_("Look at it again"), kind=Kind.DATE),
        Row(name="version", label=_("Version")),
        _text("version_note", _("What is new in this version"), lines=2),
        Row(
            name="approved_by",
            label=_("Approved by"),
            help=_("Only where somebody else approves it than the one who does it here."),
        ),
        Row(name="approved_on", label=_("Approved on"), kind=Kind.DATE),
        Row(name="note", label=_("Internal note")),
    )


def contact_rows() -> tuple[Row, ...]:
    """Somebody to turn to."""
    return (
        Row(name="name", label=_("Name")),
        Row(name="email", label=_("E-mail")),
        Row(name="phone", label=_("Phone")),
        Row(name="address", label=_("Address")),
        Row(name="web", label=_("Web")),
    )


def responsible_rows() -> tuple[Row, ...]:
    """One of several controllers."""
    return (
        Row(name="name", label=_("Name")),
        _words("part", _("What it answers for")),
        Row(name="contact", label=_("Contact")),
    )


def part_rows() -> tuple[Row, ...]:
    """One topic."""
    topics = tuple((one, topic_words(one)) for one in Topic)
    return (
        Row(name="topic", label=_("Topic"), kind=Kind.CHOICE, pairs=topics),
        _words("heading", _("Heading"), _("Leave it blank for that of the topic.")),
        _text("text", _("In your own words"), lines=5),
        _text("purpose", _("What the data are used for"), lines=2),
        _text("data", _("Which data"), lines=2),
        *_basis(),
        _words("interest", _("The legitimate interest")),
        _words("sources", _("Other sources than the person")),
        _words("recipients", _("Who gets the data")),
        _words("retention", _("For how long")),
        _words("stop", _("How one says no or unsubscribes")),
        Row(name="tool", label=_("Tool")),
        Row(name="provider", label=_("Provider")),
        Row(name="agreement", label=_("There is a processor agreement"), kind=Kind.CHECK),
    )


def log_rows() -> tuple[Row, ...]:
    """One log."""
    return (
        _words("what", _("What is it called?")),
        _text("contents", _("What is logged"), lines=2),
        _text("purpose", _("What it is used for"), lines=2),
        *_basis(),
        _words("retention", _("For how long")),
        Row(name="where", label=_("Where it lies")),
        _words("access", _("Who can see it")),
    )


def text_rows() -> tuple[Row, ...]:
    """A text of one's own."""
    places = tuple((one, place_words(one)) for one in Place)
    return (
        Row(name="place", label=_("At the end of the chapter"), kind=Kind.CHOICE, pairs=places),
        _words("heading", _("Heading")),
        _text("text", _("Text"), lines=6),
    )


def _basis() -> tuple[Row, ...]:
    bases = tuple((one, basis_words(one)) for one in Basis)
    return (
        Row(
            name="basis",
            label=_("Lawful basis"),
            kind=Kind.CHOICE,
            pairs=bases,
            empty=_("Not chosen"),
        ),
        Row(name="laws", label=_("Laws"), kind=Kind.LAWS),
    )
