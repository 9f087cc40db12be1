-- The day of the follow-up day with which a certificate was renewed; null for one that was not.
alter table certificate add column renewed_on date;
