"""The dialogs of a form."""
