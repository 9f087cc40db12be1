import {
  certificatesPage,
  replacementFields,
  certificateView,
  checkFields,
  revocationFields,
} from '../../../src/certificates/certificates.pages.js';
import type { CertificateRow } from '../../../src/certificates/certificates.queries.js';
import {
  lookPage,
  looksPage,
  logoIssue,
  refusedPreviewPage,
} from '../../../src/certificates/look/looks.pages.js';
import type { LookRow } from '../../../src/certificates/look/looks.queries.js';
import { badgeKeysPage } from '../../../src/certificates/open-badge/badge-keys.pages.js';
import type { BadgeKeyRow } from '../../../src/certificates/open-badge/badge-keys.queries.js';
import { openBadgePage } from '../../../src/certificates/open-badge/open-badge.pages.js';
import type { BadgeableRow } from '../../../src/certificates/open-badge/open-badge.queries.js';
import { messages } from '../../../src/messages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';
import { buildForm, type FieldIssue } from '../../../src/platform/web/forms.js';
import type { Role } from '../../../src/shared/actor.js';
import { exampleCertificate } from '../../support/certificates.js';
import { smallLogo } from '../../support/pictures.js';

const t = createTranslator(messages)('nl');
const TODAY = '2026-11-22';
const LONG = 'Voorbeeld van der Voorbeeldenstein-Özgür tot Nieuwenhuizen & Partners '.repeat(2).trim();

const row = (given: Partial<CertificateRow> = {}): CertificateRow => ({
  id: '01890000-0000-7000-8000-000000000000',
  number: 'LL-2026-ABCDE-FGHJK-MNPQR',
  professionalName: 'Noor Voorbeeld',
  courseTitle: 'Basistraining: signalen herkennen',
  level: 'basic',
  municipalityName: 'Almere',
  regionName: 'Flevoland',
  dates: ['2026-11-12', '2026-11-13'],
  issuedOn: '2026-11-13',
  validUntil: '2028-11-13',
  revokedAt: null,
  revocationReason: null,
  source: null,
  earlierNumber: null,
  ...given,
});
const rows = [
  row(),
  row({ professionalName: LONG, courseTitle: LONG, validUntil: null, level: 'follow-up' }),
  row({ validUntil: '2025-01-01' }),
  row({ dates: [], source: LONG, earlierNumber: '12 <b>' }),
  row({ dates: [], source: 'Lijst van 2019' }),
  row({ revokedAt: new Date('2026-11-20T10:00:00Z'), revocationReason: 'replaced' }),
];

const list = (
  role: Role,
  found: readonly CertificateRow[],
  q: string | null = null,
  total = found.length,
  session: string | null = null,
) => ({
  title: 'Certificaten',
  ...certificatesPage(
    { rows: found, total },
    { page: 1, q, status: null, session },
    { role, today: TODAY, locale: 'nl' },
    t,
  ),
});
const issue = [{ path: 'number', message: 'Vul dit in.' }];
const check = (given: object) => ({
  title: 'Certificaat controleren',
  result: null,
  notFound: false,
  form: buildForm(checkFields, {}, [], t),
  ...given,
});
const revoke = (issues: typeof issue) => ({
  title: 'Certificaat intrekken',
  number: row().number,
  professionalName: LONG,
  courseTitle: 'Basistraining',
  form: buildForm(revocationFields(t), {}, issues, t),
});

const replace = (nameNow: string) => ({
  title: 'Certificaat vervangen',
  number: row().number,
  professionalName: LONG,
  nameNow,
  courseTitle: 'Basistraining',
  isSame: nameNow === LONG,
  form: buildForm(replacementFields, {}, [], t),
});

const badge = (given: Partial<BadgeableRow>, isDistrusted = false, issues: readonly FieldIssue[] = []) => ({
  title: 'Open Badge',
  ...openBadgePage(row().number, { ...badgeable, ...given }, isDistrusted, issues, t),
});
const badgeable: BadgeableRow = {
  ...{ id: row().id, regionId: row().id, regionName: 'Flevoland', courseId: row().id, locale: 'nl' },
  ...{ professionalName: LONG, email: 'noor@example.nl', courseTitle: LONG, document: exampleCertificate },
  ...{
    issuedAt: new Date('2026-11-13T10:00:00Z'),
    issuedOn: '2026-11-13',
    validUntil: null,
    revokedAt: null,
  },
  ...{ badgeId: null, madeAt: null, keyId: null, source: null },
  ...{ lookId: null, accent: null, logo: null },
};
const made = { badgeId: row().id, madeAt: new Date('2026-11-20T10:00:00Z'), keyId: row().id };

const badgeKeys = (rows: readonly BadgeKeyRow[]) => ({
  title: 'Sleutels voor badges',
  ...badgeKeysPage(rows, t),
});
const [earlier, later] = [new Date('2025-11-20T10:00:00Z'), new Date('2026-11-20T10:00:00Z')];
const keys: readonly BadgeKeyRow[] = [
  { id: row().id, madeAt: later, replacedAt: null, revokedAt: null, badges: 0 },
  { id: row().id, madeAt: earlier, replacedAt: later, revokedAt: null, badges: 1_200 },
  { id: row().id, madeAt: earlier, replacedAt: earlier, revokedAt: later, badges: 1 },
];

const lookRow: LookRow = {
  ...{ municipalityId: row().id, municipality: LONG, region: 'Flevoland', version: 3, accent: '#5b2a86' },
  ...{ logo: Buffer.from(smallLogo, 'base64'), writtenAt: new Date('2026-11-20T10:00:00Z') },
};
const bare: LookRow = { ...lookRow, version: 0, accent: null, logo: null, writtenAt: null };
const sentLook = { accent: '#ffee00', version: '2' };
const lookIssues = [{ path: 'accent', message: 'Te <licht>.' }, logoIssue('cmyk', t)];
const look = (...given: Parameters<typeof lookPage>) => ({ title: 'Uiterlijk', ...lookPage(...given) });
const listedLooks = [
  { ...lookRow, hasLogo: true },
  { ...bare, hasLogo: false },
];

export const samples = {
  'certificates/looks': [
    { title: 'Uiterlijk', ...looksPage({ rows: [], total: 0 }, 1, t) },
    { title: 'Uiterlijk', ...looksPage({ rows: listedLooks, total: 120 }, 2, t) },
  ],
  'certificates/look': [
    look(bare, null, false, t),
    look(lookRow, null, false, t),
    look(lookRow, { values: sentLook, issues: lookIssues }, false, t),
    look(lookRow, { values: sentLook, issues: [] }, true, t),
  ],
  'certificates/refused-look': [
    {
      title: t('certificates.look.refusedPreview'),
      ...refusedPreviewPage([...lookIssues, { path: 'version', message: 'Vul dit in.' }], t),
    },
  ],
  'certificates/badge-keys': [badgeKeys([]), badgeKeys(keys)],
  'certificates/open-badge': [
    badge({}),
    badge({ courseTitle: 'Basistraining', professionalName: 'Noor Voorbeeld' }),
    badge({}, false, [{ path: 'withName', message: 'Kies een van de mogelijkheden.' }]),
    badge(made),
    badge(made, true),
  ],
  'certificates/replace': [replace('Noor Anders'), replace(LONG)],
  'certificates/list': [
    list('coordinator', rows, 'Noor & "zoon"', 220),
    list('contact', rows),
    list('contact', rows, null, 4, '019ab000-0000-7000-8000-000000000000'),
    list('contact', []),
    list('coordinator', [], 'onbekend'),
    list('professional', rows),
    list('professional', []),
  ],
  'certificates/revoke': [
    revoke([]),
    revoke([{ path: 'reason', message: 'Kies een van de mogelijkheden.' }]),
  ],
  'certificates/check': [
    check({}),
    check({ notFound: true }),
    check({ form: buildForm(checkFields, { number: '<x>' }, issue, t) }),
    ...rows.map((each) => check({ result: certificateView(each, TODAY, 'nl', t) })),
  ],
};
