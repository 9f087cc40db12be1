-- The region's own survey of a course; who took part is asked to fill it in once the session is closed.
alter table course add column evaluation_url text constraint course_evaluation_url_is_https
  check (evaluation_url ~ '^https://' and length(evaluation_url) <= 500);
