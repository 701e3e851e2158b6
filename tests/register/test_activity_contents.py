"""People, data, retention, sources, recipients, transfers: one test to a rule."""

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DataCategory,
    Retention,
    Sensitivity,
    Transfer,
    TransferGround,
)
from register.sound import SOUND, data, found, law, party

FOREVER = Retention(permanent=True)
TO_ARCHIVE = Retention(months=12, counted_from=same("slutt"), then=After.ARCHIVE)


def sent(country: str, ground: TransferGround = TransferGround.NONE, **more: object):
    transfers = (Transfer(country=country, ground=ground, **more),)
    return found(transfers=transfers, outside_eea=Answer.YES)


def test_activity_says_whom_it_is_about():
    assert found(subjects=()) == {"no_subjects": "error"}


def test_activity_says_which_data_it_uses():
    assert found(data=()) == {"no_data": "error"}


def test_category_points_to_people_in_the_list():
    assert found(data=(data(subjects=("elevar",)),)) == {"subject_unknown": "hint"}


@pytest.mark.parametrize(
    "text", ["Allergiar", "sykefravær", "graviditet", "legebesøk", "diagnosar", "Sjukefråvær"]
)
def test_ordinary_data_that_tell_of_health_are_pointed_out(text):
    for marked in (Sensitivity.ORDINARY, Sensitivity.CONFIDENTIAL):
        assert found(data=(data(text, sensitivity=marked),)) == {"health_words": "warning"}


@pytest.mark.parametrize("text", ["kontakt med helsestasjonen", "adresse", "uhelse"])
def test_words_that_only_resemble_health_are_left_alone(text):
    assert found(data=(data(text),)) == {}


def test_ordinary_data_that_tell_of_crime_are_pointed_out():
    assert found(data=(data("politiattest"),)) == {"crime_words": "warning"}


def test_ordinary_data_that_are_identity_numbers_are_pointed_out():
    assert found(data=(data("fødselsnummer"),)) == {"number_words": "hint"}


def test_retention_left_blank_needs_a_reason():
    blank = DataCategory(text=same("namn"))
    assert found(data=(blank,)) == {"retention_missing": "error"}
    assert found(data=(data(kept=Retention(then=After.ARCHIVE)),)) == {"retention_missing": "error"}
    assert found(data=(blank,), retention_reason="saka avgjer") == {}


@pytest.mark.parametrize("text", ["Framlegg: eitt år", "Forslag: ett år"])
def test_what_is_only_proposed_is_pointed_out(text):
    kept = Retention(criteria=same(text))
    assert found(data=(data(kept=kept),)) == {"retention_proposed": "warning"}


def test_data_kept_for_good_need_an_act_that_says_so():
    assert found(data=(data(kept=FOREVER),)) == {"permanent_without_law": "error"}
    kept = Retention(permanent=True, law=law("arkivlova", "§ 9"))
    assert found(data=(data(kept=kept),)) == {}


def test_data_for_the_archive_name_the_act():
    assert found(data=(data(kept=TO_ARCHIVE),)) == {"archive_without_law": "warning"}


def test_retention_says_from_when_it_is_counted():
    assert found(data=(data(kept=Retention(months=12)),)) == {"retention_start_missing": "hint"}
    assert found(data=(data(kept=Retention(criteria=same("til slutten"))),)) == {}


def test_activity_says_where_data_come_from():
    assert found(sources=()) == {"no_sources": "hint"}


def test_activity_says_who_is_given_data():
    assert found(recipients=()) == {"no_recipients": "warning"}


def test_confidential_source_names_what_lifts_it_or_the_release():
    assert found(sources=(party(confidential=True),)) == {"source_not_lifted": "error"}
    for more in ({"lifted_by": law()}, {"released": True}):
        assert found(sources=(party(confidential=True, **more),)) == {}


def test_confidential_recipient_names_what_lifts_it_or_the_release():
    assert found(recipients=(party(confidential=True),)) == {"recipient_not_lifted": "error"}
    assert found(recipients=(party(confidential=True, released=True),)) == {}


def test_person_needs_no_permission_to_give_own_data():
    own = party("barnet", subject=True, confidential=True)
    assert found(sources=(own,)) == {}


def test_sight_from_outside_the_eea_is_answered():
    assert found(outside_eea=Answer.UNKNOWN) == {"outside_eea_unknown": "warning"}
    assert found(outside_eea=Answer.YES) == {"transfer_unsaid": "error"}


def test_transfer_against_the_answer_is_pointed_out():
    codes = found(transfers=(Transfer(country="JP", ground=TransferGround.ADEQUACY),))
    assert codes == {"transfer_against_answer": "warning"}


def test_transfer_out_of_the_eea_needs_a_ground():
    assert sent("IN") == {"transfer_without_ground": "error"}


def test_transfer_names_its_country():
    codes = sent("", TransferGround.DEROGATION)
    assert codes == {"transfer_without_country": "warning"}


def test_what_goes_to_an_eea_country_is_no_transfer():
    assert sent("SE") == {"eea_is_no_transfer": "hint"}


def test_adequacy_of_a_country_that_is_not_on_the_list_is_pointed_out():
    assert sent("IN", TransferGround.ADEQUACY) == {"adequacy_unlisted": "warning"}
    assert sent("CH", TransferGround.ADEQUACY) == {}


def test_adequacy_for_some_recipients_only_is_checked():
    assert sent("US", TransferGround.ADEQUACY) == {"adequacy_partly": "hint"}


def test_compelling_interest_documents_its_safeguards():
    ground = TransferGround.COMPELLING_INTEREST
    assert sent("IN", ground) == {"safeguards_undocumented": "error"}
    assert sent("IN", ground, safeguards=same("vurdert 2026")) == {}


def test_clauses_say_how_to_get_a_copy():
    codes = sent("IN", TransferGround.STANDARD_CLAUSES)
    assert codes == {"safeguards_unsaid": "warning"}


def test_words_in_one_written_form_only_are_pointed_out():
    assert found(description=Bilingual(nn="Berre her")) == {"one_language": "hint"}
    one = DataCategory(text=Bilingual(nb="navn"), retention=SOUND.data[0].retention)
    assert found(data=(one,)) == {"one_language": "hint"}
