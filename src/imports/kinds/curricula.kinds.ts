import { z } from 'zod';
import type { CurriculumService, RequirementEntry } from '../../curriculum/curriculum.service.js';
import { requiredText } from '../../platform/web/fields.js';
import { choice } from '../columns.js';
import { importKind } from '../import-kind.js';
import { entryLevelWords } from './certificates.kinds.js';

/** Which level a municipality asks of a function, one line each, with who advises it. */
export const curriculumKind = (service: CurriculumService) =>
  importKind({
    name: 'curricula',
    schema: z.object({
      gemeente: requiredText(100),
      functie: requiredText(100),
      gevraagd_niveau: choice(entryLevelWords),
      bron: requiredText(300),
    }),
    references: ['municipality', 'function'],
    resolve: (row, look): RequirementEntry => ({
      municipalityId: look('municipality', 'gemeente', row.gemeente),
      functionId: look('function', 'functie', row.functie),
      ...{ level: row.gevraagd_niveau, source: row.bron },
    }),
    keys: ({ municipalityId, functionId }) => [`${municipalityId}/${functionId}`],
    register: async (tx, actor, rows) => ({ results: await service.register(tx, actor, rows) }),
  });
