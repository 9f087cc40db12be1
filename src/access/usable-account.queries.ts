/**
 * Whether account `a` may be used: not closed, and not of a trainer who is archived and has nothing left to finish.
 * Whoever is archived has nothing planned that is still to come, so what is left is a session that went ahead and is not
 * closed, of which attendance may be missing.
 */
export const IS_USABLE = `a.closed_at is null and not exists (
  select from trainer t where t.id = a.trainer_id and t.archived_at is not null and not exists (
    select from session_part_trainer b join session_part p on p.id = b.part_id join session s on s.id = p.session_id
    where b.trainer_id = t.id and s.status = 'confirmed' and not p.called_off))`;
