"""The municipality that owns the file, as letters and the title bar need it."""

from dataclasses import dataclass, field
from enum import StrEnum

from gdpr_desktop.core.address import PostalAddress


class Language(StrEnum):
    """The two written forms of Norwegian."""

    NYNORSK = "nn"
    BOKMAL = "nb"


_TITLES = ("direktør", "mann", "sjef", "leder", "leiar", "fører", "førar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """The data protection officer, art. 37–39."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """The controller. ``controller_title`` is the head's title: «Kommunedirektør»."""

    name: str
    organisation_number: str = ""  # nine digits, no spaces
    address: PostalAddress = field(default_factory=PostalAddress)
    phone: str = ""
    email: str = ""
    web: str = ""
    dialogue_url: str = ""  # the electronic dialogue (eDialog)
    controller_title: str = ""
    controller_name: str = ""
    officer: Officer = field(default_factory=Officer)
    language: Language = Language.NYNORSK  # of letters where the recipient's is unknown


def definite_title(title: str) -> str:
    """«Kommunedirektøren»: the form of a title that a sentence needs; an unknown one as it is."""
    first, space, rest = title.strip().partition(" ")
    return f"{first}en{space}{rest}" if first.casefold().endswith(_TITLES) else title
