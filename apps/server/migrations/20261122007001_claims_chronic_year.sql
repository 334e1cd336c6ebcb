-- Chronic and special diseases (门诊慢特病) have tables of their own, and so a year of their own beside ordinary care.
alter table claims.accumulator drop constraint accumulator_kind_known;
alter table claims.accumulator add constraint accumulator_kind_known
  check (care_kind in ('inpatient', 'outpatient', 'chronic'));
