-- A room holds the sessions that are planned in it. Whoever books one takes its row, shared with others who book, and who
-- makes it smaller takes it alone: two who do either at the same moment see each other. Taken in this order: the session,
-- its trainers, then its rooms in the order of their ids.
create function room_holds_the_part() returns trigger language plpgsql as $$
declare seats integer; room_for integer;
begin
  if new.called_off or new.room_id is null then
    return new;
  end if;
  select capacity into seats from session where id = new.session_id for share;
  select capacity into room_for from room where id = new.room_id for share;
  if seats > room_for then
    raise exception using errcode = 'check_violation', constraint = 'room_holds_its_sessions',
      message = 'The session has more seats than the room has.';
  end if;
  return new;
end $$;
create trigger room_holds_the_part before insert or update of session_id, room_id, called_off, starts_at on session_part
  for each row execute function room_holds_the_part();

create function room_holds_more_seats() returns trigger language plpgsql as $$
begin
  perform from room where id in (select room_id from session_part where session_id = new.id and not called_off)
    order by id for share;
  if exists (select from session_part p join room r on r.id = p.room_id
      where p.session_id = new.id and not p.called_off and r.capacity < new.capacity) then
    raise exception using errcode = 'check_violation', constraint = 'room_holds_its_sessions',
      message = 'The session has more seats than a room of it has.';
  end if;
  return new;
end $$;
create trigger room_holds_more_seats before update of capacity on session
  for each row when (new.capacity > old.capacity) execute function room_holds_more_seats();

-- At the end of the transaction, so that the application can first name the sessions that do not fit any more.
create function room_stays_large_enough() returns trigger language plpgsql as $$
begin
  if exists (select from session_part p join session s on s.id = p.session_id
      where p.room_id = new.id and not p.called_off and p.ends_at > now() and s.capacity > new.capacity) then
    raise exception using errcode = 'check_violation', constraint = 'room_holds_its_sessions',
      message = 'A session that is planned in the room has more seats.';
  end if;
  return null;
end $$;
create constraint trigger room_stays_large_enough after update of capacity on room deferrable initially deferred
  for each row when (new.capacity < old.capacity) execute function room_stays_large_enough();

-- A trainer is booked within the working hours of that moment; hours that are set later leave what is planned. The
-- trainer's row is taken first, so hours cannot change in between.
create or replace function trainer_is_here() returns trigger language plpgsql as $$
begin
  perform from trainer where id = new.trainer_id for no key update;
  if exists (select from trainer_absence a where a.trainer_id = new.trainer_id and a.during && new.during) then
    raise exception using errcode = 'exclusion_violation', constraint = 'trainer_not_away_when_booked',
      message = 'The trainer is away at that time.';
  end if;
  if not isempty(new.during) and (tg_op = 'INSERT' or new.during <> old.during)
      and exists (select from trainer_hours h where h.trainer_id = new.trainer_id)
      and not exists (select from session_part p join trainer_hours h on h.trainer_id = new.trainer_id
        where p.id = new.part_id and h.weekday = extract(isodow from p.local_date)
          and h.start_time <= p.start_time and p.end_time <= h.end_time) then
    raise exception using errcode = 'check_violation', constraint = 'trainer_works_when_booked',
      message = 'The trainer does not work at that time.';
  end if;
  return new;
end $$;
