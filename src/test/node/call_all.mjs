// Calls every operation of both services with Node's soap, from the WSDL that is served, on the demo's accounts and claims.
//
//     npm install --no-save soap
//     node src/test/node/call_all.mjs [http://127.0.0.1:8080]
//
// Can be run again: what changes something is a dry run, or is taken back, or may come twice. Ends with 1 if a reply isn't the one
// expected.
import { createHash, randomUUID } from 'node:crypto';
import soap from 'soap';

const BASE = (process.argv[2] ?? 'http://127.0.0.1:8080').replace(/\/+$/, '');
const HANDLING = 'urn:debitorkonto:handling:1';
const PROCESSING = 'urn:debitorkonto:processing:1';
const PERSON_MUST_DECIDE = 'HandlingUdsatTilSenereBehandlingStruktur';
const DONE_WITH_RESULT = 'HandlingGennemførtMedResultatInformationStruktur';

const requests = await soap.createClientAsync(`${BASE}/service/OIR/DebitorkontoAnmodningAfsend/1?wsdl`);
const answers = await soap.createClientAsync(`${BASE}/service/OIR/DebitorkontoAnmodningSvarAfsend/1?wsdl`);
const failures = [];

/** UUID version 5 (RFC 9562) in the namespace of our codes. */
function code(name) {
  const namespace = Buffer.from('e16cab2f9d785f1c982950770af38af8', 'hex');
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const demo = number => `d0000000-0000-4000-8000-0000000${number}`;
const claims = (...numbers) => ({ FordringIdentifikation: numbers.map(demo) });

function head({ dry = false, sender = '25313763', instance = demo('00001'), receiver = '11111111' } = {}) {
  return {
    TransaktionsId: `node-${randomUUID()}`,
    TransaktionsTid: new Date().toISOString(),
    Rute: { AfsenderOrganisation: sender, AfsenderItSystemInstans: instance, ModtagerOrganisation: receiver },
    ...(dry ? { Processing: { $xml: `<p:Prøvekørsel xmlns:p="${PROCESSING}"/>` } } : {}),
  };
}

/** The elements in the order of the schema: as they are given, so they are sent. */
function request(type, account, { parameters, reason, between = {}, ...headed } = {}) {
  return {
    HovedOplysninger: head(headed),
    DebitorkontoAnmodningIdentifikation: randomUUID(),
    DebitorkontoAnmodningHandlingType: code(`handling:${type}`),
    ...(reason ? { DebitorkontoAnmodningÅrsag: code(`anmodningsaarsag:${reason}`) } : {}),
    DebitorkontoIdentifikation: account,
    ...between,
    ...(parameters ? { DebitorkontoAnmodningHandlingParametre: { $xml: element(parameters) } } : {}),
  };
}

function element([name, children]) {
  const inner = Object.entries(children).map(([child, value]) => `<h:${child}>${value}</h:${child}>`);
  return `<h:${name} xmlns:h="${HANDLING}">${inner.join('')}</h:${name}>`;
}

/** The one structure that a reply holds. */
function structure(reply) {
  const found = Object.keys(reply).filter(name => name.endsWith('Struktur'));
  return found.length === 1 ? found[0] : String(found);
}

function refusal(reply) {
  const refused = reply.AfvisningStruktur ?? reply.HandlingEjGennemførtStruktur;
  return [refused?.FejlListe.ResultatÅrsagStruktur].flat()[0]?.LokalÅrsagKode;
}

function check(name, got, expected) {
  console.log(`${got === expected ? 'ok  ' : 'FAIL'} ${name.padEnd(34)} ${got}`);
  if (got !== expected) failures.push(name);
}

async function call(client, operation, words) {
  const [reply] = await client[`${operation}Async`](words);
  return reply;
}

for (const [name, client] of [['Ping, requests', requests], ['Ping, answers', answers]]) {
  const words = { HovedOplysninger: head() };
  const reply = await call(client, 'Ping', words);
  check(name, reply.HovedOplysningerSvar.TransaktionsId, words.HovedOplysninger.TransaktionsId);
}

let reply = await call(requests, 'AnmodEnDebitorkonto',
  request('STOP_RYKKER', demo('23101'), { parameters: ['StopRykker', { TilOgMedDato: '2030-01-31' }] }));
check('AnmodEnDebitorkonto', structure(reply), 'AcceptUdenHandlingStatusStruktur');

reply = await call(requests, 'AnmodEnDebitorkonto', request('GIV_HENSTAND', demo('11101'), {
  reason: 'BETALINGSEVNE',
  parameters: ['GivHenstand', { FraOgMedDato: '2030-01-01', TilOgMedDato: '2030-05-31' }],
}));
check('AnmodEnDebitorkonto, later', structure(reply), PERSON_MUST_DECIDE);

const lowered = request('NEDREGULER_FORDRING', demo('00201'), {
  between: { FordringListe: claims('00211') },
  parameters: ['NedregulerFordring', { Beløb: '0.01' }],
});
reply = await call(requests, 'AnmodDebitorkontoMedFordringer', lowered);
check('AnmodDebitorkontoMedFordringer', structure(reply), DONE_WITH_RESULT);

reply = await call(requests, 'AnmodDebitorkontoMedFordringer', { ...lowered, HovedOplysninger: head() });
check('the same again', [reply.HovedOplysningerSvar.SvarReaktion].flat()[0].Advis.AdvisId, 'ADV-01');

reply = await call(requests, 'AnmodDebitorkontoMedFordringer', request('TILBAGEFOER_HANDLING', demo('00201'), {
  between: { FordringListe: claims('00211') },
  parameters: ['TilbageførHandling', { AnmodningIdentifikation: lowered.DebitorkontoAnmodningIdentifikation }],
}));
check('undone', structure(reply), DONE_WITH_RESULT);

reply = await call(requests, 'AnmodDebitorkontoMedFordringer', request('NEDREGULER_FORDRING', demo('00201'), {
  between: { FordringListe: claims('00211') },
  parameters: ['NedregulerFordring', { Beløb: '1000000.00' }],
}));
check('too much', refusal(reply), 'DKA-410');

reply = await call(requests, 'AnmodMellemDebitorkonti', request('OMPOSTER_INDBETALINGER', demo('15301'), {
  dry: true,
  between: { MålDebitorkonto: { DebitorkontoIdentifikation: demo('15302') } },
  parameters: ['OmposterIndbetalinger', { Beløb: '0.01' }],
}));
check('AnmodMellemDebitorkonti, dry run', structure(reply), DONE_WITH_RESULT);

reply = await call(requests, 'AnmodMellemFordringer', request('MODREGN', demo('12401'), {
  dry: true,
  between: {
    MålDebitorkonto: { DebitorkontoIdentifikation: demo('12402') },
    UdgangspunktFordringListe: claims('12411'),
    MålFordringListe: claims('12421', '12422'),
  },
}));
check('AnmodMellemFordringer, dry run', structure(reply), DONE_WITH_RESULT);

try {
  await call(requests, 'AnmodEnDebitorkonto', request('STOP_RYKKER', demo('23101'), { instance: randomUUID() }));
  check('a stranger', 'no fault', 'ServiceAgreementNotFound');
} catch (fault) {
  const error = [fault.root?.Envelope.Body.Fault.detail.ServiceplatformFault.ErrorList.Error].flat()[0];
  check('a stranger', error?.ErrorCode, 'ServiceAgreementNotFound');
}

reply = await call(answers, 'AfsendDebitorkontoAnmodningSvar', {
  HovedOplysninger: head({ sender: '33333333', instance: 'c1a7e2d4-3f58-4b6a-9c0d-8e7f6a5b4c3d', receiver: '25313763' }),
  BehandlingDatoTid: new Date().toISOString(),
  DebitorkontoAnmodningIdentifikation: randomUUID(),
  DebitorkontoAnmodningSvarIdentifikation: randomUUID(),
  HandlingGennemførtStruktur: { HandlingGennemførtUdenBemærkninger: true },
});
check('AfsendDebitorkontoAnmodningSvar', refusal(reply), 'DKA-500');

if (failures.length > 0) {
  console.log(`failed: ${failures.join(', ')}`);
  process.exit(1);
}
