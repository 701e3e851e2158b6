"""Letters on their way to the disk: what a crash leaves behind is known, and cleared up."""

from gdpr_desktop.casework.exports.service import clear_up, exporting, mark_recorded

__all__ = ["clear_up", "exporting", "mark_recorded"]
