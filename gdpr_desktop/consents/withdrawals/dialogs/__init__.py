"""The dialogs of a withdrawal."""
