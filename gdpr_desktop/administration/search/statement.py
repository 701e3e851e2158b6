"""What the register holds about one person, for Word: art. 15, for the register itself."""

from typing import TYPE_CHECKING

from gdpr_desktop.administration.search.words import (
    capital,
    kind_words,
    role_words,
    state_words,
    where_words,
)
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.person_search import CaseFound, Elsewhere, Group, note_statement
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path


class Statement:
    """Builds the list for one group of cases, with the cases that only mention the person."""

    def __init__(
        self,
        vault: Vault,
        group: Group,
        mentioned: Group | None,
        language: Language,
        elsewhere: tuple[Elsewhere, ...] = (),
    ):
        self._vault, self._group, self._mentioned = vault, group, mentioned
        self._elsewhere = elsewhere
        self._language = language
        self._report = self._begun()

    def letter(self) -> Letter:
        """The list, to be shown or saved."""
        self._report = self._begun()
        self._report.paragraph(self._intro())
        for found in self._group.cases:
            self._case(found)
        if self._mentioned is not None and self._mentioned is not self._group:
            self._mentions(self._mentioned)
        if self._elsewhere:
            self._outside()
        vault = self._vault
        return self._report.letter(vault.municipality(), vault.clock.today(), "person_statement")

    def _begun(self) -> Report:
        title = _("What the register of the data protection officer holds", language=self._language)
        return Report(self._language, title)

    def save(self, path: "Path") -> None:
        """Write it to ``path`` and journal that it was written. Raises ``AppError``."""
        letter, head = self.letter(), self._vault.letterhead()
        if self._vault.read_only and scope(self._vault.actor.role, Deed.TELL_OF_PERSON):
            letter.save(path, head)
            return
        with self._vault.begin(Deed.TELL_OF_PERSON):  # no list about a person lies there unknown
            note_statement(self._vault, [found.case.id for found in self._group.cases])
            letter.save(path, head)

    def _intro(self) -> str:
        day = long_date(self._vault.clock.today())
        text = _(
            "This is what the register of the data protection officer held on {day} about {name}."
            " Go through the list before it is given: data about others must be taken out.",
            language=self._language,
        )
        name = self._group.name or _("the person searched for", language=self._language)
        return text.format(day=day, name=name)

    def _case(self, found: CaseFound) -> None:
        case, language = found.case, self._language
        heading = _("Case {number}", language=language).format(number=case.number)
        self._report.heading(2, heading)
        facts = [
            (_("Kind", language=language), kind_words(case.kind, language)),
            (_("Part in the case", language=language), role_words(found, language)),
            (_("Received", language=language), long_date(case.received)),
            (_("State", language=language), state_words(case, language)),
            (_("Archive case number", language=language), case.archive_number),
            *self._person(found),
            (
                _("Found in", language=language),
                ", ".join(where_words(where, language) for where in found.where),
            ),
        ]
        self._report.facts(facts)
        self._letters(found)
        self._texts(found)

    def _person(self, found: CaseFound) -> list[tuple[str, str]]:
        person = (
            cases.persons(self._vault.db, found.case.id).get(found.role) if found.role else None
        )
        if person is None:
            return []
        language = self._language
        return [
            (_("Name", language=language), person.name),
            (_("Address", language=language), ", ".join(person.address.lines())),
            (_("E-mail", language=language), person.email),
            (_("Phone", language=language), person.phone),
            (_("Born", language=language), _day(person)),
            (_("Identity number", language=language), person.national_id),
            (_("Why the number is kept", language=language), person.national_id_reason),
        ]

    def _letters(self, found: CaseFound) -> None:
        letters = cases.letters(self._vault.db, found.case.id) if found.role else ()
        if letters:
            self._report.paragraph(_("Letters written in the case:", language=self._language))
            self._report.bullets(f"{one.file_name}, {long_date(one.at.date())}" for one in letters)

    def _texts(self, found: CaseFound) -> None:
        if found.texts:
            self._report.paragraph(_("Text where the person is named:", language=self._language))
            self._report.bullets(found.texts)

    def _mentions(self, mentioned: Group) -> None:
        heading = _("Cases about others where the name stands", language=self._language)
        note = _(
            "It may be somebody else of the same name. Read each case before you use this.",
            language=self._language,
        )
        self._report.heading(2, heading)
        self._report.paragraph(note)
        for found in mentioned.cases:
            number = _("Case {number}", language=self._language).format(number=found.case.number)
            self._report.heading(3, number)
            self._texts(found)

    def _outside(self) -> None:
        """Groups, questions about pictures and the like, which belong to no case."""
        self._report.heading(2, _("Outside the cases", language=self._language))
        self._report.bullets(
            f"{capital(where_words(one.where, self._language))}: {one.text}"
            for one in self._elsewhere
        )


def _day(person: Person) -> str:
    return long_date(person.birth_date) if person.birth_date else ""
