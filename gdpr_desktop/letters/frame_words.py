"""The few words that stand around a letter, in both languages."""

from dataclasses import dataclass

from gdpr_desktop.core.municipality import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWords:
    """``page`` and ``page_of`` stand around the numbers: «Side 1 av 2»."""

    our_reference: str = "Vår ref."
    your_reference: str
    date: str = "Dato"
    caseworker: str
    telephone: str = "Telefon"
    email: str = "E-post"
    organisation_number: str = "Org.nr."
    attachment: str = "Vedlegg"
    greeting: str
    approved: str
    page: str = "Side"
    page_of: str = "av"
    locale: str  # as Word names the language


FRAME_WORDS = {
    Language.NYNORSK: FrameWords(
        your_reference="Dykkar ref.",
        caseworker="Saksbehandlar",
        greeting="Med helsing",
        approved="Brevet er godkjent elektronisk og har derfor inga underskrift.",
        locale="nn-NO",
    ),
    Language.BOKMAL: FrameWords(
        your_reference="Deres ref.",
        caseworker="Saksbehandler",
        greeting="Med vennlig hilsen",
        approved="Brevet er godkjent elektronisk og har derfor ingen underskrift.",
        locale="nb-NO",
    ),
}
