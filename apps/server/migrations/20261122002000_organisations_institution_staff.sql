-- People outside the agency: the insurance office of a hospital, and the experts of the panel.
alter table organisations.staff_role drop constraint staff_role_known;
alter table organisations.staff_role add constraint staff_role_known
  check (role in ('clerk', 'reviewer', 'approver', 'finance', 'supervisor', 'administrator', 'auditor', 'leader', 'policy',
                  'hospital', 'expert'));

create table organisations.staff_institution (
  user_id uuid constraint staff_institution_key primary key,
  hospital_code text not null,
  constraint staff_institution_of_staff foreign key (user_id) references organisations.staff,
  constraint staff_institution_at_hospital foreign key (hospital_code) references organisations.hospital
);
comment on table organisations.staff_institution is '[reference] The medical institution somebody with a role outside the agency works at.';
grant select, insert, update, delete on organisations.staff_institution to yichuang_app;
