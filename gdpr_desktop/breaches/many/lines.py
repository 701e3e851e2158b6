"""The rows of a sheet as people with addresses, and what is wrong with each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from gdpr_desktop.breaches.many.model import (
    Addressee,
    AddressList,
    Fault,
    Layout,
    Line,
    Use,
)
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.dates import DateError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.tables.cells import day_of, is_spoilt, turned
from gdpr_desktop.tables.lists import ListSheet
from gdpr_desktop.tables.model import Row

MOST_LINES = 7  # of name and address, in the window of the envelope
WIDEST = 60  # characters of one of them
_PLACE = re.compile(r"(?:N(?:O)?\s?-\s?)?([0-9]{4})\s+(\D.*)", re.IGNORECASE)
_PREFIX = re.compile(r"N(?:O)?\s?-\s?(?=[0-9])", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"[0-9]{4}")
_PROTECTED = re.compile(
    r"\b(strengt )?fortr(u|o)leg|\bfortrolig|\bkode ?[67]\b|sperr(a|et) adresse"
    r"|hemm?eleg adresse|hemmelig adresse|adressesperre|skjult adresse|protected address"
)
_OPEN = frozenset(
    "nei no n 0 false usann ingen ugradert ugradera open apen vanleg vanlig ikkje ikke none".split()
)
_NORWAY = frozenset({"norge", "noreg", "norway", "no", "nor", "norga", "vuodna"})
_LANGUAGES: Mapping[str, Language] = {
    **dict.fromkeys(("nynorsk", "nn", "nno", "nyn", "n"), Language.NYNORSK),
    **dict.fromkeys(("bokmal", "nb", "nob", "bm", "b"), Language.BOKMAL),
}
_SPOKEN = frozenset({"norsk", "no", "norwegian"})  # says nothing of the written form


def read_lines(sheet: ListSheet, layout: Layout, today: date) -> AddressList:
    """Everyone in the sheet below its headings; blank rows are left out."""
    found, protected = [], []
    for number, row in enumerate(sheet.rows[layout.header + 1 :], layout.header + 1):
        if not any(row):
            continue
        cells = {use: row[at] for at, use in enumerate(layout.uses) if use is not None}
        if _protected(row, cells):
            protected.append(number + 1)
            continue
        line = _line(number + 1, cells, today)
        hidden = (Fault.HIDDEN,) if number in sheet.hidden_rows else ()
        found.append(replace(line, faults=_ordered((*line.faults, *hidden))))
    return AddressList(lines=with_duplicates(found), protected=tuple(protected))


def _protected(row: Row, cells: Mapping[Use, str]) -> bool:
    marked = fold_short(cells.get(Use.PROTECTION, "")).strip(" .-/")
    if marked and marked not in _OPEN:
        return True
    return any(_PROTECTED.search(fold_short(text)) for text in row if len(text) > 4)


def _line(row: int, cells: Mapping[Use, str], today: date) -> Line:
    born, wrong_day = _born(cells.get(Use.BORN, ""), today)
    language, wrong_language = _language(cells.get(Use.LANGUAGE, ""))
    addressee = Addressee(
        row=row, name=_name(cells), address=_address(cells), born=born, language=language
    )
    faults = list(faults_of(addressee))
    faults += [Fault.BORN] * wrong_day + [Fault.LANGUAGE] * wrong_language
    return Line(addressee=addressee, faults=tuple(faults))


def _name(cells: Mapping[Use, str]) -> str:
    whole = turned(cells.get(Use.NAME, ""))
    parts = (cells.get(Use.FIRST_NAME, ""), cells.get(Use.LAST_NAME, ""))
    return whole or clean_line(" ".join(parts))


def _address(cells: Mapping[Use, str]) -> PostalAddress:
    whole = _split(cells.get(Use.ADDRESS, ""))
    place = _PLACE.fullmatch(clean_line(cells.get(Use.PLACE, "")))
    care_of = clean_line(cells.get(Use.CARE_OF, ""))
    if care_of and not fold_short(care_of).startswith(("c/o", "v/")):
        care_of = f"c/o {care_of}"
    streets = (care_of, whole.street, cells.get(Use.STREET, ""), cells.get(Use.STREET_MORE, ""))
    country = clean_line(cells.get(Use.COUNTRY, "")) or whole.country
    code = clean_line(cells.get(Use.POSTAL_CODE, "")) or (place[1] if place else whole.postal_code)
    city = clean_line(cells.get(Use.CITY, "")) or (place[2] if place else whole.city)
    if not place and not city:
        city = clean_line(cells.get(Use.PLACE, ""))
    home = fold_short(country).strip(" .") in _NORWAY or not country
    return PostalAddress(
        street="\n".join(line for one in streets if (line := one.strip())),
        postal_code=_code(code) if home else code,
        city=city,
        country="" if home else country,
    )


def _split(text: str) -> PostalAddress:
    """An address that stands in one cell: «Strandgata 1, 6100 Fjellvik»."""
    parts = [one for part in text.split("\n") for one in map(str.strip, part.split(",")) if one]
    for at in range(len(parts) - 1, -1, -1):
        if found := _PLACE.fullmatch(parts[at]):
            after = " ".join(parts[at + 1 :])
            return PostalAddress(
                street="\n".join(parts[:at]), postal_code=found[1], city=found[2], country=after
            )
    return PostalAddress(street="\n".join(parts))


def _code(text: str) -> str:
    """A Norwegian postal code, with the zeros in front that a spreadsheet takes away."""
    plain = _PREFIX.sub("", text).replace(" ", "")
    return plain.zfill(4) if plain.isascii() and plain.isdigit() and len(plain) == 3 else plain


def _born(text: str, today: date) -> tuple[date | None, bool]:
    """The day, and whether something stands there that is none."""
    try:
        return day_of(text, today), False
    except DateError:
        return None, True


def _language(text: str) -> tuple[Language | None, bool]:
    said = fold_short(clean_line(text)).strip(" .")
    found = _LANGUAGES.get(said)
    return found, bool(said) and found is None and said not in _SPOKEN


def faults_of(one: Addressee) -> tuple[Fault, ...]:
    """What is wrong with the name and the address, the worst first."""
    address, found = one.address, []
    if not one.name:
        found.append(Fault.NO_NAME)
    if not address:
        found.append(Fault.NO_ADDRESS)
    elif not address.country:
        found += _home_faults(address)
    lines = (one.name, *address.lines())
    if any(is_spoilt(line) for line in lines):
        found.append(Fault.SPOILT)
    if len(lines) > MOST_LINES or any(len(line) > WIDEST for line in lines):
        found.append(Fault.TOO_LONG)
    return tuple(found)


def _home_faults(address: PostalAddress) -> list[Fault]:
    found = []
    if not address.postal_code:
        found.append(Fault.NO_POSTAL_CODE)
    elif not _POSTAL_CODE.fullmatch(address.postal_code):
        found.append(Fault.POSTAL_CODE)
    if not address.city:
        found.append(Fault.NO_CITY)
    return found


def with_duplicates(lines: Iterable[Line]) -> tuple[Line, ...]:
    """``lines`` with those marked that have name and address, or name and birth date, before."""
    first: dict[tuple[str, ...], int] = {}
    found = []
    for line in lines:
        keys = _keys(line.addressee)
        same = next((first[key] for key in keys if key in first), 0)
        for key in keys:
            first.setdefault(key, line.addressee.row)
        faults = set(line.faults) - {Fault.DUPLICATE} | ({Fault.DUPLICATE} if same else set())
        found.append(replace(line, faults=_ordered(faults), same_as=same))
    return tuple(found)


def _ordered(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    found = set(faults)
    return tuple(one for one in Fault if one in found) if found else ()


def _keys(one: Addressee) -> list[tuple[str, ...]]:
    name = " ".join(sorted(_plain(one.name).split()))
    address = _plain(" ".join(one.address.lines()))
    keys: list[tuple[str, ...]] = []
    if name and address:
        keys.append(("address", name, address))
    if name and one.born:
        keys.append(("born", name, one.born.isoformat()))
    return keys


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold_short(text)).split())
