"""What the page of a consent says and offers when all of it was taken back."""

from consents.given.made import by_both, consent, said, withdrawn
from gdpr_desktop.consents.given.actions import Action, actions_of
from gdpr_desktop.consents.given.summary import until_words


def test_a_consent_that_was_wholly_taken_back_holds_to_no_day_and_is_not_taken_back_again() -> None:
    found = consent(*by_both("p1", "p2"), withdrawals=(withdrawn("p1", "p2", name="Mor"),))
    assert until_words(found) == ""
    assert Action.WITHDRAW not in actions_of(found)
    partly = consent(*by_both("p1", "p2"), withdrawals=(withdrawn("p1", name="Mor"),))
    assert until_words(partly)
    assert Action.WITHDRAW in actions_of(partly)


def test_an_answer_that_was_never_taken_back_can_be() -> None:
    found = consent(said("Mor", "p1"))
    assert until_words(found)
    assert Action.WITHDRAW in actions_of(found)
