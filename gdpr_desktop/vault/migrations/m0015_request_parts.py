"""A request may hold several rights: what belonged to its one right goes to a part of its own."""

import json
from typing import Any

_REFERENCES = {
    "others_rights": "15(4)",
    "manifestly_unfounded": "12(5)",
    "excessive": "12(5)",
    "national_security": "§ 16 a",
    "crime": "§ 16 b",
    "health_or_relations": "§ 16 c",
    "confidentiality": "§ 16 d",
    "internal_document": "§ 16 e",
    "obvious_interests": "§ 16 f",
}  # the provision of each exception, as the figures name it
_MOVED = "advice, decision, answer, dispatch"
STATEMENTS = (
    """
    CREATE TABLE request_part (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES request (case_id) ON DELETE CASCADE,
        right TEXT NOT NULL,
        basis TEXT NOT NULL DEFAULT '',
        activity TEXT NOT NULL DEFAULT '',
        assessment TEXT,
        assessed_on TEXT,
        content TEXT,
        refusal TEXT,
        advice TEXT,
        decision TEXT,
        measures TEXT,
        answer TEXT,
        dispatch TEXT,
        result TEXT NOT NULL DEFAULT '',
        grounds TEXT NOT NULL DEFAULT '',
        answered_on TEXT
    ) STRICT
    """,
    f"""
    INSERT INTO request_part (case_id, right, assessment, assessed_on, {_MOVED}, answered_on,
        result)
    SELECT case_id, right, review, review ->> 'reviewed_on', {_MOVED}, dispatch ->> 'sent_on',
        CASE review ->> 'outcome' WHEN 'all' THEN 'granted' WHEN 'part' THEN 'partly'
            WHEN 'nothing_held' THEN 'nothing_held' ELSE '' END
    FROM request ORDER BY case_id
    """,
    "CREATE INDEX request_part_case ON request_part (case_id)",
    "CREATE INDEX request_part_right ON request_part (right, result, case_id)",
    "CREATE INDEX request_part_answered ON request_part (answered_on)",
    "ALTER TABLE request ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
    *(
        f"ALTER TABLE request DROP COLUMN {column}"
        for column in ("right", "review", "advice", "decision", "answer", "dispatch")
    ),
)


def apply(db: Any) -> None:
    """Make the table, move what belongs there, and drop where it stood."""
    for statement in STATEMENTS:
        db.execute(statement)
    partly = db.execute(
        "SELECT id, assessment FROM request_part WHERE result = 'partly'"
    ).fetchall()
    for part_id, assessment in partly:
        used = (_REFERENCES[one["exception"]] for one in json.loads(assessment)["exempted"])
        grounds = ";".join(dict.fromkeys(used))
        db.execute("UPDATE request_part SET grounds = ? WHERE id = ?", [grounds, part_id])
