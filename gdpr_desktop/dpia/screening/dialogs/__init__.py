"""The dialogs of the need and of the first page."""
