"""Who may do what: one table, role × deed × scope. Service verbs name their deed."""

from enum import StrEnum


class Role(StrEnum):
    """The four who sit in front of the program."""

    OFFICER = "officer"  # personvernombod
    CASEWORKER = "caseworker"  # saksbehandlar
    ARCHIVIST = "archivist"  # arkivar
    MANAGER = "manager"  # leiar


class Scope(StrEnum):
    """How far a right reaches."""

    ASSIGNED = "assigned"  # cases where the person is the caseworker, or that they registered
    ANY = "any"


class Deed(StrEnum):
    """What a person can do, named once. Grows with the features."""

    READ_CASE = "read_case"
    REGISTER_CASE = "register_case"
    WORK_ON_CASE = "work_on_case"  # steps, tasks, notes
    ADVISE = "advise"  # the officer's advice, art. 38(6), 39
    DECIDE = "decide"  # note the decision of the delegated person
    SEND_LETTER = "send_letter"
    FILE_CASE = "file_case"  # archive number, titles
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    CHANGE_SETTINGS = "change_settings"
    CHANGE_OWN_PASSWORD = "change_own_password"
    READ_JOURNAL = "read_journal"
    MANAGE_USERS = "manage_users"  # add, remove, new role, new password, recovery key
    READ_PRIVATE_NOTES = "read_private_notes"  # what the officers' key opens
    BACK_UP = "back_up"
    RESTORE = "restore"  # also: go on with a file that is older than the one last used
    EDIT_TEMPLATES = "edit_templates"
    TELL_OF_PERSON = "tell_of_person"  # write out all that the register holds about somebody
    CLEAN_UP = "clean_up"  # anonymise what has been kept for long enough
    READ_RECORD = "read_record"  # the record of processing, information, guidance
    KEEP_RECORD = "keep_record"  # change the record


_ALL = dict.fromkeys(Deed, Scope.ANY)

TABLE: dict[Role, dict[Deed, Scope]] = {
    Role.OFFICER: _ALL,
    Role.ARCHIVIST: {
        Deed.BACK_UP: Scope.ANY,
        Deed.READ_CASE: Scope.ANY,
        Deed.REGISTER_CASE: Scope.ANY,
        Deed.FILE_CASE: Scope.ANY,
        Deed.READ_RECORD: Scope.ANY,
        Deed.CHANGE_OWN_PASSWORD: Scope.ANY,
    },
    Role.CASEWORKER: {
        Deed.BACK_UP: Scope.ANY,
        Deed.READ_CASE: Scope.ASSIGNED,
        Deed.REGISTER_CASE: Scope.ANY,
        Deed.WORK_ON_CASE: Scope.ASSIGNED,
        Deed.SEND_LETTER: Scope.ASSIGNED,
        Deed.FILE_CASE: Scope.ASSIGNED,
        Deed.CLOSE_CASE: Scope.ASSIGNED,
        Deed.READ_RECORD: Scope.ANY,
        Deed.KEEP_RECORD: Scope.ASSIGNED,
        Deed.CHANGE_OWN_PASSWORD: Scope.ANY,
    },
    Role.MANAGER: {
        Deed.BACK_UP: Scope.ANY,
        Deed.READ_CASE: Scope.ANY,
        Deed.DECIDE: Scope.ANY,
        Deed.READ_RECORD: Scope.ANY,
        Deed.CHANGE_OWN_PASSWORD: Scope.ANY,
    },
}


def scope(role: Role, deed: Deed) -> Scope | None:
    """How far ``role`` may do ``deed``; None when not at all."""
    return TABLE[role].get(deed)


def allows(role: Role, deed: Deed, *, assigned: bool) -> bool:
    """May ``role`` do ``deed`` on a case that is (or is not) assigned to the person?"""
    reach = scope(role, deed)
    return reach is Scope.ANY or (reach is Scope.ASSIGNED and assigned)
