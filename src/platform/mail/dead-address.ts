import type { Tx } from '../database/database.js';
import type { Message } from './message.entity.js';
import { withdrawQueued } from './withdrawing.js';

const LONGEST_ANSWER = 500;

/**
 * Writes down that the address of a mail does not exist, and withdraws what waits for it.
 * @param answer what the mail server said
 * @returns whether it was not known yet: then `address.died` is to be published
 */
export async function buryAddress(tx: Tx, message: Message, answer: string, now: Date): Promise<boolean> {
  const { id, regionId, municipalityId, toName, toAddress } = message;
  const address = toAddress.toLowerCase();
  const added = await tx.query<object[]>(
    `insert into dead_address (region_id, municipality_id, name, address, message_id, answer, died_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning address`,
    [regionId, municipalityId, toName, address, id, answer.slice(0, LONGEST_ANSWER), now],
  );
  await withdrawQueued(tx, 'address-dead', 'region_id = $2 and lower(to_address) = $3', [regionId, address]);
  return added.length > 0;
}
