-- Where a person who is to be erased has left words, and what was sent to them.
create index if not exists message_author on message (author, ticket_id);
create index if not exists outgoing_address on outgoing (address);
