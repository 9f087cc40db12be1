import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AccountQueries } from './access/account.queries.js';
import { SignInService } from './access/sign-in.service.js';
import { AppModule } from './app.module.js';
import { addExampleApplication } from './example-application.js';
import { addExampleDemand } from './example-demand.js';
import { addExampleSessions } from './example-sessions.js';
import { ImportService } from './imports/import.service.js';
import { RegionService } from './people/region.service.js';
import { systemActor } from './shared/actor.js';

// Run by `npm start` once the schema is there: loads the example where asked (--load), and prints as JSON one
// link per role with which to sign in.

const EXAMPLE_REGION = 'Flevoland';
const example = path.join(import.meta.dirname, '../examples/flevoland');

const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
if (process.argv.includes('--load')) {
  const results = await app.get(ImportService).importFolder(systemActor, example);
  const faults = results.flatMap((result) =>
    result.faults.map((fault) => ({ file: result.fileName, ...fault })),
  );
  if (faults.length > 0) throw new Error(`The example has faults: ${JSON.stringify(faults.slice(0, 5))}`);
  const regionId = await app.get(RegionService, { strict: false }).find(EXAMPLE_REGION);
  await addExampleApplication(app, regionId!);
  await addExampleSessions(app, regionId!);
  await addExampleDemand(app, regionId!);
}
const links = [];
for (const { role, email } of await app.get(AccountQueries).oneOfEachRole())
  links.push({ role, email, url: await app.get(SignInService).linkFor(email) });
await app.close();
process.stdout.write(JSON.stringify(links));
