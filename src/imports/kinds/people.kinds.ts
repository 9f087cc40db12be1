import { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import {
  blankAsNull,
  emailAddress,
  localDate,
  requiredText,
  wholeNumber,
} from '../../platform/web/fields.js';
import type { OrganisationService } from '../../people/organisation.service.js';
import type { ProfessionalService } from '../../people/professional.service.js';
import type { RegionService } from '../../people/region.service.js';
import { yesNo } from '../columns.js';
import { importKind, type ImportKind } from '../import-kind.js';

const cbsCode = requiredText(20).pipe(
  z.string().refine((written) => /^GM\d{4}$/.test(written), {
    params: { key: 'imports.fault.cbsCode' satisfies MessageKey },
  }),
);
const code = requiredText(60);

export function peopleKinds(
  regions: RegionService,
  organisations: OrganisationService,
  professionals: ProfessionalService,
): ImportKind[] {
  return [
    regionKind(regions),
    municipalityKind(regions),
    functionKind(organisations),
    organisationKind(organisations),
    professionalKind(professionals),
  ];
}

const regionKind = (service: RegionService) =>
  importKind({
    name: 'regions',
    systemOnly: true,
    schema: z.object({
      regio: requiredText(100),
      hoofdaanvrager_code: cbsCode,
      hoofdaanvrager: requiredText(100),
      voorbeeld: yesNo,
      reistijd_minuten: blankAsNull(wholeNumber(0, 600)),
      wensen_bewaren_dagen: blankAsNull(wholeNumber(0, 90)),
      redenen_bewaren_maanden: blankAsNull(wholeNumber(0, 120)),
      gastnamen_bewaren_maanden: blankAsNull(wholeNumber(0, 120)),
      verloopmail_dagen: blankAsNull(wholeNumber(0, 730)),
    }),
    optional: [
      'reistijd_minuten',
      'wensen_bewaren_dagen',
      'redenen_bewaren_maanden',
      'gastnamen_bewaren_maanden',
      'verloopmail_dagen',
    ],
    references: [],
    resolve: (row) => ({
      name: row.regio,
      lead: { cbsCode: row.hoofdaanvrager_code, name: row.hoofdaanvrager },
      isDemo: row.voorbeeld,
      settings: {
        travelMinutes: row.reistijd_minuten,
        wishesKeptDays: row.wensen_bewaren_dagen,
        reasonsKeptMonths: row.redenen_bewaren_maanden,
        guestNamesKeptMonths: row.gastnamen_bewaren_maanden,
        expiryMailDays: row.verloopmail_dagen,
      },
    }),
    // One region per file: the files beside it are about that one.
    keys: () => ['region'],
    register: async (tx, actor, rows) => {
      const [entry] = rows;
      if (!entry) return { results: [] };
      const { regionId, outcome } = await service.registerRegion(tx, actor, entry);
      return { results: [{ outcome, changes: [] }], regionId };
    },
  });

const municipalityKind = (service: RegionService) =>
  importKind({
    name: 'municipalities',
    schema: z.object({
      cbs_code: cbsCode,
      gemeente: requiredText(100),
      lid_van_regio: blankAsNull(yesNo),
    }),
    optional: ['lid_van_regio'],
    references: [],
    resolve: (row) => ({ cbsCode: row.cbs_code, name: row.gemeente, isMember: row.lid_van_regio }),
    keys: (row) => [row.cbsCode],
    register: async (tx, actor, rows) => ({
      results: await service.registerMunicipalities(tx, actor, rows),
    }),
  });

const functionKind = (service: OrganisationService) =>
  importKind({
    name: 'functions',
    schema: z.object({ functiecode: code, functie_nl: requiredText(100), functie_en: requiredText(100) }),
    references: [],
    resolve: (row) => ({ code: row.functiecode, nameNl: row.functie_nl, nameEn: row.functie_en }),
    keys: (row) => [row.code],
    register: async (tx, actor, rows) => ({ results: await service.registerFunctions(tx, actor, rows) }),
  });

const organisationKind = (service: OrganisationService) =>
  importKind({
    name: 'organisations',
    schema: z.object({
      organisatie: requiredText(200),
      gemeente: requiredText(100),
      contactpersoon: requiredText(200),
      contact_email: emailAddress,
      herzien_op: localDate,
      maildomein: blankAsNull(requiredText(200)),
    }),
    optional: ['maildomein'],
    references: ['municipality'],
    resolve: (row, look) => ({
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      name: row.organisatie,
      emailDomain: row.maildomein,
      contactName: row.contactpersoon,
      contactEmail: row.contact_email,
      reviewOn: row.herzien_op,
    }),
    keys: (row) => [`${row.municipalityId}/${row.name}`],
    register: async (tx, actor, rows) => ({
      results: await service.registerOrganisations(tx, actor, rows),
    }),
  });

const professionalKind = (service: ProfessionalService) =>
  importKind({
    name: 'professionals',
    schema: z.object({
      naam: requiredText(200),
      email: emailAddress,
      gemeente: requiredText(100),
      organisatie: requiredText(200),
      functie: requiredText(100),
    }),
    references: ['municipality', 'organisation', 'function'],
    resolve: (row, look) => {
      const municipalityId = look('municipality', 'gemeente', row.gemeente);
      return {
        name: row.naam,
        email: row.email,
        municipalityId,
        organisationId: look('organisation', 'organisatie', row.organisatie, municipalityId),
        functionId: look('function', 'functie', row.functie),
      };
    },
    keys: (row) => [row.email],
    register: async (tx, actor, rows) => ({
      results: await service.registerProfessionals(tx, actor, rows),
    }),
  });
