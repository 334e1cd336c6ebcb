-- Known from a stay that ended so; care after that day is not settled.
alter table insured.person add column died_on date;
