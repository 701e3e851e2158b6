"""The dialogs of the requests feature: one deed each, opened by the page."""
