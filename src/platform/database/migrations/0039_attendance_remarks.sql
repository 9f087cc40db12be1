-- What a trainer or coordinator notes about how someone took part, apart from the mark: it goes after a while, the mark
-- stays.
create table attendance_remark (
  enrolment_id uuid primary key references enrolment,
  text text not null constraint attendance_remark_shape check (char_length(text) between 1 and 500),
  written_at timestamptz not null,
  written_by uuid not null references account
);
alter table attendance_remark enable row level security;
alter table attendance_remark force row level security;
create policy attendance_remark_of_those_who_teach on attendance_remark using (
  app_role() in ('coordinator', 'trainer', 'system') and exists (select from enrolment e where e.id = enrolment_id));
