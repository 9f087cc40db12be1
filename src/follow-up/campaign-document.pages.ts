import { z } from 'zod';
import { courseLevels, entryLevels } from '../courses/course-level.rules.js';
import { apiListQuery } from '../platform/web/api-list.js';
import { emailAddress, isoDate, optionalText, requiredText } from '../platform/web/fields.js';
import { localDateOf } from '../shared/local-date.js';
import type { CampaignPlan } from './campaign-plan.rules.js';
import type { Campaign, CampaignRow } from './campaign.queries.js';
import { defaultWindow, invitationStates, USUAL_REMIND_DAYS, USUAL_WAVE_DAYS } from './follow-up.rules.js';

const date = z.iso.date();
const moment = z.iso.datetime();
const ids = z.array(z.uuid()).max(1000).default([]);
const term = z.int().min(1).max(60);
const all = 'Zonder: alle.';
const cohortInput = {
  trainedFrom: isoDate.optional().describe('Eerste datum van het certificaat; standaard 24 maanden geleden.'),
  trainedUntil: isoDate.optional().describe('Laatste datum van het certificaat; standaard vandaag.'),
  courseIds: ids.describe(`Van welke trainingen. ${all}`),
  levels: z
    .array(z.enum(courseLevels))
    .max(courseLevels.length)
    .default([...entryLevels])
    .describe('Van welke niveaus; leeg is alle. Zonder: de niveaus die op elkaar volgen.'),
  municipalityIds: ids.describe(`Uit welke gemeenten. ${all}`),
  functionIds: ids.describe(`Met welke functies. ${all}`),
  organisationIds: ids.describe(`Van welke organisaties. ${all}`),
};
export const campaignInput = z.object({
  title: requiredText(120).describe('Genodigden zien de naam ook. Schrijf niet over personen of zaken.'),
  sessionIds: z.array(z.uuid()).min(1).max(20).describe('De terugkomdagen waaruit genodigden kiezen.'),
  ...cohortInput,
  firstOn: isoDate.optional().describe('De dag van de eerste ronde; standaard vandaag, en dan meteen.'),
  waveSize: z
    .int()
    .min(1)
    .max(9999)
    .nullable()
    .default(null)
    .describe('Hoeveel mensen per ronde; null voor zoveel als er per gemeente plaatsen vrij zijn.'),
  waveDays: term.default(USUAL_WAVE_DAYS).describe('Werkdagen tussen twee rondes.'),
  remindDays: term
    .nullable()
    .default(USUAL_REMIND_DAYS)
    .describe('Werkdagen tot de herinnering aan wie niet antwoordde; null voor geen.'),
});
const figures = {
  people: z.int(),
  invited: z.int(),
  answered: z.int(),
  enrolled: z.int(),
  waiting: z.int(),
  attended: z.int(),
};
export const campaign = z.object({
  id: z.uuid(),
  title: z.string(),
  sessionIds: z.array(z.uuid()),
  trainedFrom: date,
  trainedUntil: date,
  courseIds: z.array(z.uuid()),
  levels: z.array(z.string()),
  municipalityIds: z.array(z.uuid()),
  functionIds: z.array(z.uuid()),
  organisationIds: z.array(z.uuid()),
  remindDays: z.int().nullable(),
  launchedAt: moment,
  stoppedAt: moment.nullable(),
  ...figures,
});
const ofMunicipality = { municipalityId: z.uuid(), municipality: z.string() };
const wave = z.object({ ordinal: z.int(), dueAt: moment, people: z.int() });
export const wholeCampaign = campaign.extend({
  municipalities: z.array(z.object({ ...ofMunicipality, ...figures })),
  waves: z.array(wave.extend({ invited: z.int() })),
  withoutTurn: z.int().describe('Voor hoeveel mensen er geen ronde is vóór de laatste dag.'),
  withoutSuccessor: z.int().describe('Wie vertrok en nog geen opvolger heeft.'),
  waitForSeats: z.int().describe('Wie aan de beurt is, maar voor wie geen plaats vrij is.'),
});
export const preview = z.object({
  people: z.int(),
  municipalities: z.array(
    z.object({
      ...ofMunicipality,
      trained: z.int(),
      invited: z.int(),
      leftOut: z.record(z.string(), z.int()).describe('Hoeveel mensen geen uitnodiging krijgen, per reden.'),
    }),
  ),
  waves: z.array(wave),
  withoutTurn: z.int(),
});
export const invitation = z.object({
  professionalId: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  ...ofMunicipality,
  wave: z.int().nullable(),
  dueAt: moment.nullable(),
  invitedAt: moment.nullable(),
  remindedAt: moment.nullable(),
  state: z.enum(invitationStates),
  insteadOf: z.string().nullable(),
  successor: z.string().nullable(),
});
export const handOverInput = z.object({
  successorEmail: emailAddress
    .nullable()
    .describe('Het werkadres van wie in de plaats komt, uit dezelfde gemeente; null voor niemand.'),
  successorName: optionalText(200)
    .default(null)
    .describe('Alleen nodig als de opvolger nog niet in het register staat.'),
});
export const handedOver = z.object({ result: z.enum(['left', 'invited', 'invited-before']) });
export const listQuery = apiListQuery.omit({ q: true });
export const invitationsQuery = apiListQuery.extend({
  state: z.enum(invitationStates).optional().describe('Alleen uitnodigingen die zo staan.'),
  municipalityId: z.uuid().optional().describe('Alleen mensen van deze gemeente.'),
});

/** The campaign that a system asks for; what it leaves out is as most campaigns are. */
export function planOf(input: z.output<typeof campaignInput>, now: Date): CampaignPlan {
  const today = localDateOf(now);
  const usual = defaultWindow(today);
  const { title, sessionIds, firstOn = today, waveSize, waveDays, remindDays, ...cohort } = input;
  const { trainedFrom = usual.trainedFrom, trainedUntil = usual.trainedUntil } = cohort;
  return {
    ...{ title, sessionIds, firstOn, waveSize, waveDays, remindDays },
    cohort: { ...cohort, trainedFrom, trainedUntil },
  };
}

/** A campaign as lists answer it. */
export function campaignOf({ days, figures: own, ...row }: CampaignRow) {
  return { ...row, ...own, sessionIds: days.map(({ sessionId }) => sessionId) };
}

/** All of a campaign. */
export function wholeOf({ freeSeats: _, ...campaign }: Campaign) {
  const { municipalities, waves, withoutTurn, withoutSuccessor, waitForSeats, ...row } = campaign;
  return {
    ...campaignOf(row),
    ...{ municipalities, withoutTurn, withoutSuccessor, waitForSeats },
    waves: waves.map(({ ordinal, dueAt, people, invited }) => ({ ordinal, dueAt, people, invited })),
  };
}
