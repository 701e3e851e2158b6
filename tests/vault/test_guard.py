"""The guard outside the unit of work: it knows reading from writing, and what slips by shows."""

import pytest
import sqlcipher3.dbapi2 as driver

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault.database import allow_writing
from gdpr_desktop.vault.guard import only_reads


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        "  \n-- a remark\n/* and another */ select replace('a', 'b', 'c')",
        "WITH a AS (SELECT 'delete' AS word) SELECT * FROM a",
        "EXPLAIN QUERY PLAN DELETE FROM user",
        "VALUES (1)",
        'SAVEPOINT "_sqlite_utils"',
        "RELEASE x",
        "ROLLBACK",
        "BEGIN",
        "BEGIN DEFERRED",
        "PRAGMA user_version",
        "PRAGMA max_page_count = 7",
        "PRAGMA cipher_integrity_check",
        "",
    ],
)
def test_reading_is_let_through(sql):
    assert only_reads(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO a VALUES (1)",
        "-- SELECT\nDELETE FROM a",
        "/* SELECT */ update a set b = 1",
        ";DELETE FROM a",
        "WITH b AS (SELECT 1) INSERT INTO a SELECT * FROM b",
        "WITH b AS (SELECT 'x') /* */ DELETE FROM a",
        "WITH b AS (SELECT 1) REPLACE INTO a SELECT * FROM b",
        "REPLACE INTO a VALUES (1)",
        "BEGIN IMMEDIATE",
        "BEGIN EXCLUSIVE TRANSACTION",
        "CREATE TEMP TABLE a (b)",
        "VACUUM INTO 'x'",
        "REINDEX",
        "ATTACH 'x' AS y",
        "PRAGMA user_version = 3",
        "PRAGMA main.user_version(3)",
        "PRAGMA rekey = 'x'",
        "PRAGMA journal_mode = WAL",
        "PRAGMA incremental_vacuum(3)",
        "nonsense",
        "1",
    ],
)
def test_writing_and_what_is_not_known_is_held_back(sql):
    assert not only_reads(sql)


def test_statement_prepared_inside_a_unit_is_refused_outside_it(vault):
    sql = "INSERT INTO setting (key, value) VALUES (?, '1')"
    with vault.begin(Deed.REGISTER_CASE) as work:
        work.db.execute(sql, ["a"])
    with pytest.raises(driver.OperationalError, match="read-only"):
        vault.db.execute(sql, ["b"])
    with pytest.raises(driver.OperationalError, match="read-only"):
        vault.db.conn.cursor().executemany(sql, [["b"]])


def test_what_slips_by_the_guard_stops_the_next_save(vault):
    driver.Cursor.execute(vault.db.conn.cursor(), "INSERT INTO setting VALUES ('a', '1')")
    with pytest.raises(AssertionError, match="outside"), vault.begin(Deed.REGISTER_CASE):
        pass


def test_units_do_not_throw_prepared_statements_away(vault):
    """Switching SQLite's own guard took two thirds of the time of a save."""
    seen = []
    vault.db.conn.set_trace_callback(seen.append)
    with vault.begin(Deed.REGISTER_CASE):
        pass
    vault.db.conn.set_trace_callback(None)
    assert not any("PRAGMA" in sql for sql in seen)


def test_writing_allowed_and_forbidden_again_is_no_slip(vault):
    allow_writing(vault.db, True)
    vault.db.execute("INSERT INTO setting VALUES ('a', '1')")
    allow_writing(vault.db, False)
    with vault.begin(Deed.REGISTER_CASE):
        pass
