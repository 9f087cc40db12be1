-- The contact of the professional's own organisation, such as a manager, may be who approves; they have no account.
alter table course drop constraint course_approval_known;
alter table course add constraint course_approval_known check (approval in ('none', 'contact', 'organisation'));

alter table decision_link add column asks_organisation boolean not null default false;
alter table decision_link add constraint decision_link_asks_one check (not asks_organisation or account_id is null);
