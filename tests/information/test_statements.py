"""What a statement must say (checklist 12.1), decided from the record and the municipality."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.correspondence.facts import AUTHORITY_ADDRESS, AUTHORITY_NAME, AUTHORITY_WEB
from gdpr_desktop.information.model import PrivacyStatement, points, statement_findings
from gdpr_desktop.information.statements.building import build
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed, Part, Topic
from gdpr_desktop.information.statements.points import By, Point
from gdpr_desktop.information.statements.short import build_short
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    Automated,
    DataCategory,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    Security,
    Transfer,
    TransferGround,
)

LAW = Law(act=Bilingual(nn="barnehagelova", nb="barnehageloven"), section="§ 18")
WHOLE = Activity(
    name=same("Opptak"),
    purposes=(
        Purpose(text=same("Plass"), bases=(LawfulBasis(basis=Basis.PUBLIC_TASK, laws=(LAW,)),)),
    ),
    data=(DataCategory(text=same("Namn"), retention=Retention(months=60)),),
    sources=(Party(text=same("deg"), subject=True),),
    recipients=(Party(text=same("Statsforvaltaren")),),
    provision=Provision.VOLUNTARY,
    security=Security(technical=same("Kryptering")),
)
STATEMENT = PrivacyStatement(name=same("Erklæring"))


def based(basis: Basis, **more: object) -> Activity:
    """The same on another basis."""
    purpose = replace(WHOLE.purposes[0], bases=(LawfulBasis(basis=basis, **more),))
    return replace(WHOLE, purposes=(purpose,))


def point(
    number: int, activity: Activity, ours: Municipality, statement: PrivacyStatement = STATEMENT
) -> Point:
    """How one point stands."""
    around = Surroundings(municipality=ours, activities=(activity,))
    return points(statement, around)[number - 1]


def test_a_whole_activity_meets_every_point(municipality: Municipality) -> None:
    around = Surroundings(municipality=municipality, activities=(WHOLE,))
    checked = points(STATEMENT, around)
    assert [one.number for one in checked] == list(range(1, 20))
    assert [one.number for one in checked if not one.met] == []
    assert [one.number for one in checked if not one.applies] == [2, 6, 7, 8, 12, 14, 16, 17]


@pytest.mark.parametrize(
    ("number", "activity"),
    [
        (4, replace(WHOLE, purposes=())),
        (5, based(Basis.PUBLIC_TASK)),
        (6, based(Basis.LEGITIMATE_INTERESTS)),
        (7, replace(WHOLE, sources=(Party(text=same("Nav")),), data=())),
        (8, replace(WHOLE, transfers=(Transfer(country="US"),))),
        (9, replace(WHOLE, recipients=())),
        (10, replace(WHOLE, data=(DataCategory(text=same("Namn")),))),
        (15, replace(WHOLE, provision=Provision.UNKNOWN)),
        (16, replace(WHOLE, automated=Automated(logic=same("Poeng")))),
        (16, replace(WHOLE, automatic=Answer.YES)),
        (18, replace(WHOLE, data=())),
        (19, replace(WHOLE, security=Security())),
    ],
)
def test_a_point_that_the_activity_does_not_meet_is_found(
    number: int, activity: Activity, municipality: Municipality
) -> None:
    assert not point(number, activity, municipality).met
    found = statement_findings(STATEMENT, [activity], municipality)
    assert f"point_{number}" in {one.code for one in found}


@pytest.mark.parametrize(
    ("automatic", "profiling", "said"),
    [
        (Answer.NO, Answer.NO, True),
        (Answer.UNKNOWN, Answer.NO, False),
        (Answer.NO, Answer.UNKNOWN, False),
        (Answer.YES, Answer.NO, False),
    ],
)
def test_no_automatic_decisions_are_promised_only_where_the_record_says_so(
    automatic: Answer, profiling: Answer, said: bool, municipality: Municipality
) -> None:
    activity = replace(WHOLE, automatic=automatic, profiling=profiling)
    around = Surroundings(municipality=municipality, activities=(activity,))
    text = build(STATEMENT, around, Language.BOKMAL).letter().text()
    assert ("uten at et menneske er med" in text) is said


def test_a_municipality_nobody_can_reach_is_found() -> None:
    found = statement_findings(STATEMENT, [WHOLE], Municipality(name="Fjordvik kommune"))
    assert {"point_1", "point_3"} <= {one.code for one in found}


@pytest.mark.parametrize(
    ("number", "activity"),
    [
        (6, based(Basis.LEGITIMATE_INTERESTS, interest=same("Orden"))),
        (12, based(Basis.CONSENT)),
        (14, replace(WHOLE, sources=(Party(text=same("Nav")),))),
        (17, based(Basis.CONTRACT)),
        (
            8,
            replace(WHOLE, transfers=(Transfer(country="NZ", ground=TransferGround.ADEQUACY),)),
        ),
    ],
)
def test_a_conditional_point_comes_with_its_reason(
    number: int, activity: Activity, municipality: Municipality
) -> None:
    assert not point(number, WHOLE, municipality).applies
    found = point(number, activity, municipality)
    assert found.applies
    assert found.met
    assert found.by in ((By.RECORD,), (By.STANDING,))


def test_what_the_record_may_meet_is_not_found_missing_before_it_is_read() -> None:
    linked = replace(STATEMENT, activities=(1,))
    assert {one.code for one in linked.findings()} == {"no_review"}
    assert {"point_4", "point_5"} <= {one.code for one in STATEMENT.findings()}


def test_cookies_by_consent_demand_a_way_to_say_no(municipality: Municipality) -> None:
    cookie = Cookie(
        name="_ga", purpose=same("Statistikk"), duration=same("1 år"), need=CookieNeed.CONSENT
    )
    statement = replace(STATEMENT, cookies=(cookie,))
    assert not point(12, WHOLE, municipality, statement).met
    statement = replace(statement, cookie_choice=same("Vel på nytt nedst på sida."))
    assert point(12, WHOLE, municipality, statement).met


def test_outdated_law_and_texts_in_one_language_are_found() -> None:
    part = Part(topic=Topic.OTHER, text=Bilingual(nn="Sjå ekomlova § 2-7b."))
    codes = {one.code: one.about for one in replace(STATEMENT, parts=(part,)).findings()}
    assert codes["outdated_law"] == "ekomlova § 2-7b"
    assert codes["one_language"] == "nb"


@pytest.mark.parametrize(
    ("activity", "told", "silent"),
    [
        (WHOLE, ("Protest", "i arkivet"), ("Dataportabilitet", "Samtykke:")),
        (based(Basis.CONSENT), ("Samtykke:", "Dataportabilitet"), ("Protest", "i arkivet.")),
        (based(Basis.LEGAL_OBLIGATION, laws=(LAW,)), ("Innsyn",), ("Protest", "Sletting:")),
    ],
)
def test_only_rights_that_fit_the_basis_are_told(
    activity: Activity, told: tuple[str, ...], silent: tuple[str, ...], municipality: Municipality
) -> None:
    around = Surroundings(municipality=municipality, activities=(activity,))
    chapters = {one.key: one for one in build(STATEMENT, around, Language.NYNORSK).chapters}
    letter = build(STATEMENT, around, Language.NYNORSK).letter().text()
    rights = letter[letter.index(chapters["rights"].heading) :]
    rights = rights[: rights.index(chapters["complaint"].heading)]
    assert [words for words in told if words not in rights] == []
    assert [words for words in silent if words in rights] == []


def test_the_short_version_links_to_the_chapters_of_the_long(municipality: Municipality) -> None:
    around = Surroundings(municipality=municipality, activities=(WHOLE,))
    statement = replace(STATEMENT, web="https://www.fjordvik.example/personvern")
    html_keys = [one.key for one in build(statement, around, Language.BOKMAL).chapters]
    short = build_short(statement, around, Language.BOKMAL)
    links = [
        run.link
        for block in short.blocks
        for item in getattr(block, "items", ())
        for run in item.runs
        if run.link
    ]
    assert links == [f"https://www.fjordvik.example/personvern#{key}" for key in html_keys]
    assert "Fjordvik kommune" in short.letter().text()


def text_of(activity: Activity, ours: Municipality) -> str:
    """The whole statement in nynorsk."""
    around = Surroundings(municipality=ours, activities=(activity,))
    return build(STATEMENT, around, Language.NYNORSK).letter().text()


def test_names_that_are_lists_themselves_are_kept_apart(municipality: Municipality) -> None:
    names = ("Namn, adresse og telefonnummer", "Fødselsdato", "IP-adresse")
    data = tuple(DataCategory(text=same(name)) for name in names)
    text = text_of(replace(WHOLE, data=data), municipality)
    assert "Namn, adresse og telefonnummer; fødselsdato; IP-adresse" in text
    text = text_of(replace(WHOLE, data=data[1:]), municipality)
    assert "Fødselsdato og IP-adresse" in text


def test_consent_is_withdrawn_for_the_purposes_that_rest_on_it(municipality: Municipality) -> None:
    (pictures,) = based(Basis.CONSENT).purposes
    pictures = replace(pictures, text=same("Å vise bilete"))
    text = text_of(replace(WHOLE, purposes=(*WHOLE.purposes, pictures)), municipality)
    assert "framleis lovleg. Dette gjeld: opptak (å vise bilete)." in text
    assert "framleis lovleg. Dette gjeld: opptak." in text_of(based(Basis.CONSENT), municipality)


def test_the_authority_is_named_as_in_the_letters(municipality: Municipality) -> None:
    text = text_of(WHOLE, municipality)
    assert f"klage til {AUTHORITY_NAME}" in text
    assert f"{AUTHORITY_WEB}. Postadressa er {', '.join(AUTHORITY_ADDRESS.splitlines())}." in text


def test_the_website_and_the_safe_dialogue_are_told_each_by_its_name(
    municipality: Municipality,
) -> None:
    ours = replace(
        municipality, web="https://fjordvik.example", dialogue_url="https://dialog.example"
    )
    text = text_of(WHOLE, ours)
    assert "Nettstad: https://fjordvik.example\n" in text
    assert "Trygg dialog (eDialog): https://dialog.example\n" in text
