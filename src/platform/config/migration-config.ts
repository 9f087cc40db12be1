import { z } from 'zod';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const environment = z.object({ DATABASE_URL: postgresUrl, DATABASE_OWNER_URL: postgresUrl });

/** What the migrate process needs: the owner's URL to change the schema with, and the application's, whose role it lets in. */
export function readMigrationConfig(env: NodeJS.ProcessEnv = process.env): {
  ownerUrl: string;
  appUrl: string;
} {
  const read = environment.safeParse(env);
  if (!read.success)
    throw new Error(
      `The configuration is not complete:\n  ${read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n  ')}`,
    );
  return { ownerUrl: read.data.DATABASE_OWNER_URL, appUrl: read.data.DATABASE_URL };
}
