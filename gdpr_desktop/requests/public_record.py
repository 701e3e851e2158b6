"""What everyone may read of the record, for the answer to a question about our processing."""

from collections.abc import Iterable

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import Entry, EntryKind, EntryState
from gdpr_desktop.register.exchange.documents import public_facts
from gdpr_desktop.register.exchange.model import Format, Order, Snapshot
from gdpr_desktop.requests.rights.question import Concerned
from gdpr_desktop.vault import Vault


def public_activities(vault: Vault) -> dict[str, Entry]:
    """The approved activities by name; no others are for everyone to read."""
    found = entries.entries(vault.db, EntryKind.ACTIVITY)
    approved = (one for one in found if one.state is EntryState.APPROVED)
    return {one.name: one for one in approved}


def concerned(vault: Vault, names: Iterable[str], language: Language) -> dict[str, Concerned]:
    """What the public version says of the activities called so; those it has not are left out."""
    known = public_activities(vault)
    order = Order(format=Format.PUBLIC_WORD, language=language)
    found = {}
    for name in names:
        if name not in known:
            continue
        snapshot = Snapshot(
            municipality=vault.municipality(), day=vault.clock.today(), activities=(known[name],)
        )
        for said, facts in public_facts(snapshot, order):
            texts = [text for _label, text in facts]
            found[name] = Concerned(name=said, purpose=texts[0], basis=texts[1], storage=texts[-1])
    return found
