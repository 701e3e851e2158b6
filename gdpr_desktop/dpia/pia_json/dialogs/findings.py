"""What was not carried over, as points in a box."""

from collections.abc import Sequence

from gdpr_desktop.dpia.pia_json.model import Finding
from gdpr_desktop.dpia.pia_json.words import findings_words
from gdpr_desktop.ui.notes import NoteBox

_SHOWN = 12  # the rest is in the timeline of the case


class FindingsBox(NoteBox):
    """Hidden while there is nothing to tell."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show them, a point to each."""
        told = findings_words(findings)
        lines = [f"• {one}" for one in told[:_SHOWN]]
        if len(told) > _SHOWN:
            lines.append("…")
        self.say("\n".join(lines), self._heading if lines else "")
