"""What the steps make is known beforehand, so that a file from elsewhere is looked at quickly."""

import pytest

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import schema


def test_the_shape_is_that_of_all_the_steps(vault):
    assert schema.shape_of(vault.db) == schema.SHAPE
    assert schema.is_ours(vault.db)


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE dpia ADD COLUMN more TEXT",
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON dpia BEGIN SELECT 1; END",
        "DROP TABLE dpia_template",
    ],
)
def test_another_shape_is_not_ours(vault, sql):
    with vault.begin(Deed.CHANGE_SETTINGS) as work:
        work.db.execute(sql)
    assert not schema.is_ours(vault.db)
