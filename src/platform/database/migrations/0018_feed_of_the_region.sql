-- A feed about nobody and nothing in particular holds all of the region.
alter table calendar_feed drop constraint calendar_feed_about_one;
alter table calendar_feed add constraint calendar_feed_about_one_at_most
  check (num_nonnulls(professional_id, trainer_id, municipality_id, room_id) <= 1);
