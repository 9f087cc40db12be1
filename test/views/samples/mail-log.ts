import { messagePage } from '../../../src/mail-log/message.pages.js';
import { messagesPage } from '../../../src/mail-log/messages.pages.js';
import type { MessageDetail } from '../../../src/mail-log/messages.queries.js';
import { shownStatuses, withdrawnReasons } from '../../../src/shared/message-status.js';
import { translator } from '../pages.js';

const t = translator('nl');
const reader = { ownOnly: false, locale: 'nl', t } as const;
const own = { ...reader, ownOnly: true } as const;
const id = '019c1c7e-0000-7000-8000-000000000001';
const at = new Date('2026-09-01T08:00:00Z');
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür <met haakjes> & Zonen';

const message: MessageDetail = {
  ...{ id, reason: 'reminder.due', locale: 'nl', toName: longName, subject: `Herinnering: ${longName}` },
  toAddress: 'een.heel.lang.adres.van.iemand@een-lange-organisatienaam.example.nl',
  ...{ status: 'sent', withdrawnReason: null, attempts: 1, nextAttemptAt: at, sentAt: at, createdAt: at },
  ...{ providerAnswer: '250 2.0.0 Ok: queued as <1>', sessionId: id, professionalId: id },
  ...{ holdsSecret: false, calendarMethod: 'REQUEST', calendarFile: 'BEGIN:VCALENDAR' },
  ...{ regionWordingVersion: 3, municipalityWordingVersion: 12 },
  ...{ text: 'Beste <b>Noor</b>,\n\nTot morgen.\n', html: '<p>Tot morgen.</p>', isWiped: false },
  ...{ enrolmentId: id, repeatsMessageId: null },
  resending: {
    ...{ to: { name: longName, address: 'noor@example.nl' }, repeats: [], news: [], isDead: false },
  },
  returns: [
    { kind: 'delayed', answer: '4.4.1 connection timed out', returnedAt: at },
    {
      kind: 'undelivered',
      answer: '550 5.1.1 <noor@example.nl>: Recipient address rejected',
      returnedAt: at,
    },
    { kind: 'auto-reply', answer: null, returnedAt: at },
  ],
  ...{ linksLeftOut: false, session: { course: longName, date: '2026-11-12' }, professionalName: longName },
};
const secret: MessageDetail = {
  ...message,
  ...{
    reason: 'sign-in-link.requested',
    toName: message.toAddress,
    holdsSecret: true,
    text: null,
    html: null,
  },
  ...{ returns: [], calendarMethod: null, calendarFile: null, sessionId: null, professionalId: null },
  ...{ regionWordingVersion: null, municipalityWordingVersion: null },
  ...{ session: null, professionalName: null, providerAnswer: null },
};

const { resending } = message;
const repeats = shownStatuses.map((status) => ({ id, status, createdAt: at }));
const news = [{ id, subject: longName, reason: 'session.moved', enrolmentId: id }];
const overtaken = { ...resending, news };
const dead = { ...resending, isDead: true, repeats };
const sameAddress = { ...resending, to: { name: longName, address: message.toAddress } };

const nothing = { rows: [], total: 0 };
const nobody = { session: null, professional: null };
const query = { page: 1, q: null, status: undefined, session: undefined, professional: undefined };
const titled = (title: string, model: object) => ({ title, ...model });

export const samples = {
  'mail-log/messages': [
    titled('Berichten', messagesPage(nothing, query, nobody, reader)),
    titled('Berichten', messagesPage(nothing, { ...query, q: 'a&b' }, nobody, own)),
    titled(
      'Berichten',
      messagesPage(
        { rows: shownStatuses.map((status) => ({ ...message, status })), total: 120 },
        { page: 2, q: '<b>', status: 'sent', session: id, professional: id },
        { session: message.session, professional: longName },
        own,
      ),
    ),
  ],
  'mail-log/message': [
    ...shownStatuses.map((status) =>
      titled(longName, messagePage({ ...message, status, sentAt: null }, reader)),
    ),
    ...withdrawnReasons.map((withdrawnReason) =>
      titled(longName, messagePage({ ...message, status: 'withdrawn', withdrawnReason }, reader)),
    ),
    titled('Herinnering', messagePage({ ...message, repeatsMessageId: id, resending: overtaken }, reader)),
    titled('Herinnering', messagePage({ ...message, resending: dead }, reader)),
    titled('Herinnering', messagePage({ ...message, resending: sameAddress }, reader)),
    titled('Herinnering', messagePage({ ...message, calendarFile: null, linksLeftOut: true }, own)),
    titled('Inloggen', messagePage(secret, reader)),
    titled('Inloggen', messagePage({ ...secret, isWiped: true }, own)),
  ],
};
