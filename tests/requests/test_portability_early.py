"""A refusal that the lawful basis alone decides waits for nobody (art. 20(1)(a) and (3))."""

from pathlib import Path

import pytest

from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.portability.claim import Assessment, Outcome
from gdpr_desktop.requests.rights import grounds_of
from gdpr_desktop.requests.steps import Step, StepState, missing_before_sending, progress

from .conftest import Desk
from .portability_claims import DELIVERED, REFUSED, Claim, answering


class Uncollected(Claim):
    """A claim where nobody has been asked yet."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.vault = desk, desk.vault
        self.case_id = desk.identified(rights=(Right.PORTABILITY,))
        self.part_id = desk.part(self.case_id)

    def state(self, step: Step) -> StepState:
        views = progress(self.desk.request(self.case_id))
        return next(view.state for view in views if view.step is step)


@pytest.fixture
def claim(desk: Desk) -> Uncollected:
    return Uncollected(desk)


@pytest.mark.parametrize(
    ("basis", "article"), [(Basis.LEGAL_OBLIGATION, "20(1)(a)"), (Basis.PUBLIC_TASK, "20(3)")]
)
def test_the_basis_alone_refuses_before_anybody_is_asked(
    claim: Uncollected, tmp_path: Path, basis: Basis, article: str
) -> None:
    assert claim.state(Step.ASSESS) is StepState.OPEN
    claim.assess(REFUSED, basis)
    assert grounds_of(claim.part) == (article,)
    claim.decide()
    request = claim.desk.request(claim.case_id)
    assert missing_before_sending(request, claim.part) == ()
    assert claim.state(Step.COLLECT) is StepState.NOT_NEEDED
    assert "Datatilsynet" in claim.letter(tmp_path, Language.NYNORSK)
    claim.send()
    assert claim.part.answered


@pytest.mark.parametrize(
    "assessment",
    [DELIVERED, Assessment(outcome=Outcome.REFUSED, considered=answering(provided="no"))],
)
def test_every_other_answer_waits_for_all_places(
    claim: Uncollected, assessment: Assessment
) -> None:
    with pytest.raises(RefusedError):
        claim.assess(assessment)


def test_erasure_is_never_assessed_early(desk: Desk) -> None:
    case_id = desk.identified(rights=(Right.ERASURE,))
    views = progress(desk.request(case_id))
    assert next(one.state for one in views if one.step is Step.ASSESS) is StepState.BLOCKED
