import { choiceSpec, costDateSpec } from '../grants/cost.pages.js';
import { vatSpec } from '../grants/invoice-fields.pages.js';
import type { Choice } from '../grants/ledger.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import { receivedFacts } from './received-invoice.pages.js';
import type { ReceivedRow } from './received-invoice.queries.js';

/** The model of `received-invoices/cost`; what can be chosen has a budget. */
export function receivedCostPage(
  received: ReceivedRow,
  offered: { readonly lines: readonly Choice[]; readonly municipalities: readonly Choice[] },
  sent: SentForm | null,
  t: Translate,
) {
  const first = { costDate: received.deliveredOn ?? '', vatTreatment: received.vatTreatment ?? '' };
  const specs = [
    choiceSpec('grantLineId', 'grants.filter.line', offered.lines),
    choiceSpec('municipalityId', 'grants.filter.municipality', offered.municipalities),
    costDateSpec,
    vatSpec(t),
  ];
  return {
    ...receivedFacts(received, t),
    waits: received.state === 'waiting' && received.kind === 'invoice',
    action: `/received-invoices/${received.id}/cost`,
    form: buildForm(specs, sent?.values ?? first, sent?.issues ?? [], t),
  };
}
