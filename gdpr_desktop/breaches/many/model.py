"""Whom a letter goes to, as an address list says it, and what is wrong with a line of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.municipality import Language


class Use(StrEnum):
    """What a column is taken for. What has none is not read."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ADDRESS = "address"  # all of it in one cell
    CARE_OF = "care_of"
    STREET = "street"
    STREET_MORE = "street_more"
    PLACE = "place"  # postal code and place in one cell
    POSTAL_CODE = "postal_code"
    CITY = "city"
    COUNTRY = "country"
    BORN = "born"
    LANGUAGE = "language"
    PROTECTION = "protection"


class Fault(StrEnum):
    """What is wrong with a line, the worst first."""

    NO_NAME = "no_name"
    NO_ADDRESS = "no_address"
    NO_POSTAL_CODE = "no_postal_code"
    POSTAL_CODE = "postal_code"  # not four digits, and no country but Norway
    NO_CITY = "no_city"
    SPOILT = "spoilt"  # letters that were lost on the way
    TOO_LONG = "too_long"  # for the window of the envelope
    DUPLICATE = "duplicate"
    HIDDEN = "hidden"  # the row is hidden in the sheet
    BORN = "born"  # not a date, or one ahead
    LANGUAGE = "language"  # neither nynorsk nor bokmål

    @property
    def stops(self) -> bool:
        """Can no letter be made before it is put right?"""
        return self in _STOPPING

    @property
    def leaves_out(self) -> bool:
        """Is the line left out unless the person takes it in?"""
        return self.stops or self in (Fault.DUPLICATE, Fault.HIDDEN)


_STOPPING = frozenset(
    (
        Fault.NO_NAME,
        Fault.NO_ADDRESS,
        Fault.NO_POSTAL_CODE,
        Fault.POSTAL_CODE,
        Fault.NO_CITY,
        Fault.SPOILT,
        Fault.TOO_LONG,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where what is found: the row of the headings, from 0, and the use of each column.

    ``header`` is -1 in a sheet without headings.
    """

    header: int
    uses: tuple[Use | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One person. ``language`` None: that of the case. ``row`` is counted from 1, as sheets do."""

    row: int
    name: str
    address: PostalAddress
    born: date | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A person with what is wrong. ``same_as``: the row of which it is a duplicate."""

    addressee: Addressee
    faults: tuple[Fault, ...] = ()
    same_as: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressList:
    """All lines of a sheet. ``protected`` are the rows of people with a protected address: nothing
    else is kept of them."""

    lines: tuple[Line, ...] = ()
    protected: tuple[int, ...] = ()

    def faulty(self) -> tuple[Line, ...]:
        """Those with something wrong."""
        return tuple(one for one in self.lines if one.faults)
