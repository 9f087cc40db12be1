import path from 'node:path';
import { z } from 'zod';
import { filesConfigOf, filesEnvironment, filesFaults, type FilesConfig } from './files-config.js';

const environment = filesEnvironment.extend({
  DATA_FOLDER: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).optional(),
});

/** What `npm start` takes from its environment; the processes it starts read the rest as their Config. */
export interface LocalEnvironment {
  /** Absolute path of the folder with everything that must outlive a stop. */
  readonly dataFolder: string;
  /** A database of one's own instead of the embedded one; the owner is the role that migrates. */
  readonly database: { readonly url: string; readonly ownerUrl: string | null } | null;
  /** Where documents are stored: in the data folder, unless the environment says otherwise. */
  readonly files: FilesConfig;
  readonly publicUrl: string | null;
  readonly host: string;
  /** Null: 3000, or the next port that is free. */
  readonly port: number | null;
  /** The environment to hand on, with these values in it. */
  handOn(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv;
}

/** Reads the environment of `npm start` and throws one Error that names every fault. */
export function readLocalEnvironment(env: NodeJS.ProcessEnv = process.env): LocalEnvironment {
  const read = environment.safeParse({
    FILES_FOLDER: path.join(env['DATA_FOLDER'] ?? 'data', 'files'),
    ...env,
  });
  const faults = read.success
    ? filesFaults(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!read.success || faults.length > 0) {
    throw new Error(`The configuration has ${faults.length} fault(s):\n  ${faults.join('\n  ')}`);
  }
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = read.data;
  const FILES_FOLDER = path.resolve(read.data.FILES_FOLDER);
  // The processes that serve must not be able to change the schema.
  const { DATABASE_OWNER_URL: _ownerUrl, ...rest } = env;
  return {
    dataFolder: path.resolve(read.data.DATA_FOLDER),
    database: url ? { url, ownerUrl: ownerUrl ?? null } : null,
    files: filesConfigOf(read.data),
    publicUrl: read.data.PUBLIC_URL ?? null,
    host: read.data.HOST,
    port: read.data.PORT ?? null,
    handOn: (values) => ({ ...rest, FILES_FOLDER, ...values }),
  };
}
