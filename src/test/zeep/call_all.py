#!/usr/bin/env python3
"""Calls every operation of both services with zeep, from the WSDL that is served, on the demo's accounts and claims.

    apt-get install python3-zeep
    /usr/bin/python3 src/test/zeep/call_all.py [http://127.0.0.1:8080]

Can be run again: what changes something is a dry run, or is taken back, or may come twice. Ends with 1 if a reply isn't the one expected.
"""
import sys
import uuid
from datetime import datetime, timezone

from lxml import etree
from zeep import Client
from zeep.exceptions import Fault

BASE = (sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080").rstrip("/")
HANDLING = "urn:debitorkonto:handling:1"
PROCESSING = "urn:debitorkonto:processing:1"
CODES = uuid.UUID("e16cab2f-9d78-5f1c-9829-50770af38af8")
PERSON_MUST_DECIDE = "HandlingUdsatTilSenereBehandlingStruktur"
DONE_WITH_RESULT = "HandlingGennemf\u00f8rtMedResultatInformationStruktur"

requests = Client(BASE + "/service/OIR/DebitorkontoAnmodningAfsend/1?wsdl")
answers = Client(BASE + "/service/OIR/DebitorkontoAnmodningSvarAfsend/1?wsdl")
failures = []


def demo(number):
    return "d0000000-0000-4000-8000-0000000" + number


def head(*instructions, sender="25313763", instance=demo("00001"), receiver="11111111"):
    words = {
        "TransaktionsId": "zeep-" + str(uuid.uuid4()),
        "TransaktionsTid": datetime.now(timezone.utc),
        "Rute": {"AfsenderOrganisation": sender, "AfsenderItSystemInstans": instance, "ModtagerOrganisation": receiver},
    }
    if instructions:
        words["Processing"] = [{"_value_1": instruction} for instruction in instructions]
    return words


def request(code, account, element=None, children=(), reason=None, **more):
    words = {
        "DebitorkontoAnmodningIdentifikation": str(uuid.uuid4()),
        "DebitorkontoAnmodningHandlingType": str(uuid.uuid5(CODES, "handling:" + code)),
        "DebitorkontoIdentifikation": account,
        **more,
    }
    words.setdefault("HovedOplysninger", head())
    if reason:
        words["DebitorkontoAnmodning\u00c5rsag"] = str(uuid.uuid5(CODES, "anmodningsaarsag:" + reason))
    if element:
        parameters = etree.Element(etree.QName(HANDLING, element), nsmap={"h": HANDLING})
        for name, value in children:
            etree.SubElement(parameters, etree.QName(HANDLING, name)).text = value
        words["DebitorkontoAnmodningHandlingParametre"] = {"_value_1": [parameters]}
    return words


def structure(reply):
    """The one structure that is set."""
    found = [name for name in dir(reply) if name.endswith("Struktur") and getattr(reply, name) is not None]
    return found[0] if len(found) == 1 else str(found)


def code(reply):
    for name in ("AfvisningStruktur", "HandlingEjGennemf\u00f8rtStruktur"):
        refused = getattr(reply, name, None)
        if refused is not None:
            return refused.FejlListe["Resultat\u00c5rsagStruktur"][0]["Lokal\u00c5rsagKode"]
    return None


def check(name, got, expected):
    print("%-4s %-34s %s" % ("ok" if got == expected else "FAIL", name, got))
    if got != expected:
        failures.append(name)


def claims(*numbers):
    return {"FordringIdentifikation": [demo(number) for number in numbers]}


dry_run = etree.Element(etree.QName(PROCESSING, "Pr\u00f8vek\u00f8rsel"), nsmap={"p": PROCESSING})

for name, client in (("Ping, requests", requests), ("Ping, answers", answers)):
    words = head()
    check(name, client.service.Ping(HovedOplysninger=words)["TransaktionsId"], words["TransaktionsId"])

reply = requests.service.AnmodEnDebitorkonto(
    **request("STOP_RYKKER", demo("23101"), "StopRykker", [("TilOgMedDato", "2030-01-31")]))
check("AnmodEnDebitorkonto", structure(reply), "AcceptUdenHandlingStatusStruktur")

reply = requests.service.AnmodEnDebitorkonto(**request(
    "GIV_HENSTAND", demo("11101"), "GivHenstand", [("FraOgMedDato", "2030-01-01"), ("TilOgMedDato", "2030-05-31")],
    reason="BETALINGSEVNE"))
check("AnmodEnDebitorkonto, later", structure(reply), PERSON_MUST_DECIDE)

lowered = request("NEDREGULER_FORDRING", demo("00201"), "NedregulerFordring", [("Bel\u00f8b", "0.01")],
                  FordringListe=claims("00211"))
reply = requests.service.AnmodDebitorkontoMedFordringer(**lowered)
check("AnmodDebitorkontoMedFordringer", structure(reply), DONE_WITH_RESULT)

lowered["HovedOplysninger"] = head()
reply = requests.service.AnmodDebitorkontoMedFordringer(**lowered)
check("the same again", reply.HovedOplysningerSvar.SvarReaktion[0].Advis.AdvisId, "ADV-01")

reply = requests.service.AnmodDebitorkontoMedFordringer(**request(
    "TILBAGEFOER_HANDLING", demo("00201"), "Tilbagef\u00f8rHandling",
    [("AnmodningIdentifikation", lowered["DebitorkontoAnmodningIdentifikation"])], FordringListe=claims("00211")))
check("undone", structure(reply), DONE_WITH_RESULT)

reply = requests.service.AnmodDebitorkontoMedFordringer(**request(
    "NEDREGULER_FORDRING", demo("00201"), "NedregulerFordring", [("Bel\u00f8b", "1000000.00")],
    FordringListe=claims("00211")))
check("too much", code(reply), "DKA-410")

reply = requests.service.AnmodMellemDebitorkonti(**request(
    "OMPOSTER_INDBETALINGER", demo("15301"), "OmposterIndbetalinger", [("Bel\u00f8b", "0.01")],
    HovedOplysninger=head(dry_run), **{"M\u00e5lDebitorkonto": {"DebitorkontoIdentifikation": demo("15302")}}))
check("AnmodMellemDebitorkonti, dry run", structure(reply), DONE_WITH_RESULT)

reply = requests.service.AnmodMellemFordringer(**request(
    "MODREGN", demo("12401"), HovedOplysninger=head(dry_run), UdgangspunktFordringListe=claims("12411"),
    **{"M\u00e5lDebitorkonto": {"DebitorkontoIdentifikation": demo("12402")},
       "M\u00e5lFordringListe": claims("12421", "12422")}))
check("AnmodMellemFordringer, dry run", structure(reply), DONE_WITH_RESULT)

try:
    requests.service.AnmodEnDebitorkonto(**request(
        "STOP_RYKKER", demo("23101"), HovedOplysninger=head(instance=str(uuid.uuid4()))))
    check("a stranger", "no fault", "ServiceAgreementNotFound")
except Fault as fault:
    check("a stranger", fault.detail.findtext(".//{*}ErrorCode"), "ServiceAgreementNotFound")

reply = answers.service.AfsendDebitorkontoAnmodningSvar(
    HovedOplysninger=head(sender="33333333", instance="c1a7e2d4-3f58-4b6a-9c0d-8e7f6a5b4c3d", receiver="25313763"),
    BehandlingDatoTid=datetime.now(timezone.utc),
    DebitorkontoAnmodningIdentifikation=str(uuid.uuid4()),
    DebitorkontoAnmodningSvarIdentifikation=str(uuid.uuid4()),
    **{"HandlingGennemf\u00f8rtStruktur": {"HandlingGennemf\u00f8rtUdenBem\u00e6rkninger": True}})
check("AfsendDebitorkontoAnmodningSvar", code(reply), "DKA-500")

sys.exit("failed: " + ", ".join(failures) if failures else 0)
