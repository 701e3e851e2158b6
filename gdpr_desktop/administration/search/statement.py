"""What the register holds about one person, as a list for Word: art. 15, for the register itself.

The data go into the document as values, so that nothing of them is kept between documents.
"""

from typing import TYPE_CHECKING

from gdpr_desktop.administration.search.words import (
    kind_words,
    role_words,
    state_words,
    where_words,
)
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.person_search import CaseFound, Group, note_statement
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import (
    Block,
    Heading,
    List,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Table,
)
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.values import Values
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path


class Statement:
    """Builds the list for one group of cases, with the cases that only mention the person."""

    def __init__(self, vault: Vault, group: Group, mentioned: Group | None, language: Language):
        self._vault, self._group, self._mentioned = vault, group, mentioned
        self._language = language
        self._values = Values()

    def letter(self) -> Letter:
        """The list, to be shown or saved."""
        language = self._language
        title = _("What the register of the data protection officer holds", language=language)
        blocks: list[Block] = [Heading(level=1, runs=(Run(text=title),)), self._intro()]
        for found in self._group.cases:
            blocks += self._case(found)
        if self._mentioned is not None and self._mentioned is not self._group:
            blocks += self._mentions(self._mentioned)
        content = tuple(blocks)
        return Letter(
            template="person_statement",
            title=title,
            language=self._language,
            content=content,
            shape=content,
            values=self._values.all(),
            sender=Sender.of(self._vault.municipality()),
            day=self._vault.clock.today(),
        )

    def save(self, path: "Path") -> None:
        """Write it to ``path`` and journal that it was written. Raises ``AppError``."""
        letter, head = self.letter(), self._vault.letterhead()
        if self._vault.read_only and scope(self._vault.actor.role, Deed.TELL_OF_PERSON):
            letter.save(path, head)
            return
        with self._vault.begin(Deed.TELL_OF_PERSON):  # no list about a person lies there unknown
            note_statement(self._vault, [found.case.id for found in self._group.cases])
            letter.save(path, head)

    def _intro(self) -> Paragraph:
        day = long_date(self._vault.clock.today())
        text = _(
            "This is what the register of the data protection officer held on {day} about {name}."
            " Go through the list before it is given: data about others must be taken out.",
            language=self._language,
        )
        name = self._group.name or _("the person searched for", language=self._language)
        return Paragraph(runs=(Run(text=text.format(day=day, name=self._values.put(name))),))

    def _case(self, found: CaseFound) -> list[Block]:
        case, language = found.case, self._language
        heading = _("Case {number}", language=language).format(number=case.number)
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
        blocks: list[Block] = [Heading(level=2, runs=(Run(text=heading),)), self._table(facts)]
        return [*blocks, *self._letters(found), *self._texts(found)]

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

    def _table(self, facts: list[tuple[str, str]]) -> Table:
        head = (_("What", language=self._language), _("Data", language=self._language))
        lines = tuple((_run(label), self._runs(text)) for label, text in facts if text)
        return Table(header=(_run(head[0]), _run(head[1])), rows=lines)

    def _runs(self, text: str) -> Runs:
        return _run(self._values.put(text))

    def _letters(self, found: CaseFound) -> list[Block]:
        if found.role is None:
            return []
        letters = cases.letters(self._vault.db, found.case.id)
        if not letters:
            return []
        items = tuple(
            ListItem(runs=self._runs(f"{one.file_name}, {long_date(one.at.date())}"))
            for one in letters
        )
        intro = _("Letters written in the case:", language=self._language)
        return [Paragraph(runs=_run(intro)), List(ordered=False, items=items)]

    def _texts(self, found: CaseFound) -> list[Block]:
        if not found.texts:
            return []
        intro = _("Text where the person is named:", language=self._language)
        items = tuple(ListItem(runs=self._runs(text)) for text in found.texts)
        return [Paragraph(runs=_run(intro)), List(ordered=False, items=items)]

    def _mentions(self, mentioned: Group) -> list[Block]:
        heading = _("Cases about others where the name stands", language=self._language)
        note = _(
            "It may be somebody else of the same name. Read each case before you use this.",
            language=self._language,
        )
        blocks: list[Block] = [Heading(level=2, runs=_run(heading)), Paragraph(runs=_run(note))]
        for found in mentioned.cases:
            number = _("Case {number}", language=self._language).format(number=found.case.number)
            blocks += [Heading(level=3, runs=_run(number)), *self._texts(found)]
        return blocks


def _run(text: str) -> Runs:
    return (Run(text=text),)


def _day(person: Person) -> str:
    return long_date(person.birth_date) if person.birth_date else ""
