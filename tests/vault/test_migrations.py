"""The steps that build the file: frozen, described, tested, and all lead to the same tables."""

import ast
import json
import sys
from pathlib import Path

import pytest

from gdpr_desktop.vault import DamagedDatabaseError, NewerFileError, database, migrations, schema
from gdpr_desktop.vault.migrations import MODULES
from gdpr_desktop.vault.secret import Secret

FOLDER = Path(migrations.__file__).parent
NAMES = [schema.step_name(module.__name__) for module in MODULES]
VAULT = bytes(16)


@pytest.fixture
def make(tmp_path):
    made = []

    def maker(name: str):
        db = database.create_database(tmp_path / name, Secret(bytes(32)), VAULT)
        made.append(db)
        return db

    yield maker
    for db in made:
        db.close()


def tables(db) -> list[tuple[str, str, str]]:
    return db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    ).fetchall()


def test_fresh_file_equals_one_that_came_step_by_step(make):
    fresh = make("fresh")
    schema.upgrade(fresh)
    for at in range(1, len(NAMES) + 1):
        stepped = make(f"stepped {at}")
        for name in NAMES[1:at]:
            schema.upgrade(stepped, stop_before=name)
            assert not schema.is_current(stepped)
        schema.upgrade(stepped)
        assert schema.is_current(stepped)
        assert tables(stepped) == tables(fresh)


def test_open_vault_has_all_steps(vault):
    assert schema.is_current(vault.db)
    assert vault.db.execute("PRAGMA user_version").fetchone() == (len(NAMES),)
    assert vault.db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_upgrading_twice_changes_nothing(make):
    db = make("twice")
    schema.upgrade(db)
    before = tables(db)
    schema.upgrade(db)
    assert tables(db) == before


def test_every_module_in_the_folder_is_listed_in_order():
    files = sorted(path.stem for path in FOLDER.glob("m[0-9]*.py"))
    assert files == NAMES
    assert [int(name[1:5]) for name in NAMES] == list(range(1, len(NAMES) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_step_is_described_imports_nothing_of_ours_and_has_a_test(name):
    tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(str(node.module).partition(".")[0])
    assert imported <= {"sqlite_utils", *sys.stdlib_module_names}
    tests = Path(__file__).parents[1].rglob("test_*.py")
    assert any(name in path.read_text(encoding="utf-8") for path in tests)


@pytest.mark.parametrize("name", NAMES)
def test_all_tables_are_strict(make, name):
    db = make("strict")
    schema.upgrade(db)
    for kind, table, sql in tables(db):
        if kind == "table" and not table.startswith("_") and "VIRTUAL" not in sql:
            assert "STRICT" in sql or "_fts" in table or "search" in table, table


def test_m0001_foundation_keeps_users_settings_and_journal(make):
    db = make("foundation")
    schema.upgrade(db, stop_before=NAMES[1] if len(NAMES) > 1 else None)
    assert {name for kind, name, _sql in tables(db) if kind == "table"} == {
        "_sqlite_migrations",
        "journal",
        "journal_key",
        "setting",
        "setting_file",
        "user",
    }
    with pytest.raises(database.driver.IntegrityError):
        db.execute("INSERT INTO journal (seq, at) VALUES (1, 'x')")


@pytest.fixture
def case(make):
    """A database with one case, as it is after the first three steps."""
    db = make("case")
    schema.upgrade(db, stop_before=NAMES[3] if len(NAMES) > 3 else None)
    db.execute(
        "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
        " subject_sort, registered_by, created_at)"
        " VALUES (1, '2026/1', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
    )
    return db


def test_m0002_casework_takes_all_that_belongs_to_a_case_with_it(case):
    case.execute("INSERT INTO person VALUES (1, 1, 'subject', 'Kari', 'kari', NULL, '{}')")
    case.execute("INSERT INTO timeline VALUES (1, 1, '', '', 'registered', '{}')")
    case.execute("INSERT INTO task (case_id, kind, title) VALUES (1, 'collect', 'x')")
    case.execute("INSERT INTO deadline VALUES (1, 'reply', '2026-03-03', NULL, '')")
    case.execute("DELETE FROM case_file")
    for table in ("person", "timeline", "task", "deadline", "letter"):
        assert case.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_m0002_casework_forgets_deleted_words_in_the_index_too(case):
    hits = "SELECT rowid FROM case_search WHERE case_search MATCH '\"hemmelegdatter\"'"
    case.execute("INSERT INTO case_words VALUES (-1, 'synnove hemmelegdatter')")
    assert case.execute(hits).fetchall() == [(-1,)]
    case.execute("DELETE FROM case_words")
    assert case.execute(hits).fetchall() == []
    blocks = case.execute("SELECT block FROM case_search_data").fetchall()
    assert not any(b"hemmeleg" in block for (block,) in blocks)


def test_m0003_requests_goes_with_its_case(case):
    case.execute(
        "INSERT INTO request (case_id, right, channel, on_behalf_of, wording)"
        " VALUES (1, 'access', 'phone', 'self', '')"
    )
    with pytest.raises(database.driver.IntegrityError):
        case.execute("UPDATE request SET case_id = 2")
    case.execute("DELETE FROM case_file")
    assert case.execute("SELECT count(*) FROM request").fetchone() == (0,)


def test_m0004_keys_keeps_users_as_they_were_and_notes_go_with_their_case(make):
    db = make("keys")
    schema.upgrade(db, stop_before="m0004_keys")
    db.execute("INSERT INTO user VALUES (1, 'Kari', 'officer', x'01', '2026-02-03', NULL)")
    schema.upgrade(db)
    assert db.execute("SELECT * FROM user").fetchall() == [
        (1, "Kari", "officer", b"\x01", "2026-02-03", None, None, 0, None)
    ]
    db.execute(
        "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
        " subject_sort, registered_by, created_at)"
        " VALUES (1, '2026/1', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
    )
    note = "INSERT INTO private_note (case_id, key_id, box, created_at, created_by)"
    db.execute(f"{note} VALUES (1, '', x'', '', 1)")
    db.execute("DELETE FROM case_file")
    assert db.execute("SELECT count(*) FROM private_note").fetchone() == (0,)
    with pytest.raises(database.driver.IntegrityError):
        db.execute("INSERT INTO announcement_seen VALUES (7, 1, '')")


def test_m0005_journal_marks_takes_one_mark_of_each_name(make):
    db = make("marks")
    schema.upgrade(db)
    db.execute("INSERT INTO journal_mark VALUES ('head', 1, x'00', '', x'00')")
    with pytest.raises(database.driver.IntegrityError):
        db.execute("INSERT INTO journal_mark VALUES ('head', 2, x'00', '', x'00')")


def test_m0005_journal_marks_lets_the_journal_be_filtered_by_index(make):
    db = make("indexes")
    schema.upgrade(db)
    for condition in ("user_id = 1", "deed = 'opened'", "at > '2026'", "case_id = 1"):
        sql = f"EXPLAIN QUERY PLAN SELECT seq FROM journal WHERE {condition}"
        assert "INDEX" in db.execute(sql).fetchone()[3], condition


def test_m0006_drafts_go_with_their_case_and_their_user(make):
    db = make("drafts")
    schema.upgrade(db)
    db.execute(
        "INSERT INTO user (id, name, role, public_key, created_at)"
        " VALUES (1, 'Kari', 'officer', x'00', '')"
    )
    db.execute(
        "INSERT INTO case_file (id, number, kind, state, received, language, subject_name,"
        " subject_sort, registered_by, created_at)"
        " VALUES (1, '2026/1', 'access', 'open', '2026-02-03', 'nn', 'Kari', 'kari', 1, '')"
    )
    add = "INSERT INTO draft (user_id, form, case_id, content, saved_at) VALUES (1, ?, ?, x'', '')"
    db.execute(add, ["a", 1])
    db.execute(add, ["a", None])
    with pytest.raises(database.driver.IntegrityError):
        db.execute(add, ["a", None])
    db.execute("UPDATE case_file SET due = '2027-01-01'")
    assert db.execute("SELECT count(*) FROM draft").fetchone() == (2,)
    db.execute("UPDATE case_file SET state = 'closed'")
    assert db.execute("SELECT case_id FROM draft").fetchall() == [(None,)]
    db.execute("UPDATE user SET removed_at = 'x'")
    assert db.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_m0008_erasure_marks_cases_and_keeps_the_list_without_them(make):
    db = make("erasure")
    schema.upgrade(db)
    columns = [row[1] for row in db.execute("PRAGMA table_info(case_file)")]
    assert "anonymised_at" in columns
    db.execute("INSERT INTO erased_case VALUES (4711, '2029-01-10')")  # unknown to this file
    with pytest.raises(database.driver.IntegrityError):
        db.execute("INSERT INTO erased_case VALUES (4711, '2029-01-11')")


class Step:
    def __init__(self, name, apply):
        self.__name__, self.apply = f"steps.{name}", apply


def test_step_that_fails_undoes_all_steps_and_starts_again(make, monkeypatch):
    db = make("failing")
    fail = True

    def second(db):
        db.execute("CREATE TABLE extra (x INTEGER) STRICT")
        if fail:
            raise OSError("power cut")

    monkeypatch.setattr(schema, "MODULES", (*MODULES, Step("m9998_second", second)))
    with pytest.raises(OSError, match="power cut"):
        schema.upgrade(db)
    assert tables(db) == []
    fail = False
    schema.upgrade(db)
    assert "extra" in [name for _kind, name, _sql in tables(db)]


def test_step_that_leaves_broken_references_is_undone(make, monkeypatch):
    def bad(db):
        db.execute("CREATE TABLE child (of INTEGER REFERENCES user (id)) STRICT")
        db.execute("INSERT INTO child VALUES (77)")

    db = make("broken")
    monkeypatch.setattr(schema, "MODULES", (*MODULES, Step("m9998_bad", bad)))
    with pytest.raises(DamagedDatabaseError):
        schema.upgrade(db)
    assert tables(db) == []
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_older_file_is_brought_up_to_date_when_opened(open_vault, monkeypatch):
    open_vault().close()

    def more(db):
        db.execute("CREATE TABLE extra (x INTEGER) STRICT")

    monkeypatch.setattr(schema, "MODULES", (*MODULES, Step("m9998_more", more)))
    vault = open_vault()
    assert vault.db.execute("SELECT count(*) FROM extra").fetchone() == (0,)
    vault.close()
    monkeypatch.setattr(schema, "MODULES", MODULES)
    with pytest.raises(NewerFileError):
        open_vault()


def test_m0010_register_keeps_what_is_pointed_to_and_takes_the_rest_with_the_entry(make):
    db = make("register")
    schema.upgrade(db)
    row = {"kind": "system", "sort": "", "state": "draft", "data": "{}", "created_by": 1}
    row |= {"created_at": "", "changed_at": "", "changed_by": ""}
    for number, name in ((1, "a"), (2, "b")):
        db["entry"].insert({"id": number, "name": name, "name_key": name, **row})
    db["entry_link"].insert({"from_id": 1, "part": "systems", "to_id": 2})
    db["entry_due"].insert({"entry_id": 1, "kind": "review", "title": "", "due": "2026-12-01"})
    with pytest.raises(Exception, match="FOREIGN KEY"):
        db.execute("DELETE FROM entry WHERE id = 2")
    db.execute("DELETE FROM entry WHERE id = 1")
    assert db["entry_link"].count == db["entry_due"].count == 0


def test_m0012_disclosures_go_with_their_case(make):
    db = make("disclosures")
    schema.upgrade(db)
    row = {"kind": "disclosure", "state": "open", "received": "2026-11-20", "language": "nn"}
    row |= {"subject_name": "", "subject_sort": "", "registered_by": 1, "created_at": ""}
    db["case_file"].insert({"id": 1, "number": "2026-0001", **row})
    db["disclosure"].insert({"case_id": 1, "requester_kind": "police", "written": 1})
    db.execute("DELETE FROM case_file WHERE id = 1")
    assert db["disclosure"].count == 0


def test_m0013_collections_go_with_their_case_and_outlive_their_activity(case):
    schema.upgrade(case)
    case.execute(
        "INSERT INTO entry (id, kind, name, name_key, sort, state, data, created_by, created_at,"
        " changed_at, changed_by)"
        " VALUES (7, 'activity', 'a', 'a', '', 'draft', '{}', 1, '', '', '')"
    )
    case.execute("INSERT INTO collection (case_id, activity_id, intake) VALUES (1, 7, '{}')")
    case.execute("DELETE FROM entry")
    assert case.execute("SELECT activity_id FROM collection").fetchall() == [(None,)]
    case.execute("DELETE FROM case_file")
    assert case.execute("SELECT count(*) FROM collection").fetchone() == (0,)


def test_m0014_disclosure_reference_is_blank_in_those_from_before(case):
    schema.upgrade(case)
    case.execute("INSERT INTO disclosure (case_id, requester_kind, written) VALUES (1, 'tax', 1)")
    assert case.execute("SELECT reference FROM disclosure").fetchone() == ("",)


def test_m0015_request_parts_moves_what_belonged_to_the_one_right_of_a_request(case, monkeypatch):
    before = tuple(step for step in MODULES if step.__name__.split(".")[-1] < "m0015")
    monkeypatch.setattr(schema, "MODULES", before)
    schema.upgrade(case)
    review = {"outcome": "part", "reviewed_on": "2026-11-02", "exempted": [{"exception": "crime"}]}
    row = {"case_id": 1, "right": "access", "channel": "letter", "on_behalf_of": "self"}
    row |= {"wording": "Alt", "review": json.dumps(review), "decision": '{"name": "Tore"}'}
    row |= {"dispatch": '{"sent_on": "2026-11-03"}'}
    case["request"].insert(row)
    monkeypatch.setattr(schema, "MODULES", MODULES)
    schema.upgrade(case)
    part = next(case["request_part"].rows)
    assert json.loads(part["assessment"]) == review
    assert (part["right"], part["result"], part["grounds"]) == ("access", "partly", "§ 16 b")
    assert (part["assessed_on"], part["answered_on"]) == ("2026-11-02", "2026-11-03")
    assert (part["decision"], part["advice"]) == ('{"name": "Tore"}', None)
    assert "review" not in {column.name for column in case["request"].columns}
    case.execute("DELETE FROM case_file")
    assert case["request_part"].count == 0


def test_m0018_part_recipients_go_with_their_part(case):
    schema.upgrade(case)
    case.execute(
        "INSERT INTO request (case_id, channel, on_behalf_of, wording) VALUES (1, 'x', 'self', '')"
    )
    case.execute("INSERT INTO request_part (id, case_id, right) VALUES (7, 1, 'erasure')")
    case.execute("INSERT INTO part_recipients VALUES (7, 1, 1, 0, '{}')")
    case.execute("DELETE FROM case_file")
    assert case["part_recipients"].count == 0


def test_m0020_task_unstructured_goes_with_its_task(case):
    schema.upgrade(case)
    case.execute("INSERT INTO task (id, case_id, kind, title, responsible) VALUES (7,1,'x','','')")
    case.execute("INSERT INTO task_unstructured VALUES (7, '{}')")
    case.execute("DELETE FROM case_file")
    assert case["task_unstructured"].count == 0


def test_m0019_request_filters_give_the_cases_of_a_choice_in_order(case):
    schema.upgrade(case)
    choices = (
        "SELECT DISTINCT case_id FROM request_part WHERE right = 'x' ORDER BY 1",
        "SELECT DISTINCT case_id FROM request_part WHERE result = 'x' ORDER BY 1",
        "SELECT case_id FROM request WHERE unit = 'x' ORDER BY 1",
        "SELECT id FROM case_file WHERE kind = 'x' AND caseworker = 'y' ORDER BY 1",
    )
    for sql in choices:
        plan = " ".join(row[3] for row in case.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())
        assert "COVERING INDEX" in plan, sql
        assert "TEMP B-TREE" not in plan, sql


def test_m0021_breaches_go_with_their_case(case):
    schema.upgrade(case)
    case.execute(
        "INSERT INTO breach (case_id, intake, aware_at, incident) VALUES (1, '{}', 'x', 'lost')"
    )
    case.execute("INSERT INTO breach_assessment VALUES (1, 1, 'x', '', '{}')")
    case.execute("INSERT INTO breach_notification VALUES (1, 1, '{}')")
    case.execute("INSERT INTO breach_recipient VALUES (1, 1, 1, '', '{}')")
    case.execute("DELETE FROM case_file")
    for table in ("breach", "breach_assessment", "breach_notification", "breach_recipient"):
        assert case[table].count == 0, table
