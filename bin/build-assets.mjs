/**
 * Makes dist/public: the style sheet, the fonts, the icon and the scripts, each with a hash of its content in its name
 * or in that of its folder so that browsers may keep them for good, and manifest.json which says how each is called now.
 *
 * The component library's style sheet goes in whole: leaving out rules that seem unused shifts its forms.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const styles = join(root, 'src/platform/web/styles');
const target = join(root, 'dist/public');
const beside = `${target}.${process.pid}`;

const packages = {
  components: join(dirname(require.resolve('@utrecht/component-library-css/package.json')), 'dist/index.css'),
  tokens: join(
    dirname(require.resolve('@nl-design-system-unstable/voorbeeld-design-tokens/package.json')),
    'dist/theme.css',
  ),
  font: join(dirname(require.resolve('@fontsource-variable/source-sans-3/package.json')), 'index.css'),
};

const hashOf = (...contents) =>
  contents
    .reduce((hash, content) => hash.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);

function write(name, content) {
  const hash = hashOf(content);
  const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  writeFileSync(join(beside, hashed), content);
  return hashed;
}

/** The font's own rules, its files copied under their new names. */
function fontRules() {
  const folder = dirname(packages.font);
  return readFileSync(packages.font, 'utf8').replaceAll(/url\(\.\/(files\/[\w.-]+)\)/g, (_, file) => {
    const name = write(basename(file), readFileSync(join(folder, file)));
    return `url(${name})`;
  });
}

function styleSheet() {
  const ours = ['theme.css', 'layout.css', 'header.css', 'components.css', 'calendar.css', 'print.css'].map(
    (name) => join(styles, name),
  );
  const sources = [packages.components, packages.tokens, ...ours].map((file) => readFileSync(file, 'utf8'));
  const code = Buffer.from([fontRules(), ...sources].join('\n'));
  return transform({ filename: 'app.css', code, minify: true }).code;
}

/** The modules of the page for the door in a folder of their own, with the reader of QR codes beside them: browsers know no packages. */
function deviceScripts() {
  const own = join(root, 'views/check-in');
  const scripts = readdirSync(own).filter((name) => name.endsWith('.js'));
  const files = [
    ...scripts.map((name) => [
      name,
      readFileSync(join(own, name), 'utf8').replaceAll("from 'qr/", "from './qr/"),
    ]),
    ...['decode.js', 'index.js'].map((name) => [
      `qr/${name}`,
      readFileSync(join(dirname(require.resolve('qr')), name), 'utf8'),
    ]),
  ];
  const folder = `device-${hashOf(...files.flat())}`;
  mkdirSync(join(beside, folder, 'qr'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(beside, folder, name), content);
  return { folder, names: files.map(([name]) => name) };
}

rmSync(beside, { recursive: true, force: true });
mkdirSync(beside, { recursive: true });
const manifest = {
  'app.css': write('app.css', styleSheet()),
  'favicon.svg': write('favicon.svg', readFileSync(join(styles, 'favicon.svg'))),
  'live-preview.js': write('live-preview.js', readFileSync(join(root, 'views/mail-texts/live-preview.js'))),
  'device-scripts': deviceScripts(),
};
writeFileSync(join(beside, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
rmSync(target, { recursive: true, force: true });
renameSync(beside, target);
