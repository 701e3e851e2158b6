"""Short ways to write words in both languages, and laws."""

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.register.activities.parts import Law


def b(nn: str, nb: str) -> Bilingual:
    """Both."""
    return Bilingual(nn=nn, nb=nb)


def laws(*found: tuple[str, str, str]) -> tuple[Law, ...]:
    """Of (nynorsk, bokmål, section)."""
    return tuple(Law(act=b(nn, nb), section=section) for nn, nb, section in found)
