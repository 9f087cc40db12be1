import { z } from 'zod';
import type { GrantRegisterService } from '../../grants/grant-register.service.js';
import { blankAsNull, centsFromDutch, requiredText, wholeNumber } from '../../platform/web/fields.js';
import type { TrainingHistoryService } from '../../reports/training-history.service.js';
import { choice, yesNo } from '../columns.js';
import { importKind, type ImportKind } from '../import-kind.js';
import { levels } from './courses.kinds.js';

const decision = requiredText(60);
const year = wholeNumber(2000, 2100);
/** Every figure says whether it was invented, and who tells it. */
const origin = { voorbeeld: yesNo, bron: requiredText(300) };
const isDemoAndSource = (row: { voorbeeld: boolean; bron: string }) => ({
  isDemo: row.voorbeeld,
  source: row.bron,
});

export function grantKinds(grants: GrantRegisterService, history: TrainingHistoryService): ImportKind[] {
  return [
    grantKind(grants),
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
      bedrag: centsFromDutch,
      ...origin,
    }),
    references: ['municipality'],
    resolve: (row, look) => ({
      decisionNumber: row.beschikking,
      title: row.titel,
      leadMunicipalityId: look('municipality', 'hoofdaanvrager', row.hoofdaanvrager),
      year: row.jaar,
      amountCents: String(row.bedrag),
      ...isDemoAndSource(row),
    }),
    keys: (row) => [row.decisionNumber],
    register: async (tx, actor, rows) => ({ results: await service.registerGrants(tx, actor, rows) }),
  });

const lineKind = (service: GrantRegisterService) =>
  importKind({
    name: 'grant-lines',
    schema: z.object({
      beschikking: decision,
      post: requiredText(60),
      omschrijving: requiredText(200),
      niveau: blankAsNull(choice(levels)),
    }),
    references: ['grant'],
    resolve: (row, look) => ({
      grantId: look('grant', 'beschikking', row.beschikking),
      code: row.post,
      title: row.omschrijving,
      courseLevel: row.niveau,
    }),
    // A level is paid from one line of a grant, so that it is clear which.
    keys: (row) => [
      `${row.grantId}/${row.code}`,
      ...(row.courseLevel === null ? [] : [`${row.grantId}//${row.courseLevel}`]),
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
    }),
    references: ['grant', 'grant-line', 'municipality'],
    resolve: (row, look) => ({
      grantLineId: look('grant-line', 'post', row.post, look('grant', 'beschikking', row.beschikking)),
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
    }),
    references: ['grant', 'municipality', 'course'],
    resolve: (row, look) => ({
      grantId: look('grant', 'beschikking', row.beschikking),
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      courseId: look('course', 'training', row.training),
      trainings: row.aantal_trainingen,
      ...isDemoAndSource(row),
    }),
    keys: (row) => [`${row.grantId}/${row.municipalityId}/${row.courseId}`],
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
