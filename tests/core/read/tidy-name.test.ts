import {expect, it} from 'vitest';
import {tidyName} from '../../../src/core/read/tidy-name.ts';

it.each([
  ['THE UPPINGHAM SURGERY', 'The Uppingham Surgery'],
  ['MARKET OVERTON & SOMERBY SURGERIES', 'Market Overton & Somerby Surgeries'],
  ['RMH DAY HOSPITAL', 'RMH Day Hospital'],
  ["ST JUDE'S MEDICAL CENTRE", "St Jude's Medical Centre"],
  ["DR O'BRIEN AND PARTNERS", "Dr O'Brien and Partners"],
  ['MCKAY PHARMACY', 'McKay Pharmacy'],
  ['HEALTHCARE SERVICE (74)', 'Healthcare Service (74)'],
  ['BOOTS', 'Boots'],
  ['HOUSE OF THE DEAN GP PRACTICE', 'House of the Dean GP Practice'],
  ['NEWTON-ON-THE-MOOR CLINIC', 'Newton-on-the-Moor Clinic'],
  ['Rutland Memorial Hospital', 'Rutland Memorial Hospital'],
  ['B&M Stores', 'B&M Stores'],
  ['', ''],
])('a name in capitals is set as a planner would: %s', (written, set) => {
  expect(tidyName(written)).toBe(set);
});
