"""What the answers of a filled form mean: who asks for whom, which rights, in what words."""

import re
from dataclasses import dataclass, field
from datetime import date

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.dates import DateError, parse_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.requests.citizen_forms.answers import Answers
from gdpr_desktop.requests.citizen_forms.model import (
    CitizenForm,
    FieldKind,
    FilledForm,
    FormField,
    FormKind,
    FormSource,
)
from gdpr_desktop.requests.citizen_forms.texts import (
    WISH,
    FormWords,
    citizen_form,
    form_words,
)
from gdpr_desktop.requests.model import OnBehalfOf

LONGEST_LINE, LONGEST_PHONE, LONGEST_WORDING = 200, 40, 20_000  # as the intake takes
_PLACE = re.compile(r"(?P<street>.*?)[\s,]*\b(?P<code>[0-9]{4})\s+(?P<city>[^0-9,]+)")


@dataclass(slots=True, kw_only=True)
class Reading:
    """Makes answers into an intake, and remarks on what it had to leave out or guess."""

    answers: Answers
    today: date
    notes: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)  # label, text: for the wording

    def form(self, source: FormSource) -> FilledForm:
        """The whole of it."""
        answers = self.answers
        you, on_behalf_of = self._you(), self._on_behalf_of()
        acts = on_behalf_of is not OnBehalfOf.SELF
        other = self._other() if acts else None
        self._tell_strange()
        languages = [one for one in Language if ("answer_language", one) in answers.ticks]
        return FilledForm(
            kind=answers.kind,
            form_language=answers.language,
            rights=self._rights(),
            subject=other or you,
            on_behalf_of=on_behalf_of,
            representative=you if acts else None,
            wants_oral_answer=("answer_how", "oral") in answers.ticks,
            language=languages[0] if len(languages) == 1 else answers.language,
            wording=self._wording(),
            notes=tuple(self.notes),
            source=source,
        )

    def _tell_strange(self) -> None:
        """Fields of another form, or of none we know: told, and what they say is kept."""
        strange = self.answers.strange
        if not strange:
            return
        told = ngettext(
            "{count} field was not understood. What it says stands in their words.",
            "{count} fields were not understood. What they say stands in their words.",
            len(strange),
        )
        self.notes.append(told.format(count=len(strange)))
        self.unread += [
            (name or _("A field that is not of our form"), text) for name, text in strange
        ]

    @property
    def _words(self) -> FormWords:
        return form_words(self.answers.kind, self.answers.language)

    @property
    def _form(self) -> CitizenForm:
        return citizen_form(self.answers.kind)

    def _rights(self) -> tuple[str, ...]:
        own = [] if self.answers.kind is FormKind.GENERAL else [self.answers.kind.value]
        added = [
            right
            for one in self._form.fields
            for choice, right in one.adds
            if (one.id, choice) in self.answers.ticks
        ]
        if not own and not added:
            self.notes.append(_("No right is ticked. Read what they wrote, and choose."))
        return tuple(dict.fromkeys((*own, *added)))

    def _on_behalf_of(self) -> OnBehalfOf:
        ticked = [one for one in OnBehalfOf if ("on_behalf_of", one) in self.answers.ticks]
        if len(ticked) > 1:
            self.notes.append(_("More than one is ticked for who asks. Check it."))
        others = [one for one in ticked if one is not OnBehalfOf.SELF]
        if others:
            return others[0]
        if not ticked and self.answers.texts.get("other_name"):
            self.notes.append(_("It names another person, but not who asks for whom. Check it."))
            return OnBehalfOf.OTHER
        return OnBehalfOf.SELF

    def _you(self) -> Person:
        address = PostalAddress(
            street=self._line("street"),
            postal_code=self._line("postal_code", 12),
            city=self._line("city", 80),
        )
        return Person(
            name=self._line("name"),
            birth_date=self._day("birth_date"),
            address=address,
            email=self._line("email"),
            phone=self._line("phone", LONGEST_PHONE),
        )

    def _other(self) -> Person:
        return Person(
            name=self._line("other_name"),
            birth_date=self._day("other_birth_date"),
            address=_address(self._line("other_address")),
        )

    def _line(self, name: str, longest: int = LONGEST_LINE) -> str:
        """What has no room in its field goes to the wording, whole."""
        text = clean_line(self.answers.texts.get(name, ""))
        if len(text) <= longest:
            return text
        label = self._words.fields[name].label
        self.unread.append((label, text))
        self.notes.append(
            _("«{label}» is longer than the field. All of it stands in their words.").format(
                label=label
            )
        )
        return text[:longest].rstrip()

    def _day(self, name: str) -> date | None:
        text = self.answers.texts.get(name, "")
        if not text:
            return None
        try:
            found = parse_date(clean_line(text).rstrip("."), today=self.today, past=True)
        except DateError:
            found = self.answers.days.get(name, date.max)
        if found <= self.today:
            return found
        label = self._words.fields[name].label
        self.unread.append((label, text))
        self.notes.append(
            _("«{label}» is not a date that can be read. It stands in their words.").format(
                label=label
            )
        )
        return None

    def _wording(self) -> str:
        """What they ask for, question by question, as they wrote it."""
        lines = list(self.unread)
        lines += [
            (self._words.fields[one.id].label, self._answer(one))
            for section in self._form.sections
            for one in section.fields
            if section.id == WISH or one.id in ("answer_how", "more")
        ]
        text = "\n\n".join(f"{label}\n{answer}" for label, answer in lines if answer)
        if len(text) > LONGEST_WORDING:
            self.notes.append(_("The text is longer than there is room for: read it in the file."))
        return text[:LONGEST_WORDING]

    def _answer(self, one: FormField) -> str:
        if one.kind not in (FieldKind.ONE, FieldKind.SOME):
            return self.answers.texts.get(one.id, "")
        words = self._words.fields[one.id].choices
        ticked = (choice for choice in one.choices if (one.id, choice) in self.answers.ticks)
        return "\n".join(f"– {words[choice]}" for choice in ticked)


def _address(text: str) -> PostalAddress:
    """Typed in one line: «Fjordvegen 4, 6999 Fjordvik». What is not like that is the street."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return PostalAddress(street=text)
    return PostalAddress(
        street=found["street"].strip(" ,"), postal_code=found["code"], city=found["city"].strip()
    )
