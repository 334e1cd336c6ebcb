-- One settlement, or one claim, settles one entry: two of the same would count its money twice.
create unique index entry_settled_once on debts.entry (region_code, closed_region, closed_reference)
  where closed_how in ('settlement', 'claim');
