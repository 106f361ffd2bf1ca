-- What a caller may send at any length is kept whole: the contract sets no limit, and the door's own is the only one.
alter table request alter column transaction_id set data type varchar(1000000);
alter table request alter column asked_fingerprint set data type varchar(1000000);
-- A claim may have any number of persons liable.
alter table effect alter column before_value set data type varchar(1000000);
alter table effect alter column after_value set data type varchar(1000000);
