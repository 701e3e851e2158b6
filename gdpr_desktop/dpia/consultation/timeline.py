"""What happened with a prior consultation, on the timeline."""

from gdpr_desktop.core.text import N_

TIMELINE = {
    "dpia_consult_decided": (N_("{name} decided to ask Datatilsynet beforehand"), "done"),
    "dpia_consult_sent": (N_("Sent to Datatilsynet for prior consultation"), "letter"),
    "dpia_consult_received": (N_("Datatilsynet has received it"), "inbox"),
    "dpia_consult_extended": (N_("Datatilsynet needs fourteen weeks"), "note"),
    "dpia_consult_suspended": (N_("Datatilsynet waits for information: the time stands"), "note"),
    "dpia_consult_resumed": (N_("Datatilsynet has the information: the time runs again"), "note"),
    "dpia_consult_withdrawn": (N_("The prior consultation was withdrawn"), "note"),
    "dpia_consult_answered": (N_("Datatilsynet answered"), "inbox"),
    "dpia_consult_followed": (N_("The answer from Datatilsynet was followed up"), "done"),
}
NOUNS = {
    "dpia_consult_decided": N_("the decision to ask Datatilsynet"),
    "dpia_consult_sent": N_("the sending to Datatilsynet"),
    "dpia_consult_received": N_("the receipt at Datatilsynet"),
    "dpia_consult_extended": N_("the notice of fourteen weeks"),
    "dpia_consult_suspended": N_("that the time stands"),
    "dpia_consult_resumed": N_("that the time runs again"),
    "dpia_consult_withdrawn": N_("the withdrawal of the consultation"),
    "dpia_consult_answered": N_("the answer from Datatilsynet"),
    "dpia_consult_followed": N_("what followed from the answer"),
}
