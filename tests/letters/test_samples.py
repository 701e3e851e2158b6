"""Made-up facts reach every branch of every letter, and warnings say what a letter has lost."""

import pytest

from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.letters import Template, templates
from gdpr_desktop.letters.requirements import missing_requirements, requirements
from gdpr_desktop.letters.samples import sample_facts, variants
from gdpr_desktop.letters.trial import try_out

TEMPLATES = {template.id: template for template in templates()}
every_letter = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
every_language = pytest.mark.parametrize("language", Language)


@every_letter
@every_language
def test_every_shipped_letter_is_made_of_every_set_of_facts(
    template: Template, language: Language
) -> None:
    texts = set()
    for variant in variants(template):
        trial = try_out(template, language, template.body(language), variant=variant.id)
        assert (trial.problems, trial.warnings) == ((), ())
        assert trial.letter is not None
        texts.add(trial.letter.text())
    assert len(texts) == len(variants(template))  # each shows something of its own


@every_letter
def test_the_samples_name_every_choice_of_a_letter(template: Template) -> None:
    for field in template.fields:
        seen = {
            sample_facts(template, Language.NYNORSK, variant.id)[field.name]
            for variant in variants(template)
            if field.choices
        }
        assert seen == {choice.code for choice in field.choices}, field.name


def test_the_municipality_takes_the_place_of_the_made_up_one() -> None:
    template = TEMPLATES["access_receipt"]
    own = Municipality(name="Vågen kommune", officer=Officer(name="Per Ombod", email="p@v.example"))
    facts = sample_facts(template, Language.NYNORSK, municipality=own)
    assert (facts["municipality"], facts["officer_name"]) == ("Vågen kommune", "Per Ombod")
    assert facts["controller_contact"]  # what it does not know stays made up


@every_letter
@every_language
def test_a_letter_without_its_text_lacks_all_that_is_demanded_of_it(
    template: Template, language: Language
) -> None:
    lost = missing_requirements(template, language, "# Brev\n\nHei.\n")
    assert tuple(one.id for one in lost) == template.must_have
    assert template.must_have


def test_requirements_are_all_in_use() -> None:
    used = {name for template in TEMPLATES.values() for name in template.must_have}
    assert used == set(requirements())


@pytest.mark.parametrize(
    ("gone", "lost"),
    [
        ("{{ authority_name }}", "complaint"),
        ("domstolane", "court"),
        ("{{ officer_contact }}", "officer"),
        ("{{ exception.explanation }}", "exceptions"),
        ("gratis", "free"),
    ],
)
def test_what_the_law_wants_is_missed_by_name(gone: str, lost: str) -> None:
    template = TEMPLATES["access_answer"]
    text = template.body(Language.NYNORSK).replace(gone, "")
    found = [one.id for one in missing_requirements(template, Language.NYNORSK, text)]
    assert found == [lost]


def test_a_warning_does_not_keep_the_letter_from_being_made() -> None:
    template = TEMPLATES["access_extension"]
    trial = try_out(template, Language.NYNORSK, "# Ny frist\n\n{{ due }}\n")
    assert trial.letter is not None
    assert any("klage" in warning for warning in trial.warnings)
