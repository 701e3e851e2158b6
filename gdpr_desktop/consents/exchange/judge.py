"""What each row becomes: a consent with a verdict, more of one that is there, or nothing new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.exchange.reading import Answered, RowReader
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.given.renewing import marked
from gdpr_desktop.consents.given.service.base import (
    NEW,
    answers_anew,
    ends_by,
    ends_on,
    told_end,
)
from gdpr_desktop.consents.given.store import match
from gdpr_desktop.consents.given.words import why
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.validity import Validity, validity
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.preview import Fault, Line, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the register holds of those in a list, by match key: consents on the form, and who of
    them is in a group, which knows how many have parental responsibility."""

    consents: Mapping[str, Sequence[Consent]] = field(default_factory=dict)
    members: Mapping[str, Member] = field(default_factory=dict)


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    MORE = "more"  # an answer more on a consent that is registered
    THERE = "there"  # all of it is registered already


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What a line brings: a part of ``consent``, which other lines may bring other parts of.

    ``before`` is the consent as it is registered.
    """

    answered: Answered
    key: str = ""  # the lines with the same make one consent
    fate: Fate = Fate.NEW
    consent: Consent | None = None
    before: Consent | None = None
    valid: bool = False


class ConsentJudge:
    """Reads the rows for one form, and says what each consent will be worth."""

    def __init__(self, form: Form, today: date) -> None:
        self._form, self._today = form, today
        self._reader = RowReader(form, today)
        self._known = Known()
        self._verdicts: dict[Consent, Validity] = {}

    def meet(self, known: Known) -> None:
        """What is registered on the form of the people in the list."""
        self._known = known

    def one(self, row: int, cells: Mapping[str, str]) -> Line:
        """A row by itself."""
        answered, faults = self._reader.read(cells)
        return Line(row=row, cells=cells, faults=faults, value=Coming(answered=answered))

    def together(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """One consent of each person and version; the same answer twice counts once."""
        found = [line.alone() for line in lines]
        groups: dict[str, list[int]] = {}
        nameless: dict[str, int] = {}
        for at, line in enumerate(found):
            if line.stops:
                found[at] = replace(line, said="", tone=Tone.BAD)
                continue
            key = _key_of(line)
            if not coming(line).answered.subject.birth_date:
                found[at] = line = _with_namesake(line, nameless)
                key = f"{key}#{line.row}"
            groups.setdefault(key, []).append(at)
        for key, places in groups.items():
            judged = self._judged(key, [found[at] for at in places])
            for at, line in zip(places, judged, strict=True):
                found[at] = line
        return tuple(found)

    def _judged(self, key: str, lines: list[Line]) -> list[Line]:
        """The lines of one consent."""
        before = self._before(coming(lines[0]).answered)
        made = before or self._bare(coming(lines[0]).answered)
        seen: dict[tuple[object, ...], int] = {_sign(one): 0 for one in made.statements}
        judged: list[Line] = []
        for line in lines:
            answered = coming(line).answered
            fresh = [
                self._marked(one, made) for one in answered.statements if _sign(one) not in seen
            ]
            if fresh:
                seen |= {_sign(one): line.row for one in fresh}
            else:
                line = _not_fresh(line, seen[_sign(answered.statements[0])])
            if line.goes_in:
                made = _with(made, answered, fresh)
            judged.append(line)
        if made is not before:
            made = self._ended(made, before, [coming(one) for one in judged if one.goes_in])
        told = self._verdict(made)
        return [self._told(one, key, made, before, told) for one in judged]

    def _marked(self, statement: Statement, made: Consent) -> Statement:
        known: Sequence[Consent] = ()
        if made.subject.birth_date is not None:
            known = self._known.consents.get(match(made.subject), ())
        others = (one for one in known if one.id != made.id)
        return marked(statement, (made, *others), self._form)

    def _before(self, answered: Answered) -> Consent | None:
        if answered.subject.birth_date is None:
            return None
        known = self._known.consents.get(match(answered.subject), ())
        return next((one for one in known if one.version == answered.version), None)

    def _bare(self, answered: Answered) -> Consent:
        """A new consent, with what is known of who is in a group."""
        made = Consent(
            id=NEW,
            form_id=self._form.case.id,
            version=answered.version,
            subject=answered.subject,
        )
        member = None
        if answered.subject.birth_date is not None:
            member = self._known.members.get(match(answered.subject))
        if member is None:
            return made
        return replace(
            made,
            subject=replace(answered.subject, protected=member.protected),
            member_id=member.id,
            group_id=member.group_id,
            parents=member.parents,
            care_order=member.care_order,
        )

    def _ended(self, consent: Consent, before: Consent | None, lines: Sequence[Coming]) -> Consent:
        """With the day it ends: the one in the list, but never later than the form allows.

        One that was told before holds until somebody answers anew.
        """
        told = [day for one in lines if (day := one.answered.valid_until) is not None]
        fresh = consent.statements[len(before.statements) :] if before is not None else ()
        if before is not None and not answers_anew(before, fresh):
            told += [day for day in (told_end(before, self._form),) if day is not None]
        end = ends_by(consent, self._form, min(told, default=None)) if told else None
        return replace(consent, valid_until=end)

    def _verdict(self, consent: Consent) -> Validity:
        found = self._verdicts.get(consent)
        if found is None:
            until = consent.valid_until or ends_on(consent, self._form)
            told = validity(replace(consent, valid_until=until), self._form, self._today)
            found = self._verdicts[consent] = told
        return found

    def _told(
        self, line: Line, key: str, made: Consent, before: Consent | None, told: Validity
    ) -> Line:
        fate = Fate.NEW if before is None else Fate.MORE if made is not before else Fate.THERE
        value = replace(
            coming(line), key=key, fate=fate, consent=made, before=before, valid=told.valid
        )
        if not line.goes_in:
            return replace(line, value=value, said="", tone=Tone.QUIET)
        said, tone = verdict_words(told, made, self._form)
        answered = coming(line).answered
        if answered.valid_until and made.valid_until and made.valid_until < answered.valid_until:
            text = _("By the form it ends {day}.").format(day=short_date(made.valid_until))
            fault = Fault(use="", text=text, joint=True)
            line = replace(line, faults=(*line.faults, fault))
        return replace(line, value=value, said=said, tone=tone)


def coming(line: Line) -> Coming:
    """What the line brings."""
    found = line.value
    assert isinstance(found, Coming)
    return found


def verdict_words(told: Validity, consent: Consent, form: Form) -> tuple[str, Tone]:
    """Valid for how much, or not valid and why."""
    version = form.version(consent.version)
    asked = len(version.content.purposes) if version is not None else 0
    if told.valid:
        text = _("Valid: yes to {count} of {all}.").format(count=len(told.purposes), all=asked)
        return text, Tone.GOOD
    reasons = " ".join(why(one).wrong for one in told.reasons)
    if told.reasons == (Reason.REFUSED,):
        return reasons, Tone.QUIET
    return _("Not valid: {reasons}").format(reasons=reasons), Tone.WARNING


def _key_of(line: Line) -> str:
    answered = coming(line).answered
    return f"{match(answered.subject)}|{answered.version}"


def _with(consent: Consent, answered: Answered, fresh: Sequence[Statement]) -> Consent:
    counts = [one for one in (consent.parents, answered.parents) if one is not None]
    return replace(
        consent,
        statements=(*consent.statements, *fresh),
        parents=max(counts, default=None),  # where rows differ, more must say yes
    )


def _sign(one: Statement) -> tuple[object, ...]:
    return (one.giver, one.given_on, frozenset(one.yes), frozenset(one.no))


def _not_fresh(line: Line, row: int) -> Line:
    text = (
        _("The same answer as in row {row}.").format(row=row)
        if row
        else _("It is registered already.")
    )
    fault = Fault(use="", text=text, leaves_out=True, joint=True)
    return replace(line, faults=(*line.faults, fault))


def _with_namesake(line: Line, seen: dict[str, int]) -> Line:
    """Without a birth date, two rows with the same name may be two people."""
    name = fold_short(coming(line).answered.subject.name)
    row = seen.setdefault(name, line.row)
    if row == line.row:
        return line
    text = _("The same name as in row {row}, and a birth date is missing.").format(row=row)
    fault = Fault(use="", text=text, leaves_out=True, joint=True)
    return replace(line, faults=(*line.faults, fault))
