"""What stands on a form. Frozen values; texts are as typed, cleaned, in either written form."""

from dataclasses import dataclass
from datetime import date

from gdpr_desktop.consents.codes import (
    Audience,
    FormKind,
    LanguageLevel,
    Lasting,
    Matter,
    PictureUse,
    PlaceKind,
)
from gdpr_desktop.core.bilingual import Bilingual

_EMPTY = Bilingual()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where what a purpose allows is used: what must be stopped and deleted when it ends.

    ``other_basis``: the provision by which it is kept there all the same; the person is told.
    """

    name: str
    kind: PlaceKind = PlaceKind.SYSTEM
    responsible: str = ""
    erasable: bool = True  # a printed brochure is not
    other_basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """One thing that is asked about on its own. ``key`` is never used again within its form."""

    key: str  # p1, p2, …
    text: Bilingual
    matter: Matter = Matter.ORDINARY
    use: PictureUse | None = None  # of a form about pictures
    special: bool = False  # special categories, art. 9, or otherwise sensitive
    transfer: bool = False  # to a country without adequacy, art. 49(1)(a)
    places: tuple[Place, ...] = ()

    @property
    def explicit(self) -> bool:
        """Must the consent be explicit (art. 9(2)(a), 49(1)(a))?"""
        return self.special or self.transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """One version of a form. What is empty is not printed; ``checking`` says what may not be."""

    kind: FormKind
    title: Bilingual = _EMPTY
    unit: str = ""
    responsible: str = ""  # the role that answers for it, and follows it up yearly
    audience: Audience = Audience.CHILDREN
    level: LanguageLevel = LanguageLevel.ADULT
    purposes: tuple[Purpose, ...] = ()
    sources: Bilingual = _EMPTY  # where data is fetched from, a line each
    data: Bilingual = _EMPTY  # which data, a line each
    recipients: Bilingual = _EMPTY  # who gets it, a line each; empty: nobody
    use: Bilingual = _EMPTY  # what is done with it
    lasting: Lasting = Lasting.ONE_YEAR
    until: date | None = None  # with Lasting.DATE
    renew_months: int = 1  # before it ends, people are asked again
    withdraw_how: Bilingual = _EMPTY
    withdraw_after: Bilingual = _EMPTY  # what happens then
    irrevocable: Bilingual = _EMPTY  # what cannot be undone: print, a film with several
    refusing: Bilingual = _EMPTY  # what follows from saying no: nothing worse
    explicit: Bilingual = _EMPTY  # the sentence of an explicit consent
    risk: Bilingual = _EMPTY  # of a transfer, art. 49(1)(a)
    contact: str = ""  # the unit: telephone, e-mail
    law: str = ""  # release: the act that the processing rests on (art. 6(1)(e))
    online: bool = False  # an information society service offered directly to children
    age_check: str = ""  # how the age is checked there
    automated: Bilingual = _EMPTY  # decisions made by a machine alone, art. 22(2)(c)
    activity: int | None = None  # entry of the record of processing

    def purpose(self, key: str) -> Purpose | None:
        """The purpose with this key."""
        return next((one for one in self.purposes if one.key == key), None)
