"""The exchange format of CNIL's program PIA (LINCnil/pia 4.1): tolerant in, strict out."""

from gdpr_desktop.dpia.pia_json.model import Finding, FindingCode, Imported, PiaFile
from gdpr_desktop.dpia.pia_json.reading import read
from gdpr_desktop.dpia.pia_json.writing import write

__all__ = ["Finding", "FindingCode", "Imported", "PiaFile", "read", "write"]
