"""Consents: forms and their versions, groups, what was answered, withdrawals, pictures.

Instants are ISO 8601 in UTC, days are dates; what is JSON says so by its name in a ``store.py``.
A consent's ``valid_until`` and ``attention_on`` are 9999-12-31 where no day comes, so that lists
can be sorted by them without looking past any. Versions are never changed but for when they were
first used. ``consent_words.id`` is the consent's with the sign turned: newest hits come first.
"""

from typing import Any

_TABLES = (
    """
    CREATE TABLE consent_form (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        draft TEXT NOT NULL,
        basis TEXT,
        answers TEXT NOT NULL DEFAULT '[]',
        advice TEXT,
        reviews TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
    """
    CREATE TABLE consent_form_version (
        case_id INTEGER NOT NULL REFERENCES consent_form (case_id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        data TEXT NOT NULL,
        used_on TEXT,
        PRIMARY KEY (case_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE consent_group (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sort TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        year TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        created_by INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        ended_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE consent_member (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        group_id INTEGER NOT NULL REFERENCES consent_group (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sort TEXT NOT NULL,
        birth_date TEXT,
        match_key TEXT NOT NULL,
        left_on TEXT,
        data TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE consent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form_id INTEGER NOT NULL REFERENCES consent_form (case_id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        group_id INTEGER REFERENCES consent_group (id) ON DELETE SET NULL,
        member_id INTEGER REFERENCES consent_member (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        name_sort TEXT NOT NULL,
        birth_date TEXT,
        match_key TEXT NOT NULL,
        given_on TEXT NOT NULL DEFAULT '',
        valid_until TEXT NOT NULL DEFAULT '9999-12-31',
        attention_on TEXT NOT NULL DEFAULT '9999-12-31',
        state TEXT NOT NULL,
        pending INTEGER REFERENCES case_file (id) ON DELETE SET NULL,
        revision INTEGER NOT NULL DEFAULT 0,
        data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE consent_words (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT",
    """
    CREATE TABLE consent_withdrawal (
        case_id INTEGER PRIMARY KEY REFERENCES case_file (id) ON DELETE CASCADE,
        consent_id INTEGER REFERENCES consent (id) ON DELETE SET NULL,
        registered TEXT NOT NULL,
        ended TEXT NOT NULL DEFAULT '[]',
        settled INTEGER NOT NULL DEFAULT 0,
        confirmed TEXT
    ) STRICT
    """,
    """
    CREATE TABLE picture_answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        made_on TEXT NOT NULL,
        made_by TEXT NOT NULL,
        unit TEXT NOT NULL DEFAULT '',
        verdict TEXT NOT NULL,
        data TEXT NOT NULL
    ) STRICT
    """,
)
_INDEXES = (
    "CREATE INDEX consent_group_sort ON consent_group (sort, id)",
    "CREATE INDEX consent_member_group ON consent_member (group_id, sort, id)",
    "CREATE INDEX consent_member_match ON consent_member (match_key)",
    # each holds all that the list is narrowed and sorted by: rows are long, and one that is looked
    # at and not shown costs as much as a page of an index
    """
    CREATE INDEX consent_name
        ON consent (name_sort, id, form_id, state, valid_until, attention_on)
    """,
    """
    CREATE INDEX consent_given
        ON consent (given_on, id, form_id, state, valid_until, attention_on)
    """,
    """
    CREATE INDEX consent_until
        ON consent (valid_until, id, form_id, state, attention_on, name_sort, given_on)
    """,
    """
    CREATE INDEX consent_attention
        ON consent (attention_on, valid_until, state, form_id, name_sort, id, given_on)
        WHERE attention_on < '9999-12-31'
    """,
    """
    CREATE INDEX consent_state
        ON consent (state, valid_until, form_id, name_sort, id, given_on, attention_on)
        WHERE state <> 'valid'
    """,
    """
    CREATE INDEX consent_of_form
        ON consent (form_id, name_sort, id, state, valid_until, attention_on, given_on)
    """,
    # what waits is counted at every opening
    """
    CREATE INDEX consent_form_attention
        ON consent (form_id, attention_on, state, valid_until, version, match_key, birth_date,
                    given_on, id)
    """,
    "CREATE INDEX consent_of_group ON consent (group_id, name_sort, id)",
    "CREATE INDEX consent_of_member ON consent (member_id) WHERE member_id IS NOT NULL",
    """
    CREATE INDEX consent_match
        ON consent (match_key, form_id, birth_date, state, valid_until, given_on, id)
    """,
    "CREATE INDEX consent_pending ON consent (pending) WHERE pending IS NOT NULL",
    # the few that hold from a day of their own, which are judged anew when it comes
    """
    CREATE INDEX consent_starts ON consent (json_extract(data, '$.valid_from'), state)
        WHERE json_extract(data, '$.valid_from') IS NOT NULL
    """,
    "CREATE INDEX consent_withdrawal_of ON consent_withdrawal (consent_id)",
)
_SEARCH = (
    """
    CREATE VIRTUAL TABLE consent_search USING fts5 (
        words, content='consent_words', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
    )
    """,
    "INSERT INTO consent_search (consent_search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER consent_words_added AFTER INSERT ON consent_words BEGIN
        INSERT INTO consent_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER consent_words_removed AFTER DELETE ON consent_words BEGIN
        INSERT INTO consent_search (consent_search, rowid, words)
        VALUES ('delete', old.id, old.words);
    END
    """,
    """
    CREATE TRIGGER consent_words_changed AFTER UPDATE ON consent_words BEGIN
        INSERT INTO consent_search (consent_search, rowid, words)
        VALUES ('delete', old.id, old.words);
        INSERT INTO consent_search (rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER consent_forgotten AFTER DELETE ON consent BEGIN
        DELETE FROM consent_words WHERE id = -old.id;
    END
    """,
)


def apply(db: Any) -> None:
    """Make the tables, their indexes and the search."""
    for statement in (*_TABLES, *_INDEXES, *_SEARCH):
        db.execute(statement)
