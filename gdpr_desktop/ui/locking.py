"""What is taken away when the register is locked: dialogs, and what was copied from it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gdpr_desktop.ui.feature import call


def close_dialogs(window: QWidget) -> None:
    """Close every dialog of ``window`` without asking."""
    from PySide6.QtWidgets import QDialog  # not needed before the first screen is shown

    for dialog in window.findChildren(QDialog):
        call(dialog, "discard")
        dialog.close()


def clear_clipboard() -> None:
    """Take away what this program has put there; what others have put there is theirs."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)
