"""The dialogs about backups."""
