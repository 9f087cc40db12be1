-- How many days before a certificate expires its owner is told, 0 for never; since when it is so many. A moment that was
-- before then is not made up for: nobody gets a pile of old news after an upgrade or another choice.
alter table region
  add column expiry_mail_days integer not null default 90
    constraint region_expiry_mail_days_shape check (expiry_mail_days between 0 and 730),
  add column expiry_mail_since date not null default current_date;

alter table certificate add column expiry_told_at timestamptz;
create index certificate_to_tell_of on certificate (valid_until)
  where valid_until is not null and revoked_at is null and expiry_told_at is null;
