/** Who publishes, under which licence, and the line that must stand on every map and export. */
export interface Publisher {
  name: string;
  licence: string;
  attribution: (year: number) => string;
}

const OGL = 'Open Government Licence v3.0';

export const ons: Publisher = {
  name: 'Office for National Statistics',
  licence: OGL,
  attribution: () => 'Source: Office for National Statistics licensed under the Open Government Licence v.3.0',
};

export const onsBoundaries: Publisher = {
  name: 'Office for National Statistics',
  licence: OGL,
  attribution: (year) =>
    `Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right ${year}`,
};

export const communities: Publisher = {
  name: 'Ministry of Housing, Communities and Local Government',
  licence: OGL,
  attribution: (year) =>
    `Source: Ministry of Housing, Communities and Local Government, English indices of deprivation ${year}, licensed under the Open Government Licence v3.0`,
};

export const nhsEngland: Publisher = {
  name: 'NHS England',
  licence: OGL,
  attribution: (year) => `Source: NHS England ${year}, licensed under the Open Government Licence v3.0`,
};

export const nhsGeocoded: Publisher = {
  name: 'NHS England, placed by postcode',
  licence: OGL,
  attribution: (year) =>
    `Source: NHS England ${year}, licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail copyright and database right`,
};

export const planner: Publisher = {
  name: 'The planner’s own list',
  licence: 'Not stated',
  attribution: () => '',
};

export const openStreetMap: Publisher = {
  name: 'OpenStreetMap contributors',
  licence: 'Open Database Licence v1.0',
  attribution: () => '© OpenStreetMap contributors',
};
