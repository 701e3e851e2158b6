"""Is the clock of the machine right? The register was never written to in the future."""

from datetime import timedelta

from gdpr_desktop.breaches import store
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

_SKEW = timedelta(minutes=5)  # two machines on one file never show quite the same


def machine_words(vault: Vault) -> str:
    """That the machine shows a time before the last entry of the register; empty when not."""
    last, now = store.newest_entry(vault.db), vault.clock.now()
    if last is None or now + _SKEW >= last:
        return ""
    text = _(
        "The clock of this machine seems to be wrong: it shows {now}, and the register was written"
        " to {last}. Set the date and the time of the machine right first: the 72 hours are counted"
        " by it."
    )
    return text.format(now=long_instant(now), last=long_instant(last))
