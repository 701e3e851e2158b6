"""The same data are not both erased and restricted."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.rights.erasure import ErasureItem, Fate
from requests.restricting import ITEM, granted
from requests.test_erasure import DONE

SAME = ErasureItem(what=ITEM.what.upper(), system=f" {ITEM.system}", fate=Fate.ERASE)


@pytest.mark.parametrize("first", [Right.ERASURE, Right.RESTRICTION])
def test_the_second_answer_is_told_that_the_first_excludes_it(desk, first):
    case_id = desk.collected(rights=(Right.ERASURE, Right.RESTRICTION))
    erased = replace(DONE, items=(SAME,))
    deeds = [(Right.ERASURE, erased), (Right.RESTRICTION, granted(desk))]
    deeds.sort(key=lambda deed: deed[0] is not first)
    for number, (right, assessment) in enumerate(deeds):
        part_id = desk.request(case_id).of(right).id
        if number == 0:
            service.assess(desk.vault, part_id, assessment)
            continue
        with pytest.raises(InvalidInputError) as error:
            service.assess(desk.vault, part_id, assessment)
        assert [problem.field for problem in error.value.problems] == ["items"]


def test_what_lies_in_another_system_may_be_restricted(desk):
    case_id = desk.collected(rights=(Right.ERASURE, Right.RESTRICTION))
    erasure, restriction = desk.request(case_id).parts
    elsewhere = replace(SAME, system="Arkivet")
    service.assess(desk.vault, erasure.id, replace(DONE, items=(elsewhere,)))
    service.assess(desk.vault, restriction.id, granted(desk))
    assert desk.request(case_id).of(Right.RESTRICTION).assessment is not None
