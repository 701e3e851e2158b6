"""Deeds on documents that were written from the record."""

from collections.abc import Iterable
from pathlib import Path

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.register.documents import store
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import Document, EntryId, Source
from gdpr_desktop.vault import Vault


def record_document(
    vault: Vault,
    *,
    kind: str,
    title: str,
    language: str,
    path: Path | None,
    sha256: str,
    about: EntryId | None,
    sources: Iterable[EntryId],
) -> Change:
    """Keep that a document was written: name, SHA-256 (hex), who, when, and from which entries.

    ``path`` None: a letter that lies with its case, and is found there. What a file was called
    may name a person, and the record is read by more people, and kept for longer, than the case.
    """
    with vault.begin(Deed.READ_RECORD) as work:
        ids = dict.fromkeys(sources)
        used = (entries.entry(work.db, one, unreadable=True) for one in ids)
        store.insert(
            work.db,
            Document(
                id=0,
                entry_id=about,
                kind=kind,
                title=title,
                language=language,
                file_name=path.name if path else "",
                path=str(path.absolute()) if path else "",
                sha256=sha256,
                at=work.clock.now(),
                actor=work.actor.name,
                sources=tuple(Source(entry_id=one.id, revision=one.revision) for one in used),
            ),
        )
        work.log(None, "document_written", kind=kind, entry=about or 0)
        work.touch(Kind.ENTRY, about or 0)
    return work.change


def stop_using(vault: Vault, document_id: int) -> Change:
    """A document that is out of date was put right or taken back: it is listed no more."""
    with vault.begin(Deed.APPROVE_RECORD) as work:
        store.set_replaced(work.db, document_id)
        work.log(None, "document_ended", document=document_id)
        work.touch(Kind.ENTRY, 0)
    return work.change
