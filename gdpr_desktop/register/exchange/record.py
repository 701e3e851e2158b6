"""The record as art. 30 asks for it: what stands in each column, for a sheet, Word or the web."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Retention, Transfer
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.entries.model import Entry, EntryState
from gdpr_desktop.register.entries.words import state_words
from gdpr_desktop.register.exchange import columns, words
from gdpr_desktop.register.exchange.model import Order, Snapshot
from gdpr_desktop.register.exchange.retention_text import period_words
from gdpr_desktop.register.processors.model import Assignment, Processor

Text = Callable[[Entry, Snapshot, Language], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordColumn:
    """``letter`` is that of art. 30(1) or (2); internal columns have none."""

    header: str  # N_
    text: Text
    letter: str = ""
    internal: bool = False
    width: int = 30


def _lines(items: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(one for raw in items if (one := raw.strip())))


def _activity(entry: Entry) -> Activity:
    found: Activity = entry.content
    return found


def name(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """What the activity is called."""
    text: str = entry.content.name.in_(language)
    return text


def joint(entry: Entry, snapshot: Snapshot, _language: Language) -> str:
    """The joint controllers, with where they are reached."""
    found = []
    for one in _activity(entry).arrangements:
        arrangement = snapshot.content(one)
        if arrangement is not None:
            found += [*arrangement.partners, arrangement.contact_point]
    return _lines(found)


def purposes(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """Why."""
    return _lines(one.text.in_(language) for one in _activity(entry).purposes)


def subjects(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """About whom."""
    return _lines(one.text.in_(language) for one in _activity(entry).subjects)


def data(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """Which data."""
    return _lines(one.text.in_(language) for one in _activity(entry).data)


def recipients(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """To whom they are disclosed."""
    return _lines(one.text.in_(language) for one in _activity(entry).recipients)


def transfers(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """To which countries, with what documentation."""
    return _lines(transfer_words(one, language) for one in entry.content.transfers)


def transfer_words(one: Transfer, language: Language) -> str:
    """«USA: Microsoft (standard contractual clauses; copy on request)»."""
    ground = words.said(words.GROUNDS, one.ground, language) if one.ground else ""
    about = "; ".join(text for text in (ground, one.safeguards.in_(language)) if text)
    place = country_name(one.country, language)
    text = f"{place}: {one.recipient}" if one.recipient else place
    return f"{text} ({about})" if about else text


def periods(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """How long each category is kept; categories kept equally long stand together."""
    found: dict[str, list[str]] = {}
    for one in _activity(entry).data:
        if one.retention is not None:
            if not (said := retention_sentence(one.retention, language)):
                continue
            found.setdefault(said, []).append(one.text.in_(language))
    return _lines(f"{', '.join(names)}: {said}" for said, names in found.items())


def retention_sentence(one: Retention, language: Language) -> str:
    """«2 år frå avslutta sak, deretter arkivering»; empty when no time is set."""
    text = period_words(one, language)
    start = one.counted_from.in_(language)
    if text and start and not one.permanent:
        text = _("{period} from {start}", language=language).format(period=text, start=start)
    text = "; ".join(part for part in (text, one.criteria.in_(language)) if part)
    if one.permanent or not text:
        return text
    after = words.said(words.AFTER, one.then, language)
    return _("{period}, then {after}", language=language).format(period=text, after=after)


def security(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """The measures, in general."""
    found = _activity(entry).security
    return _lines(
        one.in_(language) for one in (found.physical, found.technical, found.organisational)
    )


def state(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    """Draft, approved, to be revised."""
    return state_words(entry.state, language)


def _field(key: str) -> Text:
    def text(entry: Entry, snapshot: Snapshot, language: Language) -> str:
        return columns.BY_KEY[key].show(entry.content, snapshot, language)

    return text


def _processors(entry: Entry, snapshot: Snapshot, language: Language) -> str:
    return _lines(
        _processor(snapshot.content(one), language) for one in _activity(entry).processors
    )


def _processor(found: Processor | None, language: Language) -> str:
    if found is None:
        return ""
    days = [one.signed_on for one in found.agreements if one.signed_on]
    if not days:
        return found.name
    agreed = _("{name} (agreement of {day})", language=language)
    return agreed.format(name=found.name, day=short_date(max(days)))


_NAME = RecordColumn(header=N_("Processing activity"), text=name, width=28)
CONTROLLER: tuple[RecordColumn, ...] = (
    _NAME,
    RecordColumn(header=N_("Joint controllers"), text=joint, letter="a", width=24),
    RecordColumn(header=N_("Purposes"), text=purposes, letter="b", width=36),
    RecordColumn(header=N_("Categories of people"), text=subjects, letter="c", width=24),
    RecordColumn(header=N_("Categories of data"), text=data, letter="c", width=32),
    RecordColumn(header=N_("Recipients"), text=recipients, letter="d", width=26),
    RecordColumn(header=N_("Transfers to third countries"), text=transfers, letter="e", width=26),
    RecordColumn(header=N_("Periods for erasure"), text=periods, letter="f", width=36),
    RecordColumn(header=N_("Security measures"), text=security, letter="g", width=36),
    *(
        RecordColumn(header=columns.BY_KEY[key].header, text=_field(key), internal=True, width=24)
        for key in (
            "number",
            "unit_id",
            "responsible",
            "description",
            "bases",
            "special",
            "criminal",
            "sources",
            "systems",
        )
    ),
    RecordColumn(header=N_("Processors"), text=_processors, internal=True, width=28),
    *(
        RecordColumn(header=columns.BY_KEY[key].header, text=_field(key), internal=True, width=20)
        for key in (
            "profiling",
            "dpia.needed",
            "dpia.done_on",
            "risk_assessed_on",
            "information",
            "review_on",
            "note",
        )
    ),
)


def _assignment(entry: Entry) -> Assignment:
    found: Assignment = entry.content
    return found


def _controller(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    found = _assignment(entry)
    officer = found.controller_officer
    named = _("Data protection officer: {name}", language=language).format(name=officer)
    return _lines((found.controller, found.controller_contact, named if officer else ""))


def _categories(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    return _assignment(entry).categories.in_(language)


def _assigned_security(entry: Entry, _snapshot: Snapshot, language: Language) -> str:
    return _assignment(entry).security.in_(language)


def _unit(entry: Entry, snapshot: Snapshot, language: Language) -> str:
    return snapshot.name(_assignment(entry).unit_id, language)


def _names(key: str) -> Text:
    def text(entry: Entry, snapshot: Snapshot, language: Language) -> str:
        ids: tuple[Any, ...] = getattr(entry.content, key)
        return _lines(snapshot.name(one, language) for one in ids)

    return text


def _agreement(entry: Entry, _snapshot: Snapshot, _language: Language) -> str:
    day = _assignment(entry).agreement.signed_on
    return short_date(day) if day else ""


def _note(entry: Entry, _snapshot: Snapshot, _language: Language) -> str:
    return _assignment(entry).note


PROCESSOR: tuple[RecordColumn, ...] = (
    _NAME,
    RecordColumn(header=N_("Controller"), text=_controller, letter="a", width=32),
    RecordColumn(header=N_("Categories of processing"), text=_categories, letter="b", width=40),
    RecordColumn(header=N_("Transfers to third countries"), text=transfers, letter="c"),
    RecordColumn(header=N_("Security measures"), text=_assigned_security, letter="d", width=40),
    RecordColumn(header=N_("Unit"), text=_unit, internal=True),
    RecordColumn(header=N_("Systems"), text=_names("systems"), internal=True),
    RecordColumn(header=N_("Sub-processors"), text=_names("sub_processors"), internal=True),
    RecordColumn(header=N_("Agreement signed on"), text=_agreement, internal=True, width=16),
    RecordColumn(header=N_("Note"), text=_note, internal=True),
)
_STATE = RecordColumn(header=N_("State"), text=state, width=14)


def chosen_columns(
    all_columns: tuple[RecordColumn, ...], order: Order, entries: tuple[Entry, ...]
) -> tuple[RecordColumn, ...]:
    """Those of art. 30, the internal ones if asked for, and the state where it says something."""
    found = tuple(one for one in all_columns if order.internal or not one.internal)
    if any(one.state is not EntryState.APPROVED for one in entries) and not order.approved_only:
        return (*found, _STATE)
    return found


def chosen_entries(entries: tuple[Entry, ...], order: Order) -> tuple[Entry, ...]:
    """The approved ones, or all that are not over."""
    if order.approved_only or order.format.is_public:
        return tuple(one for one in entries if one.state is EntryState.APPROVED)
    return tuple(one for one in entries if one.state is not EntryState.RETIRED)


def head(snapshot: Snapshot, language: Language) -> tuple[tuple[str, str], ...]:
    """Who is responsible and how they are reached: art. 30(1)(a)."""
    found = snapshot.municipality
    officer = found.officer
    contact = [*found.address.lines(), found.phone, found.email]
    reached = [officer.name, *officer.address.lines(), officer.phone, officer.email]
    return (
        (_("Municipality", language=language), found.name),
        (_("Organisation number", language=language), found.organisation_number),
        (_("Contact", language=language), ", ".join(one for one in contact if one)),
        (
            _("Data protection officer", language=language),
            ", ".join(one for one in reached if one),
        ),
        (_("Date", language=language), long_date(snapshot.day)),
    )
