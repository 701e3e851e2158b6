"""Everything about one person in the consents, for Word."""

from typing import TYPE_CHECKING

from gdpr_desktop.consents.exchange.person import PersonConsents, purpose_texts
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "consent_person"
Rows = tuple[tuple[str, str], ...]


def person_letter(vault: "Vault", found: PersonConsents, language: Language) -> "Letter":
    """The document. The person's name is in it, and never in its title."""
    from gdpr_desktop.letters.reports import Report

    made = Report(language, _("Consents of one person", language=language))
    text = _(
        "This is what the register held on {day} about consents that {name} gave, or that others"
        " gave for them.",
        language=language,
    )
    made.paragraph(text.format(day=long_date(found.day), name=found.subject.name))
    born = found.subject.birth_date
    made.facts(
        (
            (_("Name", language=language), found.subject.name),
            (_("Born", language=language), long_date(born) if born else ""),
        )
    )
    for one, form in found.consents:
        _add_consent(made, one, form, language)
    _add_groups(made, found, language)
    return made.letter(vault.municipality(), found.day, KIND)


def _add_consent(made: "Report", one: Consent, form: Form, language: Language) -> None:
    version = form.version(one.version)
    content = version.content if version is not None else form.draft
    made.heading(2, content.title.in_(language))
    number = _("Version {number}", language=language).format(number=one.version)
    made.facts(
        (
            (_("Form", language=language), f"{form.case.number}, {number}"),
            (_("Kind", language=language), words(content.kind, language)),
            (_("Unit", language=language), content.unit),
            (_("Holds until", language=language), _until(one, language)),
            (
                _("Use ended", language=language),
                long_date(one.settled_on) if one.settled_on else "",
            ),
            (_("Note", language=language), one.note),
        )
    )
    for said in one.statements:
        made.heading(3, words(said.relation, language))
        made.facts(_answer(said, one, form, language))
    for back in one.withdrawals:
        made.heading(3, _("Withdrawn", language=language))
        made.facts(
            (
                (_("Day", language=language), long_date(back.withdrawn_on)),
                (_("How it came", language=language), words(back.channel, language)),
                (_("Taken back by", language=language), back.name),
                (
                    _("Purposes", language=language),
                    "\n".join(purpose_texts(back.purposes, one, form, language)),
                ),
            )
        )


def _until(one: Consent, language: Language) -> str:
    if one.valid_until is not None:
        return long_date(one.valid_until)
    return _("Until it is withdrawn", language=language)


def _answer(said: Statement, one: Consent, form: Form, language: Language) -> Rows:
    proof = said.proof
    lies = ", ".join(part for part in (proof.archive_number, proof.file_name) if part)
    undated = _("Not dated", language=language)
    return (
        (_("Answered by", language=language), said.name),
        (_("Day", language=language), long_date(said.given_on) if said.given_on else undated),
        (_("How it came", language=language), words(said.how, language)),
        (
            _("Said yes to", language=language),
            "\n".join(purpose_texts(said.yes, one, form, language)),
        ),
        (
            _("Said no to", language=language),
            "\n".join(purpose_texts(said.no, one, form, language)),
        ),
        (_("Told beside the form", language=language), said.told),
        (_("Note", language=language), said.note),
        (_("Capacity judged by", language=language), said.capacity_by),
        (_("The proof lies", language=language), lies),
    )


def _add_groups(made: "Report", found: PersonConsents, language: Language) -> None:
    if not found.groups:
        return
    made.heading(2, _("Lists", language=language))
    header = (
        _("List", language=language),
        _("Unit", language=language),
        _("Left", language=language),
    )
    rows = [
        (
            " ".join(part for part in (group.name, group.year) if part),
            group.unit,
            long_date(member.left_on) if member.left_on else "",
        )
        for group, member in found.groups
    ]
    made.table(header, rows)
