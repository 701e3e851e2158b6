"""Lists of requests are narrowed by right, by what came of it, by unit and by caseworker."""

from typing import Any

# each gives the cases of one choice in rising order: several choices are then merged, not sorted
STATEMENTS = (
    "CREATE INDEX request_part_by_right ON request_part (right, case_id)",
    "CREATE INDEX request_part_by_result ON request_part (result, case_id)",
    "CREATE INDEX request_unit ON request (unit, case_id)",
    "CREATE INDEX case_file_caseworker ON case_file (kind, caseworker, id)",
)


def apply(db: Any) -> None:
    """Make the indexes."""
    for statement in STATEMENTS:
        db.execute(statement)
