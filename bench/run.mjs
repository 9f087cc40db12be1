// npm run bench -- NAME: measures one figure against its floor, in one run. Ends with 1 when something is not right.
import './support/typescript.mjs';
import { readdirSync } from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const name = process.argv[2];
if (!names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME\nThere are: ${names.join(', ')}`);
  process.exit(2);
}
const { default: bench } = await import(`./${name}.ts`);
process.exitCode = (await bench()) ? 0 : 1;
