import { z } from 'zod';
import { filesConfigOf, filesEnvironment, filesFaults, type FilesConfig } from './files-config.js';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const environment = filesEnvironment.extend({ DATABASE_URL: postgresUrl, DATABASE_OWNER_URL: postgresUrl });

/**
 * What the migrate process needs: the owner's URL to change the schema with, the application's, whose role it lets in,
 * and where documents go that stood in the database.
 */
export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): {
  ownerUrl: string;
  appUrl: string;
  files: FilesConfig;
} {
  const read = environment.safeParse(env);
  const faults = read.success
    ? filesFaults(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!read.success || faults.length > 0)
    throw new Error(`The configuration is not complete:\n  ${faults.join('\n  ')}`);
  const found = read.data;
  return { ownerUrl: found.DATABASE_OWNER_URL, appUrl: found.DATABASE_URL, files: filesConfigOf(found) };
}
