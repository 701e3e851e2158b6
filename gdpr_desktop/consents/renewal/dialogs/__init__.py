"""The dialogs of what ends by itself."""
