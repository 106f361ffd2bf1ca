-- As in V1_1: an index that begins with the column that is asked for.
create index imported_by_id on imported (id);
