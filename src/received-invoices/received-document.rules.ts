import type { VatTreatment } from '../courses/vat.rules.js';

/** An invoice or credit note as its supplier sent it. Dates are local, amounts whole cents including VAT. */
export interface ReceivedDocument {
  readonly kind: 'invoice' | 'credit-note';
  readonly supplier: string;
  readonly invoiceNumber: string;
  readonly invoiceDate: string;
  /** Above zero, for a credit note too. */
  readonly amountCents: bigint;
  /** Null where the document has another treatment, or several. */
  readonly vatTreatment: VatTreatment | null;
  /** When what it charges was delivered; null when it does not tell. */
  readonly deliveredOn: string | null;
  /** What the orderer called it, and what it charges, in the words of the supplier. */
  readonly about: string;
  /** The number of the invoice that a credit note takes back, where it tells. */
  readonly credits: string | null;
}

/** Why a document is refused; the values are for the message. */
export type DocumentFault =
  | { readonly code: 'not-an-invoice-file' | 'invoice-amount-negative' }
  | { readonly code: 'invoice-field-unreadable'; readonly field: string }
  | { readonly code: 'invoice-not-in-euros'; readonly currency: string }
  | { readonly code: 'invoice-does-not-add-up'; readonly field: string };

export type DocumentRead =
  | { readonly ok: true; readonly document: ReceivedDocument }
  | { readonly ok: false; readonly fault: DocumentFault };

/** Where a received document stands. */
export const receivedStates = ['waiting', 'booked', 'set-aside'] as const;
export type ReceivedState = (typeof receivedStates)[number];

export const setAsideReasons = ['not-ours', 'received-twice', 'disputed', 'other-administration'] as const;
/** Why a received document is not booked. */
export type SetAsideReason = (typeof setAsideReasons)[number];
