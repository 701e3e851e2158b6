"""One verb for each deed on a collection. Every verb returns the ``Change`` it committed."""

from gdpr_desktop.information.collections.service.base import read_collection
from gdpr_desktop.information.collections.service.closing import (
    close_collection,
    reopen_collection,
)
from gdpr_desktop.information.collections.service.exceptions import (
    drop_exception,
    note_advice,
    note_decision,
    use_exception,
)
from gdpr_desktop.information.collections.service.intake import (
    change_collection,
    register_collection,
)
from gdpr_desktop.information.collections.service.telling import (
    note_new_purpose,
    note_told,
    settle_change,
)
from gdpr_desktop.information.collections.service.upkeep import recompute_deadlines, subscribe

__all__ = [
    "change_collection",
    "close_collection",
    "drop_exception",
    "note_advice",
    "note_decision",
    "note_new_purpose",
    "note_told",
    "read_collection",
    "recompute_deadlines",
    "register_collection",
    "reopen_collection",
    "settle_change",
    "subscribe",
    "use_exception",
]
