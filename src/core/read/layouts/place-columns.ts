import {degrees, metres} from '../cell-rules.ts';
import type {Column} from '../layout.ts';

/** Where something is: longitude and latitude, or metres of the National Grid, under the names in use for them. */

export const longitude: Column = {
  role: 'longitude',
  label: 'the longitude',
  named: /^(longitude|long|lon|lng|x|location longitude)$/,
  rule: degrees,
  must: true,
};

export const latitude: Column = {
  role: 'latitude',
  label: 'the latitude',
  named: /^(latitude|lat|y|location latitude)$/,
  rule: degrees,
  must: true,
};

export const easting: Column = {
  role: 'easting',
  label: 'the easting',
  named: /^(eastings?|east1m|oseast1m|bng e|x coordinate|grid ref easting|x)$/,
  rule: metres,
  must: true,
};

export const northing: Column = {
  role: 'northing',
  label: 'the northing',
  named: /^(northings?|north1m|osnrth1m|bng n|y coordinate|grid ref northing|y)$/,
  rule: metres,
  must: true,
};

export function maybe(column: Column): Column {
  return {...column, must: false};
}
