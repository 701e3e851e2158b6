"""A record and a statement that say what a ministry's own statement for its users says.

The facts are the ministry's; what was out of date or wrong in law is put right, the person who
approved it is made up, and the words are our own.
"""

from datetime import date

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import (
    Contact,
    Log,
    OwnText,
    Part,
    Place,
    StatementKind,
    Topic,
)
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DataCategory,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    SpecialBasis,
    Subject,
)
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.register.systems.model import System
from information.real.words import b, laws

OURS = Municipality(
    name="Kommunal- og moderniseringsdepartementet (KMD)",
    email="postmottak@kmd.dep.no",
    address=PostalAddress(street="Postboks 8112 Dep", postal_code="0032", city="OSLO"),
    controller_title="Departementsråden",
    officer=Officer(email="personvernombud@kmd.dep.no"),
)
ARCHIVE = Retention(
    criteria=b("Så lenge saksbehandlinga krev det", "Så lenge saksbehandlingen krever det"),
    then=After.ARCHIVE,
)
PERSON = Party(text=b("deg sjølv", "deg selv"), subject=True)
PUBLIC_TASK = laws(
    ("forvaltningslova", "forvaltningsloven", "§ 17"),
    ("offentleglova", "offentleglova", "§ 10"),
    ("arkivlova", "arkivlova", "§ 9"),
)

CASEWORK = Activity(
    name=b("Saksbehandling", "Saksbehandling"),
    purposes=(
        Purpose(
            text=b(
                "Å svare på førespurnader, utøve myndigheit og løyse administrative oppgåver",
                "Å svare på henvendelser, utøve myndighet og løse administrative oppgaver",
            ),
            bases=(LawfulBasis(basis=Basis.PUBLIC_TASK, laws=PUBLIC_TASK),),
        ),
    ),
    special=(SpecialBasis(condition=Condition.SUBSTANTIAL_PUBLIC_INTEREST, laws=PUBLIC_TASK[:1]),),
    subjects=(
        Subject(text=b("privatpersonar", "privatpersoner")),
        Subject(text=b("organisasjonar", "organisasjoner")),
    ),
    data=tuple(
        DataCategory(text=text, retention=ARCHIVE)
        for text in (
            b("namn", "navn"),
            b("adresse", "adresse"),
            b("e-postadresse", "e-postadresse"),
            b("sensitive opplysningar i dokumenta", "sensitive opplysninger i dokumentene"),
        )
    ),
    sources=(
        PERSON,
        Party(text=b("andre med tilknyting til saka", "andre med tilknytning til saken")),
        Party(text=b("andre etatar", "andre etater")),
    ),
    recipients=(
        Party(text=b("Kongen i statsråd i klagesaker", "Kongen i statsråd i klagesaker")),
        Party(text=b("den som får innsyn", "den som får innsyn")),
    ),
    profiling=Answer.NO,
    automatic=Answer.NO,
    provision=Provision.VOLUNTARY,
)
PRESS = Activity(
    name=b("Presseliste og medielogg", "Presseliste og medielogg"),
    purposes=(
        Purpose(
            text=b("Å handtere førespurnader frå pressa", "Å håndtere henvendelser fra pressen"),
            bases=(
                LawfulBasis(
                    basis=Basis.LEGITIMATE_INTERESTS,
                    interest=b(
                        "God kommunikasjon med pressa og openheit i forvaltninga",
                        "God kommunikasjon med pressen og åpenhet i forvaltningen",
                    ),
                ),
            ),
            public_task=False,
        ),
    ),
    subjects=(Subject(text=b("medlemmer av pressa", "pressemedlemmer")),),
    data=tuple(
        DataCategory(
            text=text,
            retention=Retention(
                criteria=b(
                    "Til du ikkje lenger vil stå i presselista",
                    "Til du ikke lenger vil stå i presselisten",
                )
            ),
        )
        for text in (
            b("spørsmål og svar", "spørsmål og svar"),
            b("namn, e-post og telefon", "navn, e-post og telefon"),
            b("arbeidsgivar", "arbeidsgiver"),
        )
    ),
    sources=(PERSON,),
    profiling=Answer.NO,
    automatic=Answer.NO,
    provision=Provision.VOLUNTARY,
)
NEWSLETTER = Activity(
    name=b("Nyheitsbrev", "Nyhetsbrev"),
    purposes=(
        Purpose(
            text=b(
                "Å sende nyheitsbrev med nyheiter og arrangement, og spørje om brukarane si"
                " meining",
                "Å sende nyhetsbrev med nyheter og arrangementer, og spørre om brukernes mening",
            ),
            bases=(LawfulBasis(basis=Basis.CONSENT),),
            public_task=False,
        ),
    ),
    subjects=(Subject(text=b("abonnentar", "abonnenter")),),
    data=(
        DataCategory(
            text=b("e-postadresse", "e-postadresse"),
            retention=Retention(
                criteria=b(
                    "Til du melder deg av, eller adressa ikkje lenger verkar",
                    "Til du melder deg av, eller adressen ikke lenger virker",
                )
            ),
        ),
    ),
    sources=(PERSON,),
    recipients=(Party(text=b("MailChimp, som sender breva", "MailChimp, som sender brevene")),),
    information_note=b(
        "Du stadfestar påmeldinga gjennom ei lenke i ein e-post (dobbel opt-in), og kvart brev har"
        " ei lenke for å melde seg av. Adressa blir ikkje delt med andre. Vi fører statistikk over"
        " kor mange som les, og kva.",
        "Du bekrefter påmeldingen gjennom en lenke i en e-post (dobbel opt-in), og hvert brev har"
        " en lenke for å melde seg av. Adressen blir ikke delt med andre. Vi fører statistikk over"
        " hvor mange som leser, og hva.",
    ),
    profiling=Answer.NO,
    automatic=Answer.NO,
    provision=Provision.VOLUNTARY,
)
STAFF = Activity(
    name=b("Tilsette", "Ansatte"),
    purposes=(
        Purpose(
            text=b("Å betale lønn og ta personalansvar", "Å betale lønn og ta personalansvar"),
            bases=(
                LawfulBasis(basis=Basis.CONTRACT, contract="arbeidsavtale"),
                LawfulBasis(
                    basis=Basis.LEGAL_OBLIGATION,
                    laws=laws(
                        ("bokføringslova", "bokføringsloven", "§ 13"),
                        ("statstilsettelova", "statsansatteloven", "§ 1"),
                    ),
                ),
            ),
        ),
    ),
    special=(
        SpecialBasis(
            condition=Condition.EMPLOYMENT_SOCIAL,
            laws=laws(("arbeidsmiljølova", "arbeidsmiljøloven", "§ 9-1")),
        ),
    ),
    subjects=(Subject(text=b("tilsette", "ansatte"), vulnerable=True),),
    data=tuple(
        DataCategory(
            text=text,
            retention=Retention(
                criteria=b(
                    "Etter reglane i rekneskapslova og arkivlova",
                    "Etter reglene i regnskapsloven og arkivlova",
                ),
                then=After.ARCHIVE,
            ),
        )
        for text in (
            b("lønnsnivå", "lønnsnivå"),
            b("tidsregistrering", "tidsregistrering"),
            b("skatteprosent og skattekommune", "skatteprosent og skattekommune"),
            b("medlemskap i fagforeining", "fagforeningstilhørighet"),
            b("arbeidsinstruks og tilrettelegging", "arbeidsinstruks og tilrettelegging"),
            b("nøklar og passeringar", "nøkler og passeringer"),
            b("tilgangar i IT-system", "tilganger i IT-systemer"),
        )
    ),
    sources=(PERSON,),
    recipients=(
        Party(text=b("den som betaler ut lønn", "den som utbetaler lønn")),
        Party(
            text=b(
                "dei som har krav på opplysningane etter lov",
                "de som har krav på opplysningene etter lov",
            )
        ),
    ),
    information_note=b(
        "Ekspedisjonssjefen i administrasjonsavdelinga har det daglege ansvaret. Namn, stilling og"
        " arbeidsområde er offentlege, og kan stå på nettsidene. Når ein tilsett sluttar, blir"
        " e-postkontoen sletta.",
        "Ekspedisjonssjefen i administrasjonsavdelingen har det daglige ansvaret. Navn, stilling og"
        " arbeidsområde er offentlige, og kan stå på nettsidene. Når en ansatt slutter, blir"
        " e-postkontoen slettet.",
    ),
    profiling=Answer.NO,
    automatic=Answer.NO,
    provision=Provision.CONTRACTUAL,
)
RECRUITMENT = Activity(
    name=b("Rekruttering", "Rekruttering"),
    purposes=(
        Purpose(
            text=b("Å tilsette dei best kvalifiserte", "Å ansette de best kvalifiserte"),
            bases=(LawfulBasis(basis=Basis.CONTRACT, contract="søknad"),),
        ),
    ),
    subjects=(Subject(text=b("jobbsøkjarar", "jobbsøkere")),),
    data=(
        DataCategory(
            text=b("stillingssøknader", "stillingssøknader"),
            retention=Retention(
                criteria=b(
                    "Til personalmappa er rydda når arbeidsforholdet er slutt",
                    "Til personalmappen er ryddet når arbeidsforholdet er slutt",
                ),
                then=After.ARCHIVE,
            ),
        ),
    ),
    sources=(PERSON,),
    recipients=(
        Party(text=b("alle, gjennom offentleg journal", "alle, gjennom offentlig journal")),
        Party(text=same("Arkivverket")),
    ),
    information_note=b(
        "Søkjarlista og journalen er offentlege på https://www.einnsyn.no. Opplysningar i journalen"
        " blir ikkje sletta, men namn kan berre søkjast fram i eitt år. Har du fått ja til unntak"
        " frå offentleg innsyn (offentleglova § 25), er namnet ditt sladda.",
        "Søkerlisten og journalen er offentlige på https://www.einnsyn.no. Opplysninger i journalen"
        " blir ikke slettet, men navn kan bare søkes fram i ett år. Har du fått ja til unntak"
        " fra offentlig innsyn (offentleglova § 25), er navnet ditt sladdet.",
    ),
    profiling=Answer.NO,
    automatic=Answer.NO,
    provision=Provision.VOLUNTARY,
)
PROCESSORS = (
    Processor(
        name="Acos AS", service=b("Sak- og arkivsystemet WebSak", "Sak- og arkivsystemet WebSak")
    ),
    Processor(name="MailChimp", service=b("Utsending av nyheitsbrev", "Utsending av nyhetsbrev")),
    Processor(name="Omsetjar", service=b("Omsetjing av dokument", "Oversettelse av dokumenter")),
    Processor(
        name="Rekrutteringsbyrå", service=b("Hjelp med rekruttering", "Hjelp med rekruttering")
    ),
)
AROUND = Surroundings(
    municipality=OURS,
    activities=(CASEWORK, PRESS, NEWSLETTER, STAFF, RECRUITMENT),
    processors=PROCESSORS,
    systems=(System(name="WebSak"),),
    today=date(2026, 11, 22),
)
STATEMENT = PrivacyStatement(
    name=b("Personvernerklæring for brukarar av KMD", "Personvernerklæring for brukere av KMD"),
    kind=StatementKind.USERS,
    audience=b("brukarar i og utanfor verksemda", "brukere i og utenfor virksomheten"),
    parts=(
        Part(
            topic=Topic.ENQUIRIES,
            text=b(
                "Vi bruker e-post og telefon kvar dag. Det som gjeld ei sak, blir journalført,"
                " og frå"
                " ein telefonsamtale kan vi skrive eit notat. Vanleg e-post er ukryptert: send"
                " ikkje opplysningar som er sensitive eller under teieplikt.",
                "Vi bruker e-post og telefon hver dag. Det som gjelder en sak, blir journalført, og"
                " fra en telefonsamtale kan vi skrive et notat. Vanlig e-post er ukryptert: send"
                " ikke opplysninger som er sensitive eller under taushetsplikt.",
            ),
        ),
        Part(
            topic=Topic.COURSES,
            purpose=b("Å gjennomføre kurs og seminar", "Å gjennomføre kurs og seminarer"),
            data=b("Namn og kontaktopplysningar", "Navn og kontaktopplysninger"),
            basis=Basis.PUBLIC_TASK,
            laws=PUBLIC_TASK[:1],
            retention=b("Til arrangementet er over", "Til arrangementet er over"),
        ),
        Part(
            topic=Topic.JOURNAL,
            text=b(
                "Postjournalen er ei løpande liste over alle dokument inn og ut, og lova krev"
                " at han"
                " er open for alle. Han ligg i eInnsyn: https://www.einnsyn.no. WebSak følgjer"
                " standarden NOARK.",
                "Postjournalen er en løpende liste over alle dokumenter inn og ut, og loven krever"
                " at den er åpen for alle. Den ligger i eInnsyn: https://www.einnsyn.no. WebSak"
                " følger standarden NOARK.",
            ),
        ),
        Part(
            topic=Topic.ACCESS_REQUESTS,
            text=b(
                "Krav om innsyn og svara blir registrerte i sak- og arkivsystemet. Vi gir ut"
                " opplysningar etter offentleglova og forvaltningslova.",
                "Krav om innsyn og svarene blir registrert i sak- og arkivsystemet. Vi gir ut"
                " opplysninger etter offentleglova og forvaltningsloven.",
            ),
        ),
    ),
    logs=(
        Log(
            what=b("Sikkerheitslogg i fagsystema", "Sikkerhetslogg i fagsystemene"),
            contents=b("Kva dei tilsette gjer i systema", "Hva de ansatte gjør i systemene"),
            purpose=b("Å sikre systema", "Å sikre systemene"),
            basis=Basis.LEGAL_OBLIGATION,
            laws=laws(("personvernforordninga", "personvernforordningen", "artikkel 24 og 25")),
            retention=b(
                "Så lenge sikkerheita krev det. Av omsyn til sikkerheita seier vi ikkje meir her.",
                "Så lenge sikkerheten krever det. Av hensyn til sikkerheten sier vi ikke mer her.",
            ),
            access=b("Den som har ansvar for sikkerheita", "Den som har ansvar for sikkerheten"),
        ),
    ),
    security=b(
        "Vi tek vare på konfidensialitet, integritet og tilgjenge gjennom planlagde tiltak:\n\n"
        "- risikovurderingar av alle viktige system\n- eigen policy, retningslinjer og"
        " brukarinstruksar\n- særlege tiltak for det som er verd sterkt vern i arkivet\n- avvik"
        " blir"
        " melde til leiinga, personvernombodet eller Datatilsynet\n- styringssystem for"
        " informasjonssikkerheit (ISMS)",
        "Vi tar vare på konfidensialitet, integritet og tilgjengelighet gjennom planlagte"
        " tiltak:\n\n"
        "- risikovurderinger av alle viktige systemer\n- egen policy, retningslinjer og"
        " brukerinstrukser\n- særlige tiltak for det som er verdt sterkt vern i arkivet\n-"
        " avvik blir"
        " meldt til ledelsen, personvernombudet eller Datatilsynet\n- styringssystem for"
        " informasjonssikkerhet (ISMS)",
    ),
    officer_note=b(
        "Ombodet\n\n- er kontaktpunkt for deg og for Datatilsynet\n- informerer og gir råd\n"
        "- kontrollerer at reglane blir følgde\n- gir råd om vurderingar av"
        " personvernkonsekvensar\n- samarbeider med Datatilsynet",
        "Ombudet\n\n- er kontaktpunkt for deg og for Datatilsynet\n- informerer og gir råd\n"
        "- kontrollerer at reglene blir fulgt\n- gir råd om vurderinger av"
        " personvernkonsekvenser\n- samarbeider med Datatilsynet",
    ),
    contact=Contact(email="postmottak@kmd.dep.no"),
    provision=b("Det er frivillig å gi opplysningane.", "Det er frivillig å gi opplysningene."),
    own_texts=(
        OwnText(
            place=Place.TOPICS,
            heading=b("Sidene på regjeringen.no", "Sidene på regjeringen.no"),
            text=b(
                "Nettstaden har si eiga erklæring:"
                " https://www.regjeringen.no/no/om-nettstedet/personvernerklaring/id650340/",
                "Nettstedet har sin egen erklæring:"
                " https://www.regjeringen.no/no/om-nettstedet/personvernerklaring/id650340/",
            ),
        ),
    ),
    approved_by="departementsråd Erik Prøvedal",
    approved_on=date(2018, 10, 3),
    review_on=date(2027, 1, 10),
)
