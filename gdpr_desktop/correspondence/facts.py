"""What every letter may say: the municipality, its officer, the authority, and the frame."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import Case, Person
from gdpr_desktop.core.municipality import Municipality, definite_title
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Frame

# Settings that may change, kept in one place (law.md 7.3)
AUTHORITY_NAME = "Datatilsynet"
AUTHORITY_WEB = "https://www.datatilsynet.no"
AUTHORITY_ADDRESS = "Postboks 458 Sentrum\n0105 Oslo"


def municipality_facts(municipality: Municipality) -> dict[str, object]:
    """Facts that are the same in every letter of a municipality."""
    officer = municipality.officer
    return {
        "municipality": municipality.name,
        "visiting_place": _visiting_place(municipality),
        "controller_title": definite_title(municipality.controller_title),
        "controller_contact": _lines(municipality.phone, municipality.email, municipality.web),
        "officer_name": officer.name,
        "officer_contact": _lines(officer.phone, officer.email, *officer.address.lines()),
        "dialogue_url": municipality.dialogue_url,
        "authority_name": AUTHORITY_NAME,
        "authority_web": AUTHORITY_WEB,
        "authority_address": AUTHORITY_ADDRESS,
    }


def case_frame(vault: Vault, case: Case, to: Person, order: LetterOrder) -> "Frame":
    """The frame of a letter of ``case`` to ``to``, signed by the caseworker or the user."""
    from gdpr_desktop.letters import Frame, Sender, Signer

    municipality = vault.municipality()
    name = case.caseworker or vault.actor.name
    return Frame(
        sender=Sender.of(municipality),
        recipient=to.name,
        recipient_address=to.address,
        day=order.sent_on or vault.clock.today(),
        our_reference=case.archive_number or case.number,
        caseworker=name,
        caseworker_phone=municipality.phone,
        caseworker_email=municipality.email,
        signers=(Signer(name=name),),
    )


def _visiting_place(municipality: Municipality) -> str:
    """Where people can come; nobody can come to a post-office box."""
    lines = municipality.address.lines()
    boxed = municipality.address.street.strip().casefold().startswith(("postboks", "p.b", "pb "))
    return "" if boxed else ", ".join(lines)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
