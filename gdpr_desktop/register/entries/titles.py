"""The names of entries in one written form, for documents."""

from collections.abc import Iterable
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId


def title_in(content: Any, language: Language) -> str:
    """The name of an entry with this content, in ``language`` where there is one."""
    name = content.name
    return name.in_(language) if isinstance(name, Bilingual) else str(content.title)


def titles_in(db: Any, ids: Iterable[EntryId], language: Language) -> tuple[str, ...]:
    """The names of ``ids`` in their order. Raises ``AppError`` for one that is gone."""
    return tuple(title_in(store.entry(db, one, unreadable=True).content, language) for one in ids)
