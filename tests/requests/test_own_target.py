"""A notice, a question and a complaint are no claims: their month is our own (art. 12(3))."""

from dataclasses import replace

import pytest
from docx import Document

from gdpr_desktop.casework.model import CaseFilter, CaseQuery
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.deadlines import ExtensionGround, reply_due
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.intake_notes import due_text
from gdpr_desktop.requests.figures import service as figures
from gdpr_desktop.requests.figures.model import Counted
from gdpr_desktop.requests.figures.service import Columns
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.rights import CLAIMS
from gdpr_desktop.requests.summary import due_words, own_target
from gdpr_desktop.requests.time_limits import extension_open, reply_deadline
from requests.test_figures import case, counted, run

NO_CLAIMS = (Right.NOTICE, Right.QUESTION, Right.COMPLAINT, Right.CORRECTION)


def test_what_the_articles_15_to_22_give_is_a_claim():
    assert set(Right) - CLAIMS == set(NO_CLAIMS)


@pytest.mark.parametrize(
    ("rights", "own"),
    [
        ((Right.QUESTION,), True),
        ((Right.COMPLAINT, Right.NOTICE), True),
        ((Right.ACCESS, Right.COMPLAINT), False),
        ((Right.ERASURE,), False),
    ],
)
def test_the_month_is_said_to_be_our_own_where_nothing_is_claimed(desk, rights, own):
    request = desk.request(desk.register(rights=rights))
    assert reply_deadline(request).due == reply_due(desk.received).due
    assert (own_target() in due_words(request, desk.today).reason) is own
    assert (own_target() in due_text(desk.received, desk.today, rights)) is own
    assert extension_open(request, desk.today) is not own


def test_our_own_month_is_not_extended_by_the_law(desk):
    case_id = desk.register(rights=(Right.QUESTION,))
    with pytest.raises(RefusedError):
        service.extend_deadline(
            desk.vault,
            case_id,
            ground=ExtensionGround.COMPLEXITY,
            explanation="Mange system",
            notice_sent=desk.today,
        )


@pytest.mark.parametrize("language", Language)
def test_the_receipt_promises_article_12_to_claims_only(desk, tmp_path, language):
    for right in (Right.COMPLAINT, Right.ACCESS):
        case_id = desk.register(rights=(right,))
        path = tmp_path / f"{right}.docx"
        order = LetterOrder(template="access_receipt", language=language)
        service.export_letter(desk.vault, case_id, order, path)
        text = "\n".join(one.text for one in Document(str(path)).paragraphs)
        assert ("artikkel 12 nr. 3" in text) is (right is Right.ACCESS)
        assert ("to måna" in text or "to måneder" in text) is (right is Right.ACCESS)
        own = {Language.NYNORSK: "vårt eige mål", Language.BOKMAL: "vårt eget mål"}[language]
        assert (own in text) is (right is Right.COMPLAINT)


def test_the_figures_say_in_time_of_claims_alone():
    late = case(90, parts=(Counted(right="question", result="answered"),))
    total = counted(late, case(10), replace(late, parts=(*late.parts, *late.parts))).total
    assert (total.received, total.answered, total.timed, total.in_time) == (3, 3, 1, 1)
    assert total.share == 100


def test_the_exported_list_holds_own_corrections_without_in_time(desk):
    desk.register(rights=(Right.CORRECTION,), wording="")
    (row,) = run(figures.listed(desk.vault, CaseQuery(filter=CaseFilter.ALL), Columns()))
    assert row[-1] == ""
