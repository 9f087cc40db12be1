import type { INestApplicationContext } from '@nestjs/common';
import { ActivityQueries } from './grants/activity.queries.js';
import { ActivityService } from './grants/activity.service.js';
import { ApplicationQueries } from './applications/application.queries.js';
import { ApplicationDecisionService } from './applications/application-decision.service.js';
import { ApplicationService, type LineInput } from './applications/application.service.js';
import { actorOf, asOf, idsByName } from './example-register.js';
import { Clock } from './platform/clock.js';
import type { Actor } from './shared/actor.js';
import { instantOf } from './shared/local-date.js';

const REFERENCE = 'Brief van 28 januari 2016';
/** The numbers of Almere stand in the letter; those of others cannot be read in it and are examples, as all amounts are. */
const TRAININGS = {
  'basis-1d': { Almere: 6, Dronten: 2, Lelystad: 4, Noordoostpolder: 2, Urk: 1, Zeewolde: 1 },
  'verdieping-2d': { Almere: 6, Dronten: 1, Lelystad: 3, Noordoostpolder: 2, Urk: 1, Zeewolde: 1 },
} as const;
const PRICES = { 'basis-1d': 275_000n, 'verdieping-2d': 520_000n } as const;
const IN_THE_LETTER = ['Almere'];
const NETWORK = 3_000_000n;
const AWARD = 15_000_000n;

/**
 * Draws up the application for 2016 as a coordinator would, and records what was awarded on it as finance would; one that
 * is there already stays as it is.
 */
export async function addExampleApplication(app: INestApplicationContext, regionId: string): Promise<void> {
  const coordinator = await actorOf(app, regionId, 'coordinator');
  const queries = app.get(ApplicationQueries, { strict: false });
  const service = app.get(ApplicationService, { strict: false });
  const clock = app.get(Clock, { strict: false });
  if ((await queries.list(coordinator)).some(({ application }) => application.reference === REFERENCE))
    return;
  const id = await asOf(clock, instantOf('2016-01-28', '10:00'), async () => {
    const lines = await linesOf(app, coordinator);
    const begun = await service.begin(coordinator, {
      ...{ reference: REFERENCE, title: 'Versterkingsgelden lokale aanpak radicalisering' },
      ...{ leadMunicipalityId: lines.lead, firstYear: 2016, lastYear: 2016 },
    });
    for (const [index, line] of lines.asked.entries())
      await service.putLine(coordinator, begun, index + 1, line);
    await service.submit(coordinator, begun, lines.asked.length + 1, '2016-01-28');
    return begun;
  });
  const finance = await actorOf(app, regionId, 'finance');
  const { lines } = await queries.look(finance, id);
  await asOf(clock, instantOf('2016-03-08', '10:00'), async () => {
    const grantId = await app.get(ApplicationDecisionService, { strict: false }).award(finance, id, {
      ...{ decisionNumber: 'VG-2016', decidedOn: '2016-03-08', amountCents: AWARD, isDemo: true },
      granted: lines.flatMap(({ id: lineId, shares }) =>
        shares.map(({ municipalityId, trainings, amountCents }) => ({
          ...{ lineId, municipalityId, granted: trainings === null ? amountCents : BigInt(trainings) },
        })),
      ),
    });
    await nameActivities(app, finance, grantId);
  });
}

/** The two activities that the letter asks for, in the place of those that were made of the lines. */
async function nameActivities(app: INestApplicationContext, finance: Actor, grantId: string): Promise<void> {
  const service = app.get(ActivityService, { strict: false });
  const days = { firstDay: '2016-01-01', lastDay: '2016-12-31' };
  const training = await service.enter(finance, grantId, {
    ...{ code: 'deskundigheid', title: 'Deskundigheidsbevordering', ...days },
  });
  for (const made of await app.get(ActivityQueries, { strict: false }).ofGrant(finance, grantId)) {
    if (!made.isAssumed) continue;
    if (made.code === 'netwerkregisseur') {
      const network = { code: 'netwerkregie', title: 'Netwerkregie', ...days };
      await service.change(finance, made.id, made.version, network);
      continue;
    }
    for (const line of made.lines) await service.placeLine(finance, line.id, training);
    await service.remove(finance, made.id, made.version);
  }
}

async function linesOf(
  app: INestApplicationContext,
  actor: Actor,
): Promise<{ readonly lead: string; readonly asked: readonly LineInput[] }> {
  const find = (sql: string) => idsByName(app, actor, sql);
  const municipalities = await find('select id, name from municipality where region_id = $1');
  const courses = await find('select id, code "name" from course where region_id = $1');
  const lead = municipalities.get('Almere')!;
  const trainings = (['basis-1d', 'verdieping-2d'] as const).map((code): LineInput => {
    const towns = Object.entries(TRAININGS[code]);
    return {
      ...{ year: 2016, title: null, paidBy: 'grant' },
      course: { id: courses.get(code)!, priceCents: PRICES[code] },
      shares: towns.map(([town, count]) => ({
        municipalityId: municipalities.get(town)!,
        asked: BigInt(count),
      })),
      examples: {
        price: true,
        municipalities: towns
          .filter(([town]) => !IN_THE_LETTER.includes(town))
          .map(([town]) => municipalities.get(town)!),
      },
    };
  });
  const network: LineInput = {
    ...{ year: 2016, title: 'Netwerkregisseur', paidBy: 'grant', course: null },
    shares: [{ municipalityId: lead, asked: NETWORK }],
    examples: { price: false, municipalities: [lead] },
  };
  return { lead, asked: [...trainings, network] };
}
