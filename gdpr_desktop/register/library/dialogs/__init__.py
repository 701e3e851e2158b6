"""Dialogs of the library, and the three ways to a new activity."""

from gdpr_desktop.register.library.dialogs.library import LibraryDialog
from gdpr_desktop.register.library.dialogs.new import NewActivityDialog, new_activity

__all__ = ["LibraryDialog", "NewActivityDialog", "new_activity"]
