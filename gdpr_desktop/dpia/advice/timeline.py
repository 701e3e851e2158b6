"""What happened between the caseworker, the officer and the risk owner, on the timeline."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_sent": (N_("Sent to the officer, number {number}"), "letter"),
    "dpia_taken_back": (N_("Taken back before the officer began"), "note"),
    "dpia_begun": (N_("The officer began"), "note"),
    "dpia_verdict": (N_("The officer looked at the sections"), "note"),
    "dpia_commented": (N_("Comments were written"), "note"),
    "dpia_comment_answered": (N_("Comments were answered"), "note"),
    "dpia_comment_settled": (N_("Comments were settled"), "done"),
    "dpia_comment_opened": (N_("Comments were opened again"), "note"),
    "dpia_comment_removed": (N_("A comment was taken away"), "note"),
    "dpia_more_work": (N_("Sent back by the officer for more work"), "note"),
    "dpia_advised": (N_("The officer gave advice"), "done"),
    "dpia_advice_anew": (N_("The officer takes the advice up again"), "note"),
    "dpia_decided": (N_("{name} decided about the advice"), "done"),
    "dpia_approved": (N_("Approved by {name}"), "done"),
    "dpia_sent_back": (N_("Sent back by {name}"), "note"),
    "dpia_reviewed": (N_("Looked at again: it still holds"), "done"),
    "dpia_anew": (N_("Opened to be assessed anew"), "note"),
    "dpia_activity_changed": (N_("«{name}» was changed in the record"), "note"),
    "dpia_dropped": (N_("Nothing comes of the processing"), "note"),
    "dpia_ended": (N_("The processing is over"), "note"),
    "dpia_kept": (N_("What was decided is kept"), "note"),
}
NOUNS = {
    "dpia_sent": N_("the sending"),
    "dpia_begun": N_("the beginning of the advice"),
    "dpia_commented": N_("the comment"),
    "dpia_comment_answered": N_("the answer to a comment"),
    "dpia_comment_settled": N_("the settling of a comment"),
    "dpia_comment_opened": N_("the opening of a comment"),
    "dpia_comment_removed": N_("the removal of a comment"),
    "dpia_more_work": N_("the wish for more work"),
    "dpia_advised": N_("the advice"),
    "dpia_advice_anew": N_("the taking up of the advice"),
    "dpia_decided": N_("the decision"),
    "dpia_approved": N_("the approval"),
    "dpia_sent_back": N_("the sending back"),
    "dpia_reviewed": N_("the look at it"),
    "dpia_anew": N_("the opening of the assessment"),
}
