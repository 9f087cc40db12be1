-- How the last run of each recurring job ended. No fact leads to it, so it has no row in job.
create table recurring_run (
  name text primary key,
  ended_at timestamptz not null,
  last_error text
);

-- What the page and the metrics count; the jobs that are done stay, and are too many to read each time.
create index job_failed on job (id) where status = 'failed';
create index job_done on job (done_at) where status = 'done';
