-- What was seen of who attended, as it came in: by a list, or by checking in with a device that may have been without
-- network for hours. A mark follows from all of them together (attendance/observation.rules.ts), so rows are only added.
create table attendance_observation (
  -- Made where it was seen, so that what is sent twice is kept once.
  id uuid primary key,
  -- The order in which choices were made: always here, one after another, under the lock of the session.
  turn integer generated always as identity,
  enrolment_id uuid not null references enrolment,
  part_id uuid not null references session_part,
  kind text not null constraint attendance_observation_kind_known check (kind in ('check-in', 'withdrawal', 'choice')),
  mark text constraint attendance_observation_mark_known check (mark in ('present', 'late', 'left-early', 'absent', 'excused')),
  minutes integer constraint attendance_observation_minutes_shape check (minutes between 1 and 720),
  -- Whether who chose knew that this person had checked in; see the rule.
  knew_check_in boolean not null default false,
  -- The check-in that is taken back. It may still be on its way.
  withdraws uuid,
  -- Only for a correction after closing.
  reason text constraint attendance_observation_reason_known check (reason in ('wrong-mark', 'came-in-late', 'sheet', 'proof')),
  -- By the clock of the device, put right at the last contact.
  observed_at timestamptz not null,
  received_at timestamptz not null,
  observed_by uuid not null references account,
  constraint attendance_observation_choice_has_mark check ((kind = 'choice') = (mark is not null)),
  constraint attendance_observation_withdrawal_names_one check ((kind = 'withdrawal') = (withdraws is not null)),
  constraint attendance_observation_minutes_of_choice check (minutes is null or mark in ('late', 'left-early')),
  constraint attendance_observation_reason_of_choice check (reason is null or kind = 'choice'),
  constraint attendance_observation_not_from_later check (observed_at <= received_at)
);
create index attendance_observation_mark on attendance_observation (enrolment_id, part_id);

alter table attendance_observation enable row level security;
alter table attendance_observation force row level security;
create policy attendance_observation_seen on attendance_observation using (
  app_role() in ('coordinator', 'trainer', 'system') and exists (select from enrolment e where e.id = enrolment_id));

alter table attendance_mark
  add column minutes integer
    constraint attendance_mark_minutes_shape check (minutes between 1 and 720),
  add constraint attendance_mark_minutes_of check (minutes is null or mark in ('late', 'left-early'));

insert into attendance_observation
  (id, enrolment_id, part_id, kind, mark, knew_check_in, observed_at, received_at, observed_by)
  select gen_random_uuid(), enrolment_id, part_id, 'choice', mark, true, marked_at, marked_at, marked_by
  from attendance_mark;
