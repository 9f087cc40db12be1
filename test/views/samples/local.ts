import { letterPage, mailboxPage } from '../../../src/administration/mailbox.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const mail = {
  id: '019c1c7e-0000-7000-8000-000000000001',
  to_name: 'Noor Voorbeeld',
  to_address: 'noor@example.nl',
  subject: 'Uw link om in te loggen bij Leerlijn',
  status: 'sent',
  created_at: new Date('2026-09-01T08:00:00Z'),
  has_calendar: true,
} as const;
const text_body = 'Beste Noor,\n\nLog in:\nhttps://leerlijn.example/sign-in/links/x?a=1&b=2\n\nTot <ziens>.';

export const samples = {
  'local/mailbox': [
    { title: 'Postvak', ...mailboxPage({ rows: [], total: 0 }, { q: null, page: 1 }, t) },
    { title: 'Postvak', ...mailboxPage({ rows: [mail], total: 120 }, { q: 'a&b "c"', page: 2 }, t) },
  ],
  'local/letter': [
    { title: mail.subject, ...letterPage({ ...mail, text_body, calendar_file: 'BEGIN:VCALENDAR' }) },
    {
      title: mail.subject,
      ...letterPage({ ...mail, has_calendar: false, text_body: '', calendar_file: null }),
    },
  ],
};
