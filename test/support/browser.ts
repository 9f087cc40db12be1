import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** A browser that needs no screen, no network but the test's own server, and no download. */
export interface TestBrowser {
  readonly browser: Browser;
  stop(): Promise<void>;
}

// A browser by itself calls its maker's servers; in a test nothing may leave the machine.
const ARGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Chromium that CHROMIUM_PATH names, or else the one that comes with the packages. */
export async function startBrowser(more: readonly string[] = []): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'leerlijn-browser-'));
  try {
    const executablePath = process.env.CHROMIUM_PATH ?? (await unpackChromium(folder));
    const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more], headless: true });
    return {
      browser,
      stop: async () => {
        await browser.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(
      'No browser could be started. Set CHROMIUM_PATH to a Chromium or Chrome that runs on this machine.',
      { cause },
    );
  }
}

/**
 * The package unpacks into the shared folder for temporary files, readable to its user only, and takes whatever
 * lies there for complete. A folder of our own keeps users, runs and broken-off unpackings apart; only another
 * process can be given another such folder.
 */
async function unpackChromium(folder: string): Promise<string> {
  const script =
    "import('@sparticuz/chromium').then(async ({ default: c }) => process.stdout.write(await c.executablePath()))";
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
  });
  return stdout;
}
