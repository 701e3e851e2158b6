"""The rules of information by the names that others know them by."""

from gdpr_desktop.information.statements.findings import points, statement_findings
from gdpr_desktop.information.statements.model import PrivacyStatement

__all__ = ["PrivacyStatement", "points", "statement_findings"]
