"""What was written from the record and given away, and which of it is out of date."""

from gdpr_desktop.register.documents.service import record_document
from gdpr_desktop.register.documents.store import documents_of, stale_documents

__all__ = ["documents_of", "record_document", "stale_documents"]
