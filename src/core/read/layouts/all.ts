import type {Layout} from '../layout.ts';
import {boundariesLsoa2011} from './boundaries-lsoa-2011.ts';
import {boundariesLsoa2021} from './boundaries-lsoa-2021.ts';
import {boundariesLsoaAny} from './boundaries-lsoa-any.ts';
import {centroidsOfPostcodes} from './centroids-of-postcodes.ts';
import {centroidsOns2011, centroidsOns2021} from './centroids-ons.ts';
import {centroidsGridTable, centroidsTable} from './centroids-table.ts';
import {deprivationAny} from './deprivation-any.ts';
import {iod2019File1, iod2019File2, iod2019File7, iod2019Scores, iod2019Short, iod2019Table} from './iod-2019.ts';
import {iod2025File1, iod2025File2, iod2025File7, iod2025Short, iod2025Table} from './iod-2025.ts';
import {residentsByAge} from './residents-by-age.ts';
import {residentsCensus2021SixAges} from './residents-census-2021-six-ages.ts';
import {siteListGrid, siteListLonLat, siteListMapped} from './site-list.ts';
import {communityDiagnosticCentres, electiveSurgicalHubs} from './sites-gov-uk.ts';
import {sitesNhsGeocoded, sitesNhsGeocodedMap} from './sites-nhs-geocoded.ts';
import {wimd2019} from './wimd-2019.ts';

/** Every layout that Closer knows. The order does not matter: the one that requires most of a file wins. */
export const LAYOUTS: readonly Layout[] = [
  boundariesLsoa2021,
  boundariesLsoa2011,
  boundariesLsoaAny,
  centroidsOns2021,
  centroidsOns2011,
  centroidsOfPostcodes,
  centroidsTable,
  centroidsGridTable,
  iod2025File1,
  iod2025File2,
  iod2025File7,
  iod2025Table,
  iod2025Short,
  iod2019File1,
  iod2019File2,
  iod2019File7,
  iod2019Table,
  iod2019Scores,
  iod2019Short,
  wimd2019,
  deprivationAny,
  residentsCensus2021SixAges,
  residentsByAge,
  sitesNhsGeocoded,
  sitesNhsGeocodedMap,
  communityDiagnosticCentres,
  electiveSurgicalHubs,
  siteListLonLat,
  siteListGrid,
  siteListMapped,
];
