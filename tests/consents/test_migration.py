"""The tables of consents (m0022): what goes with what."""

from consents.filling import given
from gdpr_desktop.core.roles import Deed


def test_m0022_consents_go_with_their_form_and_out_of_the_search(officer, form_id):
    given(officer, form_id)
    found = "SELECT count(*) FROM consent_search WHERE consent_search MATCH 'nora'"
    assert officer.db.execute(found).fetchone() == (1,)
    with officer.begin(Deed.CLEAN_UP) as work:
        work.db.execute("DELETE FROM case_file WHERE id = ?", [form_id])
    for table in ("consent_form", "consent_form_version", "consent", "consent_words"):
        assert officer.db[table].count == 0, table
    assert officer.db.execute(found).fetchone() == (0,)
