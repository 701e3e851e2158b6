"""Plain language (språklova § 9), and no bokmål in the nynorsk or the other way round."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form

LIX_LIMIT = 45  # above it a text is difficult
LIX_CHILD = 32

OFFICIALESE = (
    r"vedrør\w+|angåande|angående|hvorledes|i henhold til|i medhald av|i medhold av|ovannemnd\w*"
    r"|ovennevnt\w*|herværende|undertegnede|underteikna|anmod\w+|oversend\w+|foreta\w*|føreta\w*"
    r"|i forbindelse med|i samband med|per i dag|inneha\w*|erverve\w*|iverkse\w+|således|såleis"
    r"|tilkjennegi\w*|med hensyn til|med omsyn til|forefinn\w*|samt|dersom|såfremt|såframt"
    r"|bero|beror|besørg\w*|vedkommende|vedkomande|herunder|derunder|jamfør|foreligg\w*"
    r"|føreligg\w*|i høve til"
)
ABBREVIATIONS = r"f\.eks|t\.d|bl\.a|m\.a|mv\.|m\.m|osv\.|ev\.|evt\.|jf\.|ca\.|pga\.|iht\."
BOKMAL_ONLY = (
    "ikke jeg hvis noe noen fra hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hver hvert "
    "et en mer de dem vet se si sier gjør gjøre være ble nå bare gjelder kommer finner "
    "trenger tar selv flere måned måneder opplysninger rettighetene saken loven kommunens sted "
    "steder brevene hun vedleggene håndboken personvernombud taushetsplikt forordningen begrunne "
    "henvendelse mottatt innen vegne sammen samme eneste samtidig nødvendige tjeneste skole "
    "deler avtaler mottakere kategorier kilde begrenset avgjørelse avgjørelser"
)
NYNORSK_ONLY = (
    "ikkje eg viss noko nokon frå kva kven kvar korleis kvifor kvart eit ein ei meir dei veit sjå "
    "seie seier gjer gjere vere blei berre gjeld kjem treng tek sjølv fleire månad månader "
    "opplysningar rettane saka lova kommunar stad stader breva vedlegga handboka ombod teieplikt "
    "personvernombod forordninga grunngi førespurnad motteke innan vegner saman medan òg dykk "
    "dykkar sidan einaste samstundes teneste skule delar avtalar mottakarar "
    "kategoriar kjelde avgrensa avgjerd avgjerder no"
)
FOREIGN = {
    Language.NYNORSK: frozenset(BOKMAL_ONLY.split()) | {"dykk", "dykkar"},  # one reader: «deg»
    Language.BOKMAL: frozenset(NYNORSK_ONLY.split()),
}


def _plain(text: str) -> str:
    """Without tags and marks; a printed value counts as one short word."""
    text = re.sub(r"\{%.*?%\}", " ", text)
    text = re.sub(r"\{\{?.*?\}\}?", " X ", text)
    return re.sub(r"[*#|`«»]|^\s*(?:-|\d+\.)\s|-{3}", " ", text, flags=re.MULTILINE)


def _declared(data: object, language: Language) -> Iterator[str]:
    if isinstance(data, dict):
        if set(data) == set(Language):
            yield data[language]
        else:
            for inner in data.values():
                yield from _declared(inner, language)


def _said_to(data: object, reader: str) -> Iterator[str]:
    """What stands under the name of a reader, at any depth."""
    if isinstance(data, dict):
        yield from _leaves(data.get(reader, ()))
        for inner in data.values():
            yield from _said_to(inner, reader)


def _leaves(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for inner in data.values():
            yield from _leaves(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _leaves(inner)
    elif isinstance(data, str):
        yield data


def _texts(language: Language) -> Iterator[tuple[str, str]]:
    for path in sorted(form("letters").glob(f"*.{language}.md")):
        yield path.name, _plain(path.read_text(encoding="utf-8"))
    for path in sorted(form("letters").glob("*.toml")):
        declared = _declared(tomllib.loads(path.read_text(encoding="utf-8")), language)
        yield f"{path.name}/{language}", "\n".join(declared)
    for path in sorted(form("decisions").glob(f"*.{language}.toml")):
        questions = tomllib.loads(path.read_text(encoding="utf-8"))
        yield f"decisions/{path.name}", "\n".join(_leaves(questions))
    guidance = form("guidance")
    steps, mail = f"requests.{language}.toml", f"collection_mail.{language}.txt"
    words = tomllib.loads((guidance / steps).read_text(encoding="utf-8"))
    yield steps, "\n".join(_leaves(words))
    names = ("guidance/breaches", "guidance/consents", "consents/starting", "first_hour/first_hour")
    names = (*names, "dpia/risks")
    for name in (f"{one}.{language}.toml" for one in names):
        folder, _slash, file = name.partition("/")
        words = tomllib.loads((form(folder) / file).read_text(encoding="utf-8"))
        yield name, "\n".join(_leaves(words))
    yield mail, _plain((guidance / mail).read_text(encoding="utf-8"))
    advice = form("breaches") / f"advice.{language}.toml"
    for reader in ("adult", "child"):
        said = _said_to(tomllib.loads(advice.read_text(encoding="utf-8")), reader)
        yield f"breaches/advice_{reader}", "\n".join(said)
    for path in sorted(form("citizens").glob(f"*.{language}.toml")):
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        yield f"citizens/{path.name}", _plain("\n".join(_leaves(words)))


TEXTS = [(language, name, text) for language in Language for name, text in _texts(language)]
every_text = pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, _, text in TEXTS],
    ids=[name for _, name, _ in TEXTS],
)
LETTERS = [
    (name, text)
    for _, name, text in TEXTS
    if name.endswith((".md", ".txt")) or name.startswith(("citizens/", "breaches/advice"))
]


def lix(text: str) -> float:
    """Readability: words per sentence + per cent of words longer than six letters.

    A line without a full stop (heading, list item, table row) ends a sentence too; digits are
    not words (law.md 7.2).
    """
    text = text.replace("nr.", "nr")
    sentences = [
        part for part in re.split(r"[.!?:](?=\s|$)|\n+", text) if re.search(r"[^\W\d_]", part)
    ]
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    long = sum(len(word) > 6 for word in words)
    return len(words) / len(sentences) + 100 * long / len(words)


def test_lix_of_an_easy_and_of_a_difficult_text() -> None:
    easy = (
        "Du får innsyn i mappen din. Vi sender den i Digipost i dag. Du kan klage til Datatilsynet."
    )
    difficult = (
        "Det vises til Deres henvendelse vedrørende innsyn i personopplysninger, hvoretter "
        "kommunen har foretatt en gjennomgang av dokumentene i henhold til "
        "personvernforordningen artikkel 15."
    )
    assert lix(easy) == pytest.approx(17.1, abs=0.05)
    assert lix(difficult) == pytest.approx(72.0, abs=0.05)


@pytest.mark.parametrize(("name", "text"), LETTERS, ids=[name for name, _ in LETTERS])
def test_letters_are_easy_to_read(name: str, text: str) -> None:
    assert lix(text) < (LIX_CHILD if "child" in name else LIX_LIMIT)


@every_text
def test_no_officialese(language: Language, text: str) -> None:
    assert re.findall(rf"\b(?:{OFFICIALESE})\b", text, re.IGNORECASE) == []


@every_text
def test_abbreviations_are_spelled_out(language: Language, text: str) -> None:
    assert re.findall(rf"\b(?:{ABBREVIATIONS})", text, re.IGNORECASE) == []


@every_text
def test_no_mixing_of_nynorsk_and_bokmal(language: Language, text: str) -> None:
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    assert words & FOREIGN[language] == set()


@pytest.mark.parametrize(("name", "text"), LETTERS, ids=[name for name, _ in LETTERS])
def test_no_sentence_is_longer_than_twenty_five_words(name: str, text: str) -> None:
    sentences = re.split(r"[.!?:](?=\s|$)|\n+", text.replace("nr.", "nr"))
    if "child" in name:  # its last line lists the articles
        sentences = [sentence for sentence in sentences if "artikkel 15" not in sentence]
    assert [sentence for sentence in sentences if len(sentence.split()) > 25] == []


def test_the_word_list_is_sorted_and_without_doubles() -> None:
    words = (form("words.txt")).read_text(encoding="utf-8").split("\n")
    assert words[-1] == ""
    assert words[:-1] == sorted(set(words[:-1]), key=lambda word: (word.casefold(), word))
