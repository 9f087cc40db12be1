import { z } from 'zod';
import { vatTreatments } from '../courses/vat.rules.js';
import { finalSpec, reasonSpec, vatSpec } from '../grants/invoice-fields.pages.js';
import { creditReasons } from '../grants/settlement.rules.js';
import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, checkbox, chosen, localDate } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { likeliest, proposals, type Likeness, type Proposal } from './matching.rules.js';
import { setAsideReasons } from './received-document.rules.js';
import type { CommitmentCandidate, InvoiceCandidate, ReceivedRow } from './received-invoice.queries.js';

/** One of what is proposed, or another from the list below it: exactly one of the two. */
const belongsTo = { proposed: blankAsNull(chosen), other: blankAsNull(chosen) };
const oneOf = <Sent extends { proposed: string | null; other: string | null }>(
  { proposed, other, ...rest }: Sent,
  context: z.RefinementCtx,
) => {
  const id = other ?? proposed;
  if (id !== null && (proposed === null || other === null || proposed === other)) return { ...rest, id };
  const key = id === null ? 'received.choose' : 'received.chooseOne';
  context.addIssue({ code: 'custom', path: [id === null ? 'proposed' : 'other'], params: { key } });
  return z.NEVER;
};

/** How an invoice is booked on a commitment. */
export const onCommitmentForm = z
  .object({ ...belongsTo, vatTreatment: z.enum(vatTreatments), isFinal: checkbox })
  .transform(oneOf);

/** How a credit note is booked on an invoice. */
export const onInvoiceForm = z.object({ ...belongsTo, reason: z.enum(creditReasons) }).transform(oneOf);

/** How an invoice is booked as a cost for which nothing was reserved. */
export const asCostForm = z.object({
  grantLineId: chosen,
  municipalityId: chosen,
  costDate: localDate,
  vatTreatment: z.enum(vatTreatments),
});

export const setAsideForm = z.object({ setAside: z.enum(setAsideReasons) });

/** Which of the forms on the page was sent, when one was refused. */
export interface SentBack extends SentForm {
  readonly form: 'book' | 'set-aside';
}

export interface BookingChoices {
  readonly commitments: readonly CommitmentCandidate[];
  readonly invoices: readonly InvoiceCandidate[];
}

interface Reader {
  readonly books: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The model of `received-invoices/invoice`. */
export function receivedInvoicePage(
  received: ReceivedRow,
  choices: BookingChoices,
  sent: SentBack | null,
  reader: Reader,
) {
  const { t } = reader;
  const address = `/received-invoices/${received.id}`;
  const waits = received.state === 'waiting' && reader.books;
  return {
    ...receivedFacts(received, t),
    fileHref: `${address}/file`,
    fileName: received.fileName,
    receivedBy: received.receivedBy,
    receivedAt: received.receivedAt,
    status: statusOf(received, t),
    bookedHref: received.realisationId && `/realisations/${received.realisationId}`,
    booking: waits ? bookingOf(received, choices, sent?.form === 'book' ? sent : null, reader) : null,
    costHref: waits && received.kind === 'invoice' ? `${address}/cost` : null,
    setAside: waits
      ? {
          action: `${address}/set-aside`,
          form: buildForm(
            [setAsideSpec(t)],
            sent?.form === 'set-aside' ? sent.values : {},
            sent?.form === 'set-aside' ? sent.issues : [],
            t,
          ),
        }
      : null,
    takeUpAction: received.state === 'set-aside' && reader.books ? `${address}/take-up` : null,
  };
}

/** What the supplier sent, as `partials/received-facts` shows it. */
export function receivedFacts(received: ReceivedRow, t: Translate) {
  return {
    kind: t(`received.kind.${received.kind}`),
    supplier: received.supplier,
    number: received.invoiceNumber,
    on: received.invoiceDate,
    deliveredOn: received.deliveredOn,
    about: received.about === '' ? null : received.about,
    credits: received.credits,
    vat: received.vatTreatment ? t(`grants.vat.${received.vatTreatment}`) : t('received.vatUnknown'),
    amount: { cents: received.amountCents, isDemo: false },
  };
}

function statusOf(received: ReceivedRow, t: Translate) {
  switch (received.state) {
    case 'waiting':
      return { kind: 'warning', label: t('received.status.waiting') };
    case 'booked':
      return { kind: 'success', label: t('received.status.booked') };
    case 'set-aside':
      return {
        kind: 'neutral',
        label: t('received.status.setAside', {
          reason: t(`received.setAside.${received.setAsideReason!}`),
          name: received.setAsideBy!,
        }),
      };
  }
}

function bookingOf(received: ReceivedRow, choices: BookingChoices, sent: SentForm | null, reader: Reader) {
  const isInvoice = received.kind === 'invoice';
  const { specs, likeliestId } = isInvoice
    ? choiceOf(received, choices.commitments, (one) => commitmentLabel(one, reader), reader.t)
    : choiceOf(received, choices.invoices, (one) => invoiceLabel(one, reader), reader.t);
  const fits = choices.commitments.find(({ id }) => id === likeliestId);
  const first = {
    proposed: likeliestId ?? '',
    vatTreatment: received.vatTreatment ?? '',
    isFinal: fits && fits.openCents <= received.amountCents ? 'on' : '',
  };
  const more = isInvoice ? [vatSpec(reader.t), finalSpec] : [reasonSpec(reader.t)];
  return {
    action: `/received-invoices/${received.id}/${isInvoice ? 'commitment' : 'credited-invoice'}`,
    title: reader.t(isInvoice ? 'received.book.commitment' : 'received.book.invoice'),
    hint: reader.t(likeliestId === null ? 'received.book.look' : 'received.book.found'),
    form:
      (isInvoice ? choices.commitments : choices.invoices).length === 0
        ? null
        : buildForm([...specs, ...more], sent?.values ?? first, sent?.issues ?? [], reader.t),
    none: reader.t(isInvoice ? 'received.book.noCommitment' : 'received.book.noInvoice'),
  };
}

function choiceOf<C extends CommitmentCandidate | InvoiceCandidate>(
  received: ReceivedRow,
  candidates: readonly C[],
  labelOf: (candidate: C) => string,
  t: Translate,
): { specs: FieldSpec[]; likeliestId: string | null } {
  const about = [received.about, received.credits ?? ''].join(' ');
  const found = proposals({ ...received, about }, candidates);
  const isProposed = new Set(found.map(({ candidate }) => candidate.id));
  const proposed: FieldSpec = {
    ...({ name: 'proposed', kind: 'radios', label: 'received.proposed' } as const),
    options: found.map((each) => ({ value: each.candidate.id, label: proposalLabel(each, labelOf, t) })),
    required: true,
  };
  const others = candidates.filter(({ id }) => !isProposed.has(id));
  const other: FieldSpec = {
    ...({ name: 'other', kind: 'select' } as const),
    label: found.length === 0 ? 'received.all' : 'received.other',
    options: others.map((each) => ({ value: each.id, label: labelOf(each) })),
    required: found.length === 0,
  };
  return {
    specs: [...(found.length > 0 ? [proposed] : []), ...(others.length > 0 ? [other] : [])],
    likeliestId: likeliest(found)?.id ?? null,
  };
}

function proposalLabel<C>(
  { candidate, alike }: Proposal<C>,
  labelOf: (candidate: C) => string,
  t: Translate,
): string {
  const reasons = alike.map((each: Likeness) => t(`received.alike.${each}`)).join(', ');
  return `${labelOf(candidate)} (${reasons})`;
}

function commitmentLabel(one: CommitmentCandidate, { locale, t }: Reader): string {
  return t('received.commitmentLabel', {
    course: one.subject,
    dates: formatDateRange(one.dates, locale),
    municipality: one.municipalityName,
    line: one.lineTitle,
    open: formatCents(one.openCents, locale),
  });
}

function invoiceLabel(one: InvoiceCandidate, { locale, t }: Reader): string {
  return t('received.invoiceLabel', {
    supplier: one.supplier,
    number: one.invoiceNumber,
    municipality: one.municipalityName,
    line: one.lineTitle,
    open: formatCents(one.openCents, locale),
  });
}

function setAsideSpec(t: Translate): FieldSpec {
  const options = setAsideReasons.map((value) => ({ value, label: t(`received.setAside.${value}`) }));
  return { name: 'setAside', kind: 'radios', label: 'received.setAside', options, required: true };
}
