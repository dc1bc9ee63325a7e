-- When the words of a ticket were taken out of it because it was kept long enough.
alter table ticket add column if not exists emptied_at ${time};
