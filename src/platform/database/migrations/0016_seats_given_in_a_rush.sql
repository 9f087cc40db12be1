-- Until the end of this migration: the owner of the tables is held to row-level security too.
select set_config('app.role', 'system', true);

-- When a session is given, kept with it: each seat that is given out needs it, and adding up the parts took half of that.
alter table session add column during tstzmultirange not null default '{}';
update session set during = session_times(id);

create or replace function session_part_moves_seats() returns trigger language plpgsql as $$
declare moved uuid := coalesce(new.session_id, old.session_id);
begin
  update session set during = session_times(id) where id = moved;
  update enrolment set during = (select s.during from session s where s.id = moved)
  where session_id = moved and status = 'confirmed';
  return null;
end $$;

create or replace function enrolment_takes_time() returns trigger language plpgsql as $$
declare held record;
begin
  if tg_op = 'UPDATE' and (old.status, old.session_id, old.professional_id)
      is not distinct from (new.status, new.session_id, new.professional_id) then
    return new;
  end if;
  select s.during, case when c.once_per_course and s.status not in ('closed', 'cancelled') then c.id end once_course_id
  into held from session s join course c on c.id = s.course_id where s.id = new.session_id;
  new.during := case when new.status = 'confirmed' then held.during else '{}' end;
  -- As it was when someone came in: a course that asks it from now on says nothing of who was there already.
  new.once_course_id := case when tg_op = 'INSERT' then held.once_course_id else old.once_course_id end;
  if new.status = 'cancelled' then
    new.once_course_id := null;
  end if;
  return new;
end $$;

-- Who has no seat is in nobody's way, and need not be in the index that looks for it.
alter table enrolment
  drop constraint professional_in_one_place_at_a_time,
  add constraint professional_in_one_place_at_a_time
    exclude using gist (professional_id with =, during with &&) where (during <> '{}');

select set_config('app.role', '', true);
