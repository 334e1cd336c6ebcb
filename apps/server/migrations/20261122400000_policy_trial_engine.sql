-- What worked the trial's decisions out: a trial is old once the rules' own code has changed.
alter table policy.trial add column engine_hash text not null default '';
