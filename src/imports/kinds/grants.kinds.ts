import { z } from 'zod';
import type { ActivityRegisterService } from '../../grants/activity-register.service.js';
import type { GrantRegisterService } from '../../grants/grant-register.service.js';
import {
  blankAsNull,
  centsFromDutch,
  localDate,
  requiredText,
  wholeNumber,
} from '../../platform/web/fields.js';
import type { TrainingHistoryService } from '../../reports/training-history.service.js';
import { choice, yesNo } from '../columns.js';
import { importKind, type ImportKind } from '../import-kind.js';
import type { Look } from '../references.js';
import { levels } from './courses.kinds.js';

const decision = requiredText(60);
const year = wholeNumber(2000, 2100);
/** Every figure says whether it was invented, and who tells it. */
const origin = { voorbeeld: yesNo, bron: requiredText(300) };
const isDemoAndSource = (row: { voorbeeld: boolean; bron: string }) => ({
  isDemo: row.voorbeeld,
  source: row.bron,
});

const payers = { subsidie: 'grant', 'eigen bijdrage': 'own' } as const;
/** A grant for several years is divided per year; that of one year needs no telling. */
const ofYear = { jaar: blankAsNull(year) };
interface RowOfYear {
  readonly beschikking: string;
  readonly jaar: number | null;
}

function grantYear({ beschikking, jaar }: RowOfYear, look: Look) {
  const grantId = look('grant', 'beschikking', beschikking);
  return { grantId, year: Number(look('grant-year', 'jaar', jaar === null ? '' : String(jaar), grantId)) };
}

function lineOf(row: RowOfYear & { readonly post: string }, look: Look): string {
  const { grantId, year: of } = grantYear(row, look);
  return look('grant-line', 'post', row.post, of === 0 ? '' : `${grantId}/${of}`);
}

export function grantKinds(
  grants: GrantRegisterService,
  activities: ActivityRegisterService,
  history: TrainingHistoryService,
): ImportKind[] {
  return [
    grantKind(grants),
    activityKind(activities),
    lineKind(grants),
    budgetKind(grants),
    allotmentKind(grants),
    historyKind(history),
  ];
}

const grantKind = (service: GrantRegisterService) =>
  importKind({
    name: 'grants',
    schema: z.object({
      beschikking: decision,
      titel: requiredText(200),
      hoofdaanvrager: requiredText(100),
      jaar: year,
      tot_en_met_jaar: blankAsNull(year),
      bedrag: centsFromDutch,
      ...origin,
    }),
    optional: ['tot_en_met_jaar'],
    references: ['municipality'],
    refuse: ({ jaar, tot_en_met_jaar: last }) =>
      last !== null && last < jaar ? { column: 'tot_en_met_jaar', key: 'imports.fault.yearsReversed' } : null,
    resolve: (row, look) => ({
      decisionNumber: row.beschikking,
      title: row.titel,
      leadMunicipalityId: look('municipality', 'hoofdaanvrager', row.hoofdaanvrager),
      firstYear: row.jaar,
      lastYear: row.tot_en_met_jaar ?? row.jaar,
      amountCents: String(row.bedrag),
      ...isDemoAndSource(row),
    }),
    keys: (row) => [row.decisionNumber],
    register: async (tx, actor, rows) => ({ results: await service.registerGrants(tx, actor, rows) }),
  });

/** What the decision lets the grant pay; days that are left empty are those of the grant. */
const activityKind = (service: ActivityRegisterService) =>
  importKind({
    name: 'grant-activities',
    schema: z.object({
      beschikking: decision,
      activiteit: requiredText(60),
      naam: requiredText(200),
      kosten_vanaf: blankAsNull(localDate),
      kosten_tot_en_met: blankAsNull(localDate),
    }),
    optional: ['kosten_vanaf', 'kosten_tot_en_met'],
    references: ['grant', 'grant-year'],
    refuse: ({ kosten_vanaf: first, kosten_tot_en_met: last }) =>
      first !== null && last !== null && last < first
        ? { column: 'kosten_tot_en_met', key: 'imports.fault.daysReversed' }
        : null,
    resolve: (row, look) => {
      const grantId = look('grant', 'beschikking', row.beschikking);
      const { kosten_vanaf: firstDay, kosten_tot_en_met: lastDay } = row;
      // A day of a year that the grant is not for is a fault of its column.
      if (firstDay !== null) look('grant-year', 'kosten_vanaf', firstDay.slice(0, 4), grantId);
      if (lastDay !== null) look('grant-year', 'kosten_tot_en_met', lastDay.slice(0, 4), grantId);
      return { grantId, code: row.activiteit, title: row.naam, firstDay, lastDay };
    },
    keys: (row) => [`${row.grantId}/${row.code}`],
    register: async (tx, actor, rows) => ({ results: await service.registerActivities(tx, actor, rows) }),
  });

const lineKind = (service: GrantRegisterService) =>
  importKind({
    name: 'grant-lines',
    schema: z.object({
      beschikking: decision,
      post: requiredText(60),
      omschrijving: requiredText(200),
      niveau: blankAsNull(choice(levels)),
      ...ofYear,
      betaald_door: blankAsNull(choice(payers)),
      activiteit: blankAsNull(requiredText(60)),
    }),
    optional: ['jaar', 'betaald_door', 'activiteit'],
    refuse: ({ niveau, betaald_door: payer, activiteit }) => {
      if (payer !== 'own') return null;
      if (niveau !== null) return { column: 'betaald_door', key: 'imports.fault.ownTrainings' };
      return activiteit === null ? null : { column: 'activiteit', key: 'imports.fault.ownActivity' };
    },
    references: ['grant', 'grant-year', 'grant-activity'],
    resolve: (row, look) => {
      const of = grantYear(row, look);
      const { activiteit: named } = row;
      return {
        ...of,
        code: row.post,
        title: row.omschrijving,
        courseLevel: row.niveau,
        paidBy: row.betaald_door ?? 'grant',
        activityId: named === null ? null : look('grant-activity', 'activiteit', named, of.grantId),
      };
    },
    // A level is paid from one line of a grant in a year, so that it is clear which.
    keys: (row) => [
      `${row.grantId}/${row.year}/${row.code}`,
      ...(row.courseLevel === null ? [] : [`${row.grantId}/${row.year}//${row.courseLevel}`]),
    ],
    register: async (tx, actor, rows) => ({ results: await service.registerLines(tx, actor, rows) }),
  });

const budgetKind = (service: GrantRegisterService) =>
  importKind({
    name: 'budgets',
    schema: z.object({
      beschikking: decision,
      post: requiredText(60),
      gemeente: requiredText(100),
      bedrag: centsFromDutch,
      ...origin,
      ...ofYear,
    }),
    optional: ['jaar'],
    references: ['grant', 'grant-year', 'grant-line', 'municipality'],
    resolve: (row, look) => ({
      grantLineId: lineOf(row, look),
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      amountCents: String(row.bedrag),
      ...isDemoAndSource(row),
    }),
    keys: (row) => [`${row.grantLineId}/${row.municipalityId}`],
    register: async (tx, actor, rows) => ({ results: await service.registerBudgets(tx, actor, rows) }),
  });

const allotmentKind = (service: GrantRegisterService) =>
  importKind({
    name: 'allotments',
    schema: z.object({
      beschikking: decision,
      gemeente: requiredText(100),
      training: requiredText(60),
      aantal_trainingen: wholeNumber(0, 1000),
      ...origin,
      ...ofYear,
    }),
    optional: ['jaar'],
    references: ['grant', 'grant-year', 'municipality', 'course'],
    resolve: (row, look) => ({
      ...grantYear(row, look),
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      courseId: look('course', 'training', row.training),
      trainings: row.aantal_trainingen,
      ...isDemoAndSource(row),
    }),
    keys: (row) => [`${row.grantId}/${row.year}/${row.municipalityId}/${row.courseId}`],
    register: async (tx, actor, rows) => ({ results: await service.registerAllotments(tx, actor, rows) }),
  });

const historyKind = (service: TrainingHistoryService) =>
  importKind({
    name: 'history',
    schema: z.object({
      gemeente: requiredText(100),
      jaar: year,
      aantal_getraind: wholeNumber(0, 1_000_000),
      bron: requiredText(300),
    }),
    references: ['municipality'],
    resolve: (row, look) => ({
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      year: row.jaar,
      professionalsTrained: row.aantal_getraind,
      source: row.bron,
    }),
    keys: (row) => [`${row.municipalityId}/${row.year}`],
    register: async (tx, actor, rows) => ({ results: await service.registerHistory(tx, actor, rows) }),
  });
