import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of built files, to be served at `/assets/`; its file names change with their content. */
export const publicFolder = fileURLToPath(new URL('../../../dist/public', import.meta.url));

const manifest = z.object({
  'app.css': z.string(),
  'favicon.svg': z.string(),
  'live-preview.js': z.string(),
  'device-scripts': z.object({ folder: z.string(), names: z.array(z.string()) }),
});

/** The addresses of the files that pages refer to. */
export interface Assets {
  readonly css: string;
  readonly icon: string;
  /** What shows a mail while it is being typed. */
  readonly livePreview: string;
  /** The modules of a page that works without network: the folder that they are served from, and what is in it. */
  readonly deviceScripts: { readonly folder: string; readonly names: readonly string[] };
}

/** Reads which files the build made; throws when there has been no build. */
export function readAssets(from: string): Assets {
  const names = manifest.parse(JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')));
  const { folder, names: scripts } = names['device-scripts'];
  return {
    css: `/assets/${names['app.css']}`,
    icon: `/assets/${names['favicon.svg']}`,
    livePreview: `/assets/${names['live-preview.js']}`,
    deviceScripts: { folder: `/assets/${folder}`, names: scripts },
  };
}
