-- A mail that is sent again is a row of its own, which names the one that it repeats.
alter table message add column repeats_message_id uuid references message;
create index message_repeats on message (repeats_message_id) where repeats_message_id is not null;
-- The list of a region's mail, the newest first.
create index message_of_region on message (region_id, created_at desc, id desc);
