"""The words for every deed in the journal, and what kind of thing it is.

A test goes through the program for codes without words.
"""

from gdpr_desktop.administration.journal.model import What
from gdpr_desktop.core.text import N_

_CHANGES = {
    "registered": N_("Registered the request"),
    "read_from_form": N_("Read a request from a filled form"),
    "breach_registered": N_("Registered a breach"),
    "breach_log_exported": N_("Exported the log of breaches"),
    "breach_changed": N_("Changed what was registered of a breach"),
    "breach_people_told": N_("Noted that people were told of a breach"),
    "breach_addresses_dropped": N_("Deleted the address list of a breach"),
    "disclosure_registered": N_("Registered that somebody asks for data"),
    "disclosure_writing_asked": N_("Asked for the request in writing"),
    "disclosure_written": N_("Noted that the request came in writing"),
    "disclosure_assessed": N_("Assessed the law of a disclosure"),
    "disclosure_answered": N_("Noted the answer about a disclosure"),
    "disclosure_informed": N_("Noted whether the person is told of a disclosure"),
    "officer_told": N_("Told the data protection officer"),
    "intake_changed": N_("Changed the facts of the request"),
    "subject_replaced": N_("Made another person the one a request is about"),
    "assigned": N_("Set the caseworker"),
    "note": N_("Wrote a note"),
    "receipt_confirmed": N_("Confirmed the receipt"),
    "identity_asked": N_("Asked for proof of identity"),
    "identity_established": N_("Noted that the identity is established"),
    "identity_not_established": N_("Noted that the identity could not be established"),
    "identity_opened_again": N_("The identity must be checked again"),
    "decision_opened_again": N_("The decision must be made anew"),
    "answer_opened_again": N_("The request can be answered anew"),
    "authority_settled": N_("Noted the authority"),
    "specification_asked": N_("Asked the person to specify"),
    "specification_answered": N_("Noted what the person wants access to"),
    "extended": N_("Extended the deadline"),
    "task_added": N_("Added a task"),
    "task_asked": N_("Asked a department"),
    "task_answered": N_("Noted an answer"),
    "task_reopened": N_("Undid an answer"),
    "task_removed": N_("Removed a task"),
    "reviewed": N_("Went through the material"),
    "assessed": N_("Assessed a claim"),
    "carried_out": N_("Noted what has been carried out"),
    "right_added": N_("Added a right to the case"),
    "right_removed": N_("Took a right out of the case"),
    "recipients_noted": N_("Noted who got the data"),
    "unstructured_asked": N_("Sent the checklist to departments"),
    "unstructured_noted": N_("Noted what was found outside the systems"),
    "refused": N_("Noted a refusal or a fee"),
    "refusal_withdrawn": N_("Took a refusal back"),
    "refusal_told": N_("Noted that the person was told what is refused"),
    "fee_warned": N_("Noted that the person was warned of a fee"),
    "fee_charged": N_("Noted that the person takes the fee"),
    "advised": N_("Gave advice"),
    "decided": N_("Noted the decision"),
    "answer_prepared": N_("Wrote the answer"),
    "data_brought_in": N_("Brought in data to take along"),
    "data_chosen": N_("Chose among data to take along"),
    "data_removed": N_("Took away data to take along"),
    "data_dropped": N_("Deleted data brought in to be packed"),
    "oral_answer_noted": N_("Noted an oral answer"),
    "answer_sent": N_("Noted that the answer was sent"),
    "restriction_kept": N_("Looked at a restriction again"),
    "lift_planned": N_("Planned the end of a restriction"),
    "lift_told": N_("Told the person that a restriction ends"),
    "restriction_lifted": N_("Lifted a restriction"),
    "disagreement_noted": N_("Wrote a note of disagreement"),
    "disagreement_removed": N_("Took away a note of disagreement"),
    "letter_exported": N_("Saved a letter"),
    "export_begun": N_("Began to save a letter"),
    "export_undone": N_("A letter that was begun was not saved"),
    "local_copy_deleted": N_("Deleted the local copy of a letter"),
    "filed": N_("Filed the case in the archive"),
    "titles_changed": N_("Changed the archive titles"),
    "closed": N_("Closed the case"),
    "reopened": N_("Opened the case again"),
    "deadlines_recomputed": N_("The program computed deadlines anew"),
    "requests_exported": N_("A list of requests was exported"),
    "anonymised": N_("Erased the case"),
    "cleaned_up": N_("Anonymised what had been kept for long enough"),
    "erased_again": N_("Anonymised again after a restore"),
    "checklist_saved": N_("Saved a checklist"),
    "checklist_removed": N_("Removed a checklist"),
    "collection_registered": N_("Registered a collection of data"),
    "collection_changed": N_("Changed the facts of a collection"),
    "people_told": N_("Noted how people were told"),
    "exception_used": N_("Used an exception from the duty to inform"),
    "exception_dropped": N_("Took back an exception from the duty to inform"),
    "new_purpose_noted": N_("Noted a new purpose"),
    "activity_changed": N_("The purpose or basis was changed in the record"),
    "change_settled": N_("Noted that people need not be told of a change"),
}
_RECORD = {
    "entry_added": N_("Added to the record"),
    "entry_changed": N_("Changed an entry of the record"),
    "entry_put_back": N_("Undid a change of the record"),
    "entry_approved": N_("Approved an entry of the record"),
    "entry_to_revise": N_("Asked for a revision of the record"),
    "entry_retired": N_("Ended an entry of the record"),
    "entry_revived": N_("Took an entry of the record into use again"),
    "entry_assessed": N_("Noted when the risk was assessed"),
    "entry_deleted": N_("Deleted an entry of the record"),
    "document_written": N_("Wrote a document from the record"),
    "document_ended": N_("Noted that a document is no longer in use"),
}
_SETTINGS = {
    "setting_saved": N_("Changed a setting"),
    "template_saved": N_("Changed a template"),
    "template_returned": N_("Went back to the original template"),
}
_USERS = {
    "user_added": N_("Added a user"),
    "user_removed": N_("Removed a user"),
    "role_changed": N_("Changed the role of a user"),
    "password_changed": N_("Changed the own password"),
    "password_reset": N_("Gave a user a new password"),
    "password_reset_undone": N_("A new password for a user was not saved"),
    "keys_changed": N_("Changed the key of the register"),
    "recovery_key_made": N_("Made a recovery key"),
    "recovery_key_used": N_("Unlocked with the recovery key"),
    "recovery_key_removed": N_("Removed the recovery key"),
    "announcement_seen": N_("Saw an important notice"),
}
_SECURITY = {
    "created": N_("Made the register"),
    "unlocked": N_("Unlocked"),
    "failed_attempts": N_("Wrong passwords were tried"),
    "backup_made": N_("Made a backup"),
    "backup_folder_chosen": N_("Chose where backups lie"),
    "restored": N_("Restored a backup"),
    "older_file_accepted": N_("Went on with an older file"),
    "journal_checked": N_("Checked the whole journal"),
    "journal_exported": N_("Saved the journal as a list"),
    "journal_fault_found": N_("The program found something wrong with the journal"),
    "journal_fault_accepted": N_("Saw what is wrong with the journal"),
    "search_rebuilt": N_("The program built the search anew"),
    "person_searched": N_("Searched for a person"),
    "person_statement_saved": N_("Saved an overview of a person"),
}
TEXTS: dict[What, dict[str, str]] = {
    What.OPENED: {"opened": N_("Opened the case")},
    What.CHANGES: _CHANGES,
    What.RECORD: _RECORD,
    What.SETTINGS: _SETTINGS,
    What.USERS: _USERS,
    What.SECURITY: _SECURITY,
}
KINDS = {
    What.OPENED: N_("Opened cases"),
    What.CHANGES: N_("Changes in cases"),
    What.RECORD: N_("The record of processing"),
    What.SETTINGS: N_("Settings and templates"),
    What.USERS: N_("Users and keys"),
    What.SECURITY: N_("Security"),
}
# a change of the kind for the reader: red in the list
GRAVE = frozenset(
    {"failed_attempts", "journal_fault_found", "older_file_accepted", "recovery_key_used"}
)


def codes_of(what: What) -> tuple[str, ...]:
    """The deeds of one kind."""
    return tuple(TEXTS[what])


def text_of(code: str) -> str:
    """The source string for a deed; one of a later version is shown as it is."""
    return next((texts[code] for texts in TEXTS.values() if code in texts), code)
