// Brings a clone to a state in which it can start or be tested: Node, node_modules and dist.
// Runs before `npm start` and `npm test`, so it uses nothing but what Node itself brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const installStamp = at('node_modules', '.leerlijn-lock');
const buildStamp = at('dist', '.stamp');
const busyFile = at('.prepare.lock');
const longestWork = 15 * 60 * 1000;
const settings = ['package-lock.json', 'nest-cli.json', '.swcrc', 'tsconfig.json', 'tsconfig.build.json'];
const sources = ['src', 'views', 'bin', ...settings];

checkNode();
const wantsBuild = process.argv[2] === 'build';
if (!installed() || (wantsBuild && !built())) {
  await alone(() => {
    if (!installed()) install();
    if (wantsBuild && !built()) build();
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Leerlijn heeft Node 20.19 of nieuwer nodig. Hier draait Node ${process.versions.node}.`);
}

function installed() {
  if (read(installStamp) === lockHash()) return true;
  if (!followsLockFile()) return false;
  writeFileSync(installStamp, lockHash());
  return true;
}

/** Someone may have run `npm ci` or `npm install` by hand: npm's own record then names the same versions. */
function followsLockFile() {
  const record = read(at('node_modules', '.package-lock.json'));
  if (!record) return false;
  const present = JSON.parse(record).packages;
  const wanted = JSON.parse(read(at('package-lock.json'))).packages;
  const needed = Object.entries(wanted).filter(([name, entry]) => name !== '' && !entry.optional);
  const stale = Object.entries(present).some(
    ([name, entry]) => wanted[name] && wanted[name].version !== entry.version,
  );
  return !stale && needed.every(([name, entry]) => present[name]?.version === entry.version);
}

function install() {
  console.log('De benodigde pakketten worden geïnstalleerd. Dit duurt de eerste keer een paar minuten.');
  // No package needs its install script; without them nothing is compiled or fetched behind npm's back.
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    // Some packages name newer versions of Node than they need; only what fails is worth reading.
    '--loglevel=error',
  ];
  run(
    'npm',
    options,
    'Het installeren is niet gelukt. Controleer de verbinding met internet en begin opnieuw.',
  );
  writeFileSync(installStamp, lockHash());
}

function built() {
  return read(buildStamp) === sourceHash();
}

function build() {
  console.log('Leerlijn wordt gebouwd.');
  const hash = sourceHash();
  rmSync(buildStamp, { force: true });
  const failure = 'Het bouwen is niet gelukt. Hierboven staat waarom.';
  run(process.execPath, [at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], failure);
  for (const script of ['build-assets.mjs', 'build-mail.mjs']) {
    const file = at('bin', script);
    if (existsSync(file)) run(process.execPath, [file], failure);
  }
  writeFileSync(buildStamp, hash);
}

function lockHash() {
  const lock = read(at('package-lock.json'));
  if (!lock) fail('Het bestand package-lock.json ontbreekt. Haal de code opnieuw op.');
  return createHash('sha256').update(lock).digest('hex');
}

function sourceHash() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of sources.flatMap((source) => filesBelow(at(source)))) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  const names = readdirSync(entry).sort();
  return names.flatMap((name) => filesBelow(path.join(entry, name)));
}

/** Two preparations at once would take each other's files away: the second waits, and then finds nothing to do. */
async function alone(work) {
  let told = false;
  while (!claim()) {
    if (!told) console.log('Een andere start is al bezig met installeren of bouwen. Even wachten.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  process.on('exit', () => rmSync(busyFile, { force: true }));
  work();
}

/** Linking is atomic, so the file never exists without the number of the process that holds it. */
function claim() {
  const mine = `${busyFile}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, busyFile);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (abandoned()) rmSync(busyFile, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function abandoned() {
  const holder = Number(read(busyFile) ?? process.pid);
  const since = statSync(busyFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return holder === process.pid || !isRunning(holder) || Date.now() - since > longestWork;
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(program, args, failure) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status !== 0) fail(error ? `${failure} (${error.message})` : failure);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
