-- The rows that stand here already are seen as the system sees them; row-level security holds for the owner too.
select set_config('app.role', 'system', true);

-- An award is for one year or for several; its lines and its allotments are each of one of them.
alter table grant_award rename column year to first_year;
alter table grant_award rename constraint grant_award_year to grant_award_first_year;
alter table grant_award add last_year integer;
update grant_award set last_year = first_year;
alter table grant_award
  alter last_year set not null,
  add constraint grant_award_last_year check (last_year between first_year and 2100);

alter table grant_line add year integer;
update grant_line l set year = g.first_year from grant_award g where g.id = l.grant_id;
alter table grant_line
  alter year set not null,
  drop constraint grant_line_code_unique,
  drop constraint grant_line_level_unique,
  add constraint grant_line_code_unique unique (grant_id, year, code),
  add constraint grant_line_level_unique unique (grant_id, year, course_level);

alter table allotment add year integer;
update allotment a set year = g.first_year from grant_award g where g.id = a.grant_id;
alter table allotment
  alter year set not null,
  drop constraint allotment_unique,
  add constraint allotment_unique unique (grant_id, year, municipality_id, course_id);

create function year_of_grant() returns trigger language plpgsql as $$
begin
  if not exists (select from grant_award where id = new.grant_id and new.year between first_year and last_year) then
    raise exception using errcode = 'check_violation', constraint = 'year_of_grant',
      message = 'The grant is not for this year.';
  end if;
  return new;
end $$;
create trigger grant_line_year_of_grant before insert or update of year, grant_id on grant_line
  for each row execute function year_of_grant();
create trigger allotment_year_of_grant before insert or update of year, grant_id on allotment
  for each row execute function year_of_grant();

-- An award does not leave the years in which it was divided.
create function grant_keeps_its_years() returns trigger language plpgsql as $$
begin
  if exists (select from grant_line where grant_id = new.id and year not between new.first_year and new.last_year)
      or exists (select from allotment where grant_id = new.id and year not between new.first_year and new.last_year) then
    raise exception using errcode = 'check_violation', constraint = 'grant_keeps_its_years',
      message = 'The grant is divided over years that it would not be for any more.', detail = new.decision_number;
  end if;
  return new;
end $$;
create trigger grant_award_keeps_its_years before update of first_year, last_year on grant_award
  for each row execute function grant_keeps_its_years();
drop function grant_year(uuid);
