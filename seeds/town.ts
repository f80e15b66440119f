import {type Area, drawAreas} from './areas.ts';
import {sowBlocks} from './block-seeds.ts';
import {layBlocks} from './blocks.ts';
import {type Building, placeBuildings} from './buildings.ts';
import {drawCity} from './city.ts';
import {surveyed} from './ground.ts';
import {drawLandscape} from './landscape.ts';
import {countResidents, type Deprivation, type Residents, rankDeprivation} from './people.ts';
import {Sheet, type Survey} from './sheet.ts';
import {layStreets} from './streets.ts';
import {drawWays} from './ways.ts';
import type {Osm} from './write-pbf.ts';

/** The whole of Ellernsea, before it is written to files. */
export type Town = {
  readonly survey: Survey;
  readonly areas: readonly Area[];
  readonly residents: readonly Residents[];
  readonly deprivation: readonly Deprivation[];
  readonly buildings: readonly Building[];
  readonly streets: Osm;
};

export function makeTown(): Town {
  const blocks = layBlocks(sowBlocks());
  const streets = layStreets(blocks);
  const ground = surveyed(blocks);
  const survey = {blocks, ground, streets};
  const areas = drawAreas(blocks, ground);
  const sheet = new Sheet(ground);
  drawWays(survey, sheet);
  drawCity(survey, sheet);
  const people = areas.reduce((sum, a) => sum + a.people, 0);
  drawLandscape(survey, sheet, people);
  return {
    survey,
    areas,
    residents: countResidents(areas),
    deprivation: rankDeprivation(areas, ground),
    buildings: placeBuildings(survey),
    streets: sheet.finished(),
  };
}
