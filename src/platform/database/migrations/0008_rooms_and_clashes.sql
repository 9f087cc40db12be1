-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- How long a trainer is on the way between two venues, at least.
alter table region add column travel_minutes integer not null default 30
  constraint region_travel_minutes_shape check (travel_minutes between 0 and 600);

-- How one gets to the venue.
alter table venue add column route text;

create table room (
  id uuid primary key,
  region_id uuid not null references region,
  venue_id uuid not null references venue,
  name text not null,
  capacity integer not null constraint room_capacity_positive check (capacity > 0),
  accessibility text not null,
  constraint room_name_unique unique (venue_id, name)
);
alter table room enable row level security;
alter table room force row level security;
create policy room_read on room for select using (app_in_region(region_id));
create policy room_write on room for all using (app_in_region(region_id) and app_role() in ('coordinator', 'system'));

-- A part without a room is on line.
alter table session_part add column room_id uuid references room;
alter table session_part add column called_off boolean not null default false;

insert into room select gen_random_uuid(), region_id, id, name, capacity, accessibility from venue;
update session_part p set called_off = true from session s where s.id = p.session_id and s.status = 'cancelled';
update session_part p set room_id = r.id from room r where p.called_off and r.venue_id = p.venue_id;
-- Parts that were at one venue at one time were in different rooms, which nobody wrote down.
do $$
declare part record; place uuid;
begin
  for part in select * from session_part where not called_off order by starts_at, id loop
    place := (select r.id from room r where r.venue_id = part.venue_id and not exists (
      select from session_part o where o.room_id = r.id and not o.called_off
        and tstzrange(o.starts_at, o.ends_at) && tstzrange(part.starts_at, part.ends_at)) order by r.name limit 1);
    if place is null then
      insert into room
        select gen_random_uuid(), v.region_id, v.id, v.name || ' ' || (select count(*) + 1 from room r where r.venue_id = v.id),
          v.capacity, v.accessibility
        from venue v where v.id = part.venue_id returning id into place;
    end if;
    update session_part set room_id = place where id = part.id;
  end loop;
end $$;
alter table session_part drop column venue_id;
alter table venue drop column capacity, drop column accessibility;
create index session_part_room on session_part (room_id);
alter table session_part add constraint room_for_one_session_at_a_time
  exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&) where (not called_off);

-- Apart from the part, because only those who come may see it.
create table joining_link (
  part_id uuid primary key references session_part on delete cascade,
  url text not null constraint joining_link_is_https check (url ~ '^https://' and length(url) <= 500)
);
alter table joining_link enable row level security;
alter table joining_link force row level security;
create policy joining_link_write on joining_link for all using (
  app_role() in ('coordinator', 'system') and exists (select from session_part p where p.id = part_id));
create policy joining_link_of_own_parts on joining_link for select using (
  app_role() = 'trainer' and exists (
    select from session_part_trainer t where t.part_id = joining_link.part_id and t.trainer_id = app_trainer()));
create policy joining_link_of_own_seat on joining_link for select using (
  app_role() = 'professional' and exists (
    select from session_part p join enrolment e on e.session_id = p.session_id
    where p.id = part_id and e.professional_id = app_professional() and e.status = 'confirmed'));

-- When a seat keeps someone busy. The database writes it down itself, so that no way of giving out seats can forget.
alter table enrolment add column during tstzmultirange not null default '{}';
create function session_times(session uuid) returns tstzmultirange language sql stable
  begin atomic
    select coalesce(range_agg(tstzrange(p.starts_at, p.ends_at)), '{}')
    from session_part p where p.session_id = session and not p.called_off;
  end;
-- Who had seats in two sessions at once keeps both; the one that was given last stays out of the constraint.
do $$
declare seat record; times tstzmultirange;
begin
  for seat in select id, session_id, professional_id from enrolment where status = 'confirmed' order by confirmed_at, id loop
    times := session_times(seat.session_id);
    update enrolment set during = times where id = seat.id and not exists (
      select from enrolment o where o.professional_id = seat.professional_id and o.during && times);
  end loop;
end $$;
alter table enrolment add constraint professional_in_one_place_at_a_time
  exclude using gist (professional_id with =, during with &&);

create function enrolment_takes_time() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.status, old.session_id, old.professional_id)
      is not distinct from (new.status, new.session_id, new.professional_id) then
    return new;
  end if;
  new.during := case when new.status = 'confirmed' then session_times(new.session_id) else '{}' end;
  return new;
end $$;
create trigger enrolment_takes_time before insert or update of status, session_id, professional_id on enrolment
  for each row execute function enrolment_takes_time();

create function session_part_moves_seats() returns trigger language plpgsql as $$
begin
  update enrolment set during = session_times(session_id)
  where session_id = coalesce(new.session_id, old.session_id) and status = 'confirmed';
  return null;
end $$;
create trigger session_part_moves_seats after insert or delete or update of starts_at, ends_at, called_off on session_part
  for each row execute function session_part_moves_seats();

select set_config('app.role', '', true);
