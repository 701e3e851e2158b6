"""Words kept in both written forms, so that a letter comes out right whichever the reader uses."""

from dataclasses import dataclass

from gdpr_desktop.core.municipality import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """The same in nynorsk and bokmål. Either may be empty: then the other stands in for it."""

    nn: str = ""
    nb: str = ""

    def in_(self, language: Language) -> str:
        """The words in ``language``, or in the other where these lack."""
        own, other = (self.nn, self.nb) if language is Language.NYNORSK else (self.nb, self.nn)
        return own or other

    def has(self, language: Language) -> bool:
        """Are there words in this very language?"""
        return bool(self.nn if language is Language.NYNORSK else self.nb)

    def with_(self, language: Language, text: str) -> "Bilingual":
        """The same with ``text`` in ``language``."""
        if language is Language.NYNORSK:
            return Bilingual(nn=text, nb=self.nb)
        return Bilingual(nn=self.nn, nb=text)

    def __bool__(self) -> bool:
        return bool(self.nn or self.nb)


def same(text: str) -> Bilingual:
    """Words that are the same in both: a name."""
    return Bilingual(nn=text, nb=text)
