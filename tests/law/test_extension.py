from datetime import date

import pytest

from gdpr_desktop.law.deadlines import (
    AnswerCode,
    ExtensionCode,
    ExtensionGround,
    answer_timely,
    extended_reply_due,
    judge_extension,
    refusal_due,
    suspended_reply_due,
)

D = date.fromisoformat
COMPLEX = ExtensionGround.COMPLEXITY


@pytest.mark.parametrize(
    ("received", "notice", "reasons", "ground", "answered", "codes", "days_late"),
    [
        ("2026-06-15", "2026-07-15", True, COMPLEX, "2026-09-15", ["valid"], 0),
        ("2026-06-15", "2026-07-16", True, COMPLEX, "2026-09-01", ["notice_late"], 48),
        ("2026-06-15", "2026-07-15", False, COMPLEX, "2026-09-01", ["no_reasons"], 48),
        (
            "2026-06-15",
            "2026-07-10",
            True,
            ExtensionGround.SUMMER_HOLIDAY,
            "2026-08-20",
            ["ground_not_lawful"],
            36,
        ),
        ("2026-06-15", "2026-07-10", True, COMPLEX, "2026-09-16", ["valid"], 1),
        ("2026-06-15", None, False, None, "2026-07-15", ["no_notice"], 0),
        ("2026-03-31", "2026-04-30", True, COMPLEX, "2026-06-30", ["valid"], 0),
        ("2026-11-30", "2026-12-30", True, COMPLEX, "2027-03-01", ["valid"], 0),
        ("2026-03-02", "2026-04-07", True, COMPLEX, "2026-06-02", ["valid"], 0),
    ],
    ids="E1 E2 E3 E4 E5 E6 E7 E8 E9".split(),
)
def test_extension_and_answer(received, notice, reasons, ground, answered, codes, days_late):
    verdict = judge_extension(D(received), notice and D(notice), reasons, ground)
    assert list(verdict.codes) == codes
    assert verdict.valid is (codes == ["valid"])
    answer = answer_timely(verdict.due, D(answered))
    assert (answer.timely, answer.days_late) == (days_late == 0, days_late)


def test_extension_notice_after_the_first_month_does_not_move_the_deadline():
    verdict = judge_extension(D("2026-06-15"), D("2026-07-16"), True, COMPLEX)
    assert verdict.due == verdict.notice_due == D("2026-07-15")


def test_extension_after_easter_is_counted_from_receipt():
    verdict = judge_extension(D("2026-03-02"), D("2026-04-07"), True, COMPLEX)
    assert (verdict.notice_due, verdict.due) == (D("2026-04-07"), D("2026-06-02"))


def test_a_second_extension_is_refused_and_leaves_the_first():  # E10
    verdict = judge_extension(
        D("2026-06-15"), D("2026-07-10"), True, COMPLEX, already_extended=True
    )
    assert verdict.codes == (ExtensionCode.SECOND_EXTENSION,)
    assert verdict.due == extended_reply_due(D("2026-06-15")).due


def test_a_refusal_inside_the_month_needs_no_extension():  # E11
    received = D("2026-06-15")
    assert answer_timely(refusal_due(received).due, D("2026-07-15")).timely
    assert not answer_timely(refusal_due(received).due, D("2026-07-16")).timely


def test_a_part_in_time_does_not_save_the_rest():  # E12
    verdict = answer_timely(D("2026-07-15"), D("2026-07-10"), rest=D("2026-07-20"))
    assert (verdict.code, verdict.days_late) == (AnswerCode.REST_LATE, 5)


def test_parts_that_all_come_in_time_are_timely():
    assert answer_timely(D("2026-07-15"), D("2026-07-10"), rest=D("2026-07-15")).timely


def test_a_first_part_after_the_deadline_is_late():
    verdict = answer_timely(D("2026-07-15"), D("2026-07-16"), rest=D("2026-07-20"))
    assert (verdict.code, verdict.days_late) == (AnswerCode.LATE, 5)


def test_all_faults_are_told_at_once():
    verdict = judge_extension(
        D("2026-06-15"), D("2026-07-20"), False, ExtensionGround.STAFF_SHORTAGE
    )
    assert list(verdict.codes) == ["notice_late", "no_reasons", "ground_not_lawful"]


def test_a_notice_without_a_ground_has_no_lawful_one():
    verdict = judge_extension(D("2026-06-15"), D("2026-07-10"), True, None)
    assert verdict.codes == (ExtensionCode.GROUND_NOT_LAWFUL,)


def test_only_complexity_and_the_number_of_requests_are_lawful_grounds():
    lawful = {ground for ground in ExtensionGround if ground.lawful}
    assert lawful == {ExtensionGround.COMPLEXITY, ExtensionGround.NUMBER_OF_REQUESTS}


def test_the_notice_may_wait_as_long_as_a_suspended_deadline():
    first = suspended_reply_due(D("2026-02-02"), D("2026-02-03"), D("2026-02-10")).due
    late, in_time = (
        judge_extension(D("2026-02-02"), D("2026-03-06"), True, COMPLEX, first_due=due)
        for due in (None, first)
    )
    assert late.codes == (ExtensionCode.NOTICE_LATE,)
    assert in_time.valid
    assert in_time.due == D("2026-05-04")


def test_a_notice_before_receipt_is_refused():
    with pytest.raises(ValueError, match="before the request"):
        judge_extension(D("2026-06-15"), D("2026-06-14"), True, COMPLEX)


def test_a_rest_before_the_first_part_is_refused():
    with pytest.raises(ValueError, match="before the first"):
        answer_timely(D("2026-07-15"), D("2026-07-10"), rest=D("2026-07-09"))
