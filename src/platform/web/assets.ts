import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of built files, to be served at `/assets/`; its file names change with their content. */
export const publicFolder = fileURLToPath(new URL('../../../dist/public', import.meta.url));

const manifest = z.object({ 'app.css': z.string(), 'favicon.svg': z.string() });

/** The addresses of the files that every page refers to. */
export interface Assets {
  readonly css: string;
  readonly icon: string;
}

/** Reads which files the build made; throws when there has been no build. */
export function readAssets(folder: string): Assets {
  const names = manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  return { css: `/assets/${names['app.css']}`, icon: `/assets/${names['favicon.svg']}` };
}
