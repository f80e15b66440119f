import type {DeprivationLayout} from '../layout.ts';
import type {Publisher} from '../publishers.ts';
import {anyCode, areaName} from './area-columns.ts';
import {domainColumns, imdDecile, imdRank} from './deprivation-columns.ts';

const welshGovernment: Publisher = {
  name: 'Welsh Government',
  licence: 'Open Government Licence v3.0',
  attribution: (year) =>
    `Source: Welsh Government, Welsh Index of Multiple Deprivation ${year}, licensed under the Open Government Licence v3.0`,
};

/** The Welsh Index of Multiple Deprivation 2019, on the small areas of 2011, with its own eight domains. */
export const wimd2019: DeprivationLayout = {
  id: 'wimd-2019',
  kind: 'deprivation',
  nation: 'Wales',
  ranked: 1_909,
  title: 'Welsh Index of Multiple Deprivation 2019',
  publisher: welshGovernment,
  edition: 'WIMD 2019',
  date: '2019-11-27',
  year: 2019,
  sure: 'certain',
  from: 'table',
  vintage: 2011,
  columns: [
    anyCode,
    areaName,
    imdDecile,
    imdRank,
    ...domainColumns(
      ['decile', 'rank', 'score'],
      ['income', 'employment', 'health', 'education', 'housing', 'access', 'environment', 'crime'],
    ),
  ],
};
