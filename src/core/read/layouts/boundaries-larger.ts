import type {AreaLevel} from '../area-codes.ts';
import {anything, areaOf} from '../cell-rules.ts';
import type {BoundariesLayout, Column} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';

/** Boundaries of larger areas, of any year: middle-layer areas, wards, districts, integrated care boards. */

function layout(
  id: string,
  level: AreaLevel,
  title: string,
  stem: string,
  also: readonly Column[] = [],
): BoundariesLayout {
  return {
    id,
    kind: 'boundaries',
    level,
    title,
    publisher: onsBoundaries,
    edition: 'as the headings say',
    date: null,
    year: 2024,
    sure: 'certain',
    from: 'features',
    // Small areas may say in which larger ones they lie.
    without: /^(lsoa|oa) ?(20)?\d{2} ?(cd|code)$/,
    columns: [
      {
        role: 'area code',
        label: `the code of each ${level}`,
        named: new RegExp(`^(${stem}) ?(20)?\\d{2} ?(cd|code)$`),
        rule: areaOf(level),
        must: true,
      },
      {
        role: 'area name',
        label: `the name of each ${level}`,
        named: new RegExp(`^(${stem}) ?(20)?\\d{2} ?(nm|name)$`),
        rule: anything,
        must: false,
      },
      ...also,
    ],
  };
}

const district: readonly Column[] = [
  {
    role: 'district code',
    label: 'the district code',
    named: /^(lad|ltla) ?(20)?\d{2} ?(cd|code)$/,
    rule: anything,
    must: false,
  },
  {
    role: 'district name',
    label: 'the district name',
    named: /^(lad|ltla) ?(20)?\d{2} ?(nm|name)$/,
    rule: anything,
    must: false,
  },
];

export const boundariesMiddle = layout(
  'boundaries-msoa',
  'middle-layer area',
  'Boundaries of middle-layer areas (MSOA)',
  'msoa',
);
export const boundariesWards = layout('boundaries-wards', 'ward', 'Boundaries of wards', 'wd|ward', district);
export const boundariesDistricts = layout('boundaries-districts', 'district', 'Boundaries of districts', 'lad|ltla');
export const boundariesBoards = layout('boundaries-icbs', 'ICB', 'Boundaries of integrated care boards', 'icb');
