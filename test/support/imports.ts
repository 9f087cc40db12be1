import { join } from 'node:path';
import { ImportService } from '../../src/imports/import.service.js';
import type { FileResult } from '../../src/imports/import-result.js';
import { placeOf, reasonOf } from '../../src/imports/imports.pages.js';
import { messages } from '../../src/messages.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import type { TestApp } from './app.js';

export const exampleFolder = join(import.meta.dirname, '../../examples/flevoland');

const t = createTranslator(messages)('nl');

/** Imports the Flevoland example as the first start does. */
export function importExample(app: TestApp): Promise<FileResult[]> {
  return app.app.get(ImportService, { strict: false }).importFolder(systemActor, exampleFolder);
}

/** Imports text as files, by name, as the command does. */
export function importTexts(
  app: TestApp,
  actor: Actor,
  texts: Readonly<Record<string, string>>,
): Promise<FileResult[]> {
  const files = Object.entries(texts).map(([fileName, text]) => ({ fileName, content: Buffer.from(text) }));
  return app.app.get(ImportService, { strict: false }).importFiles(actor, files);
}

/** Imports the file of a region that is there, with these settings by the names of their columns. */
export async function importSettings(
  app: TestApp,
  regionId: string,
  settings: Readonly<Record<string, string>>,
): Promise<FileResult[]> {
  const { rows } = await app.database.owner.query<{ file: string }>(
    `select concat_ws(';', r.name, m.cbs_code, m.name, case when r.is_demo then 'ja' else 'nee' end) file
     from region r join municipality m on m.region_id = r.id where r.id = $1 order by m.cbs_code limit 1`,
    [regionId],
  );
  const columns = ['regio;hoofdaanvrager_code;hoofdaanvrager;voorbeeld', ...Object.keys(settings)];
  const values = [rows[0]!.file, ...Object.values(settings)];
  return importTexts(app, systemActor, { 'regio.csv': `${columns.join(';')}\n${values.join(';')}\n` });
}

/** Every fault as the reader sees it. */
export function faultsOf(results: readonly FileResult[]): string[] {
  return results.flatMap(({ fileName, faults }) =>
    faults.map((fault) => [fileName, placeOf(fault, t), fault.value, reasonOf(fault, t)].join(' | ')),
  );
}
