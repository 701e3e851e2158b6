"""Consents from a spreadsheet, and everything about one person out."""
