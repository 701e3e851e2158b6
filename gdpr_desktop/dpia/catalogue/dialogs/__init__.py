"""The dialogs of the questions."""
