"""The dialogs of groups and members."""
