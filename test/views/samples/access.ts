import { buildForm, type FieldSpec } from '../../../src/platform/web/forms.js';
import { messages } from '../../../src/messages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';

const t = createTranslator(messages)('nl');
const email: FieldSpec = { name: 'email', kind: 'email', label: 'access.signIn.email', required: true };
const title = 'Inloggen';

export const samples = {
  'access/sign-in': [
    { title, form: buildForm([email], {}, [], t) },
    {
      title,
      form: buildForm(
        [email],
        { email: 'geen adres' },
        [{ path: 'email', message: 'Vul een e-mailadres in.' }],
        t,
      ),
    },
  ],
  'access/link-sent': [
    { title, mailboxHref: null },
    { title, mailboxHref: '/local/mailbox' },
  ],
  'access/use-link': [{ title, token: 'a'.repeat(43), next: '/' }],
};
