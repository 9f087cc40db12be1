import type { Tx } from '../platform/database/database.js';
import type { SessionPlan } from './session-plan.rules.js';
import { SessionPrice } from './session-price.entity.js';

/** Writes down what was agreed that a session costs; without that it follows the list. */
export async function agreePrice(
  tx: Tx,
  { id: sessionId, regionId }: { readonly id: string; readonly regionId: string },
  { priceCents, priceIsDemo: isDemo }: Pick<SessionPlan, 'priceCents' | 'priceIsDemo'>,
): Promise<void> {
  await tx.delete(SessionPrice, { sessionId });
  if (priceCents === null) return;
  await tx.insert(SessionPrice, { sessionId, regionId, priceCents: String(priceCents), isDemo });
}
