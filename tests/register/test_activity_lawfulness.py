"""What makes an activity lawful: one test to a rule, named as the rule."""

from dataclasses import replace

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.register.activities.advice import finding_words
from gdpr_desktop.register.activities.findings import completeness
from gdpr_desktop.register.activities.parts import Sensitivity
from register.sound import (
    ON_CONTRACT,
    ON_INTERESTS,
    SOUND,
    SPECIAL,
    WEIGHED,
    basis,
    condition,
    data,
    found,
    law,
    purpose,
)

LAWFUL = basis("e", laws=(law(),))


def test_sound_activity_has_no_findings():
    assert SOUND.findings() == ()
    done, asked = completeness(SOUND)
    assert done == asked


def test_activity_without_purpose_is_unlawful():
    assert found(purposes=()) == {"no_purpose": "error"}


def test_purpose_without_lawful_basis_is_unlawful():
    assert found(purposes=(purpose(),)) == {"purpose_without_basis": "error"}


def test_legal_obligation_and_public_task_name_their_law():
    for letter in "ce":
        assert found(purposes=(purpose(basis(letter)),)) == {"law_missing": "warning"}


def test_act_without_section_names_no_law():
    half = basis("c", laws=(law(section=""),))
    assert found(purposes=(purpose(half),)) == {"law_missing": "warning"}


def test_legitimate_interests_never_carry_a_public_task():
    one = purpose(basis("f", interest=same("tryggleik")))
    assert found(purposes=(one,), assessments=(WEIGHED,)) == {"interests_for_public_task": "error"}


def test_legitimate_interest_is_described():
    one = purpose(basis("f"), public_task=False)
    assert found(purposes=(one,), assessments=(WEIGHED,)) == {"interest_missing": "error"}


def test_legitimate_interests_are_weighed_with_a_written_conclusion():
    assert found(purposes=(ON_INTERESTS,)) == {"interests_not_weighed": "warning"}
    assert found(purposes=(ON_INTERESTS,), assessments=(WEIGHED,)) == {}


def test_consent_does_not_stand_beside_a_law_for_one_purpose():
    one = purpose(basis("a"), LAWFUL, reason="begge")
    assert found(purposes=(one,)) == {"consent_beside_law": "error"}


def test_contract_does_not_stand_beside_a_law_for_one_purpose():
    one = purpose(basis("b", contract="munnleg"), LAWFUL, reason="begge")
    assert found(purposes=(one,)) == {"contract_beside_law": "error"}


def test_several_bases_for_one_purpose_need_a_reason():
    both = (basis("d"), LAWFUL)
    assert found(purposes=(purpose(*both),)) == {"several_bases": "warning"}
    assert found(purposes=(purpose(*both, reason="naud"),)) == {}


def test_contract_says_its_form_date_and_subject():
    assert found(purposes=(purpose(basis("b")),)) == {"contract_undocumented": "warning"}


def test_special_categories_need_a_condition():
    assert found(data=(SPECIAL,)) == {"special_without_condition": "warning"}
    assert found(data=(SPECIAL,), special=(condition("h", law()),)) == {}


def test_condition_that_asks_for_a_law_names_it():
    for letter in "bghij":
        codes = found(data=(SPECIAL,), special=(condition(letter),))
        assert codes == {"condition_without_law": "warning"}
    assert found(data=(SPECIAL,), special=(condition("c"),)) == {}


def test_where_the_act_is_named_only_its_section_is_asked_for():
    half = law(section="")
    special = replace(SOUND, data=(SPECIAL,), special=(condition("h", half),))
    crime = data("dommar", sensitivity=Sensitivity.CRIMINAL)
    criminal = replace(SOUND, data=(crime,), criminal=(half,))
    for activity in (special, criminal):
        (one,) = activity.findings()
        assert one.code.endswith("_without_section")
        assert "«barnehagelova»" in finding_words(one)


def test_contract_alone_never_carries_special_categories():
    codes = found(purposes=(ON_CONTRACT,), data=(SPECIAL,), special=(condition("b", law()),))
    assert codes == {"special_on_contract": "error"}


def test_condition_without_special_categories_is_pointed_out():
    assert found(special=(condition("c"),)) == {"condition_unused": "hint"}


def test_explicit_consent_without_consent_as_basis_is_pointed_out():
    codes = found(data=(SPECIAL,), special=(condition("a"),))
    assert codes == {"explicit_consent_alone": "hint"}


def test_convictions_and_offences_need_a_law():
    crime = data("dommar", sensitivity=Sensitivity.CRIMINAL)
    assert found(data=(crime,)) == {"criminal_without_law": "error"}
    assert found(data=(crime,), criminal=(law("barnehagelova", "§ 30"),)) == {}


def test_identity_number_says_why_it_is_needed():
    number = data("nummer", sensitivity=Sensitivity.NATIONAL_ID)
    assert found(data=(number,)) == {"national_id_without_need": "hint"}
    assert found(data=(number,), national_id_reason="like namn") == {}
