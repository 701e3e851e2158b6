"""The standing words of statements, in both languages, from ``forms/statements/``."""

import tomllib
from collections.abc import Iterable
from functools import cache

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.information.statements.parts import Part
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.parts import Law, Retention, SpecialBasis
from gdpr_desktop.register.activities.words import law_words


@cache
def _read(language: Language) -> dict[str, dict[str, str]]:
    path = form(f"statements/words.{language.value}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def inside(text: str) -> str:
    """``text`` as it begins inside a sentence: «IP-adresse» and «Feide-namn» keep the capital."""
    first = text.partition(" ")[0].rstrip(",.:;")
    plain = first.isalpha() and not any(map(str.isupper, first[1:]))
    return text[:1].lower() + text[1:] if plain or first.startswith("E-post") else text


class Words:
    """Words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._tables = _read(language)

    def __call__(self, name: str, /, **values: object) -> str:
        """The sentence ``name`` of the table ``text``, filled in."""
        return self.of("text", name, **values)

    def of(self, table: str, name: str, /, **values: object) -> str:
        """An entry of a table, filled in."""
        return self._tables[table][name].format(**values)

    def label(self, name: str) -> str:
        """A short label."""
        return self.of("label", name)

    def listed(self, texts: Iterable[str]) -> str:
        """«a, b og c»; «a, b; c» where one of them is itself a list."""
        found = [text for text in dict.fromkeys(texts) if text]
        if len(found) > 1 and any("," in text for text in found):
            return "; ".join(found)
        return " og ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)

    def law(self, law: Law) -> str:
        """«barnehagelova § 18»."""
        return law_words(law, self.language)

    def basis(self, basis: Basis, laws: Iterable[Law] = ()) -> str:
        """The basis in plain words, with its article and the laws."""
        article = self.of("basis", "article", letter=basis.value)
        named = self.listed(self.law(law) for law in laws)
        plain = self.of("basis", basis.value)
        if named:
            return self.of("basis", "under", basis=plain, article=article, laws=named)
        return self.of("basis", "alone", basis=plain, article=article)

    def special(self, special: SpecialBasis) -> str:
        """A condition of art. 9(2)."""
        condition: Condition = special.condition
        article = self.of("condition", "article", letter=condition.value)
        named = self.listed(self.law(law) for law in special.laws)
        name = "under" if named else "alone"
        plain = self.of("condition", condition.value)
        return self.of("basis", name, basis=plain, article=article, laws=named)

    def time(self, months: int) -> str:
        """«tre månader» in figures: «3 månader», «2 år»."""
        years, rest = divmod(months, 12)
        if years and not rest:
            return self._count("retention", "year", years)
        return self._count("retention", "month", months)

    def retention(self, retention: Retention) -> str:
        """For how long, counted from what, and then what."""
        if retention.permanent:
            law = self.law(retention.law)
            kept = self.of("retention", "permanent")
            return f"{kept} {self.of('retention', 'law', law=law)}" if law else kept
        start = retention.counted_from.in_(self.language)
        if retention.months is not None and start:
            time = self.time(retention.months)
            kept = self.of("retention", "time_from", time=time, start=start)
        elif retention.months is not None:
            kept = self.of("retention", "time", time=self.time(retention.months))
        else:
            kept = retention.criteria.in_(self.language)
        then = self.of("retention", retention.then.value)
        return f"{kept.rstrip('.')}. {then}" if kept else ""

    def lasting(self, count: int, unit: str) -> str:
        """How long a cookie lasts; ``unit`` is day, hour …"""
        return self._count("duration", unit, count)

    def _count(self, table: str, unit: str, count: int) -> str:
        return self.of(table, unit if count == 1 else f"{unit}s", count=count)


def both(table: str, name: str) -> Bilingual:
    """An entry of a table in both languages."""
    return Bilingual(
        nn=Words(Language.NYNORSK).of(table, name), nb=Words(Language.BOKMAL).of(table, name)
    )


def part_name(part: Part) -> Bilingual:
    """What a topic is called: its own heading, or the standing one."""
    return part.heading or both("topic", part.topic.value)
