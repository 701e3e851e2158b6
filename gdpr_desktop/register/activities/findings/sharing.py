"""Where data come from and go to: art. 30(1)(d) and (e), confidentiality, chapter V."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gdpr_desktop.law.countries import Standing, standing
from gdpr_desktop.register.activities.findings.found import error, hint, name_of, warning
from gdpr_desktop.register.activities.parts import Answer, Party, Transfer, TransferGround
from gdpr_desktop.register.entries.model import Finding

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity

_SAFEGUARDS = frozenset(
    {
        TransferGround.STANDARD_CLAUSES,
        TransferGround.BINDING_RULES,
        TransferGround.PUBLIC_INSTRUMENT,
        TransferGround.CODE_OR_CERTIFICATE,
    }
)


def rules(activity: "Activity") -> Iterator[Finding]:
    """All findings about sources, recipients and transfers."""
    if not activity.sources:
        yield hint("no_sources", "14(2)(f)", "sources")
    if not activity.recipients:
        yield warning("no_recipients", "30(1)(d)", "recipients")
    for source in activity.sources:
        if not source.subject and _closed(source):
            yield error("source_not_lifted", "", "sources", name_of(source.text))
    for recipient in activity.recipients:
        if not recipient.subject and _closed(recipient):
            yield error("recipient_not_lifted", "", "recipients", name_of(recipient.text))
    yield from _outside(activity)
    for transfer in activity.transfers:
        yield from transfer_findings(transfer)


def _closed(party: Party) -> bool:
    """Confidential, and nothing that lifts the duty?"""
    return party.confidential and not party.released and not party.lifted_by


def _outside(activity: "Activity") -> Iterator[Finding]:
    real = [one for one in activity.transfers if standing(one.country) is not Standing.EEA]
    if activity.outside_eea is Answer.UNKNOWN:
        yield warning("outside_eea_unknown", "44", "transfers")
    elif activity.outside_eea is Answer.YES and not activity.transfers:
        yield error("transfer_unsaid", "30(1)(e)", "transfers")
    elif activity.outside_eea is Answer.NO and real:
        yield warning("transfer_against_answer", "30(1)(e)", "transfers")


def transfer_findings(transfer: Transfer) -> Iterator[Finding]:
    """What is wrong with one transfer: those of processors are judged the same way."""
    about = transfer.recipient or transfer.country
    if not transfer.country.strip():
        yield warning("transfer_without_country", "30(1)(e)", "transfers", about)
    where = standing(transfer.country)
    if where is Standing.EEA:
        yield hint("eea_is_no_transfer", "44", "transfers", about)
        return
    if transfer.ground is TransferGround.NONE:
        yield error("transfer_without_ground", "44", "transfers", about)
    if transfer.ground is TransferGround.ADEQUACY and where is Standing.THIRD:
        yield warning("adequacy_unlisted", "45", "transfers", about)
    if transfer.ground is TransferGround.ADEQUACY and where is Standing.PARTLY_ADEQUATE:
        yield hint("adequacy_partly", "45", "transfers", about)
    if transfer.ground is TransferGround.COMPELLING_INTEREST and not transfer.safeguards:
        yield error("safeguards_undocumented", "30(1)(e)", "transfers", about)
    if transfer.ground in _SAFEGUARDS and not transfer.safeguards:
        yield warning("safeguards_unsaid", "46", "transfers", about)
