-- Which certificates an agent has passed, and when each was passed last.
alter table person add column if not exists certificates ${json} default '{}' not null;
