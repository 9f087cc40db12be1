import path from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** Where documents are stored, as the environment says it. */
export const filesEnvironment = z.object({
  FILES_FOLDER: z.string().min(1).default('data/files'),
  FILES_S3_BUCKET: z.string().min(1).optional(),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_S3_REGION: z.string().min(1).optional(),
  FILES_S3_KEY: z.string().min(1).optional(),
  FILES_S3_SECRET: z.string().min(1).optional(),
  FILES_S3_PATH_STYLE: flag,
});
type FilesEnvironment = z.infer<typeof filesEnvironment>;

export interface BucketConfig {
  readonly bucket: string;
  /** Null for the service of AWS itself. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
  /** Whether the bucket stands in the path of an address and not in its host name. */
  readonly pathStyle: boolean;
}

/** A folder, by its absolute path, or a bucket of an S3-compatible service. */
export type FilesConfig = { readonly folder: string } | BucketConfig;

const NEEDED_WITH_BUCKET = ['FILES_S3_REGION', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const;

/** What is wrong with these settings together, in one sentence each. */
export function filesFaults(found: FilesEnvironment): string[] {
  if (found.FILES_S3_BUCKET)
    return NEEDED_WITH_BUCKET.filter((name) => !found[name]).map(
      (name) => `${name}: needed with FILES_S3_BUCKET`,
    );
  const without = [...NEEDED_WITH_BUCKET, 'FILES_S3_ENDPOINT'] as const;
  return without
    .filter((name) => found[name])
    .map((name) => `FILES_S3_BUCKET: needed with ${name}, as documents otherwise stay in FILES_FOLDER`);
}

/** Where documents go, of settings without faults. */
export function filesConfigOf(found: FilesEnvironment): FilesConfig {
  if (!found.FILES_S3_BUCKET) return { folder: path.resolve(found.FILES_FOLDER) };
  return {
    bucket: found.FILES_S3_BUCKET,
    endpoint: found.FILES_S3_ENDPOINT ?? null,
    region: found.FILES_S3_REGION!,
    key: found.FILES_S3_KEY!,
    secret: found.FILES_S3_SECRET!,
    pathStyle: found.FILES_S3_PATH_STYLE,
  };
}
