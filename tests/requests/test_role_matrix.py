"""Four roles, what each sees and may do: written out here, not read from the program's table."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from gdpr_desktop.casework import lists
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter, CaseQuery, Person
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.overview.service import overview
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, is_for
from gdpr_desktop.requests.parts_store import first_of
from gdpr_desktop.vault import Vault, people, private, recovery, recovery_secret

NAME, PASSWORD = "Åse Innleigd", "eit heilt nytt lause ord"
MINE, OTHER = CaseId(1), CaseId(2)
OFFICER, ARCHIVIST, CASEWORKER, MANAGER = (
    Role.OFFICER,
    Role.ARCHIVIST,
    Role.CASEWORKER,
    Role.MANAGER,
)
FAR = timedelta(days=400)


@pytest.fixture
def as_role(vault: Vault, desk) -> Iterator[Callable[[Role], Vault]]:
    """The register with one case assigned to the user, one not, opened in the role."""
    opened: list[Vault] = []

    def enter(role: Role) -> Vault:
        people.add_user(vault, NAME, role, PASSWORD)
        for name, caseworker in (("Kari Mi", NAME.upper()), ("Kari Annan", "")):
            desk.identified(subject=Person(name=name), caseworker=caseworker)
        private.add_note(vault, MINE, "eit tips")
        letter = (
            "INSERT INTO letter (case_id, template, language, file_name, path, sha256, at, actor)"
            " VALUES (?, 'receipt', 'nn', 'x.docx', '/x', '', '2026-11-22T09:00:00+00:00', '')"
        )
        with vault.begin(Deed.SEND_LETTER) as work:
            for case_id in (MINE, OTHER):
                work.db.execute(letter, [case_id])
        vault.close()
        again = Vault.open(vault.path, NAME, PASSWORD, clock=vault.clock)
        service.subscribe(again)
        opened.append(again)
        return again

    yield enter
    for one in opened:
        one.close()


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (OFFICER, {MINE, OTHER}),
        (ARCHIVIST, {MINE, OTHER}),
        (MANAGER, {MINE, OTHER}),
        (CASEWORKER, {MINE}),
    ],
)
def test_lists_counts_search_overview_and_export_show_what_the_role_may_see(as_role, role, seen):
    vault = as_role(role)
    db, actor, today = vault.db, vault.actor, vault.clock.today()
    for text in ("", "kari"):
        for chosen in (CaseFilter.OPEN, CaseFilter.ALL):
            query = CaseQuery(filter=chosen, text=text)
            page = lists.page(db, query, actor, today, offset=0, limit=100)  # export reads this too
            assert {case.id for case in page} == seen
            assert lists.count(db, query, actor, today) == len(seen)
    mine = CaseQuery(filter=CaseFilter.MINE)
    assert [case.id for case in lists.page(db, mine, actor, today, offset=0, limit=9)] == [MINE]
    assert {due.case_id for due in lists.due_until(db, today + FAR, actor)} == seen
    alike = lists.similar(db, Person(name="Kari Annan"), actor)
    assert {case.id for case in alike} == seen - {MINE}
    assert sum(lists.received_by_month(db, actor, date(2020, 1, 1)).values()) == len(seen)
    assert lists.local_copies(db, actor) == len(seen)
    shown = overview(vault)
    assert (shown.open, shown.local_copies) == (len(seen), len(seen))
    assert {due.case_id for due in shown.due} <= seen
    for case_id in (MINE, OTHER):
        if case_id in seen:
            assert service.read_request(vault, case_id).case.id == case_id
        else:
            with pytest.raises(RefusedError):
                service.read_request(vault, case_id)


def _task(vault: Vault, case_id: CaseId) -> int:
    return cases.tasks(vault.db, case_id)[0].id


TODAY = date(2026, 11, 22)
ON_A_CASE: dict[str, tuple[Callable[[Vault, CaseId], object], set[Role], set[Role]]] = {
    # the deed, who may do it on a case of their own, who on another's
    "note": (
        lambda v, c: casework.note(v, c, "eit notat"),
        {OFFICER, CASEWORKER},
        {OFFICER},
    ),
    "task": (
        lambda v, c: casework.add_task(v, c, kind="collect", title="Skule"),
        {OFFICER, CASEWORKER},
        {OFFICER},
    ),
    "remove a task": (
        lambda v, c: casework.answer_task(
            v, _task(v, c), outcome=casework.Outcome.NOTHING, note="", answered_on=TODAY
        ),
        {OFFICER, CASEWORKER},
        {OFFICER},
    ),
    "file": (
        lambda v, c: casework.file_case(
            v, c, archive_number="26/1", archive_title="Innsyn", public_title="Krav"
        ),
        {OFFICER, CASEWORKER, ARCHIVIST},
        {OFFICER, ARCHIVIST},
    ),
    "advise": (
        lambda v, c: service.note_advice(
            v, first_of(v.db, c), text="Gi alt.", name="Kari", given_on=TODAY
        ),
        {OFFICER},
        {OFFICER},
    ),
    "decide": (
        lambda v, c: service.note_decision(
            v, first_of(v.db, c), text="Gi alt.", name="Ragnhild", role="Rådmann", decided_on=TODAY
        ),
        {OFFICER, MANAGER},
        {OFFICER, MANAGER},
    ),
    "assign": (
        lambda v, c: casework.assign(v, c, caseworker="Jon", user_id=None),
        {OFFICER, CASEWORKER, ARCHIVIST},
        {OFFICER, ARCHIVIST},
    ),
    "close": (
        lambda v, c: service.close_request(v, c, withdrawn=True, reason="Ringde"),
        {OFFICER, CASEWORKER},
        {OFFICER},
    ),
    "private note": (lambda v, c: private.add_note(v, c, "x"), {OFFICER}, {OFFICER}),
    "read private notes": (lambda v, c: private.notes(v, c), {OFFICER}, {OFFICER}),
}


@pytest.mark.parametrize("role", Role)
def test_deeds_on_own_and_other_cases_are_refused_or_done_by_role(as_role, role):
    vault = as_role(role)
    done: dict[str, list[bool]] = {}
    for name, (deed, _own, _any) in ON_A_CASE.items():
        if name == "assign":
            continue  # last: it takes the case away from the user
        done[name] = [_succeeds(deed, vault, case_id) for case_id in (MINE, OTHER)]
    done["assign"] = [_succeeds(ON_A_CASE["assign"][0], vault, case) for case in (MINE, OTHER)]
    expected = {
        name: [role in own, role in any_case] for name, (_deed, own, any_case) in ON_A_CASE.items()
    }
    assert done == expected


def _succeeds(deed: Callable[[Vault, CaseId], object], vault: Vault, case_id: CaseId) -> bool:
    try:
        deed(vault, case_id)
    except RefusedError:
        return False
    return True


ON_THE_REGISTER: dict[str, Callable[[Vault], object]] = {
    "add a user": lambda v: people.add_user(v, "Ny Person", Role.OFFICER, PASSWORD),
    "remove a user": lambda v: people.remove_user(v, people.users(v)[0].id),
    "reset a password": lambda v: people.reset_password(v, people.users(v)[0].id, PASSWORD),
    "recovery key": lambda v: recovery.make(v, recovery_secret.new()),
    "municipality": lambda v: v.save_municipality(v.municipality()),
    "letterhead": lambda v: v.save_letterhead(None),
    "setting": lambda v: v.save_setting("x", 1),
}


@pytest.mark.parametrize("role", [ARCHIVIST, CASEWORKER, MANAGER])
def test_users_keys_and_settings_are_the_officers_alone(as_role, role):
    vault = as_role(role)
    before = vault.db.execute("SELECT count(*) FROM journal").fetchone()
    for deed in ON_THE_REGISTER.values():
        with pytest.raises(RefusedError):
            deed(vault)
    assert vault.db.execute("SELECT count(*) FROM journal").fetchone() == before


@pytest.mark.parametrize(
    ("deed", "roles"),
    [
        (Deed.READ_JOURNAL, {OFFICER}),
        (Deed.MANAGE_USERS, {OFFICER}),
        (Deed.CLEAN_UP, {OFFICER}),
        (Deed.EDIT_TEMPLATES, {OFFICER}),
        (Deed.RESTORE, {OFFICER}),
        (Deed.BACK_UP, {OFFICER, ARCHIVIST, CASEWORKER, MANAGER}),
        (Deed.REGISTER_CASE, {OFFICER, ARCHIVIST, CASEWORKER}),
    ],
)
@pytest.mark.parametrize("role", Role)
def test_unit_of_work_asks_the_role(as_role, role, deed, roles):
    vault = as_role(role)
    if role in roles:
        with vault.begin(deed):
            pass
    else:
        with pytest.raises(RefusedError):
            vault.begin(deed).__enter__()


def test_section_of_private_notes_is_there_for_officers_only(as_role, qtbot):
    from gdpr_desktop.requests.widgets.case_view import RequestView

    caseworker = as_role(CASEWORKER)
    view = RequestView(caseworker)
    qtbot.addWidget(view)
    view.show_case(MINE)
    assert view.private_notes is None


def test_a_private_note_half_written_is_kept_as_a_draft(vault, desk, qtbot):
    from gdpr_desktop.casework.widgets.private_notes import PrivateNoteDialog
    from gdpr_desktop.requests.page import RequestsPage
    from gdpr_desktop.vault import drafts

    case_id = desk.identified()
    private.add_note(vault, case_id, "Eit tips.")
    page = RequestsPage(vault)
    qtbot.addWidget(page)
    page.show()
    page.show_case(case_id)
    (note,) = private.notes(vault, case_id)
    for number in (None, note.id):
        page.case_view.private_notes.resume(number)
        typed = next(one for one in page.findChildren(PrivateNoteDialog) if one.isVisible())
        typed.text.set_text(f"Halvskrive om {number}")
        typed.discard()
    for draft in drafts.all_of(vault):
        page.resume_draft(draft)
        shown = [one for one in page.findChildren(PrivateNoteDialog) if one.isVisible()]
        assert [one.text.text() for one in shown] == [draft.data["state"]["text"]]
        shown[0].discard()
    assert len(drafts.all_of(vault)) == 2


def test_officer_writes_corrects_and_deletes_a_private_note_in_the_case(
    vault, desk, qtbot, answers
):
    from PySide6.QtWidgets import QPushButton

    from gdpr_desktop.casework.widgets.private_notes import PrivateNoteDialog
    from gdpr_desktop.requests.widgets.case_view import RequestView
    from ui import walk

    case_id = desk.identified()
    view = RequestView(vault)
    qtbot.addWidget(view)
    view.show()
    view.show_case(case_id)
    section = view.private_notes
    section.expand()
    section.add_button.click()
    dialog = section.findChild(PrivateNoteDialog)
    dialog.save()
    assert dialog.isVisible()
    dialog.text.set_text("Eit tips.")
    dialog.save()
    view.refresh()
    assert [note.text for note in private.notes(vault, case_id)] == ["Eit tips."]
    assert walk.nameless(section) == []
    links = section._list.findChildren(QPushButton)
    links[0].click()
    again = next(d for d in section.findChildren(PrivateNoteDialog) if d.isVisible())
    assert again.text.text() == "Eit tips."
    again.text.set_text("Eit betre tips.")
    again.save()
    view.refresh()
    assert [note.text for note in private.notes(vault, case_id)] == ["Eit betre tips."]
    answers(False, True)
    for _ask in range(2):
        section._list.findChildren(QPushButton)[1].click()
    view.refresh()
    assert private.notes(vault, case_id) == ()


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.OFFICER, set(Action)),
        (Role.ARCHIVIST, {Action.FILE}),
        (Role.MANAGER, {Action.DECISION}),
        (Role.CASEWORKER, set(Action) - {Action.ADVICE, Action.DECISION, Action.REOPEN}),
    ],
)
def test_only_what_the_role_may_do_is_offered(role: Role, offered: set[Action]) -> None:
    assert {action for action in Action if is_for(action, role)} == offered
