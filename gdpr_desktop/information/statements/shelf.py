"""The shelf of privacy statements."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.information.statements.labels import (
    due_words,
    finding_words,
    kind_words,
    mark,
    need_words,
    point_words,
    standing_words,
)
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Contact, CookieNeed
from gdpr_desktop.information.statements.points import points
from gdpr_desktop.information.statements.sources import gather
from gdpr_desktop.information.statements.words import part_name
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

PREVIEW, SHORT = "preview", "short"
Pairs = tuple[tuple[str, str], ...]


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """The checklist first, then what the statement says."""
    statement: PrivacyStatement = entry.content
    language = vault.municipality().language
    return (
        _checklist(vault, entry),
        Group(title=_("About the statement"), part="about", facts=_about(statement, language)),
        Group(title=_("Who answers"), part="who", facts=_who(statement, language)),
        Group(title=_("From the record"), part="record", facts=_record(vault, statement)),
        Group(
            title=_("Topics"),
            part="topics",
            facts=tuple(
                (part_name(one).in_(language), one.purpose.in_(language) or one.text.in_(language))
                for one in statement.parts
            ),
            summary=", ".join(part_name(one).in_(language) for one in statement.parts),
        ),
        _cookies(statement, language),
        Group(
            title=_("Logs"),
            part="logs",
            facts=tuple(
                (one.what.in_(language), one.retention.in_(language)) for one in statement.logs
            ),
        ),
        Group(title=_("Texts"), part="texts", facts=_texts(statement, language)),
        Group(title=_("Short version and version"), part="version", facts=_version(statement)),
    )


def _checklist(vault: "Vault", entry: Entry) -> Group:
    checked = points(entry.content, gather(vault, entry).around)
    met = sum(point.met for point in checked)
    return Group(
        title=_("Checklist: what a statement must say"),
        facts=tuple(
            (
                f"{point.number} {mark(point)}",
                f"{point_words(point.number)}: {standing_words(point)}",
            )
            for point in checked
        ),
        summary=_("{met} of {all} points are met").format(met=met, all=len(checked)),
    )


def _about(statement: PrivacyStatement, language: Language) -> Pairs:
    return (
        (_("Kind"), kind_words(statement.kind)),
        (_("For whom"), statement.audience.in_(language)),
        (_("Introduction"), statement.intro.in_(language)),
        (_("Where it lies"), statement.web),
    )


def _who(statement: PrivacyStatement, language: Language) -> Pairs:
    return (
        (_("Controller"), _contact(statement.controller)),
        (_("Several controllers"), ", ".join(one.name for one in statement.responsible)),
        (_("Representative"), _contact(statement.representative)),
        (_("Data protection officer"), _contact(statement.officer)),
        (_("About the officer"), statement.officer_note.in_(language)),
        (_("Contact"), _contact(statement.contact)),
    )


def _contact(contact: Contact) -> str:
    parts = (contact.name, contact.email, contact.phone, contact.address, contact.web)
    return ", ".join(part for part in parts if part)


def _record(vault: "Vault", statement: PrivacyStatement) -> Pairs:
    return (
        (_("Activities"), "\n".join(store.names_of(vault.db, statement.activities))),
        (_("Processors"), ", ".join(store.names_of(vault.db, statement.processors))),
        (_("Systems"), ", ".join(store.names_of(vault.db, statement.systems))),
        (_("Link to the record"), statement.record_link),
    )


def _cookies(statement: PrivacyStatement, language: Language) -> Group:
    facts = []
    for need in (CookieNeed.NECESSARY, CookieNeed.CONSENT, CookieNeed.UNKNOWN):
        names = ", ".join(one.name for one in statement.cookies if one.need is need)
        facts.append((need_words(need) if need else _("Not said"), names))
    facts.append((_("How to change the choice"), statement.cookie_choice.in_(language)))
    count = str(len(statement.cookies)) if statement.cookies else ""
    return Group(title=_("Cookies"), part="cookies", facts=tuple(facts), summary=count)


def _texts(statement: PrivacyStatement, language: Language) -> Pairs:
    found: tuple[tuple[str, Bilingual], ...] = (
        (_("Who gets the data"), statement.recipients),
        (_("Transfers"), statement.transfers),
        (_("Erasure and archive"), statement.erasure),
        (_("Security"), statement.security),
        (_("Rights"), statement.rights),
    )
    own = tuple((one.heading.in_(language), one.text) for one in statement.own_texts)
    return tuple((name, text.in_(language)) for name, text in (*found, *own))


def _version(statement: PrivacyStatement) -> Pairs:
    review = statement.review_on
    return (
        (_("Version"), statement.version),
        (_("Approved by"), statement.approved_by),
        (_("Look at it again"), long_date(review) if review else ""),
        (_("Note"), statement.note),
    )


def _kind(entry: Entry) -> str:
    return kind_words(entry.content.kind)


def _deeds(_vault: "Vault", _entry: Entry) -> tuple[tuple[str, str], ...]:
    return ((PREVIEW, _("Preview and export …")), (SHORT, _("Short version …")))


SHELF = Shelf(
    kind=EntryKind.STATEMENT,
    title=N_("Privacy statements"),
    new_text=N_("&New privacy statement"),
    search_hint=N_("Search name, audience or cookie"),
    empty_title=N_("No privacy statements yet"),
    empty_text=N_(
        "A privacy statement tells people what you use their data for. It is written from the"
        " activities of the record, and you hear of it when one of them is changed."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.information.statements.dialogs.statement:StatementDialog",
    do="gdpr_desktop.information.statements.dialogs.export:do",
    deeds=_deeds,
    columns=(ExtraColumn(header=N_("For whom"), text=_kind),),
)
