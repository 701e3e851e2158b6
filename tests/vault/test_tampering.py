"""What can be done to the journal by someone who holds the key: each is found, named and told.

Numbers 26 and 27 of the fault list. ``tamper`` writes around the program.
"""

import json
from datetime import timedelta

import pytest

from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Alarm, alarms, chain, journal, marks, verification
from gdpr_desktop.vault.alarms import Finding, finding_words
from gdpr_desktop.vault.database import allow_writing


def fill(vault, count: int = 20) -> None:
    with vault.begin(Deed.REGISTER_CASE) as work:
        for number in range(count):
            work.log(number, "registered", step=number)


@pytest.fixture
def filled(open_vault):
    """A vault with some thirty entries, of two sessions."""
    vault = open_vault()
    fill(vault, 8)
    vault.close()
    vault = open_vault()
    fill(vault)
    return vault


def tamper(vault, *statements: str) -> None:
    allow_writing(vault.db, True)
    for statement in statements:
        vault.db.execute(statement)
    allow_writing(vault.db, False)


def make_anew(vault, start: int, change) -> None:
    """Write the chain anew from ``start`` with the journal's own key."""
    rows = vault.db.execute("SELECT * FROM journal WHERE seq >= ? ORDER BY seq", [start]).fetchall()
    key = chain.keys_of(vault.db)[1]
    before = journal.link_at(vault.db, start - 1)
    mac = before.mac if before else bytes(32)
    allow_writing(vault.db, True)
    for row in rows:
        fields = change(row[:7])
        mac = chain.link_mac(key, mac, fields)
        vault.db.execute(
            "UPDATE journal SET detail = ?, mac = ? WHERE seq = ?", [fields[6], mac, row[0]]
        )
    allow_writing(vault.db, False)


# each: what is done, what it is found as, from where, to where; E is the last entry
CASES = {
    "edited": (["UPDATE journal SET detail = '{}' WHERE seq = 15"], Alarm.JOURNAL_ALTERED, 15, 15),
    "edited twice": (
        ["UPDATE journal SET case_id = 7 WHERE seq IN (15, 16)"],
        Alarm.JOURNAL_ALTERED,
        15,
        16,
    ),
    "removed": (["DELETE FROM journal WHERE seq IN (15, 16)"], Alarm.JOURNAL_REMOVED, 15, 16),
    "inserted": (
        [
            "UPDATE journal SET seq = -seq WHERE seq >= 15",
            "UPDATE journal SET seq = 1 - seq WHERE seq < 0",
            (
                "INSERT INTO journal SELECT 15, at, user_id, session, 99, deed, detail,"
                " randomblob(32) FROM journal WHERE seq = 14"
            ),
            # whoever does this moves the head along, too: it is only a number to him
            "DELETE FROM journal_mark WHERE name = 'head'",
        ],
        Alarm.JOURNAL_INSERTED,
        15,
        15,
    ),
    "appended": (
        [
            (
                "INSERT INTO journal SELECT max(seq) + 1, at, 2, '', 1, deed, detail,"
                " randomblob(32) FROM journal"
            )
        ],
        Alarm.JOURNAL_FORGED,
        "E+1",
        "E+1",
    ),
    "put before the first": (
        ["INSERT INTO journal SELECT -3, at, 2, '', 1, deed, detail, mac FROM journal LIMIT 1"],
        Alarm.JOURNAL_FORGED,
        -3,
        -3,
    ),
    "one MAC removed": (
        ["UPDATE journal SET mac = zeroblob(32) WHERE seq = 15"],
        Alarm.JOURNAL_UNSIGNED,
        15,
        15,
    ),
    "all MACs removed": (["UPDATE journal SET mac = x''"], Alarm.JOURNAL_UNSIGNED, 1, "E"),
    "key removed": (["DELETE FROM journal_key"], Alarm.JOURNAL_KEY, 1, "E"),
    "tail cut": (["DELETE FROM journal WHERE seq > 20"], Alarm.JOURNAL_CUT, 21, "E"),
}


@pytest.mark.parametrize("name", CASES)
def test_tampering_is_named_with_its_numbers_at_unlock_and_in_full(filled, open_vault, name):
    statements, alarm, first, last = CASES[name]
    end = journal.last_link(filled.db).seq
    numbers = {"E": end, "E+1": end + 1}
    first, last = numbers.get(first, first), numbers.get(last, last)
    tamper(filled, *statements)
    assert journal.verify(filled.db) == first  # in full, as before a backup
    filled.close()
    vault = open_vault()
    told = [finding for finding in vault.findings if finding.of_journal]
    assert told == [Finding(alarm=alarm, first=first, last=last)]
    assert str(first) in finding_words(told[0])
    found = vault.db.execute("SELECT detail FROM journal WHERE deed = 'journal_fault_found'")
    assert [json.loads(text)["first"] for (text,) in found] == [first]


def test_chain_made_anew_with_the_key_is_told_by_the_mark_and_the_anchor(filled, open_vault):
    make_anew(filled, 15, lambda fields: (*fields[:6], "{}"))
    tamper(filled, "DELETE FROM journal_mark")  # the one who does it can set the marks as well
    assert journal.verify(filled.db) is None  # by itself the chain is whole
    filled.close()
    vault = open_vault()
    (told,) = vault.findings
    assert told.alarm is Alarm.JOURNAL_REWRITTEN
    # what was the end at the last unlock is as it was; somewhere after it the chain parts
    assert 10 < told.first <= 15 <= told.last


def test_chain_made_anew_is_told_on_a_new_machine_too_by_the_mark(filled, open_vault, tmp_path):
    make_anew(filled, 2, lambda fields: (*fields[:6], "{}"))
    filled.close()
    assert Alarm.JOURNAL_REWRITTEN in open_vault(anchor_dir=tmp_path / "other").warnings


def test_cut_tail_is_told_on_a_new_machine_too(filled, open_vault, tmp_path):
    tamper(filled, "DELETE FROM journal WHERE seq > 20")
    filled.close()
    assert Alarm.JOURNAL_CUT in open_vault(anchor_dir=tmp_path / "other").warnings


def test_cut_tail_with_its_mark_is_told_by_the_anchor_as_an_older_file(filled, open_vault):
    tamper(filled, "DELETE FROM journal WHERE seq > 20", "DELETE FROM journal_mark")
    filled.close()
    assert open_vault().warnings == (Alarm.ROLLED_BACK,)


def test_mark_that_was_not_made_with_the_key_is_not_believed(filled):
    tamper(filled, "UPDATE journal_mark SET seq = seq + 10")
    assert marks.read(filled.db, marks.MarkName.HEAD) is None


def test_fault_is_told_at_every_unlock_until_an_officer_accepts_it(filled, open_vault, place):
    tamper(filled, "UPDATE journal SET detail = '{}' WHERE seq = 15")
    filled.close()
    for _time in range(2):
        vault = open_vault()
        assert vault.warnings == (Alarm.JOURNAL_ALTERED,)
        vault.close()
    caseworker = open_vault(place.caseworker)
    assert caseworker.warnings == (Alarm.JOURNAL_ALTERED,)
    with pytest.raises(RefusedError):
        verification.accept_faults(caseworker)
    caseworker.close()
    vault = open_vault()
    verification.accept_faults(vault)
    vault.close()
    vault = open_vault()
    assert vault.warnings == ()
    assert journal.verify(vault.db) is None
    deeds = [row[0] for row in vault.db.execute("SELECT deed FROM journal ORDER BY seq")]
    assert [deeds.count(journal.FOUND), deeds.count(journal.ACCEPTED)] == [1, 1]
    fill(vault)
    later = journal.last_link(vault.db).seq - 3
    tamper(vault, f"UPDATE journal SET detail = '{{}}' WHERE seq = {later}")
    assert journal.verify(vault.db) == later  # another one is told anew


def test_acceptance_that_was_forged_counts_only_until_the_chain_is_checked(filled, open_vault):
    tamper(
        filled,
        "UPDATE journal SET detail = '{}' WHERE seq = 15",
        "INSERT INTO journal SELECT max(seq) + 1, at, 1, '', NULL, 'journal_fault_accepted',"
        ' \'{"fault":"altered","first":15,"last":15}\', randomblob(32) FROM journal',
    )
    filled.close()
    assert open_vault().warnings == (Alarm.JOURNAL_FORGED,)


def pull(slices):
    """All slices, and what they end in."""
    steps = []
    while True:
        try:
            steps.append(next(slices))
        except StopIteration as end:
            return steps, end.value


def test_what_unlocking_has_no_time_for_is_checked_in_slices_and_none_is_passed_over(
    open_vault, monkeypatch
):
    monkeypatch.setattr(verification, "AT_UNLOCK", 5)
    vault = open_vault()
    fill(vault, 30)
    tamper(vault, "UPDATE journal SET detail = '{}' WHERE seq = 25")
    vault.close()
    vault = open_vault()
    assert vault.warnings == ()
    assert vault.unverified > 20
    monkeypatch.setattr(verification, "_STEP", 4)
    monkeypatch.setattr(verification, "_SLICE", 0)  # one step to a slice
    _steps, verdict = pull(verification.verify_slices(vault, full=False))
    assert [fault.first for fault in verdict.fresh] == [25]
    vault.close()
    vault = open_vault()
    assert vault.unverified < 5
    assert vault.findings == (Finding(alarm=Alarm.JOURNAL_ALTERED, first=25, last=25),)


def test_slices_that_are_left_alone_go_on_from_the_mark_at_the_next_unlock(open_vault, monkeypatch):
    monkeypatch.setattr(verification, "AT_UNLOCK", 10)
    vault = open_vault()
    fill(vault, 30)
    vault.close()
    left = []
    for _time in range(3):
        vault = open_vault()
        left.append(vault.unverified)
        vault.close()
    assert left[0] > left[1] > left[2]


def test_whole_journal_is_checked_once_a_week_and_after_the_clock_was_set_back(vault, clock):
    assert verification.is_full_check_due(vault)
    _steps, verdict = pull(verification.verify_slices(vault, full=True))
    assert verdict.faults == ()
    assert verdict.checked == journal.last_link(vault.db).seq - 1  # less the entry about the check
    assert not verification.is_full_check_due(vault)
    assert verification.last_full_check(vault.db) == clock.now()
    clock.instant += timedelta(days=7)
    assert verification.is_full_check_due(vault)
    clock.instant -= timedelta(days=8)
    assert verification.is_full_check_due(vault)


def test_full_check_finds_what_lies_before_the_mark(filled, open_vault):
    filled.close()
    vault = open_vault()
    tamper(vault, "UPDATE journal SET detail = '{}' WHERE seq = 9")
    vault.close()
    vault = open_vault()
    assert vault.warnings == ()
    _steps, verdict = pull(verification.verify_slices(vault, full=True, asked=True))
    assert [(fault.kind, fault.first) for fault in verdict.fresh] == [("altered", 9)]
    assert pull(verification.verify_slices(vault, full=True))[1].fresh == ()
    vault.close()
    assert open_vault().warnings == (Alarm.JOURNAL_ALTERED,)


def test_every_fault_is_an_alarm_with_words_of_its_own():
    kinds = {Alarm(f"journal_{kind.value}") for kind in chain.FaultKind}
    assert len({alarms.alarm_words(alarm) for alarm in kinds}) == len(chain.FaultKind)
