import type {Layout} from '../layout.ts';
import {boundariesBoards, boundariesDistricts, boundariesMiddle, boundariesWards} from './boundaries-larger.ts';
import {boundariesLsoa2011} from './boundaries-lsoa-2011.ts';
import {boundariesLsoa2021} from './boundaries-lsoa-2021.ts';
import {boundariesLsoaAny} from './boundaries-lsoa-any.ts';
import {
  ahah,
  cars2011,
  cars2021,
  cars2021Long,
  disability2021,
  health2011,
  residents2011,
  tenure2011,
} from './census-measures.ts';
import {centroidsOfPostcodes} from './centroids-of-postcodes.ts';
import {centroidsOns2011, centroidsOns2021} from './centroids-ons.ts';
import {centroidsGridTable, centroidsTable} from './centroids-table.ts';
import {cqcLocations} from './cqc-locations.ts';
import {demandByArea, figuresByArea} from './demand.ts';
import {deprivationAny} from './deprivation-any.ts';
import {ericSites, ericTrusts} from './eric.ts';
import {gpPatients} from './gp-patients.ts';
import {iod2019File1, iod2019File2, iod2019File7, iod2019Scores, iod2019Short, iod2019Table} from './iod-2019.ts';
import {iod2025File1, iod2025File2, iod2025File7, iod2025Short, iod2025Table} from './iod-2025.ts';
import {lookupBoards, lookupDistricts, lookupEditions, lookupWards} from './lookups.ts';
import {naptan} from './naptan.ts';
import {nhsChoices} from './nhs-choices.ts';
import {odsBranches, odsDentists, odsPharmacies, odsPractices, odsTrusts} from './ods-reports.ts';
import {ownColumns} from './own-columns.ts';
import {codePointOpen, nspl, onspd, postcodeTable} from './postcode-directories.ts';
import {residentsByAge} from './residents-by-age.ts';
import {residentsCensus2021SixAges} from './residents-census-2021-six-ages.ts';
import {residentsIod2019} from './residents-iod-2019.ts';
import {residentsMidYear} from './residents-mid-year.ts';
import {residentsNomisByAge, residentsNomisTotal} from './residents-nomis.ts';
import {ruralUrban2021} from './rural-urban.ts';
import {siteListGrid, siteListLonLat, siteListMapped} from './site-list.ts';
import {siteListByPostcode} from './site-list-by-postcode.ts';
import {communityDiagnosticCentres, electiveSurgicalHubs} from './sites-gov-uk.ts';
import {sitesNhsGeocoded, sitesNhsGeocodedMap} from './sites-nhs-geocoded.ts';
import {travelTimesLong, travelTimesWide, travelTimesWideAny} from './travel-times.ts';
import {wimd2019} from './wimd-2019.ts';

/** Every layout that Closer knows. The order does not matter: the one that requires most of a file wins. */
export const LAYOUTS: readonly Layout[] = [
  boundariesMiddle,
  boundariesWards,
  boundariesDistricts,
  boundariesBoards,
  boundariesLsoa2011,
  boundariesLsoa2021,
  boundariesLsoaAny,
  disability2021,
  cars2021Long,
  cars2021,
  cars2011,
  health2011,
  tenure2011,
  residents2011,
  ahah,
  centroidsOfPostcodes,
  centroidsOns2021,
  centroidsOns2011,
  centroidsTable,
  centroidsGridTable,
  cqcLocations,
  demandByArea,
  figuresByArea,
  deprivationAny,
  ericTrusts,
  ericSites,
  gpPatients,
  iod2019File1,
  iod2019File2,
  iod2019File7,
  iod2019Table,
  iod2019Scores,
  iod2019Short,
  iod2025File1,
  iod2025File2,
  iod2025File7,
  iod2025Table,
  iod2025Short,
  lookupEditions,
  lookupWards,
  lookupDistricts,
  lookupBoards,
  naptan,
  nhsChoices,
  odsPractices,
  odsPharmacies,
  odsBranches,
  odsDentists,
  odsTrusts,
  nspl,
  onspd,
  codePointOpen,
  postcodeTable,
  residentsByAge,
  residentsCensus2021SixAges,
  residentsIod2019,
  residentsMidYear,
  residentsNomisTotal,
  residentsNomisByAge,
  ruralUrban2021,
  siteListByPostcode,
  siteListLonLat,
  siteListGrid,
  siteListMapped,
  communityDiagnosticCentres,
  electiveSurgicalHubs,
  sitesNhsGeocoded,
  sitesNhsGeocodedMap,
  travelTimesWide,
  travelTimesWideAny,
  travelTimesLong,
  ownColumns,
  wimd2019,
];
