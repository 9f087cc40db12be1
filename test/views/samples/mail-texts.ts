import { mailTextForm } from '../../../src/mail-texts/mail-text-fields.pages.js';
import { mailTextPage, mailTextsPage, refusedPreview } from '../../../src/mail-texts/mail-texts.pages.js';
import { readForm } from '../../../src/platform/web/forms.js';
import { validationMessages } from '../../../src/platform/web/validation-messages.js';
import { standardText } from '../../../src/wording/standard-texts.js';
import type { Standing } from '../../../src/wording/wording.queries.js';
import { eachBlock } from '../../../src/wording/wording.rules.js';
import { translator } from '../pages.js';

const t = translator('nl');
const mail = { kind: 'certificate-issued', locale: 'nl' } as const;
const untouched: Standing = {
  ...{ municipalityId: null, version: 0, ownVersion: 0, own: eachBlock(() => null), isRegional: false },
  otherwise: eachBlock((block) => standardText(mail.kind, block, mail.locale)),
};
const changed: Standing = {
  ...untouched,
  ...{ version: 4, ownVersion: 3, isRegional: true },
  own: eachBlock((block) => (block === 'subject' ? null : 'Goed gedaan, {{name}}!\n<b>Tot ziens</b>')),
};
const sent = { subject: '', opening: 'Beste {{naam}}', practical: '{{#if name}}', closing: '', version: '4' };
const refused = readForm(mailTextForm(mail.kind, untouched.otherwise), sent);

export const samples = {
  'mail-texts/list': [
    mailTextsPage([], false, t),
    mailTextsPage(
      [
        { kind: 'reminder', locale: 'nl', municipality: null },
        { kind: 'reminder', locale: 'nl', municipality: 'Almere' },
        { kind: 'reminder', locale: 'en', municipality: 'Dronten' },
      ],
      false,
      t,
    ),
    mailTextsPage([{ kind: 'reminder', locale: 'nl', municipality: 'Almere' }], true, t),
  ].map((model) => ({ title: 'Mailteksten', ...model })),
  'mail-texts/refused-preview': [
    {
      title: t('mail-texts.preview.refused'),
      ...refusedPreview(
        [
          { path: 'opening', message: 'Op regel 1 staat <b>{{naam}}</b>.' },
          { path: 'version', message: 'Vul dit in.' },
        ],
        t,
      ),
    },
  ],
  'mail-texts/form': [
    mailTextPage(mail, untouched, null, null, t),
    mailTextPage(mail, changed, null, null, t),
    mailTextPage(mail, changed, { values: sent, issues: [] }, 'changed-meanwhile', t),
    mailTextPage(mail, changed, { values: sent, issues: [] }, 'test-sent', t),
    ...(refused.ok
      ? []
      : [
          mailTextPage(mail, changed, { ...refused, issues: validationMessages(refused.issues, t) }, null, t),
        ]),
  ].map((model) => ({ title: 'Certificaat en evaluatie (Nederlands)', ...model })),
};
