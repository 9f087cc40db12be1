-- A certificate can be replaced, such as after a change of name: the earlier one stays, revoked, and the new one says
-- which it replaces. So a seat has one certificate that counts, and any number that no longer do.
alter table certificate
  drop constraint certificate_once_per_enrolment,
  add column replaces_id uuid
    constraint certificate_replaces references certificate
    constraint certificate_replaced_once unique;
create unique index certificate_once_per_enrolment on certificate (enrolment_id) where revoked_at is null;
create index certificate_of_enrolment on certificate (enrolment_id);
