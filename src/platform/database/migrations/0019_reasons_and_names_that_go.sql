-- How long a region keeps why something was done, and who a guest was.
alter table region
  add column reasons_kept_months integer not null default 12
    constraint region_reasons_kept_months_shape check (reasons_kept_months between 0 and 120),
  add column guest_names_kept_months integer not null default 12
    constraint region_guest_names_kept_months_shape check (guest_names_kept_months between 0 and 120);

-- That a reason was given stays, what it was goes.
alter table enrolment
  add column cancel_reason_forgotten boolean not null default false
    constraint enrolment_cancel_reason_gone check (not cancel_reason_forgotten or cancel_reason is null),
  add column entry_override_forgotten boolean not null default false
    constraint enrolment_override_reason_gone check (not entry_override_forgotten or entry_override_reason is null);
create index enrolment_with_reason on enrolment (session_id)
  where cancel_reason is not null or entry_override_reason is not null;

-- A recognition counts for as long as it is valid, and a guest stays in the count of the seats.
alter table recognition alter column basis drop not null;
alter table session_guest alter column name drop not null;
