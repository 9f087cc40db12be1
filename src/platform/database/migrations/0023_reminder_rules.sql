-- A region's coordinators say which reminders go out: a rule is known by what it says, no longer by a code.
alter table reminder_rule
  add day_kind text not null default 'calendar',
  add is_on boolean not null default true,
  add version integer not null default 1,
  add constraint reminder_rule_day_kind_known check (day_kind in ('calendar', 'working')),
  add constraint reminder_rule_once unique (region_id, day_kind, days_before, local_time),
  drop code;
alter table reminder_rule alter day_kind drop default;
create index reminder_of_rule on reminder (rule_id) where status = 'planned';
