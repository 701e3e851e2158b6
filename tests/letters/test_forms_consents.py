"""What a consent form must say, in both languages (art. 7 and 13, handbook 3.7 and 15.1.3)."""

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters.template import template

CONSENT = (
    "{{ unit_name }}",
    "{{ municipality }}",
    "{{ withdraw_how }}",
    "{{ irrevocable }}",
    "{{ lasts }}",
    "{{ controller_line }}",
    "{{ officer_line }}",
    "{{ authority_name }}",
    "| [ ] | [ ] |",
)
SAME = {
    "consent_form": (*CONSENT, "artikkel 6 nr. 1 bokstav a", "artikkel 77", "§ 104", "artikkel 22"),
    "consent_form_young": (*CONSENT, "artikkel 6 nr. 1 bokstav a", "artikkel 77", "§ 104"),
    "consent_form_child": (*CONSENT, "artikkel 6 nr. 1 bokstav a"),
    "consent_release": (*CONSENT, "artikkel 6 nr. 1 bokstav e", "§ 13 a nr. 1", "18 og 21"),
    "consent_photographed": (*CONSENT[:-1], "artikkel 21", "artikkel 77", "§ 104"),
    "consent_photographed_child": (*CONSENT[:-1], "§ 104"),
}
WORDS = {
    "consent_form": [
        ("Det er frivillig", "Det er frivillig"),
        ("Eit punkt utan kryss er det same som nei", "Et punkt uten kryss er det samme som nei"),
        ("er framleis lovleg", "er fortsatt lovlig"),
    ],
    "consent_release": [
        ("ikkje eit samtykke til at kommunen", "ikke et samtykke til at kommunen"),
        ("blir ikkje sletta av den grunn", "blir ikke slettet av den grunn"),
    ],
    "consent_withdrawal_slip_child": [("du mistar ikkje noko", "du mister ikke noe")],
    "consent_withdrawal_slip": [("det kostar ingenting", "det koster ingenting")],
}
CASES = [(name, language) for name in SAME for language in Language]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_each_form_says_what_the_law_wants(name: str, language: Language) -> None:
    body = template(name).body(language)
    assert [words for words in SAME[name] if words not in body] == []


@pytest.mark.parametrize("name", WORDS)
def test_each_form_says_it_in_both_languages(name: str) -> None:
    nynorsk, bokmal = (template(name).body(language) for language in Language)
    assert [words for words, _ in WORDS[name] if words not in nynorsk] == []
    assert [words for _, words in WORDS[name] if words not in bokmal] == []


def test_every_form_to_fill_in_is_set_tight_and_has_empty_boxes() -> None:
    forms = [one for one in SAME if "photographed" not in one]
    forms += [
        "consent_withdrawal_slip",
        "consent_withdrawal_slip_child",
        "consent_return_list",
        "consent_class_list",
    ]
    assert all(template(one).by_hand for one in forms)
