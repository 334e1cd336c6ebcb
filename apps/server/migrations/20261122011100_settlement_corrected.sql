-- The correction of the agency that changed what this settlement gives; its institution can no longer take it back.
alter table settlement.settlement add column corrected_by uuid;
