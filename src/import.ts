import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ImportService } from './imports/import.service.js';
import type { FileResult } from './imports/import-result.js';
import type { SourceFile } from './imports/importer.js';
import { placeOf, reasonOf } from './imports/imports.pages.js';
import { messages } from './messages.js';
import { RegionService } from './people/region.service.js';
import { readLocalEnvironment } from './platform/config/local-environment.js';
import { DomainError } from './platform/errors/domain-error.js';
import { createTranslator } from './platform/i18n/translator.js';
import { inLocalDatabase } from './platform/local/local-run.js';
import { nestLogger, openLog } from './platform/observability/log.js';
import { MAX_UPLOAD } from './platform/web/http.js';
import { systemActor } from './shared/actor.js';

const t = createTranslator(messages)('nl');
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** A reason not to go on that the reader can do something about; shown without a stack. */
class Refusal extends Error {}

async function run(): Promise<boolean> {
  const { paths, region } = readArguments();
  const files = (await Promise.all(paths.map(filesAt))).flat();
  if (files.length === 0) throw new Refusal(t('imports.command.nothing'));
  const environment = readLocalEnvironment();
  return environment.database ? importInto(files, region) : inLocalDatabase(environment, t, runAgain);
}

/** This same command as a process of its own, with the database in its environment. */
async function runAgain(env: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

async function importInto(files: readonly SourceFile[], region: string | null): Promise<boolean> {
  const app = await NestFactory.createApplicationContext(AppModule, {
    logger: nestLogger(openLog('error', 'import')),
    abortOnError: false,
  });
  try {
    const regionId = await app.get(RegionService, { strict: false }).find(region);
    if (region !== null && regionId === null)
      throw new Refusal(t('imports.command.regionUnknown', { region }));
    const imports = app.get(ImportService, { strict: false });
    return tell(await imports.importFiles({ ...systemActor, regionId }, files));
  } finally {
    await app.close();
  }
}

function readArguments(): { paths: string[]; region: string | null } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { region: { type: 'string' } },
    });
    if (positionals.length > 0) return { paths: positionals, region: values.region ?? null };
  } catch {
    // An option we do not know: the usage says which there are.
  }
  throw new Refusal(t('imports.command.usage'));
}

async function filesAt(place: string): Promise<SourceFile[]> {
  try {
    const found = await stat(place);
    if (found.isDirectory()) {
      const names = (await readdir(place)).filter((name) => name.toLowerCase().endsWith('.csv'));
      return (await Promise.all(names.sort().map((name) => filesAt(path.join(place, name))))).flat();
    }
    if (found.size > MAX_UPLOAD) throw new Refusal(t('imports.command.tooLarge', { path: place }));
    return [{ fileName: path.basename(place), content: await readFile(place) }];
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = (error as Error).message;
    throw new Refusal(t('imports.command.unreadable', { path: place, reason }));
  }
}

/** Prints what became of the files; false when there are faults. */
function tell(results: readonly FileResult[]): boolean {
  const faults = results.reduce((total, result) => total + result.faults.length, 0);
  for (const { fileName: file, kind, counts, faults: found } of results) {
    if (kind && counts && faults === 0)
      say(t('imports.command.file', { file, kind: t(`imports.kind.${kind}`), ...counts }));
    for (const fault of found) {
      const told = { file: [file, placeOf(fault, t)].filter(Boolean).join(', '), reason: reasonOf(fault, t) };
      const { value } = fault;
      say(value ? t('imports.command.faultValue', { ...told, value }) : t('imports.command.fault', told));
    }
  }
  say(faults === 0 ? t('imports.command.done') : t('imports.command.faults', { count: faults }));
  return faults === 0;
}

try {
  if (!(await run())) process.exitCode = 1;
} catch (error) {
  const told =
    error instanceof DomainError ? t(`problem.${error.code}.title`, error.params) : (error as Error).message;
  process.stderr.write(`${told}\n`);
  process.exitCode = 1;
}
