"""«Har vi lov?» asked about a person by name, or about everybody in a group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.consents.allowed import store
from gdpr_desktop.consents.allowed.model import Asked, Doubt, Permission
from gdpr_desktop.consents.allowed.rule import permission
from gdpr_desktop.consents.codes import PictureUse, Reason, Verdict
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.consents.given.store import match
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, GroupId, MemberId
from gdpr_desktop.core.roles import Deed

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

MOST_PEOPLE = 20  # more are not gone through by eye: write more of the name, or the year


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnswer:
    """One person, or one member, and the answer for them."""

    id: int  # the line, from 0
    name: str
    birth_date: date | None
    answer: Permission
    protected: bool = False
    unknown: bool = False  # nothing is registered


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The answers by name; ``more``: there are others of the name that are not shown."""

    people: tuple[PersonAnswer, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChoice:
    """A form in use, and what it asks about."""

    id: CaseId
    title: Bilingual
    unit: str
    content: FormContent


@dataclass(slots=True)
class Forms(Mapping[CaseId, Form]):
    """The forms that the actor may see, each read when it is first needed."""

    vault: "Vault"
    seen: frozenset[CaseId]
    read: dict[CaseId, Form] = field(default_factory=dict)

    def __getitem__(self, form_id: CaseId) -> Form:
        if form_id not in self.seen:
            raise KeyError(form_id)
        if form_id not in self.read:
            self.read[form_id] = forms.form(self.vault.db, form_id)
        return self.read[form_id]

    def __contains__(self, form_id: object) -> bool:
        return form_id in self.seen

    def __iter__(self) -> Iterator[CaseId]:
        return iter(self.seen)

    def __len__(self) -> int:
        return len(self.seen)


@dataclass(slots=True)
class Asking:
    """What is read once while a dialog is open: forms and what they ask about.

    ``every`` are also the forms that the actor may not see: of them only a no is ever told.
    """

    vault: "Vault"
    forms: Forms
    every: Forms
    choices: tuple[FormChoice, ...]

    @classmethod
    def begin(cls, vault: "Vault") -> "Asking":
        """Read what there is to ask about. Forms out of use count for what was answered on them."""
        names = forms.names(vault.db, vault.actor, in_use=False)
        seen = frozenset(one.id for one in names)
        choices = tuple(
            FormChoice(
                id=form_id,
                title=version.content.title,
                unit=version.content.unit,
                content=version.content,
            )
            for form_id, version in store.versions_in_use(vault.db, vault.actor).items()
        )
        every = Forms(vault=vault, seen=store.form_ids(vault.db))
        return cls(vault=vault, forms=Forms(vault=vault, seen=seen), every=every, choices=choices)

    def uses(self) -> tuple[PictureUse, ...]:
        """The uses of pictures that a form in use asks about."""
        found = {one.use for choice in self.choices for one in choice.content.purposes}
        return tuple(use for use in PictureUse if use in found)

    def about_person(self, typed: str, asked: Asked) -> People:
        """The answers for those of the name. A year or a date among the words narrows by birth."""
        text = store.words_of(typed)
        if not text:
            return People()
        numbers, db = store.numbers_of(typed), self.vault.db
        wanted: list[_Wanted] = []
        for name in store.names(db, text):
            keys = store.keys_of(db, name)
            unborn = store.unborn(name)
            wanted += (
                _Wanted(key=key, keys=keys if key == unborn else (key, unborn))
                for key in keys
                if _born_as_typed(store.birth_date(key), numbers)
            )
            if len(wanted) > MOST_PEOPLE:
                break
        more, wanted = len(wanted) > MOST_PEOPLE, wanted[:MOST_PEOPLE]
        gathered = ((rows, self._subject(rows)) for rows in self._gather(wanted))
        found = [(rows, subject) for rows, subject in gathered if subject is not None]
        people = (
            self._answer(at, subject, rows, asked) for at, (rows, subject) in enumerate(found)
        )
        return People(people=tuple(people), more=more)

    def about_group(self, group_id: GroupId, *asked: Asked) -> tuple[tuple[PersonAnswer, ...], ...]:
        """For each who is in the group now, by family name, the answers to what is asked.

        Raises ``RefusedError`` for a group that is not the actor's to see.
        """
        readable(self.vault, group_id)
        members = groups.members(self.vault.db, group_id)
        gathered = self._gather([self._wanted(member) for member in members])
        answers = []
        for at, (member, rows) in enumerate(zip(members, gathered, strict=True)):
            subject = Subject(
                name=member.name, birth_date=member.birth_date, protected=member.protected
            )
            answers.append(tuple(self._answer(at, subject, rows, one) for one in asked))
        return tuple(answers)

    def _wanted(self, member: Member) -> "_Wanted":
        key, name = groups.match(member), store.name_key(member.name)
        born = member.birth_date is not None
        others = (store.unborn(name),) if born else store.keys_of(self.vault.db, name)
        keys = (key, *others)
        return _Wanted(key=key, keys=keys, member_id=member.id)

    def _gather(self, wanted: list["_Wanted"]) -> list["_Rows"]:
        """The consents of each, read for all of them at once.

        Those of the same member are of the same person, under an earlier name or a birth date
        that was wrong; those of the same name, or of one that was put right, may be.
        """
        db = self.vault.db
        keys = {key for one in wanted for key in one.keys}
        named = list(store.of_keys(db, keys)) if keys else []
        earlier = {key for one in named for key in _earlier(one)} - keys
        named += store.of_keys(db, earlier) if earlier else ()
        members = {one.member_id for one in named} | {one.member_id for one in wanted}
        ids = sorted(one for one in members if one is not None)
        renamed = store.others_of_members(db, ids, {one.id for one in named})
        by_key: dict[str, list[Consent]] = {}
        by_member: dict[MemberId | None, list[Consent]] = {}
        for one in named:
            by_key.setdefault(match(one.subject), []).append(one)
        for one in (*named, *renamed):
            by_member.setdefault(one.member_id, []).append(one)
        known = store.members(db, ids)
        return [_as_known(_rows_of(one, by_key, by_member), known) for one in wanted]

    def groups(self) -> tuple[Group, ...]:
        """The groups to choose from."""
        return groups.groups(self.vault.db, self.vault.actor)

    def _subject(self, rows: "_Rows") -> Subject | None:
        """Whom the rows are about; None where all are on forms that are not the actor's to see."""
        return next((one.subject for one in rows.own if one.form_id in self.forms), None)

    def _permission(self, rows: "_Rows", asked: Asked) -> Permission:
        """The answer of the forms that may be seen; a yes only where no other says no."""
        today = self.vault.clock.today()
        answer = permission(rows.own, self.forms, asked, today, rows.others)
        if answer.yes and len(self.every) > len(self.forms):
            whole = permission(rows.own, self.every, asked, today, rows.others)
            if not whole.yes:
                return replace(answer, verdict=Verdict.NO, reasons=(Doubt.ELSEWHERE,))
        return answer

    def _answer(self, at: int, subject: Subject, rows: "_Rows", asked: Asked) -> PersonAnswer:
        answer = self._permission(rows, asked)
        return PersonAnswer(
            id=at,
            name=subject.name,
            birth_date=subject.birth_date,
            answer=answer,
            protected=subject.protected or any(one.subject.protected for one in rows.own),
            unknown=answer.reasons == (Reason.NONE,),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Whose consents are read: by their key, and by others that may be theirs."""

    key: str
    keys: tuple[str, ...]
    member_id: MemberId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """What is somebody's, and what may be."""

    own: tuple[Consent, ...]
    others: tuple[Consent, ...]


def _rows_of(
    wanted: _Wanted,
    by_key: Mapping[str, list[Consent]],
    by_member: Mapping[MemberId | None, list[Consent]],
) -> _Rows:
    named = {one.id: one for key in wanted.keys for one in by_key.get(key, ())}
    own = {one.id: one for one in by_key.get(wanted.key, ())}
    members = {one.member_id for one in own.values()} | {wanted.member_id}
    for member in members - {None}:
        own |= {one.id: one for one in by_member.get(member, ())}
    for key in {key for one in own.values() for key in _earlier(one)}:
        named |= {one.id: one for one in by_key.get(key, ())}
    others = tuple(one for one in named.values() if one.id not in own)
    return _Rows(own=tuple(own.values()), others=others)


def _earlier(consent: Consent) -> tuple[str, ...]:
    """The keys it had before its name or birth date was put right."""
    return tuple(match(one.subject) for one in consent.corrections)


def _as_known(rows: _Rows, members: Mapping[MemberId, Member]) -> _Rows:
    """With what the group has learnt since: who must say yes now is asked as well as who had to."""
    own = list(rows.own)
    for one in rows.own:
        member = members.get(one.member_id) if one.member_id is not None else None
        if member is None:
            continue
        born = member.birth_date or one.subject.birth_date
        counts = [count for count in (one.parents, member.parents) if count is not None]
        told = replace(
            one,
            subject=replace(one.subject, birth_date=born),
            care_order=one.care_order or member.care_order,
            parents=one.parents if one.parents is None else max(counts),
        )
        if told != one:
            own.append(told)
    return replace(rows, own=tuple(own))


def in_list(found: PersonAnswer) -> PersonAnswer:
    """As a list says it: a protected address is a no, and nothing more is said of it."""
    if not (found.protected and found.answer.yes):
        return found
    no = Permission(verdict=Verdict.NO, reasons=(Doubt.PROTECTED,), grounds=found.answer.grounds)
    return replace(found, answer=no)


def note_asked(vault: "Vault", *, group: bool) -> Change:
    """Note in the journal that somebody asked; never about whom."""
    with vault.begin(Deed.READ_CASE) as work:
        work.require(Deed.READ_CASE, assigned=True)
        work.log(None, "consents_asked", by="group" if group else "name")
    return work.change


def _born_as_typed(birth_date: date | None, numbers: tuple[str, ...]) -> bool:
    """Does a year («2019») or a date («3.2.2019», «03.02.19») among the words fit?"""
    if birth_date is None:
        return True
    day, month, year = birth_date.day, birth_date.month, birth_date.year
    fitting = {str(year)}
    for years in (f"{year}", f"{year % 100:02}"):
        fitting |= {f"{day}.{month}.{years}", f"{day:02}.{month:02}.{years}"}
    fitting.add(f"{day:02}{month:02}{year % 100:02}")
    return all(any(one.startswith(number) for one in fitting) for number in numbers)
