-- Out of use from then on: what was booked stays, and nothing is booked any more.
alter table trainer add column archived_at timestamptz;
alter table venue add column archived_at timestamptz;
alter table room add column archived_at timestamptz;

-- A room is as its venue is. Both are taken, shared with others who book: who archives them waits, or is waited for.
create function booked_in_use() returns trigger language plpgsql as $$
declare archived timestamptz; place uuid;
begin
  if new.called_off or new.room_id is null then
    return new;
  end if;
  select archived_at, venue_id into archived, place from room where id = new.room_id for share;
  if archived is null then
    select archived_at into archived from venue where id = place for share;
  end if;
  if archived is not null then
    raise exception using errcode = 'check_violation', constraint = 'booked_in_use', message = 'The room is archived.';
  end if;
  return new;
end $$;
create trigger booked_in_use before insert or update of room_id, called_off, starts_at, ends_at on session_part
  for each row execute function booked_in_use();

create function booked_with_who_gives() returns trigger language plpgsql as $$
begin
  perform from trainer where id = new.trainer_id for no key update;
  if not isempty(new.during) and exists (select from trainer where id = new.trainer_id and archived_at is not null) then
    raise exception using errcode = 'check_violation', constraint = 'booked_in_use', message = 'The trainer is archived.';
  end if;
  return new;
end $$;
create trigger booked_with_who_gives before insert or update of trainer_id, during on session_part_trainer
  for each row execute function booked_with_who_gives();
