import type { INestApplicationContext } from '@nestjs/common';
import { InterestService } from './demand/interest.service.js';
import { NeedsPollQueries } from './demand/needs-poll.queries.js';
import { usualCountsUntil, USUAL_REMIND_DAYS } from './demand/needs-poll.rules.js';
import { NeedsPollService } from './demand/needs-poll.service.js';
import { PollAnswerService } from './demand/poll-answer.service.js';
import { idsByName } from './example-register.js';
import { Clock } from './platform/clock.js';
import { DomainError } from './platform/errors/domain-error.js';
import { systemActor, type Actor } from './shared/actor.js';
import { addToDate, localDateOf } from './shared/local-date.js';

// Who asks for a training in the example. No file, for a poll closes some weeks after the day of the first start.

/** The same in every example, so that a start after a crash does not ask again. */
const POLL = '01900000-0000-7000-8000-000000000001';
const OPEN_DAYS = 30;

/** By code of the course, who wants to hear of a date. */
const interests: Readonly<Record<string, readonly string[]>> = {
  'basis-1d': [
    'karim.voorbeeldsma@gemeente-almere.example',
    'elif.voorbeeld@gemeente-dronten.example',
    'saar.voorbeeldsma@gemeente-lelystad.example',
    'wouter.testema@gemeente-lelystad.example',
    'siem.nepnaam@gemeente-urk.example',
    'yara.testema@gemeente-zeewolde.example',
  ],
  'omgaan-met': [
    'noor.voorbeeld@jongerenwerk-almere.example',
    'daan.voorbeeld@jongerenwerk-almere.example',
    'lotte.proefstra@basisteam-almere.example',
    'gijs.voorbeeld@gemeente-dronten.example',
    'leyla.proefstra@gemeente-lelystad.example',
  ],
  driedaags: [
    'pim.fictief@gemeente-almere.example',
    'femke.denkbeeld@gemeente-dronten.example',
    'hugo.voorbeeld@gemeente-noordoostpolder.example',
  ],
};

/** What organisations answered to the poll: people by course and function. The other organisations did not answer yet. */
const answers: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  'Jongerenwerk Voorbeeld Almere': [
    ['omgaan-met', 'jongerenwerker', 6],
    ['moeilijke-gesprekken', 'jongerenwerker', 9],
  ],
  'Voorbeeldcollege Almere (mbo)': [
    ['omgaan-met', 'docent', 8],
    ['moeilijke-gesprekken', 'docent', 14],
  ],
  'Basisteam Almere (voorbeeld)': [['moeilijke-gesprekken', 'wijkagent', 7]],
  'Gemeente Dronten': [
    ['basis-1d', 'baliemedewerker', 5],
    ['omgaan-met', 'leerplichtambtenaar', 2],
  ],
  'Welzijn Voorbeeld Lelystad': [
    ['basis-1d', 'jongerenwerker', 4],
    ['basis-1d', 'wijkteammedewerker', 11],
  ],
  // An answer too: nobody needs a training.
  'JGZ Voorbeeldflevo': [],
};

type Ids = Readonly<Record<'course' | 'function' | 'organisation', ReadonlyMap<string, string>>>;

/** Makes the demand of the example: interest, and a needs poll that some organisations answered. Once it is there, nothing changes. */
export async function addExampleDemand(app: INestApplicationContext, regionId: string): Promise<void> {
  const actor: Actor = { ...systemActor, regionId };
  const polls = app.get(NeedsPollQueries, { strict: false });
  const { total } = await polls.organisations(actor, POLL, true, { page: 1, pageSize: 1 });
  if (total >= Object.keys(answers).length) return;
  const ids = await idsOf(app, actor);
  await recordInterests(app, actor, ids);
  await sendPoll(app, actor, ids);
  await answerPoll(app, actor, ids);
}

async function recordInterests(app: INestApplicationContext, actor: Actor, ids: Ids): Promise<void> {
  const service = app.get(InterestService, { strict: false });
  for (const [code, emails] of Object.entries(interests))
    for (const email of emails)
      await service.recordFor(actor, ids.course.get(code)!, email).catch((error: unknown) => {
        if (!(error instanceof DomainError && error.code === 'already-interested')) throw error;
      });
}

async function sendPoll(app: INestApplicationContext, actor: Actor, ids: Ids): Promise<void> {
  const closesOn = addToDate(localDateOf(app.get(Clock, { strict: false }).now()), { days: OPEN_DAYS });
  const codes = new Set(Object.values(answers).flatMap((numbers) => numbers.map(([code]) => code)));
  await app.get(NeedsPollService, { strict: false }).send(actor, POLL, {
    ...{ title: 'Voorbeeldpeiling', closesOn, remindDays: USUAL_REMIND_DAYS },
    countsUntil: usualCountsUntil(closesOn),
    courseIds: [...codes].map((code) => ids.course.get(code)!),
    municipalityIds: [],
    organisationIds: [...ids.organisation.values()],
  });
}

async function answerPoll(app: INestApplicationContext, actor: Actor, ids: Ids): Promise<void> {
  const service = app.get(PollAnswerService, { strict: false });
  for (const [name, numbers] of Object.entries(answers))
    await service.answerFor(
      actor,
      { pollId: POLL, organisationId: ids.organisation.get(name)! },
      numbers.map(([course, role, people]) => ({
        ...{ courseId: ids.course.get(course)!, functionId: ids.function.get(role)!, people },
      })),
    );
}

async function idsOf(app: INestApplicationContext, actor: Actor): Promise<Ids> {
  const find = (sql: string) => idsByName(app, actor, sql);
  return {
    course: await find('select id, code name from course where region_id = $1'),
    function: await find('select id, code name from professional_function where region_id = $1'),
    organisation: await find('select id, name from organisation where region_id = $1'),
  };
}
