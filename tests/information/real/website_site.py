"""The cookies and the logs of the website."""

from gdpr_desktop.information.statements.durations import duration
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed, Log
from gdpr_desktop.law.bases import Basis
from information.real.words import b

BALANCE = b("Å fordele trafikken mellom maskiner", "Å fordele trafikken mellom maskiner")
EXPERIENCE = b(
    "Å gjere tenesta raskare ved å fordele trafikken",
    "Å gjøre tjenesten raskere ved å fordele trafikken",
)
SERVER = b("Å hugse kva maskin du er kopla til", "Å huske hvilken maskin du er koblet til")


def cookie(name: str, provider: str, nn: str, nb: str, lasts: str) -> Cookie:
    """One that the site needs."""
    return Cookie(
        name=name,
        provider=provider,
        purpose=b(nn, nb),
        duration=duration(lasts),
        need=CookieNeed.NECESSARY,
    )


COOKIES = (
    cookie("ARRAffinity", "Azure", BALANCE.nn, BALANCE.nb, "session"),
    cookie("ARRAffinitySameSite", "Azure", BALANCE.nn, BALANCE.nb, "session"),
    cookie(
        "ai_session",
        "Microsoft Application Insight",
        "Statistikk og telemetri",
        "Statistikk og telemetri",
        "session",
    ),
    cookie(
        "__cfuid",
        "Cloudflare",
        "Å kjenne att sikra trafikk",
        "Å kjenne igjen sikret trafikk",
        "30 dager",
    ),
    cookie(
        "ai_user",
        "Microsoft Application Insight",
        "Å telje brukarane av nettstaden",
        "Å telle brukerne av nettstedet",
        "1 år",
    ),
    cookie("TiPMix", "Azure", EXPERIENCE.nn, EXPERIENCE.nb, "1 dag"),
    cookie("x-ms-routing-name", "Azure", EXPERIENCE.nn, EXPERIENCE.nb, "1 dag"),
    cookie(
        "JwtSvarTokenCookieName",
        "regjeringen.no",
        "Å halde deg innlogga medan du skriv høyringssvar",
        "Å holde deg innlogget mens du skriver høringssvar",
        "session",
    ),
    Cookie(name="JSESSIONID", provider="SurveyXact", need=CookieNeed.NECESSARY),
    Cookie(name="X-SurveyIT-HAProxy-xact_admin", provider="SurveyXact", need=CookieNeed.NECESSARY),
    Cookie(
        name="Qbrick.Analytics.Player.VisitorId",
        provider="Qbrick",
        purpose=b("Å telje unike brukarar", "Å telle unike brukere"),
        duration=b(
            "1 time etter at du lukkar nettlesaren", "1 time etter at du lukker nettleseren"
        ),
        need=CookieNeed.NECESSARY,
    ),
    cookie("api-IIS-Farm", "Qbrick", SERVER.nn, SERVER.nb, "session"),
    cookie("api-onesite-Farm", "Qbrick", SERVER.nn, SERVER.nb, "session"),
    cookie(
        ".EPiForm_BID",
        "Optimizely",
        "Å kjenne att nettlesaren med ein tilfeldig verdi",
        "Å kjenne igjen nettleseren med en tilfeldig verdi",
        "90 dager",
    ),
    cookie(
        ".EPiForm_Visitoridentifier",
        "Optimizely",
        "Å vite kva brukar som fyller ut skjemaet",
        "Å vite hvilken bruker som fyller ut skjemaet",
        "90 dager",
    ),
    cookie(
        "EPiForm_{FormGuid}:{Username}",
        "Optimizely",
        "Å hindre at same brukaren sender inn eit skjema fleire gonger",
        "Å hindre at samme bruker sender inn et skjema flere ganger",
        "90 dager",
    ),
)
INVESTIGATION = b(
    "Andre berre når DSS har godkjent det, som regel når eit brotsverk blir etterforska",
    "Andre bare når DSS har godkjent det, som regel når et lovbrudd blir etterforsket",
)
PROTECTION = b(
    "Å oppdage og hindre ulovleg tilgang, skadeleg kode og tenestenektangrep",
    "Å oppdage og hindre ulovlig tilgang, skadelig kode og tjenestenektangrep",
)
LOGS = (
    Log(
        what=b("Vern mot tenestenekt", "Vern mot tjenestenekt"),
        contents=b("IP-adressa di", "IP-adressen din"),
        purpose=PROTECTION,
        basis=Basis.LEGITIMATE_INTERESTS,
        retention=b("72 timar", "72 timer"),
        where="Cloudflare",
        access=INVESTIGATION,
    ),
    Log(
        what=b("Brannmur", "Brannmur"),
        contents=b(
            "Tidspunkt, IP-adresse og port du kjem frå, og IP-adresse og port du går til",
            "Tidspunkt, IP-adresse og port du kommer fra, og IP-adresse og port du går til",
        ),
        purpose=PROTECTION,
        basis=Basis.LEGITIMATE_INTERESTS,
        retention=b("1 månad", "1 måned"),
        where="Optimizely",
        access=INVESTIGATION,
    ),
    Log(
        what=b("Sikkerheitskopi av loggane", "Sikkerhetskopi av loggene"),
        contents=b("Det same som i brannmuren", "Det samme som i brannmuren"),
        purpose=PROTECTION,
        basis=Basis.LEGITIMATE_INTERESTS,
        retention=b("Så lenge tenesta treng det", "Så lenge tjenesten trenger det"),
        where="Optimizely",
        access=INVESTIGATION,
    ),
)
