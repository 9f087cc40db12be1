import { z } from 'zod';
import type { AccountService } from '../../access/account.service.js';
import { blankAsNull, emailAddress, requiredText } from '../../platform/web/fields.js';
import { choice } from '../columns.js';
import { importKind, type ImportKind } from '../import-kind.js';

const contactRole = 'contactpersoon';
const roles = {
  coördinator: 'coordinator',
  coordinator: 'coordinator',
  [contactRole]: 'contact',
  financiën: 'finance',
  financien: 'finance',
  beheerder: 'administrator',
} as const;

const accountSchema = z
  .object({
    rol: choice<(typeof roles)[keyof typeof roles]>(roles),
    naam: requiredText(200),
    email: emailAddress,
    gemeente: blankAsNull(requiredText(100)),
  })
  .superRefine((row, context) => {
    if (row.rol !== 'contact' || row.gemeente !== null) return;
    context.addIssue({ code: 'custom', path: ['gemeente'], params: { key: 'web.validation.required' } });
  });

/** Trainers and professionals get their accounts with their own files; an account that is there stays as it is. */
export const accountKind = (service: AccountService): ImportKind =>
  importKind({
    name: 'accounts',
    systemOnly: true,
    schema: accountSchema,
    references: ['municipality'],
    resolve: (row, look) => ({
      role: row.rol,
      name: row.naam,
      email: row.email,
      municipalityId: row.gemeente === null ? null : look('municipality', 'gemeente', row.gemeente),
    }),
    keys: (row) => [row.email],
    register: async (tx, actor, rows) => {
      const regionId = actor.regionId!;
      const accounts = rows.map((row) => ({ ...row, regionId, locale: 'nl' as const }));
      const opened = new Set(await service.openAccounts(tx, actor, accounts));
      return {
        results: rows.map(({ email }) => ({ outcome: opened.has(email) ? 'added' : 'same', changes: [] })),
      };
    },
  });
