"""Letters on their way to the disk: what a crash leaves behind is known, and cleared up."""

from gdpr_desktop.casework.exports.service import (
    begin,
    clear_up,
    exporting,
    mark_recorded,
    settle,
    take_place,
)

__all__ = ["begin", "clear_up", "exporting", "mark_recorded", "settle", "take_place"]
