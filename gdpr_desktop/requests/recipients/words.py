"""Words for recipients."""

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.text import N_
from gdpr_desktop.requests.recipients.model import Telling

words = CodeWords(
    (
        (Telling.OPEN, N_("Not told yet")),
        (Telling.TOLD, N_("Told")),
        (Telling.IMPOSSIBLE, N_("Impossible to tell")),
        (Telling.DISPROPORTIONATE, N_("Disproportionate effort")),
    )
)
