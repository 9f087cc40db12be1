import type { WithdrawnReason } from '../../shared/message-status.js';
import type { Tx } from '../database/database.js';

/**
 * Withdraws mail that waits to be sent. A link that signs someone in or decides something is not kept in it: nobody is
 * to have it any more.
 * @param where which mail, with its parameters from $2 on
 */
export async function withdrawQueued(
  tx: Tx,
  because: WithdrawnReason,
  where: string,
  parameters: readonly unknown[],
): Promise<void> {
  await tx.query(
    `update message set status = 'withdrawn', withdrawn_reason = $1,
       text_body = case when holds_secret then '' else text_body end,
       html_body = case when holds_secret then '' else html_body end
     where status = 'queued' and ${where}`,
    [because, ...parameters],
  );
}
