"""Words for how letters travel."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.model import DispatchChannel

CHANNELS: tuple[tuple[DispatchChannel, str], ...] = (
    (DispatchChannel.EDIALOG, N_("eDialog")),
    (DispatchChannel.DIGITAL_POST, N_("Digital post (SvarUt)")),
    (DispatchChannel.REGISTERED_POST, N_("Registered post")),
    (DispatchChannel.ORDINARY_POST, N_("Ordinary post")),
    (DispatchChannel.COLLECTED_WITH_ID, N_("Collected, ID shown")),
    (DispatchChannel.ENCRYPTED_STICK, N_("Encrypted memory stick")),
    (DispatchChannel.EMAIL, N_("E-mail")),
    (DispatchChannel.ORAL, N_("Told orally")),
)


def channel_words(channel: DispatchChannel, language: Language | None = None) -> str:
    """The words for ``channel``."""
    return _(dict(CHANNELS)[channel], language=language)
