import { appendFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../../src/platform/database/database.js';
import { StoredFiles } from '../../src/platform/storage/stored-files.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { cloneDatabase, filesFolderOf, type TestDatabase } from '../support/database.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { startS3, type S3 } from '../support/s3.js';
import { uploadFile } from '../support/upload.js';

const PDF = Buffer.from('%PDF-1.7\nhet besluit van de raad');

/** Where documents are in this story, and how they get into trouble. */
interface Place {
  readonly env: Record<string, string>;
  /** The paths of all files in the storage. */
  files(): Promise<string[]>;
  fail(regionId: string): Promise<void>;
  recover(regionId: string): Promise<void>;
  end(): Promise<void>;
}

async function aFolder(database: TestDatabase): Promise<Place> {
  const folder = filesFolderOf(database.url);
  await mkdir(folder, { recursive: true });
  return {
    env: {},
    files: () => filesIn(folder),
    // Root may write anywhere, but not in a folder that is none.
    fail: async (regionId) => {
      await mkdir(join(folder, regionId), { recursive: true });
      await rename(join(folder, regionId), join(folder, `${regionId}-away`));
      await writeFile(join(folder, regionId), '');
    },
    recover: async (regionId) => {
      await rm(join(folder, regionId));
      await rename(join(folder, `${regionId}-away`), join(folder, regionId));
    },
    end: async () => {},
  };
}

async function aBucket(): Promise<Place> {
  const s3: S3 = await startS3();
  return {
    env: s3.env,
    files: async () => (await filesIn(s3.bucketFolder)).filter((path) => path.endsWith('_object')),
    fail: () => s3.stop(),
    recover: () => s3.startAgain(),
    end: () => s3.remove(),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe.each([
  ['a folder', aFolder],
  ['a bucket of an S3-compatible service', aBucket],
])('with documents in %s', (_name, make) => {
  let app: TestApp;
  let database: TestDatabase;
  let place: Place;
  let region: TestRegion;
  let grant: TestGrant;
  let finance: Client;
  let email: string;
  let decision: string;

  beforeAll(async () => {
    database = await cloneDatabase();
    place = await make(database);
    app = await startApp({ database, env: place.env });
    region = await createRegion(database);
    grant = await createGrant(database, region, { basic: { Almere: 1_000_000, Dronten: 500_000 } });
    ({ email } = await createAccount(database, region, 'finance'));
  });
  afterAll(async () => {
    await app.stop();
    await place.end();
    await database.drop();
  });

  beforeEach(async () => {
    finance = await signIn(app, email);
    const at = (town: 'Almere' | 'Dronten') => ({
      line: grant.lines.basic,
      municipality: region.municipalities[town],
    });
    const [from, to] = [at('Almere'), at('Dronten')];
    const made = await finance.post(`/grants/${grant.id}/shifts`, {
      ...{ fromLine: from.line, fromMunicipality: from.municipality },
      ...{ toLine: to.line, toMunicipality: to.municipality },
      ...{ amountCents: '1', courseId: '', trainings: '' },
      ...{ reference: 'Overleg', decidedOn: '2026-05-12', reason: 'Dronten doet meer.' },
    });
    decision = made.location!;
  });

  const upload = (content = PDF) => uploadFile(finance, `${decision}/documents`, 'brief.pdf', content);
  const address = async () =>
    /\/decision-documents\/[\w-]+\/file/.exec((await finance.get(decision)).text)?.[0] ?? null;
  const count = async (table: string) =>
    (await database.owner.query(`select from ${table}`)).rowCount as number;
  const newFile = async (act: () => Promise<unknown>) => {
    const before = new Set(await place.files());
    await act();
    return (await place.files()).filter((path) => !before.has(path));
  };
  const tomorrow = () => app.clock.set(new Date(app.clock.now().getTime() + 24 * 3600 * 1000 + 1000));

  test('a document is a file with a name of ours, as it was given', async () => {
    const [path, ...others] = await newFile(upload);
    expect(others).toEqual([]);
    expect(path).toContain(region.id);
    expect(path).not.toContain('brief');
    expect(await readFile(path!)).toEqual(PDF);
    expect((await finance.get((await address())!)).bytes).toEqual(PDF);
    const { rows } = await database.owner.query<{ size: number }>(
      'select size from decision_document order by id desc limit 1',
    );
    expect(rows[0]!.size).toBe(PDF.length);
  });

  test.each([
    ['was cut off', (path: string) => truncate(path, 5)],
    ['has grown', (path: string) => appendFile(path, 'x')],
    ['has other bytes', (path: string) => writeFile(path, PDF.toString().replace('raad', 'maan'))],
  ])('a document that %s is not given at all, and who asks is told', async (_what, damage) => {
    const [path] = await newFile(upload);
    await damage(path!);
    const answer = await finance.get((await address())!);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('Dit bestand is beschadigd');
    expect(answer.text).toContain('terugzetten uit een reservekopie');
    expect(answer.text).not.toContain('%PDF');
  });

  test('a document that is gone is told to be, and its row stays', async () => {
    const [path] = await newFile(upload);
    await rm(path!);
    const answer = await finance.get((await address())!);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('Dit bestand is niet gevonden');
    expect((await finance.get(decision)).text).toContain('brief.pdf');
  });

  test('while the storage does not work a document is refused with what to do, nothing is kept, and afterwards it works', async () => {
    await upload(Buffer.from('%PDF-1.7 eerder'));
    const before = await count('decision_document');
    const deeds = await count('audit_entry');
    await place.fail(region.id);
    try {
      const refused = await upload();
      expect(refused.status).toBe(503);
      expect(refused.text).toContain('De opslag van bestanden werkt nu niet');
      expect(refused.text).toContain('er is niets opgeslagen');
      expect([await count('decision_document'), await count('audit_entry')]).toEqual([before, deeds]);
      const read = await finance.get((await address())!);
      expect([read.status, read.text]).toEqual([
        503,
        expect.stringContaining('De opslag van bestanden werkt nu niet'),
      ]);
    } finally {
      await place.recover(region.id);
    }
    expect((await upload()).status).toBe(303);
    expect(await count('decision_document')).toBe(before + 1);
  });

  test('a file that no row came to speak of is removed after a day, and no other', async () => {
    await app.recur('files.remove-abandoned');
    const [kept] = await newFile(upload);
    const refused = await newFile(upload);
    expect(refused).toHaveLength(1);
    await app.recur('files.remove-abandoned');
    expect(await place.files()).toContain(refused[0]);
    tomorrow();
    await app.recur('files.remove-abandoned');
    expect(await place.files()).not.toContain(refused[0]);
    expect(await place.files()).toContain(kept);
    expect((await database.owner.query('select from abandoned_file')).rowCount).toBe(0);
    finance = await signIn(app, email);
    expect((await finance.get((await address())!)).bytes).toEqual(PDF);
  });

  test('what could not be removed is removed the next time', async () => {
    await newFile(upload);
    const [abandoned] = await newFile(upload);
    tomorrow();
    await place.fail(region.id);
    await expect(app.recur('files.remove-abandoned')).rejects.toThrow();
    await place.recover(region.id);
    expect(await place.files()).toContain(abandoned);
    await app.recur('files.remove-abandoned');
    expect(await place.files()).not.toContain(abandoned);
  });

  test('the database refuses to forget a file that a row speaks of', async () => {
    await upload(Buffer.from('%PDF-1.7 blijft'));
    await expect(
      database.owner.query('delete from stored_file where id in (select id from decision_document)'),
    ).rejects.toThrow('decision_document_stored');
  });
});

test('a file is of the region that stored it, also for the database', async () => {
  const app = await startApp();
  try {
    const [ours, theirs] = [await createRegion(app.database), await createRegion(app.database, 'Elders')];
    const files = app.app.get(StoredFiles, { strict: false });
    const { id } = await files.write({ ...systemActor, regionId: ours.id }, PDF);
    const seenBy = ({ id: regionId }: TestRegion) =>
      app.app
        .get(Database, { strict: false })
        .read({ ...systemActor, role: 'finance', regionId }, (tx) => tx.query('select id from stored_file'));
    expect([await seenBy(ours), await seenBy(theirs)]).toEqual([[{ id }], []]);
    const grant = await createGrant(app.database, theirs, { basic: { Almere: 1 } });
    const { owner } = app.database;
    await owner.query(
      `insert into grant_decision (id, region_id, grant_id, kind, reference, decided_on, reason, award_change_cents, recorded_at, recorded_by)
       select $1, region_id, $2, 'shift', 'x', '2026-05-12', 'x', 0, now(), id from account where id = $3`,
      [id, grant.id, (await createAccount(app.database, theirs, 'finance')).id],
    );
    await expect(
      owner.query(
        `insert into decision_document (id, region_id, decision_id, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
         select id, region_id, id, 'x', 'image/png', 1, 'x', now(), recorded_by from grant_decision`,
      ),
    ).rejects.toThrow('decision_document_stored');
  } finally {
    await app.stop();
  }
});
