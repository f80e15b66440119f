import {anything, count} from '../cell-rules.ts';
import type {PatientsLayout} from '../layout.ts';
import {nhsEngland} from '../publishers.ts';
import {looksLike} from './ods-columns.ts';

/** Patients registered at each practice by the small area they live in (gp-reg-pat-prac-lsoa-all). */
export const gpPatients: PatientsLayout = {
  id: 'gp-patients-by-lsoa',
  kind: 'registered-patients',
  title: 'Patients registered at GP practices by small area',
  publisher: nhsEngland,
  edition: 'as downloaded',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'table',
  columns: [
    {
      role: 'practice code',
      label: 'PRACTICE_CODE',
      named: /^practice code$/,
      rule: looksLike(/^[A-Z]\d{5}$/, 'the code of a practice'),
      must: true,
    },
    {role: 'site name', label: 'PRACTICE_NAME', named: /^practice name$/, rule: anything, must: false},
    {role: 'area code', label: 'LSOA_CODE', named: /^lsoa( ?(20)?(11|21))? ?code$/, rule: anything, must: true},
    {role: 'patients', label: 'NUMBER_OF_PATIENTS', named: /^number of patients$/, rule: count, must: true},
  ],
};
