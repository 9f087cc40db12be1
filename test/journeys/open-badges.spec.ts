import { createHash, verify } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Database } from '../../src/platform/database/database.js';
import { roles, systemActor, type Actor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type SeatedProfessional } from '../support/attendance.js';
import { Client, signIn } from '../support/client.js';
import {
  fromBase58,
  schemaFaults,
  Verifier,
  type Badge,
  type Finding,
} from '../support/open-badges/verifier.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

const AFTERWARDS = '2024-11-12T15:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let verifier: Verifier;

beforeAll(async () => {
  app = await startApp({ at: AFTERWARDS });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  verifier = new Verifier(app, new Date('2024-11-20T12:00:00Z'));
});
afterAll(() => app.stop());

interface Certified extends SeatedProfessional {
  readonly client: Client;
  readonly number: string;
  /** Of the badge. */
  readonly address: string;
}

/** Someone with a certificate of a session of their own, signed in. */
async function certified(name: string, town: MunicipalityName = 'Almere'): Promise<Certified> {
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: ['2024-11-12 09:30'], trainerId: region.trainerId };
  const { id } = await createTaughtSession(app.database, region, plan);
  const person = await seat(app.database, region, id, town, name);
  await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${id}/closure`);
  await app.work();
  const { rows } = await app.database.owner.query<{ number: string }>(
    'select number from certificate where professional_id = $1 and revoked_at is null',
    [person.id],
  );
  const number = rows[0]!.number;
  const address = `/certificates/${number}/open-badge`;
  return { ...person, client: await signIn(app, person.email), number, address };
}

async function badgeOf({ client, address }: Certified): Promise<Badge> {
  return (await client.get(`${address}/json`)).json() as unknown as Badge;
}

/** Someone who had a badge made. */
async function badged(name: string, form: Record<string, string> = {}): Promise<Certified> {
  const person = await certified(name);
  const answer = await person.client.post(person.address, form);
  expect(answer).toMatchObject({ status: 303, location: person.address });
  return person;
}

const fileOf = async ({ client, address }: Certified, form: 'json' | 'jwt' | 'pdf') =>
  client.get(`${address}/${form}`);
const rowsOf = async (table: string) =>
  (await app.database.owner.query<{ count: number }>(`select count(*)::int count from ${table}`)).rows[0]!
    .count;

describe('a badge', () => {
  let noor: Certified;
  let badge: Badge;

  beforeAll(async () => {
    noor = await badged('Noor Voorbeeld-Yıldız');
    badge = await badgeOf(noor);
  });

  test('is what the schema of 1EdTech asks', () => {
    expect(schemaFaults(badge)).toEqual([]);
  });

  test('is verified by a stranger from what is published', async () => {
    expect(await verifier.badge(badge)).toEqual({ verified: true, reasons: [] });
  });

  test('has the signature that the standard describes, worked out step by step', async () => {
    const { proof, ...document } = badge;
    const [{ proofValue, ...options }] = proof as [Badge['proof'][number]];
    const context = (document as object as { '@context': string[] })['@context'];
    const hashes = await Promise.all([
      verifier.hash({ '@context': context, ...options }),
      verifier.hash(document),
    ]);
    const key = await verifier.ed25519(options.verificationMethod);
    expect(verify(null, Buffer.concat(hashes), key, fromBase58(proofValue))).toBe(true);
  });

  test.each([
    ['the course', (copy: Badge) => ({ ...copy, name: 'Specialisttraining' })],
    ['the end of its validity', (copy: Badge) => ({ ...copy, validUntil: '2099-01-01T00:00:00Z' })],
    [
      'its place in the status list',
      (copy: Badge) => ({
        ...copy,
        credentialStatus: { ...copy.credentialStatus, statusListIndex: '131071' },
      }),
    ],
  ])('is not verified after %s was changed', async (_what, change) => {
    expect(await verifier.badge(change(badge))).toMatchObject({ verified: false });
  });

  test('is no longer verified after the last day of the certificate', async () => {
    expect(badge).toMatchObject({ validFrom: '2024-11-11T23:00:00Z', validUntil: '2026-11-12T22:59:59Z' });
    const late = new Verifier(app, new Date('2026-11-13T12:00:00Z'));
    expect(await late.badge(badge)).toMatchObject({ verified: false });
  });

  test('says what the certificate says, and who has it only to who knows the address', () => {
    const { identifier } = badge.credentialSubject;
    expect(badge).toMatchObject({ name: 'Basistraining', issuer: { name: 'Flevoland' } });
    const { salt } = identifier[0]!;
    const hash = createHash('sha256').update(`${noor.email}${salt}`).digest('hex');
    expect(identifier).toEqual([
      {
        ...{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true },
        ...{ salt, identityHash: `sha256$${hash}` },
      },
    ]);
    // Whoever has the number finds the name with it.
    for (const hidden of [noor.email, noor.name, noor.id, noor.number, 'Almere'])
      expect(JSON.stringify(badge)).not.toContain(hidden);
  });

  test('names its owner who wants that, and the certificate with it', async () => {
    const sem = await badged('Sem & <Voorbeeld>', { withName: 'on' });
    const named = await badgeOf(sem);
    expect(named.credentialSubject.identifier[1]).toEqual({
      ...{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: sem.name },
    });
    expect(named).toMatchObject({
      credentialSubject: { licenseNumber: sem.number },
      evidence: [{ id: `${app.config.publicUrl}/check/${sem.number}` }],
    });
    expect(schemaFaults(named)).toEqual([]);
    expect(await verifier.badge(named)).toMatchObject({ verified: true });
  });

  test('is the same as a JWT, with the key that its header names', async () => {
    const token = (await fileOf(noor, 'jwt')).text;
    const payload = await verifier.jwt(token);
    const { proof: _proof, ...claims } = badge;
    const { id, issuer, credentialSubject, validFrom, validUntil } = badge;
    expect(payload).toEqual({
      ...claims,
      ...{ jti: id, iss: issuer.id, sub: credentialSubject.id },
      ...{ nbf: Date.parse(validFrom) / 1000, exp: Date.parse(validUntil!) / 1000 },
    });
    expect(decodeProtectedHeader(token)).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: expect.any(String) as string,
    });
    const [head, , signature] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...payload, name: 'Anders' })).toString('base64url');
    await expect(verifier.jwt([head, other, signature].join('.'))).rejects.toThrow(/signature/);
  });

  test('is verified as a JWT with the set of keys as well', async () => {
    const set = (await verifier.fetched(`${badge.issuer.id}/jwks`)) as JSONWebKeySet;
    const token = (await fileOf(noor, 'jwt')).text;
    const options = { algorithms: ['RS256'], currentDate: new Date('2024-11-20') };
    const { payload } = await jwtVerify(token, createLocalJWKSet(set), options);
    expect(payload.jti).toBe(badge.id);
    for (const key of set.keys)
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  test('is inside the certificate that can be downloaded with it, which is the same bytes each time', async () => {
    const [first, second] = [await fileOf(noor, 'pdf'), await fileOf(noor, 'pdf')];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    const task = getDocument({ data: new Uint8Array(first.bytes), verbosity: 0 });
    const files = (await (await task.promise).getAttachments()) as Record<string, { content: Uint8Array }>;
    await task.destroy();
    const inside = Buffer.from(files['open-badge.json']!.content).toString();
    expect(inside).toBe((await fileOf(noor, 'json')).text);
    expect(await verifier.badge(JSON.parse(inside) as Badge)).toMatchObject({ verified: true });
    const certificate = await noor.client.get(`/certificates/${noor.number}/pdf`);
    expect(certificate.text).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  test('stays what it was when it is asked for again', async () => {
    await noor.client.post(noor.address, { withName: 'on' });
    expect(await badgeOf(noor)).toEqual(badge);
  });

  test('is one badge when the button is pressed twice at once', async () => {
    const eva = await certified('Eva Voorbeeld');
    const before = await rowsOf('open_badge');
    const answers = await Promise.all([1, 2, 3].map(() => eva.client.post(eva.address)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await rowsOf('open_badge')) - before).toBe(1);
    expect(await verifier.badge(await badgeOf(eva))).toMatchObject({ verified: true });
  });
});

describe('whoever has not made a badge', () => {
  test('of it finds no files of one', async () => {
    const iris = await certified('Iris Voorbeeld');
    expect((await iris.client.get(iris.address)).text).toContain('Open Badge maken');
    for (const form of ['json', 'jwt', 'pdf'] as const) expect((await fileOf(iris, form)).status).toBe(404);
    expect((await iris.client.post(`${iris.address}/withdrawal`)).status).toBe(404);
  });

  test('of a certificate of someone else neither sees nor makes nor withdraws it', async () => {
    const [mine, theirs] = [await certified('Lot Voorbeeld'), await badged('Bo Voorbeeld')];
    for (const path of ['', '/json', '/jwt', '/pdf'])
      expect((await mine.client.get(`${theirs.address}${path}`)).status).toBe(404);
    expect((await mine.client.post(theirs.address)).status).toBe(404);
    expect((await mine.client.post(`${theirs.address}/withdrawal`)).status).toBe(404);
    expect((await coordinator.get(`${theirs.address}/json`)).status).toBe(403);
    expect(await verifier.badge(await badgeOf(theirs))).toMatchObject({ verified: true });
  });
});

describe('the second wall', () => {
  const seen = (actor: Partial<Actor>, table: string) =>
    app.app
      .get(Database, { strict: false })
      .read({ ...systemActor, regionId: region.id, ...actor }, (tx) =>
        tx.query<{ id: string }[]>(`select region_id id from ${table}`),
      );

  test('shows keys to the platform only, and a badge to its owner only', async () => {
    const pia = await badged('Pia Voorbeeld');
    for (const role of roles) {
      expect([role, await seen({ role }, 'badge_key'), await seen({ role }, 'badge_issuer')]).toEqual([
        ...[role, [], []],
      ]);
      expect([role, await seen({ role }, 'open_badge')]).toEqual([role, []]);
    }
    const own = { role: 'professional', professionalId: pia.id } as const;
    expect(await seen(own, 'open_badge')).toHaveLength(1);
    expect(await seen({ ...own, regionId: pia.id }, 'open_badge')).toEqual([]);
    expect(await seen({}, 'badge_key')).not.toEqual([]);
  });
});

describe('a badge no longer counts', () => {
  const REVOKED = expect.objectContaining({ verified: false }) as Finding;

  test('once its certificate is revoked', async () => {
    const tim = await badged('Tim Voorbeeld');
    const badge = await badgeOf(tim);
    await coordinator.post(`/certificates/${tim.number}/revocation`, { reason: 'issued-in-error' });
    expect(await verifier.badge(badge)).toEqual({ verified: false, reasons: ['revoked'] });
    expect((await fileOf(tim, 'json')).status).toBe(409);
    expect((await tim.client.post(tim.address)).status).toBe(409);
  });

  test('once its certificate is replaced, and the new one can have one of its own', async () => {
    const ada = await badged('Ada Voorbeeld');
    const badge = await badgeOf(ada);
    await app.database.owner.query("update professional set name = 'Ada Anders' where id = $1", [ada.id]);
    await coordinator.post(`/certificates/${ada.number}/replacement`);
    expect(await verifier.badge(badge)).toEqual(REVOKED);
    const { rows } = await app.database.owner.query<{ number: string }>(
      'select number from certificate where professional_id = $1 and revoked_at is null',
      [ada.id],
    );
    const anew = { ...ada, address: `/certificates/${rows[0]!.number}/open-badge` };
    await ada.client.post(anew.address);
    expect(await verifier.badge(await badgeOf(anew))).toMatchObject({ verified: true });
    expect(await verifier.badge(badge)).toEqual(REVOKED);
  });

  test('once its owner withdraws it, after which nothing of it is left, and a new one does not revive it', async () => {
    const cas = await badged('Cas Voorbeeld');
    const badge = await badgeOf(cas);
    const before = await rowsOf('open_badge');
    expect((await cas.client.post(`${cas.address}/withdrawal`)).status).toBe(303);
    expect(await rowsOf('open_badge')).toBe(before - 1);
    expect(await verifier.badge(badge)).toEqual(REVOKED);
    expect((await fileOf(cas, 'json')).status).toBe(404);
    await cas.client.post(cas.address);
    expect(await verifier.badge(await badgeOf(cas))).toMatchObject({ verified: true });
    expect(await verifier.badge(badge)).toEqual(REVOKED);
  });

  test('once the certificate is gone from the platform, and the badge with it', async () => {
    const gea = await badged('Gea Voorbeeld');
    const [badge, before] = [await badgeOf(gea), await rowsOf('open_badge')];
    await app.database.owner.query('delete from certificate where professional_id = $1', [gea.id]);
    expect(await verifier.badge(badge)).toEqual(REVOKED);
    expect(await rowsOf('open_badge')).toBe(before - 1);
  });

  test('and what was done to it is in the audit trail', async () => {
    const { rows } = await app.database.owner.query<{ action: string; role: string }>(
      "select distinct action, role from audit_entry where action like '%Badge%' order by action",
    );
    expect(rows).toEqual([
      { action: 'makeBadgeKey', role: 'system' },
      { action: 'makeOpenBadge', role: 'professional' },
      { action: 'withdrawOpenBadge', role: 'professional' },
    ]);
  });
});

describe('keys', () => {
  let administrator: Client;
  const keyOf = ({ proof }: Badge) => proof[0]!.verificationMethod;
  const inUse = async () =>
    (await app.database.owner.query<{ id: string }>('select id from badge_key where replaced_at is null'))
      .rows[0]!.id;

  afterEach(() => app.clock.set(AFTERWARDS));
  beforeAll(async () => {
    administrator = await signIn(app, (await createAccount(app.database, region, 'administrator')).email);
  });

  test('change without a badge noticing: the earlier one is still verified, the next has the new key', async () => {
    const jan = await badged('Jan Voorbeeld');
    const earlier = await badgeOf(jan);
    const token = (await fileOf(jan, 'jwt')).text;
    expect((await administrator.post('/badge-keys')).status).toBe(303);
    const later = await badgeOf(await badged('Kim Voorbeeld'));
    expect(keyOf(later)).not.toBe(keyOf(earlier));
    expect(await verifier.badge(earlier)).toMatchObject({ verified: true });
    expect(await verifier.badge(later)).toMatchObject({ verified: true });
    expect(await verifier.jwt(token)).toMatchObject({ jti: earlier.id });
  });

  test('change by themselves after a year', async () => {
    const [before, person] = [await inUse(), await certified('Lex Voorbeeld')];
    app.clock.set('2025-11-13T15:30:00Z');
    const owner = { ...person, client: await signIn(app, person.email) };
    await owner.client.post(owner.address);
    expect(await inUse()).not.toBe(before);
    const aYearLater = new Verifier(app, new Date('2025-11-20T12:00:00Z'));
    expect(await aYearLater.badge(await badgeOf(owner))).toMatchObject({ verified: true });
  });

  test('keep their secrets only while they sign, and publish none', async () => {
    const { rows } = await app.database.owner.query<{ kept: boolean; replaced: boolean }>(
      'select ed25519_secret is not null and rsa_secret is not null kept, replaced_at is not null replaced from badge_key',
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ kept, replaced }) => kept === replaced)).toEqual([]);
  });

  test('that are revoked verify nothing any more, and the owner can have the badge made anew', async () => {
    const mia = await badged('Mia Voorbeeld');
    const [badge, token] = [await badgeOf(mia), (await fileOf(mia, 'jwt')).text];
    const id = await inUse();
    expect((await administrator.get(`/badge-keys/${id}/revocation`)).text).toContain('dan niet meer geldig');
    expect((await administrator.post(`/badge-keys/${id}/revocation`)).status).toBe(303);
    expect((await administrator.post(`/badge-keys/${id}/revocation`)).status).toBe(404);
    expect(await verifier.badge(badge)).toMatchObject({ verified: false });
    await expect(verifier.jwt(token)).rejects.toThrow('404');
    expect((await mia.client.get(mia.address)).text).toContain('niet meer veilig');
    await mia.client.post(mia.address);
    const anew = await badgeOf(mia);
    expect(keyOf(anew)).not.toBe(keyOf(badge));
    expect(await verifier.badge(anew)).toMatchObject({ verified: true });
    expect(await verifier.badge(badge)).toMatchObject({ verified: false });
  });

  test('of two that are made at once one is in use', async () => {
    await Promise.all([1, 2, 3].map(() => administrator.post('/badge-keys')));
    expect(await rowsOf('badge_key where replaced_at is null')).toBe(1);
  });
});

describe('what is published', () => {
  test('may be read by any site and kept for five minutes, and is not there for who made no badge', async () => {
    const issuer = `/open-badges/issuers/${region.id}`;
    const visitor = new Client(app.url);
    for (const path of [issuer, `${issuer}/jwks`, `${issuer}/status-lists/0`]) {
      const { status, headers } = await visitor.get(path);
      expect([status, headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual([
        ...[200, 'public, max-age=300', '*'],
      ]);
    }
    const other = await createRegion(app.database, 'Elders');
    for (const path of [
      `${issuer}/status-lists/1`,
      `/open-badges/issuers/${other.id}`,
      `${issuer}/keys/${other.id}`,
    ])
      expect((await visitor.get(path)).status).toBe(404);
  });

  test('knows nothing of people', async () => {
    const { text } = await new Client(app.url).get(`/open-badges/issuers/${region.id}`);
    expect(text).not.toMatch(/@example|Voorbeeld/);
  });

  test('is read at most so often in a minute by one reader', async () => {
    const visitor = new Client(app.url);
    const reads = Array.from({ length: 130 }, () => visitor.get(`/open-badges/issuers/${region.id}/jwks`));
    const statuses = (await Promise.all(reads)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).not.toEqual([]);
  });
});
