"""A statement that says what the government's website says in its own.

The facts are the website's. Cookies stand under the law in force (ekomlova § 3-15), and the two
whose purpose and duration the original does not tell are found by the check.
"""

from datetime import date

from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import (
    Contact,
    Part,
    Responsible,
    Topic,
)
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.parts import Answer, Transfer, TransferGround
from gdpr_desktop.register.processors.model import Processor
from information.real.website_site import COOKIES, LOGS, PROTECTION
from information.real.words import b, laws

OURS = Municipality(
    name="Departementenes sikkerhets- og serviceorganisasjon (DSS)",
    email="redaksjonen@dss.dep.no",
    officer=Officer(email="personvernombud@dss.dep.no"),
    controller_title="Direktøren",
)
PUBLIC = laws(("offentleglova", "offentleglova", "§ 4"), ("arkivlova", "arkivlova", "§ 9"))
PARTS = (
    Part(
        topic=Topic.CASEWORK,
        purpose=b(
            "Å løyse oppgåvene departementa har etter lov",
            "Å løse oppgavene departementene har etter lov",
        ),
        basis=Basis.PUBLIC_TASK,
        laws=(*PUBLIC, *laws(("forvaltningslova", "forvaltningsloven", "§ 11"))),
        data=b(
            "Namn, adresse, e-postadresse og anna som står i førespurnaden, også sensitive"
            " opplysningar",
            "Navn, adresse, e-postadresse og annet som står i henvendelsen, også"
            " sensitive opplysninger",
        ),
        retention=b("Etter reglane om arkiv", "Etter reglene om arkiv"),
    ),
    Part(
        topic=Topic.JOURNAL,
        text=b(
            "E-postar og telefonsamtalar som er saksdokument, blir journalførte. Journalen er open"
            " på https://einnsyn.no (offentleglova § 10). Namn kan ikkje søkjast fram når"
            " innførsla er eldre enn eitt år (offentlegforskrifta §§ 6 og 7).",
            "E-poster og telefonsamtaler som er saksdokumenter, blir journalført. Journalen er åpen"
            " på https://einnsyn.no (offentleglova § 10). Navn kan ikke søkes fram når innførselen"
            " er eldre enn ett år (offentlegforskrifta §§ 6 og 7).",
        ),
    ),
    Part(
        topic=Topic.ACCESS_REQUESTS,
        purpose=b("Å behandle krav om innsyn", "Å behandle krav om innsyn"),
        data=b(
            "Namn, adresse eller e-postadresse til den som spør",
            "Navn, adresse eller e-postadresse til den som spør",
        ),
        basis=Basis.PUBLIC_TASK,
        laws=PUBLIC,
        retention=b("Etter reglane om arkiv", "Etter reglene om arkiv"),
    ),
    Part(
        topic=Topic.CONSULTATIONS,
        text=b(
            "Du kan svare som privatperson eller for ei verksemd. Svaret er eit saksdokument: det"
            " blir arkivert, journalført og publisert, og vi svarer ikkje på det. Kryss av om"
            " namnet"
            " ditt ikkje skal visast, og ikkje skriv det i teksten då. E-postadressa blir ikkje"
            " vist.",
            "Du kan svare som privatperson eller for en virksomhet. Svaret er et saksdokument: det"
            " blir arkivert, journalført og publisert, og vi svarer ikke på det. Kryss av hvis"
            " navnet ditt ikke skal vises, og ikke skriv det i teksten da. E-postadressen blir ikke"
            " vist.",
        ),
        purpose=b(
            "Å stadfeste at svaret er kome, ta kontakt ved tekniske feil og sende det til"
            " departementet",
            "Å bekrefte at svaret har kommet, ta kontakt ved tekniske feil og sende det til"
            " departementet",
        ),
        data=b(
            "E-postadresse, namn om du oppgir det, og innhaldet i svaret",
            "E-postadresse, navn hvis du oppgir det, og innholdet i svaret",
        ),
        basis=Basis.PUBLIC_TASK,
        laws=PUBLIC,
        recipients=b(
            "Departementet som får svaret, og alle som les nettstaden",
            "Departementet som får svaret, og alle som leser nettstedet",
        ),
        retention=b("Blir arkivert", "Blir arkivert"),
    ),
    Part(
        topic=Topic.SURVEYS,
        text=b(
            "Sambandet er kryptert. Du får ein unik nøkkel på 12 siffer, og svaret ditt ein"
            " nøkkel på"
            " 32 teikn, slik at ingen kan endre det. Berre den som har laga undersøkinga, får sjå"
            " svara. All bruk blir logga, og ein tredjepart kontrollerer sikkerheita. Kvar"
            " undersøking fortel kven som får sjå svara, og kor lenge dei blir lagra.",
            "Forbindelsen er kryptert. Du får en unik nøkkel på 12 sifre, og svaret ditt en"
            " nøkkel på"
            " 32 tegn, slik at ingen kan endre det. Bare den som har laget undersøkelsen, får se"
            " svarene. All bruk blir logget, og en tredjepart kontrollerer sikkerheten. Hver"
            " undersøkelse forteller hvem som får se svarene, og hvor lenge de blir lagret.",
        ),
        purpose=b("Det undersøkinga sjølv fortel", "Det undersøkelsen selv forteller"),
        data=b("Svara dine", "Svarene dine"),
        basis=Basis.CONSENT,
        retention=b("Det undersøkinga sjølv fortel", "Det undersøkelsen selv forteller"),
        stop=b(
            "Lat vere å svare, eller be oss slette svaret",
            "La være å svare, eller be oss slette svaret",
        ),
        tool="SurveyXact",
        provider="Rambøll",
        agreement=True,
    ),
    Part(
        topic=Topic.VIDEO,
        text=b(
            "Du kan følgje pressekonferansar direkte og sjå opptak.",
            "Du kan følge pressekonferanser direkte og se opptak.",
        ),
        provider="Qbrick",
        agreement=True,
    ),
    Part(
        topic=Topic.STATISTICS,
        text=b(
            "Vi ser kor mange som besøkjer sidene, kor lenge dei er der, kvar dei kjem frå, og kva"
            " nettlesar dei bruker. Verktøyet har open kjeldekode og bruker ikkje"
            " informasjonskapslar. Dei to siste oktettane av IP-adressa blir fjerna før ho blir"
            " lagra, og oppsettet følgjer råda frå CNIL.",
            "Vi ser hvor mange som besøker sidene, hvor lenge de er der, hvor de kommer fra, og"
            " hvilken nettleser de bruker. Verktøyet har åpen kildekode og bruker ikke"
            " informasjonskapsler. De to siste oktettene av IP-adressen blir fjernet før den blir"
            " lagret, og oppsettet følger rådene fra CNIL.",
        ),
        purpose=b("Å gjere nettsidene betre", "Å gjøre nettsidene bedre"),
        data=b("IP-adresse som er gjord anonym", "IP-adresse som er gjort anonym"),
        basis=Basis.LEGITIMATE_INTERESTS,
        interest=b("Å vite korleis sidene blir brukte", "Å vite hvordan sidene blir brukt"),
        retention=b("Berre anonyme tal blir lagra", "Bare anonyme tall blir lagret"),
        tool="Matomo Cloud",
        provider="InnoCraft Ltd.",
        agreement=True,
    ),
    Part(
        topic=Topic.EDITORIAL,
        text=b(
            "Omtalen kan stå i HTML-filer, dokument, video, bilete, lydfiler og podkastar.",
            "Omtalen kan stå i HTML-filer, dokumenter, video, bilder, lydfiler og podkaster.",
        ),
        purpose=b(
            "Å fortelje kven som har ansvar i forvaltninga",
            "Å fortelle hvem som har ansvar i forvaltningen",
        ),
        data=b("Namn, rolle og yrke", "Navn, rolle og yrke"),
        basis=Basis.PUBLIC_TASK,
        laws=laws(("offentleglova", "offentleglova", "§ 1")),
        sources=b("Offisielle kjelder", "Offisielle kilder"),
        retention=b("Så lenge sida er publisert", "Så lenge siden er publisert"),
    ),
    Part(
        topic=Topic.METADATA,
        text=b(
            "Filer kan ha innebygde opplysningar om namn, tittel og arbeidsstad, og kven som har"
            " skrive dei. Bilete kan fortelje kvar dei er tekne. Slikt skal ikkje publiserast."
            " Ser du"
            " det, så kontakt den som er ansvarleg for sida.",
            "Filer kan ha innebygde opplysninger om navn, tittel og arbeidssted, og hvem som har"
            " skrevet dem. Bilder kan fortelle hvor de er tatt. Slikt skal ikke publiseres. Ser du"
            " det, så kontakt den som er ansvarlig for siden.",
        ),
    ),
    Part(
        topic=Topic.FORMS,
        purpose=b(
            "Å ta imot påmeldingar til konferansar og anna",
            "Å ta imot påmeldinger til konferanser og annet",
        ),
        data=b("Det du skriv i skjemaet", "Det du skriver i skjemaet"),
        basis=Basis.CONSENT,
        retention=b("Til formålet er nådd", "Til formålet er nådd"),
        recipients=b(
            "Departementet som har skjemaet, og som er behandlingsansvarleg",
            "Departementet som har skjemaet, og som er behandlingsansvarlig",
        ),
    ),
    Part(
        topic=Topic.NEWSLETTERS,
        heading=b("Nyheitsvarsel og nyheitsbrev", "Nyhetsvarsel og nyhetsbrev"),
        text=b(
            "E-postane blir sende dagleg eller kvar veke, som du vel. Mailgun loggar kva"
            " e-postar som"
            " ikkje kjem fram, at du avsluttar, og om du klagar på søppelpost, men ikkje kva du"
            " gjer"
            " med e-posten. Slik finn vi feil ved tenesta.",
            "E-postene blir sendt daglig eller hver uke, som du velger. Mailgun logger hvilke"
            " e-poster som ikke kommer fram, at du avslutter, og om du klager på søppelpost,"
            " men ikke"
            " hva du gjør med e-posten. Slik finner vi feil ved tjenesten.",
        ),
        purpose=b("Å sende deg nytt om det du har valt", "Å sende deg nytt om det du har valgt"),
        data=b(
            "E-postadresse og kva du er interessert i", "E-postadresse og hva du er interessert i"
        ),
        basis=Basis.CONSENT,
        retention=b(
            "Innhaldet i e-posten blir sletta etter 72 timar, opplysningane om sendinga etter 30"
            " dagar, og alt anna 30 dagar etter at du har meldt deg av",
            "Innholdet i e-posten blir slettet etter 72 timer, opplysningene om sendingen etter 30"
            " dager, og alt annet 30 dager etter at du har meldt deg av",
        ),
        stop=b("Sei opp abonnementet når du vil", "Si opp abonnementet når du vil"),
        tool="Mailgun",
        provider="Mailgun Technologies, Inc. (USA)",
        agreement=True,
    ),
    Part(
        topic=Topic.PRESS,
        heading=b("Pressevarsel", "Pressevarsel"),
        text=b(
            "Tenesta er mest for media. Departementa er behandlingsansvarlege.",
            "Tjenesten er mest for media. Departementene er behandlingsansvarlige.",
        ),
        purpose=b("Å sende varsel til pressa", "Å sende varsel til pressen"),
        data=b(
            "E-postadresse, som ikkje blir delt med andre",
            "E-postadresse, som ikke blir delt med andre",
        ),
        basis=Basis.CONSENT,
        retention=b("Til du melder deg av", "Til du melder deg av"),
    ),
    Part(
        topic=Topic.SOCIAL_MEDIA,
        text=b(
            "Tips du sender vidare i sosiale medium, blir ikkje logga hos oss. Vi kan ikkje love at"
            " dei sosiale media ikkje loggar dei.",
            "Tips du sender videre i sosiale medier, blir ikke logget hos oss. Vi kan ikke love at"
            " de sosiale mediene ikke logger dem.",
        ),
    ),
)
CLAUSES = b(
    "Avtale med vilkåra frå EU-kommisjonen; be om kopi",
    "Avtale med vilkårene fra EU-kommisjonen; be om kopi",
)
PROCESSORS = (
    Processor(name="Optimizely", service=b("Drift av nettstaden", "Drift av nettstedet")),
    Processor(name="Cloudflare", service=PROTECTION, country="US"),
    Processor(name="Rambøll", service=b("Spørjeundersøkingar", "Spørreundersøkelser")),
    Processor(name="Qbrick", service=b("Video", "Video")),
    Processor(
        name="InnoCraft Ltd.",
        service=b(
            "Statistikk med Matomo Cloud; tenarane står i EU",
            "Statistikk med Matomo Cloud; serverne står i EU",
        ),
        country="NZ",
        outside_eea=Answer.YES,
        transfers=(
            Transfer(
                country="NZ",
                recipient="InnoCraft Ltd.",
                ground=TransferGround.ADEQUACY,
                safeguards=b(
                    "Representant i Europa: ePrivacy Holding GmbH i Tyskland",
                    "Representant i Europa: ePrivacy Holding GmbH i Tyskland",
                ),
            ),
        ),
    ),
    Processor(
        name="Mailgun Technologies, Inc.",
        service=b("Utsending av varsel", "Utsending av varsler"),
        country="US",
        outside_eea=Answer.YES,
        transfers=(
            Transfer(
                country="US",
                recipient="Mailgun Technologies, Inc.",
                ground=TransferGround.STANDARD_CLAUSES,
                safeguards=CLAUSES,
            ),
        ),
    ),
)
AROUND = Surroundings(municipality=OURS, processors=PROCESSORS, today=date(2026, 11, 22))
STATEMENT = PrivacyStatement(
    name=b("Personvernerklæring for regjeringen.no", "Personvernerklæring for regjeringen.no"),
    responsible=(
        Responsible(
            name="SMK og departementa",
            part=b(
                "Eigne redaksjonar for sine eigne sider", "Egne redaksjoner for sine egne sider"
            ),
        ),
        Responsible(
            name="Statsministerens kontor (SMK)",
            part=b(
                "Framsida, og om regjeringar før og no", "Forsiden, og om regjeringer før og nå"
            ),
        ),
        Responsible(
            name="Kommunal- og regionaldepartementet (KMD)",
            part=b("Styre, råd og utval", "Styrer, råd og utvalg"),
        ),
        Responsible(
            name="Departementenes sikkerhets- og serviceorganisasjon (DSS)",
            part=b(
                "Drift, utvikling og sidene om tenesta", "Drift, utvikling og sidene om tjenesten"
            ),
            contact="redaksjonen@dss.dep.no",
        ),
    ),
    parts=PARTS,
    cookies=COOKIES,
    cookie_choice=b("Du kan når som helst seie nei.", "Du kan når som helst si nei."),
    logs=LOGS,
    erasure=b(
        "Vi slettar når formålet er nådd, og arkiverer saksdokument.",
        "Vi sletter når formålet er nådd, og arkiverer saksdokumenter.",
    ),
    security=b(
        "Vi har tekniske og administrative tiltak, reglar og folk med kompetanse.",
        "Vi har tekniske og administrative tiltak, regler og folk med kompetanse.",
    ),
    provision=b("Det er frivillig å gi opplysningane.", "Det er frivillig å gi opplysningene."),
    contact=Contact(
        name="regjeringen.no",
        email="redaksjonen@dss.dep.no",
        phone="22 24 90 90",
        address="Postboks 8129 Dep, 0032 OSLO",
    ),
    officer_note=b(
        "Ombodet er kontaktpunkt for deg og Datatilsynet.",
        "Ombudet er kontaktpunkt for deg og Datatilsynet.",
    ),
    review_on=date(2027, 1, 10),
)
