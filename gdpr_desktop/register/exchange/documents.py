"""The record in Word, and the version for everyone to read."""

from collections.abc import Iterator

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.activities.words import laws_words
from gdpr_desktop.register.entries.model import Entry, EntryState
from gdpr_desktop.register.entries.words import state_words
from gdpr_desktop.register.exchange import record, words
from gdpr_desktop.register.exchange.model import Format, Order, Snapshot
from gdpr_desktop.register.exchange.record import (
    CONTROLLER,
    PROCESSOR,
    RecordColumn,
    chosen_entries,
    head,
)

Facts = tuple[tuple[str, str], ...]


def title_of(order: Order) -> str:
    """The document's title."""
    if order.format.is_public:
        return _("How we use personal data", language=order.language)
    return _("Record of processing activities", language=order.language)


def record_letter(snapshot: Snapshot, order: Order) -> Letter:
    """Everything, or with a public format what is for everyone."""
    language = order.language
    report = Report(language, title_of(order))
    if order.format.is_public:
        report.paragraph(_intro(snapshot, language))
        for name, facts in public_facts(snapshot, order):
            report.heading(2, name)
            report.facts(facts)
        report.heading(2, _("Where to ask", language=language))
        report.paragraph(where_to_ask(snapshot, language))
    else:
        report.facts(head(snapshot, language))
        _section(report, snapshot, order, CONTROLLER)
        if snapshot.assignments:
            _section(report, snapshot, order, PROCESSOR)
    return report.letter(snapshot.municipality, snapshot.day, f"record_{order.format.value}")


def _section(
    report: Report, snapshot: Snapshot, order: Order, columns: tuple[RecordColumn, ...]
) -> None:
    language = order.language
    ours = columns is CONTROLLER
    entries = snapshot.activities if ours else snapshot.assignments
    title = _("Controller", language=language) if ours else _("Processor", language=language)
    report.heading(2, title)
    for entry in chosen_entries(entries, order):
        report.heading(3, record.name(entry, snapshot, language))
        if entry.state is not EntryState.APPROVED:
            report.paragraph(state_words(entry.state, language), bold=True)
        report.facts(
            (_(one.header, language=language), one.text(entry, snapshot, language))
            for one in columns[1:]
            if order.internal or not one.internal
        )


def public_facts(snapshot: Snapshot, order: Order) -> Iterator[tuple[str, Facts]]:
    """Each approved activity by name: purposes, basis, data, recipients, how long. No more."""
    language = order.language
    for entry in chosen_entries(snapshot.activities, order):
        yield (
            record.name(entry, snapshot, language),
            (
                (_("Purposes", language=language), record.purposes(entry, snapshot, language)),
                (_("Lawful basis", language=language), _bases(entry, language)),
                (
                    _("Categories of people", language=language),
                    record.subjects(entry, snapshot, language),
                ),
                (
                    _("Categories of data", language=language),
                    record.data(entry, snapshot, language),
                ),
                (_("Recipients", language=language), record.recipients(entry, snapshot, language)),
                (
                    _("Periods for erasure", language=language),
                    record.periods(entry, snapshot, language),
                ),
            ),
        )


def _bases(entry: Entry, language: Language) -> str:
    lines = []
    for purpose in entry.content.purposes:
        for basis in purpose.bases:
            code = words.basis_code(basis.basis)
            name = words.said(words.BASES, basis.basis, language)
            laws = laws_words(basis.laws, language)
            lines.append(f"{name}, {code}" + (f": {laws}" if laws else ""))
    return "\n".join(dict.fromkeys(lines))


def _intro(snapshot: Snapshot, language: Language) -> str:
    text = _(
        "{municipality} keeps a record of how personal data are used. Here you see what the data"
        " are used for, what gives us the right to it, and how long they are kept.",
        language=language,
    )
    return text.format(municipality=snapshot.municipality.name)


def where_to_ask(snapshot: Snapshot, language: Language) -> str:
    """Whom people turn to."""
    found = snapshot.municipality
    reached = [found.officer.email or found.email, found.officer.phone or found.phone]
    text = _("Ask the data protection officer of {municipality}: {contact}.", language=language)
    contact = ", ".join(one for one in reached if one) or found.name
    return text.format(municipality=found.name, contact=contact)


def public_markdown(snapshot: Snapshot, order: Order) -> str:
    """The public version as Markdown without any HTML."""
    language = order.language
    lines = [f"# {_plain(title_of(order))}", "", _plain(_intro(snapshot, language)), ""]
    for name, facts in public_facts(snapshot, order):
        lines += [f"## {_plain(name)}", ""]
        for label, text in facts:
            if text:
                lines += [f"**{_plain(label)}**", ""]
                lines += [*(f"- {_plain(line)}" for line in text.split("\n")), ""]
    ask = _("Where to ask", language=language)
    lines += [f"## {_plain(ask)}", "", _plain(where_to_ask(snapshot, language)), ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """``text`` so that Markdown shows it as it is, and no tag in it comes to life."""
    said = " ".join(text.split())
    for sign in "\\`*_{}[]<>#|~&":
        said = said.replace(sign, f"\\{sign}")
    return said


def written(snapshot: Snapshot, order: Order, letterhead: bytes | None) -> bytes:
    """The file that ``order`` asks for."""
    match order.format:
        case Format.SHEET:
            from gdpr_desktop.register.exchange.workbook import record_book

            return record_book(snapshot, order)
        case Format.EDITING:
            from gdpr_desktop.register.exchange.editing import editing_book

            return editing_book(snapshot, order)
        case Format.PUBLIC_MARKDOWN:
            return public_markdown(snapshot, order).encode()
        case Format.WORD | Format.PUBLIC_WORD:
            return record_letter(snapshot, order).docx(letterhead)
