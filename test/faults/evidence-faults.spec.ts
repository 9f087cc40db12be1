import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { EvidenceFiles } from '../../src/evidence/evidence-files.js';
import { EvidenceOutlines } from '../../src/evidence/evidence-outline.service.js';
import { EvidenceProofQueries } from '../../src/evidence/evidence-proof.queries.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { EvidenceWorld, PDF, PNG } from '../support/evidence.js';
import { createRegion, createSession } from '../support/region.js';
import { conversationsDuring, type Statement } from '../support/statements.js';
import { uploadFile } from '../support/upload.js';

let app: TestApp;
let world: EvidenceWorld;

beforeAll(async () => {
  app = await startApp();
  world = await EvidenceWorld.make(app);
}, 120_000);
afterAll(() => app.stop());

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const owner = <Row extends object>(statement: string, values: unknown[] = []) =>
  app.database.owner.query<Row>(statement, values);
const recorded = async (action: string) =>
  (await owner('select from audit_entry where action = $1', [action])).rowCount ?? 0;
const download = async () => (await world.finance.get(world.page('.zip'))).bytes;
const sizes = (said: Statement[][]) => said.map((conversation) => conversation.length);

describe('an evidence file that breaks off', () => {
  test('because something went wrong is no ZIP, though its asking was recorded', async () => {
    const [asked, made] = [await recorded('askEvidence'), await recorded('makeEvidence')];
    await owner('alter table attendance_mark rename to attendance_mark_away');
    const got: Buffer[] = [];
    try {
      const answer = await world.finance.raw(world.page('.zip'));
      expect(answer.status).toBe(200);
      await expect(
        (async () => {
          for await (const piece of answer.body!) got.push(Buffer.from(piece as Uint8Array));
        })(),
      ).rejects.toThrow('terminated');
    } finally {
      await owner('alter table attendance_mark_away rename to attendance_mark');
    }
    const part = Buffer.concat(got);
    expect(part.subarray(0, 2).toString()).toBe('PK');
    await expect(JSZip.loadAsync(part)).rejects.toThrow(/central directory/);
    expect([await recorded('askEvidence'), await recorded('makeEvidence')]).toEqual([asked + 1, made]);
  });

  test('holds no directory of another ZIP before its last files, which a lenient program would take for its own', async () => {
    const zip = await download();
    const workbook = zip.indexOf('2 uitgaven/uitgaven-2026.xlsx');
    expect(workbook).toBeGreaterThan(zip.indexOf('6 overige kosten/facturen.csv'));
    expect(zip.subarray(0, workbook).includes(Buffer.from([0x50, 0x4b, 5, 6]))).toBe(false);
  });

  test('because who asked went away is not recorded as made', async () => {
    const made = await recorded('makeEvidence');
    const answer = await world.finance.raw(world.page('.zip'));
    await answer.body!.cancel();
    await download();
    expect(await recorded('makeEvidence')).toBe(made + 1);
  });
});

describe('proof', () => {
  const proofs = () => app.app.get(EvidenceProofQueries, { strict: false });

  test('is read of sessions that were paid from the grant in its region, and of no other', async () => {
    const of = { regionId: world.region.id, grantId: world.grant.id };
    const elsewhere = await createRegion(app.database, 'Elders');
    const unpaid = await createSession(app.database, world.region, { date: '2026-09-01' });
    const sessions = [world.given, unpaid, world.hostile];
    expect((await proofs().count(of, sessions)).map(({ sessionId }) => sessionId).sort()).toEqual(
      [world.given, world.hostile].sort(),
    );
    expect((await proofs().ofSession(of, world.given)).people).toHaveLength(2);
    const [sheet] = (await owner<{ id: string }>('select id from signed_sheet')).rows;
    for (const wrong of [
      { ...of, regionId: elsewhere.id },
      { ...of, grantId: world.other.id },
    ]) {
      expect(await proofs().count(wrong, sessions)).toEqual([]);
      expect(await proofs().ofSession(wrong, world.given)).toEqual({
        ...{ parts: [], people: [], certificates: [] },
      });
      await expect(proofs().sheet(wrong, sheet!.id)).rejects.toThrow();
    }
  });

  test('of which the bytes changed since they were kept is told so', async () => {
    await owner('update signed_sheet set sha256 = $1 where sha256 = $2', ['0'.repeat(64), hashOf(PNG)]);
    try {
      const zip = await JSZip.loadAsync(await download());
      const html = await zip.file('index.html')!.async('string');
      expect(html).toMatch(
        /Het bestand is niet meer hetzelfde als toen het werd bewaard\.<\/td><td>4 uitvoeringen\/002 2026-11-12 Basistraining\/getekende presentielijst \d\.png/,
      );
      expect(html.match(/niet meer hetzelfde/g)).toHaveLength(1);
    } finally {
      await owner('update signed_sheet set sha256 = $1 where sha256 = $2', [hashOf(PNG), '0'.repeat(64)]);
    }
  });
});

describe('with many more trainings and sheets', () => {
  let few: { page: number[]; file: number };
  const statementsOf = async () => {
    const page = await conversationsDuring(() => world.finance.get(world.page()));
    const file = await conversationsDuring(download);
    return { page: sizes(page), file: file.flat().length, said: file.flat() };
  };

  beforeAll(async () => {
    few = await statementsOf();
    for (let index = 0; index < 6; index++) {
      const session = await createSession(app.database, world.region, { date: `2026-12-0${index + 1}` });
      const confirmed = await world.planner.post(`/sessions/${session}/confirmation`);
      expect(confirmed.status).toBeLessThan(300);
    }
    for (let index = 0; index < 8; index++)
      await uploadFile(
        world.coordinator,
        `/sessions/${world.given}/signed-sheets`,
        'lijst.pdf',
        Buffer.concat([PDF, Buffer.alloc(2_000_000, index)]),
      );
  });

  test('the page asks as much, and the file the same for each training', async () => {
    const many = await statementsOf();
    expect(many.page).toEqual(few.page);
    const sheets = 8 * 3;
    expect((many.file - few.file - sheets) % 6).toBe(0);
    expect((many.file - few.file - sheets) / 6).toBeLessThan(14);
  });

  test('sheets are read one at a time, each in a look of its own', async () => {
    const said = await conversationsDuring(download);
    const contents = said.filter((conversation) =>
      conversation.some(({ sql }) => /select h\.content/.test(sql)),
    );
    expect(contents).toHaveLength(10);
    for (const conversation of contents)
      expect(conversation.map(({ rows }) => rows).filter((rows) => rows > 1)).toEqual([]);
  });

  test('no sheet is read before the one ahead of it has been taken', async () => {
    const actor = { ...systemActor, role: 'finance', regionId: world.region.id } as const;
    const evidence = await app.app.get(EvidenceOutlines, { strict: false }).look(actor, 2026, world.grant.id);
    const files = app.app.get(EvidenceFiles, { strict: false }).make(actor, evidence);
    const said = await conversationsDuring(async () => {
      for await (const { path } of files) if (path.includes('getekende presentielijst 2')) break;
    });
    expect(said.flat().filter(({ sql }) => /select h\.content/.test(sql))).toHaveLength(2);
  });
});

test('more than one ZIP can hold is refused beforehand, with the reason', async () => {
  // A column of another type, so that its length is told by a function of ours.
  await owner(`alter table signed_sheet rename column content to scan;
    alter table signed_sheet add column content point default '(0,0)';
    create function octet_length(point) returns bigint language sql as 'select 400000000::bigint';`);
  try {
    const answer = await world.finance.get(world.page('.zip'));
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('te groot voor één ZIP-bestand'),
    ]);
  } finally {
    await owner(`drop function octet_length(point); alter table signed_sheet drop column content;
      alter table signed_sheet rename column scan to content;`);
  }
});
