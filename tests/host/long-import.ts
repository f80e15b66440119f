import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Rows enough that nothing finishes reading them before somebody has had the time to stop it. */
const ROWS = 300_000;

/** Writes a census table that takes seconds to import: a job that can be stopped in the middle, however busy a machine is. */
export function writeLongTable(folder: string): string {
  const ages = [
    'Aged 15 years and under',
    'Aged 16 to 24 years',
    'Aged 25 to 34 years',
    'Aged 35 to 49 years',
    'Aged 50 to 64 years',
    'Aged 65 years and over',
  ];
  const lines = [['lsoa21_code', 'lsoa21_name', ...ages, 'total'].join(',')];
  for (let row = 1; row <= ROWS; row++) lines.push(`E01${String(row).padStart(6, '0')},Anywhere,1,2,3,4,5,6,21`);
  writeFileSync(join(folder, 'residents.csv'), `${lines.join('\n')}\n`);
  return 'residents.csv';
}
