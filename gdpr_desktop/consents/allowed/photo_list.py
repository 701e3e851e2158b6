"""The list for the photographer: names, and yes or no to what was asked about. Nothing more.

No birth dates, no reasons, and nothing that sets a protected address apart from any other no.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.allowed.service import Asking, in_list
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.vault import Vault

KIND = "consent_photo_list"
MOST = 8  # purposes beside each other on a sheet of paper
_NAME_WIDTH, _ANSWER_WIDTH = 34, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A purpose that is asked about, and its words over the answers."""

    asked: Asked
    words: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One name, and may it be done: in the order of the columns."""

    name: str
    answers: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoList:
    """The whole list, as it is on ``day``."""

    group: Group
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    day: date


def photo_list(asking: Asking, group: Group, columns: tuple[Column, ...]) -> PhotoList:
    """Work out the list for those who are in the group now."""
    assert group.id is not None, "a group that is kept"
    assert columns, "something is asked about"
    rows = asking.about_group(group.id, *(one.asked for one in columns))
    lines = (
        Line(name=row[0].name, answers=tuple(in_list(one).answer.yes for one in row))
        for row in rows
    )
    return PhotoList(
        group=group, columns=columns, lines=tuple(lines), day=asking.vault.clock.today()
    )


def title(language: Language) -> str:
    """The heading, and the name of the file."""
    return _("List for the photographer", language=language)


def about(made: PhotoList, language: Language) -> tuple[str, ...]:
    """Which group, and as of when."""
    named = ", ".join(part for part in (made.group.name, made.group.year, made.group.unit) if part)
    as_of = _("As of {day}. Make it anew before the next time.", language=language)
    return named, as_of.format(day=long_date(made.day))


def headers(made: PhotoList, language: Language) -> tuple[str, ...]:
    """Over the columns."""
    name = _("Name", language=language)
    return (name, *(one.words.in_(language) for one in made.columns))


def rows(made: PhotoList, language: Language) -> list[tuple[str, ...]]:
    """The names, each with yes or no."""
    yes, no = _("Yes", language=language), _("No", language=language)
    return [(line.name, *(yes if one else no for one in line.answers)) for line in made.lines]


def document(vault: "Vault", made: PhotoList, language: Language) -> "Letter":
    """The list for Word."""
    from gdpr_desktop.letters.reports import Report

    report = Report(language, title(language))
    for text in about(made, language):
        report.paragraph(text, bold=text == made.group.name)
    report.paragraph(_rule(language))
    report.table(headers(made, language), rows(made, language))
    return report.letter(vault.municipality(), made.day, KIND)


def _rule(language: Language) -> str:
    return _(
        "Where it says no, do not do it, and do not ask the person why. Ask us where you are in"
        " doubt. Shred the list when you have used it.",
        language=language,
    )


def book(municipality: str, made: PhotoList, language: Language) -> bytes:
    """The list as a workbook."""
    from gdpr_desktop.letters.sheet import Writer, new_book, saved

    name = title(language)
    work = new_book(name, municipality, language)
    writer = Writer(work.create_sheet(name[:31]))
    top = (name, municipality, *about(made, language), _rule(language))
    widths = (_NAME_WIDTH, *(_ANSWER_WIDTH for _one in made.columns))
    writer.page(top, widths, headers(made, language), rows(made, language))
    return saved(work)


def note_export(vault: "Vault", made: PhotoList) -> Change:
    """Note in the journal that the list has left the register; never who is in it."""
    with vault.begin(Deed.READ_CASE) as work:
        work.require(Deed.READ_CASE, assigned=True)
        work.log(None, "consents_listed", group=made.group.id, people=len(made.lines))
    return work.change
