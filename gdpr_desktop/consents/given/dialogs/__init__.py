"""The dialogs of a consent."""
