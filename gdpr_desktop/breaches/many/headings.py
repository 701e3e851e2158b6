"""Which row holds the headings, and what each column is: proposed, for the person to change."""

import re
from collections.abc import Sequence

from gdpr_desktop.breaches.many.model import Layout, Use
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.tables.lists import ListFile, ListSheet
from gdpr_desktop.tables.model import Row

_LOOKED_AT = 40  # rows
_WORDS = {  # folded; the whole heading, in nynorsk, bokmål and English
    Use.NAME: "namn navn name fulltnamn fulltnavn fullname mottakar mottaker personnamn personnavn",
    Use.FIRST_NAME: "fornamn fornavn firstname givenname forogmellomnavn forogmellomnamn",
    Use.LAST_NAME: "etternamn etternavn lastname surname familyname slektsnavn slektsnamn",
    Use.ADDRESS: "adresse address heiladressa fulladresse fulladdress postaladdress",
    Use.CARE_OF: "co careof coadresse coadressa coaddress conavn conamn",
    Use.STREET: "gateadresse vegadresse veiadresse gate gata veg vei street streetaddress"
    " adresselinje1 adresse1 address1 addressline1 bustadadresse bostedsadresse postadresse"
    " postboks adresselinje gatenavn gatenamn",
    Use.STREET_MORE: "adresselinje2 adresse2 address2 addressline2 tilleggsadresse bruksenhet"
    " bueining leilighet",
    Use.PLACE: "postnrstad postnrsted postnrogstad postnrogsted postnummerogstad"
    " postnummerogsted postnrpoststad postnrpoststed postnummerpoststad postnummerpoststed",
    Use.POSTAL_CODE: "postnummer postnr postkode postcode postalcode zip zipcode",
    Use.CITY: "poststad poststed stad sted by city town postalplace",
    Use.COUNTRY: "land landnamn landnavn country",
    Use.BORN: "fodselsdato foedselsdato fodt fodd fodsdato dateofbirth birthdate born"
    " birthday fdato",
    Use.LANGUAGE: "sprak malform maalform skriftsprak language spraakform sprakform",
    Use.PROTECTION: "gradering adressegradering adressebeskyttelse adressevern adressesperre"
    " fortrulegadresse fortroligadresse sperretadresse sperraadresse skjermet skjerma"
    " diskresjonskode diskresjon protected protectedaddress kode67",
}
_USES = {word: use for use, words in _WORDS.items() for word in words.split()}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def propose(file: ListFile) -> tuple[int, Layout]:
    """The sheet that looks most like a list of addresses, and its layout."""
    best = max(range(len(file.sheets)), key=lambda number: _worth(file.sheets[number]))
    return best, layout_of(file.sheets[best])


def layout_of(sheet: ListSheet, header: int | None = None) -> Layout:
    """A proposal for a sheet, and for one row of headings where that is known."""
    row = header_row(sheet) if header is None else header
    texts: Row = sheet.rows[row] if 0 <= row < len(sheet.rows) else ()
    uses = list(uses_of(texts)) or [None] * len(sheet.rows[0])
    for column in sheet.dropped:
        uses[column] = None
    if Use.ADDRESS in uses and any(one in uses for one in (Use.POSTAL_CODE, Use.PLACE)):
        uses[uses.index(Use.ADDRESS)] = None if Use.STREET in uses else Use.STREET
    return Layout(header=row, uses=tuple(uses))


def header_row(sheet: ListSheet) -> int:
    """The row, from 0, with the most headings that we know; -1 where there are none."""
    known = [sum(map(bool, uses_of(row))) for row in sheet.rows[:_LOOKED_AT]]
    most = max(known, default=0)
    return known.index(most) if most else -1


def uses_of(headings: Sequence[str]) -> tuple[Use | None, ...]:
    """What each heading says; the first of two that say the same."""
    found: list[Use | None] = []
    for text in headings:
        use = _USES.get(_NOT_LETTERS.sub("", fold_short(text))) if len(text) < 60 else None
        found.append(None if use in found else use)
    return tuple(found)


def _worth(sheet: ListSheet) -> tuple[bool, int, int]:
    known = sum(map(bool, layout_of(sheet).uses))
    return not sheet.hidden, known, len(sheet.rows)


def enough(layout: Layout) -> bool:
    """Is there a name and an address among the columns?"""
    named = {Use.NAME, Use.LAST_NAME} & set(layout.uses)
    placed = {Use.ADDRESS, Use.PLACE, Use.POSTAL_CODE} & set(layout.uses)
    return bool(named and placed)


def twice(layout: Layout) -> Use | None:
    """What two columns are taken for: one of them would not be read."""
    uses = [use for use in layout.uses if use is not None]
    return next((use for use in uses if uses.count(use) > 1), None)
