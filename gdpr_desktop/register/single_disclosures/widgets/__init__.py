"""The list of single disclosures, and the one that is chosen."""
